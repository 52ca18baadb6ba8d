"""Family names compared: in their masculine dictionary form, by sound, with an eye on the ending."""

import tomllib
from functools import cache
from itertools import product, takewhile

from paradero.identity.evidence import found, not_known
from paradero.identity.model import Model, match_weight_bits
from paradero.identity.parts import Way
from paradero.identity.rarity import Rarity
from paradero.identity.readings import skeleton
from paradero.identity.roles import Word, said
from paradero.identity.spelling import MOST_SLIPS, nearest
from paradero.terms.matching import Comparison, Outcome
from paradero.terms.resources import resource


@cache
def _families() -> tuple[tuple[str, str], ...]:
    table = tomllib.loads(resource("names/surnames.toml").read_text(encoding="utf-8"))["families"]
    return tuple(sorted(table.items(), key=lambda row: -len(row[0])))


def ending_family(sound: str) -> str | None:
    """Return which family of surnames a reading's ending belongs to, or `None`.

    >>> ending_family("doroSenko"), ending_family("doroSenkov")
    ('enko', 'enkov')
    """
    return next(
        (family for ending, family in _families() if sound.endswith(ending) and len(sound) > len(ending) + 1), None
    )


_STEM = 3


def _other_ending(one: str, other: str) -> bool:
    ends = ending_family(one), ending_family(other)
    pairs = zip(skeleton(one), skeleton(other), strict=False)
    stem = list(takewhile(lambda pair: pair[0] == pair[1], pairs))
    return None not in ends and ends[0] != ends[1] and len(stem) >= max(_STEM, min(len(one), len(other)) - 3)


def compare_family_word(sought: Word, seen: Word, *, rarity: Rarity, model: Model) -> Comparison:
    """Return how two family names compare, both in their masculine dictionary form."""
    spelling = nearest(sought.sounds, seen.sounds)
    differs = model.bits("name.family_name_differs")
    shown = {"sought": sought.written, "seen": seen.written}
    share = max(rarity.of_family_name(spelling.one), rarity.of_family_name(spelling.other))
    bits = model.bits("name.family_name_agrees", u=share) - spelling.cost_bits
    if spelling.slips > MOST_SLIPS or bits <= differs:
        return found("family_name", Outcome.DIFFERS, "other_name", differs, **shown)
    if spelling.cost_bits > 0 and _other_ending(spelling.one, spelling.other):
        bits = min(bits, model.bits("name.family_name_other_ending"))
        return found("family_name", Outcome.DIFFERS, "other_ending", bits, **shown)
    if spelling.cost_bits > 0:
        return found("family_name", Outcome.CLOSE, "similar_sound", bits, **shown)
    return found("family_name", Outcome.AGREES, _agreement(sought, seen), bits, **shown)


def _agreement(sought: Word, seen: Word) -> str:
    if sought.written.lower() == seen.written.lower():
        return "same_spelling"
    if sought.nominative != sought.written.lower() or seen.nominative != seen.written.lower():
        return "same_in_other_case"
    return "same_sound"


def compare_family(sought: Way, seen: Way, *, rarity: Rarity, model: Model) -> Comparison:
    """Return how the family names compare; of double surnames the nearest halves speak, for less."""
    if not sought.family or not seen.family:
        return not_known("family_name", sought=said(sought.family), seen=said(seen.family))
    pairs = [compare_family_word(a, b, rarity=rarity, model=model) for a, b in product(sought.family, seen.family)]
    best = max(pairs, key=lambda one: one.weight_bits)
    if len(sought.family) == len(seen.family) == 1 or best.outcome is Outcome.DIFFERS:
        return best
    agreeing = sum(1 for one in pairs if one.outcome is not Outcome.DIFFERS)
    if agreeing >= max(len(sought.family), len(seen.family)):
        return found(
            "family_name",
            best.outcome,
            "same_double",
            best.weight_bits,
            sought=said(sought.family),
            seen=said(seen.family),
        )
    less = model.rows["name.family_name_agrees"].m / model.rows["name.family_name_half"].m
    bits = best.weight_bits - match_weight_bits(m=1.0, u=1 / less)
    return found(
        "family_name", Outcome.CLOSE, "half_of_double", bits, sought=said(sought.family), seen=said(seen.family)
    )
