"""Two descriptions, field by field."""

from collections.abc import Mapping

from paradero.procedures.views import FieldPair
from paradero.terms.matching import Comparison, Explanation, Outcome
from paradero.terms.person import Birth, Description, Relation

FIELDS = (
    "name",
    "sex",
    "birth",
    "father_name",
    "mother_maiden_name",
    "home",
    "unit",
    "rank",
    "side",
    "died_on",
    "last_heard_on",
    "captive_by",
)
"""In the order of the page; kin follow."""

DAYS = ("died_on", "last_heard_on", "captive_by")
DAYS_COMPARED = {
    "same_death": ("died_on",),
    "other_death": ("died_on",),
    "alive_after_death": ("died_on", "last_heard_on"),
    "free_after_capture": ("last_heard_on", "captive_by"),
}
"""Which days a comparison of dates held together, by its reason."""

NAME_PARTS = ("family_name", "given_name", "patronymic")
"""What a whole name is compared by."""

MOST_SECRET = frozenset({"unit", "rank"})
"""Never written out below the evidence role: only whether they agree (rules R2 and R13)."""


def pairs(sought: Description, seen: Description, explanation: Explanation) -> tuple[FieldPair, ...]:
    """Return every field that either side gives, with how it compared; a secret field without its values."""
    left, right = values(sought), values(seen)
    outcomes = _outcomes(explanation.comparisons)
    fields = (field for field in FIELDS if field in left or field in right)
    plain = [_pair(field, left, right, outcomes) for field in fields if field != "captive_by" or field in outcomes]
    relations = [kin.relation for kin in (*sought.kin, *seen.kin)]
    kin = [_kin_pair(relation, sought, seen, outcomes) for relation in dict.fromkeys(relations)]
    return (*plain, *kin)


def given(description: Description) -> tuple[FieldPair, ...]:
    """Return every field that a description gives, on the side of the sought."""
    nobody = Explanation(comparisons=(), match_weight_bits=0.0, probability=0.0, model="")
    return pairs(description, Description(), nobody)


def values(description: Description) -> dict[str, str]:
    """Return the fields that a description gives, kin apart."""
    found = {
        "name": " / ".join(name.as_written for name in description.names),
        "sex": description.sex.value if description.sex else None,
        "birth": birth_in_words(description.birth) if description.birth else None,
        "father_name": description.father_name,
        "mother_maiden_name": description.mother_maiden_name,
        "home": description.home,
        "unit": description.unit,
        "rank": description.rank,
        "side": description.side,
        **{field: day.isoformat() for field in DAYS if (day := getattr(description, field))},
    }
    return {field: value for field, value in found.items() if value}


def birth_in_words(birth: Birth) -> str:
    """Return a birth as date, year, or age with the day it was said on.

    >>> from datetime import date
    >>> birth_in_words(Birth(age=33, age_said_on=date(2024, 5, 24)))
    '33 (2024-05-24)'
    """
    if birth.born_on:
        return birth.born_on.isoformat()
    if birth.year is not None:
        return str(birth.year)
    if birth.age is None:
        return ""
    return f"{birth.age} ({birth.age_said_on.isoformat()})" if birth.age_said_on else str(birth.age)


def _outcomes(comparisons: tuple[Comparison, ...]) -> dict[str, Outcome]:
    found: dict[str, Outcome] = {}
    for comparison in comparisons:
        found.setdefault(comparison.field, comparison.outcome)
    if name := _of_the_name(comparisons):
        found["name"] = name
    if "patronymic" in found:  # a father's name and a patronymic tell the same and are compared as one
        found.setdefault("father_name", found["patronymic"])
    for comparison in comparisons:
        found |= dict.fromkeys(DAYS_COMPARED.get(comparison.reason, ()), comparison.outcome)
    return found


def _of_the_name(comparisons: tuple[Comparison, ...]) -> Outcome | None:
    """Return how the whole names compare: they agree where every part does that either side gives.

    What else is said under "name" is a caution about the weight, and no comparison of the two names.
    """
    parts = [one for one in comparisons if one.field in NAME_PARTS and one.reason != "not_known"]
    outcomes = {one.outcome for one in parts}
    if not outcomes - {Outcome.NOT_KNOWN} or any(one.reason == "unnamed" for one in comparisons):
        return None
    if Outcome.DIFFERS in outcomes:
        return Outcome.DIFFERS
    return Outcome.AGREES if outcomes == {Outcome.AGREES} else Outcome.CLOSE


def _pair(field: str, left: Mapping[str, str], right: Mapping[str, str], outcomes: Mapping[str, Outcome]) -> FieldPair:
    hidden = field in MOST_SECRET
    return FieldPair(
        field=field,
        sought=None if hidden else left.get(field),
        seen=None if hidden else right.get(field),
        outcome=outcomes.get(field),
    )


def _kin_pair(relation: Relation, sought: Description, seen: Description, outcomes: Mapping[str, Outcome]) -> FieldPair:
    def named(description: Description) -> str | None:
        names = [kin.name or "" for kin in description.kin if kin.relation is relation]
        return ", ".join(filter(None, names)) if names else None

    left, right = named(sought), named(seen)
    return FieldPair(
        field="kin", sought=left, seen=right, outcome=_kin_outcome(relation, left, right, outcomes), relation=relation
    )


def _kin_outcome(
    relation: Relation, left: str | None, right: str | None, outcomes: Mapping[str, Outcome]
) -> Outcome | None:
    """Return how relatives of one relation compared: not known unless both sides tell of one.

    A father who is named was held against the other side's patronymic.
    """
    if relation is Relation.FATHER and (left or right):
        return outcomes.get("patronymic")
    if "kin" in outcomes and (left is None or right is None):
        return Outcome.NOT_KNOWN
    return outcomes.get("kin")
