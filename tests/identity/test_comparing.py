import math
from datetime import date

import pytest
from hypothesis import given, settings, strategies as st
from tests.identity.crowd import crowd, named
from tests.people import RUSLAN, RUSLAN_IN_SPANISH, SERHII

from paradero.identity import MODEL, THRESHOLD, Rarity, compare
from paradero.terms.matching import Explanation, Outcome
from paradero.terms.person import Birth, Description, Kin, PersonName, Relation, Sex

HELD = Rarity()
for _, somebody in crowd():
    HELD.add(somebody)

NAMES = st.sampled_from(
    [
        "Ruslan Doroshenkov",
        "Дорошенкова Руслана",
        "Хоменко Сергій Олександрович",
        "С. Хоменко",
        "Yeison Cuastumal Rosero",
        "Лисогор-Верещак Артем",
        "x",
        "",
    ]
)
DAYS = st.dates(date(1950, 1, 1), date(2010, 12, 31))
BIRTHS = st.one_of(
    st.builds(Birth, born_on=DAYS),
    st.builds(Birth, year=st.integers(1950, 2010)),
    st.builds(Birth, age=st.integers(0, 90), age_said_on=st.none() | DAYS),
)
DESCRIPTIONS = st.builds(
    Description,
    names=st.lists(st.builds(PersonName, as_written=NAMES), max_size=2).map(tuple),
    sex=st.none() | st.sampled_from(Sex),
    birth=st.none() | BIRTHS,
    father_name=st.sampled_from([None, "Сергей", "Oleksandr", "Baír"]),
    mother_maiden_name=st.sampled_from([None, "Верещак", "Vereshchak"]),
    home=st.sampled_from([None, "Полтава", "región de Poltava", "Vorónezh", "—"]),
    unit=st.sampled_from([None, "brigada 214", "214-та бригада", "polk 87", "medics"]),
    side=st.sampled_from([None, "RU", "UA"]),
    kin=st.lists(
        st.builds(Kin, relation=st.sampled_from(Relation), name=st.sampled_from([None, "Галина", "Galina"])), max_size=2
    ).map(tuple),
)


def _weigh(sought: Description, seen: Description, published_on: date | None = None) -> Explanation:
    return compare(sought, seen, rarity=HELD, published_on=published_on)


def _reasons(explanation: Explanation) -> dict[str, str]:
    return {one.field: one.reason for one in explanation.comparisons}


@settings(max_examples=200, deadline=None)
@given(sought=DESCRIPTIONS, seen=DESCRIPTIONS)
def test_the_weight_is_the_sum_of_what_is_shown(sought: Description, seen: Description) -> None:
    explanation = _weigh(sought, seen)
    assert math.fsum(one.weight_bits for one in explanation.comparisons) == pytest.approx(explanation.match_weight_bits)
    assert explanation.probability == pytest.approx(1 / (1 + 2**-explanation.match_weight_bits))
    assert all(
        one.weight_bits == 0
        for one in explanation.comparisons
        if one.outcome is Outcome.NOT_KNOWN and one.field != "prior"
    )
    assert set(explanation.contradictions) <= {
        one.field for one in explanation.comparisons if one.outcome is Outcome.DIFFERS
    }
    assert explanation.model == MODEL.name


@settings(max_examples=100, deadline=None)
@given(sought=DESCRIPTIONS, seen=DESCRIPTIONS)
def test_every_field_is_spoken_of_even_when_nothing_is_known(sought: Description, seen: Description) -> None:
    told = {one.field for one in _weigh(sought, seen).comparisons}
    assert told >= {"prior", "patronymic", "sex", "birth", "mother_maiden_name", "home", "unit", "side", "kin"}


@settings(max_examples=100, deadline=None)
@given(sought=DESCRIPTIONS, seen=DESCRIPTIONS)
def test_it_does_not_matter_which_side_asks(sought: Description, seen: Description) -> None:
    assert _weigh(sought, seen).match_weight_bits == pytest.approx(_weigh(seen, sought).match_weight_bits)


def test_two_names_that_fit_equally_well_weigh_the_same_from_either_side() -> None:
    one, other = PersonName(as_written="Дорошенкова Руслана"), PersonName(as_written="Yeison Cuastumal Rosero")
    sought, seen = Description(names=(one, other)), Description(names=(other, one))

    assert _weigh(sought, seen).match_weight_bits == pytest.approx(_weigh(seen, sought).match_weight_bits)


