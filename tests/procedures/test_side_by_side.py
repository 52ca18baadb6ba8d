"""Two descriptions field by field, without a database."""

from paradero.procedures.side_by_side import pairs
from paradero.terms.matching import Comparison, Explanation, Outcome
from paradero.terms.person import Description, Kin, PersonName, Relation

SOUGHT = Description(
    names=(PersonName(as_written="Дашиев Тимур Баирович"),), kin=(Kin(relation=Relation.MOTHER, name="Сэсэг"),)
)


def _outcomes(seen: Description, **outcomes: Outcome) -> dict[Relation | None, Outcome | None]:
    comparisons = tuple(
        Comparison(field=field, outcome=outcome, sought=None, seen=None, weight_bits=1.0, reason="same_name")
        for field, outcome in outcomes.items()
    )
    explanation = Explanation(comparisons=comparisons, match_weight_bits=1.0, probability=0.5, model="test")
    return {pair.relation: pair.outcome for pair in pairs(SOUGHT, seen, explanation) if pair.field == "kin"}


def test_a_relative_of_whom_one_side_says_nothing_agrees_with_nobody() -> None:
    """That the mothers agree says nothing of a wife whom only the report mentions."""
    seen = Description(kin=(Kin(relation=Relation.MOTHER, name="Sesegma"), Kin(relation=Relation.WIFE)))

    assert _outcomes(seen, kin=Outcome.AGREES) == {
        Relation.MOTHER: Outcome.AGREES,
        Relation.WIFE: Outcome.NOT_KNOWN,
    }


def test_a_named_father_stands_as_he_compared_with_the_patronymic() -> None:
    seen = Description(kin=(Kin(relation=Relation.FATHER, name="Baír"),))

    assert _outcomes(seen, kin=Outcome.NOT_KNOWN, patronymic=Outcome.AGREES)[Relation.FATHER] is Outcome.AGREES


def test_a_father_without_a_name_agrees_with_nothing() -> None:
    seen = Description(kin=(Kin(relation=Relation.FATHER),))

    assert _outcomes(seen, kin=Outcome.AGREES, patronymic=Outcome.AGREES)[Relation.FATHER] is Outcome.NOT_KNOWN
