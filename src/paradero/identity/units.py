"""Units compared by number, kind and arm, in four languages and their abbreviations, or by their own names."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from typing import Any, NamedTuple

from paradero.identity.evidence import found, not_known
from paradero.identity.model import Model
from paradero.identity.readings import readings, skeleton
from paradero.terms.matching import Comparison, Outcome
from paradero.terms.resources import resource


@dataclass(frozen=True, slots=True)
class Formation:
    """One formation of those a unit is written with: "3rd battalion" of "the 72nd mechanised brigade"."""

    number: str | None = None
    kind: str | None = None
    arms: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it may be understood."""

    formations: tuple[Formation, ...]
    code: str | None
    """The number of a military unit: five digits, or a letter and four."""
    names: frozenset[str]
    """How its own name may sound, as "Azov"."""


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resource("names/units.toml").read_text(encoding="utf-8"))


@cache
def _tiers() -> dict[str, int]:
    return {kind: place for place, kinds in enumerate(_table()["formations"]["tiers"]) for kind in kinds.split()}


@cache
def _alike() -> frozenset[tuple[str, str]]:
    rows = [row.split() for row in _table()["arms"]["alike"]]
    return frozenset((one, other) for row in rows for one in row for other in row)


def _fits(word: str, stems: list[str]) -> bool:
    return any(word == stem[1:] if stem[0] == "=" else word.startswith(stem) for stem in stems)


def _kind_and_arm(word: str) -> tuple[str | None, str | None]:
    """Return what formation and what arm a word names."""
    table = _table()
    for before in ("", *table["words"]["before_abbreviations"]):
        known = table["abbreviations"].get(word.removeprefix(before))
        if known and (not before or word.startswith(before)):
            kind, arm = known.split()
            return (None if kind == "-" else kind), arm
    formations = ((kind, stems) for kind, stems in table["formations"].items() if kind != "tiers")
    kind = next((kind for kind, stems in formations if _fits(word, stems)), None)
    arms = ((arm, stems) for arm, stems in table["arms"].items() if arm != "alike")
    return kind, None if kind else next((arm for arm, stems in arms if _fits(word, stems)), None)


_PIECE = re.compile(r"\d+|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|[,;()/]")
_CODE = re.compile(r"(?<![\w№])(?:(?P<letter>[аa])[\s-]?(?P<four>\d{4})|(?P<five>\d{5}))(?!\w)")
_JOINED = re.compile(r"\bв\s*/\s*ч\b|\bв\.\s*ч\.", re.IGNORECASE)
_DASHES = re.compile(r"(?<=\w)-(?=\w)")


def _ordinal(word: str) -> str | None:
    return next((number for stem, number in _table()["ordinals"].items() if word.startswith(stem)), None)


def _formations(pieces: list[str]) -> Iterator[Formation]:
    """Give the formations in order; a number, a kind or a comma that the current one already has begins the next."""
    number: str | None = None
    kind: str | None = None
    arms: set[str] = set()
    for piece in [*pieces, ";"]:
        own_number = (piece.lstrip("0") or "0") if piece.isdigit() else None
        own_kind, own_arm = (None, None) if own_number or not piece[0].isalpha() else _kind_and_arm(piece)
        if own_number is None and own_kind is None and own_arm is None and piece[0].isalpha():
            own_number = _ordinal(piece)
        ended = not piece[0].isalnum() and bool(kind)
        if ended or (own_number and number) or (own_kind and kind):
            yield Formation(number, kind, frozenset(arms))
            number, kind, arms = None, None, set()
        number, kind = own_number or number, own_kind or kind
        arms |= {own_arm} if own_arm else set()
    if number or kind:
        yield Formation(number, kind, frozenset(arms))


def _names(pieces: list[str]) -> frozenset[str]:
    own = (
        piece
        for piece in pieces
        if piece[0].isalpha()
        and len(piece) > 2  # noqa: PLR2004  # an ending after a number: "72-га"
        and _kind_and_arm(piece) == (None, None)
        and not _fits(piece, _table()["words"]["other"])
        and _ordinal(piece) is None
    )
    return frozenset(skeleton(code) for piece in own for code in readings(piece))


