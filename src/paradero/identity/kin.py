"""Relatives compared: named ones of one relation by name, a wife, child or brother by being spoken of at all."""

from functools import cache

from paradero.identity.evidence import found, not_known
from paradero.identity.lexicon import known_names
from paradero.identity.model import Model
from paradero.identity.rarity import Rarity
from paradero.identity.readings import readings, tokens
from paradero.identity.spelling import nearest
from paradero.terms.matching import Comparison, Outcome
from paradero.terms.person import Description, Kin, Relation

_ONE_ONLY = frozenset({Relation.MOTHER, Relation.WIFE, Relation.HUSBAND, Relation.PARTNER, Relation.FIANCEE})
_EVERYBODY_HAS = frozenset({Relation.MOTHER, Relation.FATHER, Relation.PARENTS, Relation.RELATIVE})
_COUPLES = frozenset({Relation.WIFE, Relation.HUSBAND, Relation.PARTNER, Relation.FIANCEE})
"""A family says wife where a report says partner."""
_MARRIED = frozenset({Relation.WIFE, Relation.HUSBAND})


@cache
def _may_be_one(one: Relation, other: Relation) -> bool:
    if one is other:
        return True
    return {one, other} <= _COUPLES and {one, other} != _MARRIED


def _given(kin: Kin, own: frozenset[str]) -> tuple[str, ...]:
    """Return the words that may be a relative's given name: those known as one, else those that the family lacks.

    "Doroshenkova Galina" shares her son's surname, which says nothing of who she is.
    """
    words = tokens(kin.name or "")
    known = tuple(word for word in words if known_names(word))
    return known or tuple(word for word in words if not own & frozenset(readings(word))) or words


def _own_sounds(description: Description) -> frozenset[str]:
    return frozenset(code for name in description.names for word in tokens(name.as_written) for code in readings(word))


_LEAST_SHARE = 0.002
"""No relative's name is held for rarer than this: of some peoples the lexicon knows few names."""


def _known(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(known.canonical for word in words for known in known_names(word))


def _sounds(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code for word in words for code in readings(word))


def _compare_named(one: Kin, other: Kin, own: frozenset[str], rarity: Rarity, model: Model) -> Comparison:
    shown = {"sought": one.name or "", "seen": other.name or "", "relation": one.relation.value}
    words, others = _given(one, own), _given(other, own)
    if not words or not others:
        return not_known("kin", sought=one.name, seen=other.name, reason="no_name_to_compare")
    if shared := _known(words) & _known(others):
        share = max(_LEAST_SHARE, *(rarity.of_given_name(canonical=name) for name in shared))
        return found("kin", Outcome.AGREES, "same_name", model.bits("kin.named_agrees", u=share), **shown)
    spelling = nearest(_sounds(words), _sounds(others))
    share = max(_LEAST_SHARE, rarity.of_given_name(sound=spelling.one))
    bits = model.bits("kin.named_agrees", u=share) - spelling.cost_bits
    if spelling.slips > 1 or bits <= 0:
        row = "named_differs" if one.relation in _ONE_ONLY else "one_of_several_differs"
        return found("kin", Outcome.DIFFERS, "other_name", model.bits(f"kin.{row}"), **shown)
    if spelling.cost_bits:
        return found("kin", Outcome.CLOSE, "similar_name", bits, **shown)
    return found("kin", Outcome.AGREES, "same_name", bits, **shown)


def _written(description: Description) -> str | None:
    return ", ".join(kin.name or kin.relation.value for kin in description.kin) or None


def compare_kin(sought: Description, seen: Description, *, rarity: Rarity, model: Model) -> Comparison:
    """Return how the relatives compare: named ones of one relation by name, a shared wife or child by being there.

    A father's name is weighed once, beside the patronymic.
    """
    if not sought.kin or not seen.kin:
        return not_known("kin", sought=_written(sought), seen=_written(seen))
    pairs = [(one, other) for one in sought.kin for other in seen.kin if _may_be_one(one.relation, other.relation)]
    named = [(a, b) for a, b in pairs if a.name and b.name and a.relation is not Relation.FATHER]
    if named:
        own = _own_sounds(sought) | _own_sounds(seen)
        compared = (_compare_named(one, other, own, rarity, model) for one, other in named)
        return max(compared, key=lambda one: one.weight_bits)
    one, other = _written(sought), _written(seen)
    telling = next((a.relation.value for a, _ in pairs if a.relation not in _EVERYBODY_HAS), None)
    if telling is None:
        return not_known("kin", sought=one, seen=other, reason="no_name_to_compare")
    bits = model.bits("kin.relation_agrees")
    return found("kin", Outcome.CLOSE, "same_relation", bits, sought=one, seen=other, relation=telling)