def test_the_spanish_press_and_the_family_mean_one_man() -> None:
    explanation = _weigh(RUSLAN, RUSLAN_IN_SPANISH)
    assert explanation.probability > 0.99
    assert explanation.contradictions == ()
    assert _reasons(explanation)["birth"] == "age_fits"


def test_a_shared_birthday_does_not_make_one_man_of_two() -> None:
    assert _weigh(RUSLAN, SERHII).probability < 0.001


def test_brothers_are_kept_apart_however_much_a_family_shares() -> None:
    """Surname, father, mother, home and unit speak for a brother as much as for the man himself."""
    unit = "115 окрема механізована бригада"
    maksym = named("Лисогор Максим Петрович", home="Черкаси", mother_maiden_name="Верещак", unit=unit, sex=Sex.MALE)
    artem = named("Лисогор Артем Петрович", home="Черкаси", mother_maiden_name="Верещак", unit=unit, sex=Sex.MALE)
    apart = _weigh(maksym, artem)
    assert apart.probability < THRESHOLD / 2
    assert "may_be_kin" in [one.reason for one in apart.comparisons]
    assert _weigh(maksym, maksym).probability > 0.99


def test_two_men_of_a_common_name_from_different_places_are_not_likely() -> None:
    one, other = named("Иванов Александр", home="Белгород"), named("Aleksandr Ivanov", home="Vladivostok")
    explanation = _weigh(one, other)
    assert explanation.probability < 0.1
    assert _reasons(explanation)["home"] == "other_town"


@pytest.mark.parametrize(
    ("changed", "contradiction"),
    [
        ({"birth": Birth(born_on=date(1979, 3, 12))}, "birth"),
        ({"birth": Birth(age=19, age_said_on=date(2024, 5, 1))}, "birth"),
        ({"names": (PersonName(as_written="Дорошенков Руслан Петрович"),), "father_name": None}, "patronymic"),
        ({"names": (PersonName(as_written="Дорошенкова Руслана"),), "sex": Sex.FEMALE}, "sex"),
    ],
)
def test_what_cannot_both_be_true_is_named(changed: dict[str, object], contradiction: str) -> None:
    namesake = Description(**({"names": RUSLAN.names} | changed))  # type: ignore[arg-type]
    explanation = _weigh(RUSLAN, namesake)
    assert contradiction in explanation.contradictions
    assert explanation.probability < 0.1


def test_an_unnamed_captive_is_proposed_only_when_much_else_agrees() -> None:
    little = Description(home="Воронеж", sex=Sex.MALE)
    some = Description(home="Воронеж", sex=Sex.MALE, birth=Birth(age=33, age_said_on=date(2024, 5, 24)))
    much = Description(
        home="Vorónezh",
        birth=Birth(age=33, age_said_on=date(2024, 5, 24)),
        unit="regimiento 87",
        side="RU",
        kin=(Kin(relation=Relation.MOTHER, name="Galina"),),
    )
    weights = [_weigh(RUSLAN, seen).match_weight_bits for seen in (little, some, much)]
    assert weights == sorted(weights)
    assert _weigh(RUSLAN, some).probability < 0.1
    assert _weigh(RUSLAN, much).probability > THRESHOLD
    assert _reasons(_weigh(RUSLAN, much))["name"] == "unnamed"


def test_the_age_of_a_report_is_counted_from_its_publication() -> None:
    seen = named("Ruslan Doroshenkov", birth=Birth(age=33))
    assert _reasons(_weigh(RUSLAN, seen))["birth"] == "age_without_day"
    assert _reasons(_weigh(RUSLAN, seen, date(2024, 5, 24)))["birth"] == "age_fits"


@pytest.mark.parametrize(("father", "agrees"), [("Serguéi", True), ("Serguéi Doroshenkov", True), ("Pavló", False)])
def test_a_father_named_as_a_relative_is_held_against_the_patronymic_and_weighed_once(
    father: str, *, agrees: bool
) -> None:
    """A report that says "his father, Serguéi" says the patronymic."""
    sought = Description(
        names=(PersonName(as_written="Дорошенков Руслан Сергеевич"),),
        kin=(Kin(relation=Relation.FATHER, name="Сергей"),),
    )
    seen = Description(
        names=(PersonName(as_written="Ruslan Doroshenkov"),), kin=(Kin(relation=Relation.FATHER, name=father),)
    )
    weights = {one.field: one.weight_bits for one in _weigh(sought, seen).comparisons}

    assert (weights["patronymic"] > 2) == agrees
    assert (weights["patronymic"] < -2) != agrees
    assert weights["kin"] == 0