@lru_cache(maxsize=20_000)
def unit_of(written: str) -> Unit:
    """Return what a written unit means.

    >>> [(one.number, one.kind, sorted(one.arms)) for one in unit_of("3 мсб 72 ОМБр").formations]
    [('3', 'battalion', ['motor_rifle']), ('72', 'brigade', ['mechanised'])]
    """
    text = _JOINED.sub(" вч ", written.lower())
    code = _CODE.search(text)
    if code is not None:
        text = text[: code.start()] + " " + text[code.end() :]
    pieces = _PIECE.findall(_DASHES.sub(" ", text))
    number = None if code is None else code["five"] or "a" + code["four"]
    return Unit(tuple(_formations(pieces)), number, _names(pieces))


class UnitKeys(NamedTuple):
    """Exact keys under which a unit meets others."""

    numbers: tuple[str, ...]
    """Its numbers, of whatever kind of formation; a military unit's own number is one of them."""
    whole: tuple[str, ...]
    """Those of which the kind is known, with the kind: the stronger key."""


def unit_keys(written: str) -> UnitKeys:
    """Return the keys of a written unit.

    >>> unit_keys("72 ОМБр") == unit_keys("72-га бригада") == unit_keys("бригада 72")
    True
    >>> unit_keys("72 бригада").whole, unit_keys("полк 72").whole
    (('72 brigade',), ('72 regiment',))
    """
    unit = unit_of(written)
    code = (unit.code,) if unit.code else ()
    numbers = dict.fromkeys(one.number for one in unit.formations if one.number)
    whole = dict.fromkeys(f"{one.number} {one.kind}" for one in unit.formations if one.number and one.kind)
    return UnitKeys((*code, *numbers), (*code, *whole))


def _arms_fit(one: Formation, other: Formation) -> bool:
    if not one.arms or not other.arms or one.arms & other.arms:
        return True
    return any((arm, another) in _alike() for arm in one.arms for another in other.arms)


def _tier(one: Formation) -> int | None:
    return _tiers().get(one.kind) if one.kind else None


def _held_together(one: Formation, other: Formation) -> str:
    if one.number != other.number:
        return "other"
    return "same" if one.kind is not None and one.kind == other.kind and _arms_fit(one, other) else "number_only"


def _by_tier(one: Unit, other: Unit) -> dict[int, set[str]]:
    """Return how the numbered formations of each shared tier compare, -1 where a tier is not known.

    A battalion's number says nothing beside a brigade's, unless they are the same.
    """
    found: dict[int, set[str]] = {}
    for mine, theirs in product(one.formations, other.formations):
        if mine.number and theirs.number:
            tiers = _tier(mine), _tier(theirs)
            verdict = _held_together(mine, theirs)
            if tiers[0] == tiers[1] or None in tiers or verdict != "other":
                place = tiers[0] if tiers[0] == tiers[1] and tiers[0] is not None else -1
                found.setdefault(place, set()).add(verdict)
    return found


@lru_cache(maxsize=100_000)
def _reason(sought: str, seen: str) -> str:
    one, other = unit_of(sought), unit_of(seen)
    if one.code and other.code:
        return "same" if one.code == other.code else "other"
    by_tier = _by_tier(one, other)
    if by_tier:
        verdicts = by_tier[max(by_tier)]
        return next(verdict for verdict in ("same", "number_only", "other") if verdict in verdicts)
    return "same" if one.names & other.names else "no_number"


_ROWS = {
    "same": ("agrees", Outcome.AGREES),
    "number_only": ("number_agrees", Outcome.CLOSE),
    "other": ("differs", Outcome.DIFFERS),
}


def compare_units(sought: str | None, seen: str | None, *, model: Model) -> Comparison:
    """Return how two units compare; the same number of another kind of unit says less.

    The weight is one for all units, so that it cannot tell a reader below the evidence role which unit it is (R13).
    """
    if not sought or not seen:
        return not_known("unit", sought=sought or None, seen=seen or None)
    reason = _reason(sought, seen)
    if reason not in _ROWS:
        return not_known("unit", sought=sought, seen=seen, reason=reason)
    row, outcome = _ROWS[reason]
    return found("unit", outcome, reason, model.bits(f"unit.{row}"), sought=sought, seen=seen)
