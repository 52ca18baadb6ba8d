"""Two descriptions field by field, without a database."""

import pytest

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


def _whole_name(*parts: tuple[str, Outcome, str]) -> Outcome | None:
    comparisons = tuple(
        Comparison(field=field, outcome=outcome, sought=None, seen=None, weight_bits=1.0, reason=reason)
        for field, outcome, reason in parts
    )
    explanation = Explanation(comparisons=comparisons, match_weight_bits=1.0, probability=0.5, model="test")
    return next(pair.outcome for pair in pairs(SOUGHT, SOUGHT, explanation) if pair.field == "name")


FAMILY = ("family_name", Outcome.AGREES, "same_spelling")
GIVEN = ("given_name", Outcome.AGREES, "same_name")
NAMESAKES = ("name", Outcome.CLOSE, "namesakes")


@pytest.mark.parametrize(
    ("last", "whole"),
    [
        (("patronymic", Outcome.AGREES, "same_father"), Outcome.AGREES),
        (("patronymic", Outcome.NOT_KNOWN, "not_known"), Outcome.AGREES),
        (("patronymic", Outcome.NOT_KNOWN, "not_in_report"), Outcome.CLOSE),
        (("patronymic", Outcome.CLOSE, "initial"), Outcome.CLOSE),
        (("patronymic", Outcome.DIFFERS, "other_father"), Outcome.DIFFERS),
    ],
)
def test_whole_names_agree_where_every_part_does_that_is_given_whatever_the_caution_of_namesakes(
    last: tuple[str, Outcome, str], whole: Outcome
) -> None:
    assert _whole_name(FAMILY, GIVEN, last, NAMESAKES) is whole


def test_where_one_side_has_no_name_the_names_are_not_compared_though_the_fathers_are() -> None:
    unnamed, father = ("name", Outcome.NOT_KNOWN, "unnamed"), ("patronymic", Outcome.AGREES, "same_father")

    assert _whole_name(unnamed, father) is Outcome.NOT_KNOWN
