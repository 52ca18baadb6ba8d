import pytest

from paradero.identity import MODEL, Rarity
from paradero.identity.context import compare_maiden_names, compare_sides
from paradero.identity.kin import compare_kin
from paradero.terms.matching import Outcome
from paradero.terms.person import Description, Kin, PersonName, Relation

NONE_HELD = Rarity()


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
        (_kin((Relation.MOTHER, "Rosalba")), _kin((Relation.MOTHER, "Rosalva")), "similar_name"),
        (_kin((Relation.WIFE, "Ірина")), _kin((Relation.PARTNER, "Irina")), "same_name"),
        (_kin((Relation.WIFE, "Ірина")), _kin((Relation.HUSBAND, "Irina")), "no_name_to_compare"),
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


def test_a_third_country_says_nothing_of_the_side_one_serves_on() -> None:
    """A Colombian among the Ukrainian forces is sought as a soldier of Ukraine, and reported as a Colombian."""
    row = compare_sides("UA", "CO", model=MODEL)
    assert (row.outcome, row.weight_bits, row.reason) == (Outcome.NOT_KNOWN, 0.0, "third_country")
    assert compare_sides("co", "CO", model=MODEL).outcome is Outcome.AGREES


def test_a_brother_of_another_name_says_less_than_a_mother_of_another_name() -> None:
    """People have several brothers and one mother."""
    weights = [
        compare_kin(_kin((relation, "Артем")), _kin((relation, "Ivan")), rarity=NONE_HELD, model=MODEL).weight_bits
        for relation in (Relation.MOTHER, Relation.BROTHER)
    ]
    assert weights[0] < weights[1] < 0


def test_a_surname_that_the_family_shares_is_not_a_relatives_name() -> None:
    """ "Doroshenkova Galina" and "Doroshenkova Irina" are two women, whoever their son is."""
    son = (PersonName(as_written="Дорошенков Руслан"),)
    sought = Description(names=son, kin=(Kin(relation=Relation.MOTHER, name="Дорошенкова Галина"),))
    seen = Description(names=son, kin=(Kin(relation=Relation.MOTHER, name="Irina Doroshenkova"),))

    assert compare_kin(sought, seen, rarity=NONE_HELD, model=MODEL).reason == "other_name"
