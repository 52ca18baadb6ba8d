"""Ranks compared by their order, whatever language or service they are said in."""

import re
import tomllib
from functools import cache, lru_cache
from typing import Any

from paradero.identity.evidence import found, not_known
from paradero.identity.model import Model
from paradero.terms.matching import Comparison, Outcome
from paradero.terms.resources import resource

A_PROMOTION = 2
"""How many steps lie between what a family knows and what a report says without being against it."""

_WORD = re.compile(r"[^\W\d_]+")


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resource("names/ranks.toml").read_text(encoding="utf-8"))


@cache
def _entries() -> tuple[tuple[tuple[str, ...], int], ...]:
    """Return the words of every entry with its step, entries of most words first."""
    every = [(tuple(entry.split()), step) for step, row in enumerate(_table()["steps"]) for entry in row]
    return tuple(sorted(every, key=lambda one: (-len(one[0]), -len(" ".join(one[0])))))


def _stands_in(entry: tuple[str, ...], words: list[str]) -> bool:
    return any(
        all(word.startswith(stem) for word, stem in zip(words[place:], entry, strict=False))
        for place in range(len(words) - len(entry) + 1)
    )


@lru_cache(maxsize=5_000)
def step_of(written: str) -> int | None:
    """Return the step of a rank from the lowest, 0; `None` for no rank and for what anybody in uniform is called.

    >>> step_of("рядового"), step_of("старший солдат"), step_of("sargento primero"), step_of("soldado")
    (0, 1, 4, None)
    """
    words = _WORD.findall(written.lower())
    fits = next((one for one in _entries() if _stands_in(one[0], words)), None)
    if fits is None or fits[0] in {tuple(word.split()) for word in _table()["loosely"]}:
        return None
    return fits[1]


def compare_ranks(sought: str | None, seen: str | None, *, model: Model) -> Comparison:
    """Return how two ranks compare: the same, a promotion apart, or far apart.

    The weight is one for all ranks, so that it cannot tell a reader below the evidence role which rank it is (R2).
    """
    if not sought or not seen:
        return not_known("rank", sought=sought or None, seen=seen or None)
    one, other = step_of(sought), step_of(seen)
    if one is None or other is None:
        return not_known("rank", sought=sought, seen=seen, reason="no_rank")
    if one == other:
        return found("rank", Outcome.AGREES, "same", model.bits("rank.same"), sought=sought, seen=seen)
    if abs(one - other) <= A_PROMOTION:
        return found("rank", Outcome.CLOSE, "near", model.bits("rank.near"), sought=sought, seen=seen)
    return found("rank", Outcome.DIFFERS, "far", model.bits("rank.far"), sought=sought, seen=seen)
