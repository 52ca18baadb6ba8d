import pytest

from paradero.identity import MODEL, Rarity
from paradero.identity.context import compare_homes, compare_kin, compare_maiden_names, compare_sides, compare_units
from paradero.terms.person import Description, Kin, Relation

NONE_HELD = Rarity()

HOMES = [
    ("Полтава", "Poltava", "same_town"),
    ("Полтава", "región de Poltava", "same_town"),
    ("г. Воронеж", "Vorónezh", "same_town"),
    ("Черкаси", "Cherkasy", "same_town"),
    ("Черкаси", "Черкассы", "same_town"),
    ("Київ", "Kiev", "same_town"),
    ("Москва", "Moscú", "same_town"),
    ("Харків", "Járkov", "same_town"),
    ("Улан-Удэ", "Ulán-Udé, Buriatia", "same_town"),
    ("Житомир", "Yitómir", "same_town"),
    ("Белгород", "Білгород", "same_town"),
    ("Кривий Ріг", "Krivói Rog", "same_town"),
    ("Pasto", "Pasto, Nariño", "same_town"),
    ("Белгород", "Vladivostok", "other_town"),
    ("Полтава", "Pasto", "other_town"),
    ("Воронеж", "Житомир", "other_town"),
]
UNITS = [
    ("бригада 214", "brigada 214", "same"),
    ("214-та окрема бригада", "214th brigade", "same"),
    ("polk 87", "regimiento 87", "same"),
    ("polk 87", "brigada 87", "number_only"),
    ("polk 87", "87", "number_only"),
    ("polk 87", "polk 88", "other"),
    ("medics", "brigada 214", "no_number"),
]


@pytest.mark.parametrize(("sought", "seen", "reason"), HOMES)
def test_a_town_is_one_town_in_any_language(sought: str, seen: str, reason: str) -> None:
    row = compare_homes(sought, seen, model=MODEL)
    assert row.reason == reason
    assert (row.weight_bits > 0) is (reason == "same_town")


@pytest.mark.parametrize(("sought", "seen", "reason"), UNITS)
def test_units_compare_by_number_and_kind(sought: str, seen: str, reason: str) -> None:
    assert compare_units(sought, seen, model=MODEL).reason == reason


def test_a_mothers_maiden_name_agrees_across_scripts_and_endings() -> None:
    for seen in ("Vereshchak", "Верещак"):
        assert compare_maiden_names("Верещак", seen, rarity=NONE_HELD, model=MODEL).reason == "same"
    assert compare_maiden_names("Дорошенкова", "Doroshenkov", rarity=NONE_HELD, model=MODEL).reason == "same"
    assert compare_maiden_names("Верещак", "Лисогор", rarity=NONE_HELD, model=MODEL).weight_bits < 0


def _kin(*rows: tuple[Relation, str | None]) -> Description:
    return Description(kin=tuple(Kin(relation=relation, name=name) for relation, name in rows))


@pytest.mark.parametrize(
    ("sought", "seen", "reason"),
    [
        (_kin((Relation.MOTHER, "Галина")), _kin((Relation.MOTHER, "Galina Doroshenkova")), "same_name"),
        (_kin((Relation.MOTHER, "Наталья")), _kin((Relation.MOTHER, "Natasha")), "same_name"),
        (_kin((Relation.MOTHER, "Rosalba")), _kin((Relation.MOTHER, "Росальба")), "same_name"),
        (_kin((Relation.MOTHER, "Галина")), _kin((Relation.MOTHER, "Iryna")), "other_name"),
        (_kin((Relation.WIFE, None)), _kin((Relation.WIFE, "Iryna")), "same_relation"),
        (_kin((Relation.MOTHER, None)), _kin((Relation.MOTHER, "Iryna")), "no_name_to_compare"),
        (_kin((Relation.MOTHER, "Галина")), _kin((Relation.WIFE, "Галина")), "no_name_to_compare"),
    ],
)
def test_relatives_compare_by_relation_and_name(sought: Description, seen: Description, reason: str) -> None:
    assert compare_kin(sought, seen, rarity=NONE_HELD, model=MODEL).reason == reason


def test_sides_agree_or_differ() -> None:
    assert compare_sides("UA", "ua", model=MODEL).weight_bits > 0
    assert compare_sides("UA", "RU", model=MODEL).weight_bits < -2


def test_a_brother_of_another_name_says_less_than_a_mother_of_another_name() -> None:
    """People have several brothers and one mother."""
    weights = [
        compare_kin(_kin((relation, "Артем")), _kin((relation, "Ivan")), rarity=NONE_HELD, model=MODEL).weight_bits
        for relation in (Relation.MOTHER, Relation.BROTHER)
    ]
    assert weights[0] < weights[1] < 0
