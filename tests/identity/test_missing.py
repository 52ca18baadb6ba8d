"""What would change a weight: what to ask, of whom, and how far each answer would move it."""

from dataclasses import replace
from datetime import date

import pytest
from tests.identity.crowd import named
from tests.people import RUSLAN, RUSLAN_IN_SPANISH, SERHII, YEISON

from paradero.identity import MODEL, Rarity, compare, wording
from paradero.identity.missing import WouldChange, what_would_change
from paradero.terms.person import Birth, Description, Kin, PersonName, Relation

BORN = Birth(born_on=date(1991, 3, 12))


def _changes(sought: Description, seen: Description) -> tuple[WouldChange, ...]:
    return what_would_change(compare(sought, seen, rarity=Rarity()), sought, seen)


def _total(sought: Description, seen: Description) -> float:
    return compare(sought, seen, rarity=Rarity()).match_weight_bits


def test_what_the_report_gives_and_the_family_did_not_is_asked_of_the_family_first() -> None:
    first, *_ = _changes(named("Хоменко Сергій"), named("Serguéi Jomenko", birth=BORN))

    assert (first.field, first.ask) == ("birth", "family")
    assert first.agrees_bits == MODEL.bits("birth.same_date")
    assert first.differs_bits == MODEL.bits("birth.year_far")


def test_a_date_of_birth_moves_the_weight_most_where_nobody_knows_it() -> None:
    changes = _changes(named("Хоменко Сергій"), named("Serguéi Jomenko"))

    assert {change.ask for change in changes} == {"both"}
    assert changes[0].field == "birth"
    assert [change.span_bits for change in changes] == sorted((one.span_bits for one in changes), reverse=True)


@pytest.mark.parametrize(
    ("known", "field"),
    [
        ({"birth": BORN}, "birth"),
        ({"birth": Birth(year=1991)}, "birth"),
        ({"home": "Полтава"}, "home"),
        ({"mother_maiden_name": "Верещак"}, "mother_maiden_name"),
        ({"kin": (Kin(relation=Relation.MOTHER, name="Галина"),)}, "kin"),
        ({"names": (PersonName(as_written="Хоменко Сергій Олександрович"),)}, "patronymic"),
    ],
)
def test_the_gain_that_is_promised_is_the_gain_that_is_got(known: dict[str, object], field: str) -> None:
    """A caseworker who asks, and hears the same, must see the weight move as it was said."""
    poor = named("Хоменко Сергій")
    rich = replace(poor, **known)  # type: ignore[arg-type]
    for sought, seen in ((poor, rich), (rich, poor)):
        (change,) = [one for one in _changes(sought, seen) if one.field == field]
        got = _total(rich, rich) - _total(sought, seen)
        assert change.agrees_bits == pytest.approx(got)
        assert change.ask == ("family" if sought is poor else "report")


def test_what_brothers_share_is_promised_for_no_more_than_it_will_weigh() -> None:
    """The given names differ, so an agreeing mother may be a brother's: most of what she weighs is taken off again."""
    sought, seen = named("Хоменко Сергій"), named("Хоменко Андрій", mother_maiden_name="Верещак")
    same = named("Хоменко Сергій", mother_maiden_name="Верещак")
    change, alone = (
        next(one for one in _changes(sought, other) if one.field == "mother_maiden_name") for other in (seen, same)
    )
    told = replace(sought, mother_maiden_name="Верещак")

    assert change.agrees_bits == pytest.approx(_total(told, seen) - _total(sought, seen))
    assert change.agrees_bits < alone.agrees_bits - 2


def test_a_smaller_town_promises_more_than_a_large_one() -> None:
    promised = [
        next(one for one in _changes(named("Хоменко Сергій", home=home), named("Jomenko")) if one.field == "home")
        for home in ("Москва", "Рени")
    ]
    assert promised[0].agrees_bits < promised[1].agrees_bits


def test_an_age_that_fits_is_not_yet_a_date() -> None:
    sought, seen = named("Хоменко Сергій", birth=BORN), named("Jomenko", birth=Birth(year=1991))
    first, *_ = _changes(sought, seen)
    now = MODEL.bits("birth.same_year")

    assert (first.field, first.ask) == ("birth", "report")
    assert first.agrees_bits == pytest.approx(MODEL.bits("birth.same_date") - now)
    assert first.differs_bits == pytest.approx(MODEL.bits("birth.same_year_other_day") - now)


def test_what_one_side_gives_is_asked_for_before_what_neither_does() -> None:
    asks = [one.ask for one in _changes(named("Хоменко Сергій", home="Полтава"), named("Jomenko", birth=BORN))]

    assert asks == sorted(asks, key=("family", "report", "both").index)
    assert asks[:2] == ["family", "report"]


def test_nobody_is_ever_asked_for_a_unit_or_a_rank() -> None:
    """Rule R2: a captive may be alive because his captors take him for someone else."""
    cast = (RUSLAN, RUSLAN_IN_SPANISH, SERHII, YEISON, Description(), named("Хоменко", unit="72 ОМБр", rank="майор"))
    for sought in cast:
        for seen in cast:
            assert not {change.field for change in _changes(sought, seen)} & {"unit", "rank"}


def test_what_is_known_on_both_sides_is_not_asked_for() -> None:
    assert not {change.field for change in _changes(RUSLAN, RUSLAN)} & {"birth", "patronymic", "home", "kin", "name"}


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_every_change_has_its_sentence(language: str) -> None:
    for field in wording.table(language)["wanted"]:
        for ask in ("family", "report", "both"):
            change = WouldChange(field=field, ask=ask, agrees_bits=13.14, differs_bits=-6.2)
            said = wording.would_change_sentence(change, language)
            assert "+13" in said
            assert "\N{MINUS SIGN}6" in said
            assert "{" not in said
