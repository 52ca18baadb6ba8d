"""Estimates m by expectation and maximisation over candidate pairs, and u by counting random pairs.

Nobody tells which pairs are one person. Each round weighs every pair with what is believed so far, and then counts how
often each outcome is seen among pairs in proportion to how likely they are one person. Pairs that people judged count
as judged. Unlike the textbook's two classes there are four, since a stranger may be a brother or a namesake, and of
the enquiries that claim one sighting at most one is right.

Sources: Fellegi and Sunter, "A Theory for Record Linkage", JASA 64 (1969); Winkler, "Using the EM Algorithm for Weight
Computation in the Fellegi-Sunter Model of Record Linkage" (1988); Dempster, Laird and Rubin (1977).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from paradero.identity.fitting.levels import in_order
from paradero.identity.fitting.patterns import Seen
from paradero.identity.fitting.table import (
    FAMILY_FIELDS,
    NAME_FIELDS,
    Floats,
    Numbering,
    Table,
    columns,
    numbered,
    tabled,
)
from paradero.identity.model import Model, as_often_seen
from paradero.terms.refusal import Refusal

LEAST_MATCHES = 20
"""With fewer expected matches nothing can be learned that was not stated."""
ROUNDS = 200
STILL_MOVING = 1e-4
LARGEST_BITS = 60.0


class TooLittleToFit(Refusal):
    """The pairs at hand hold too few that may be one person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """What was estimated, and from how much."""

    model: Model
    pairs: int
    judged: int
    random_pairs: int
    matches: float
    """How many of the pairs are one person, as expected."""
    counterparts: float
    """Share of the sightings that had a counterpart in these data: not the model's base rate, which is stated."""
    support: Mapping[str, float]
    """For each row that was seen, how many matches were expected to show it."""
    fitted_rows: frozenset[str]
    """The rows whose numbers were estimated."""
    chances: Floats
    """For each candidate pair in order, how likely it is one person; 1 or 0 where it was judged."""
    rounds: int


@dataclass(frozen=True, slots=True)
class _Belief:
    """What is believed at the beginning of a round."""

    m: dict[str, float]
    u: dict[str, float]
    share: float
    kin: float
    namesakes: float


@dataclass(frozen=True, slots=True)
class _Expected:
    """How likely each pair is one person, kin, or namesakes."""

    match: Floats
    kin: Floats
    namesakes: Floats


def fit(
    seen: Sequence[Seen],
    *,
    start: Model,
    stated_pairs: float = 50.0,
    stated_strangers: float = 5000.0,
    kept: frozenset[str] = frozenset(),
) -> Fitted:
    """Return the model that explains best what was seen; what was never seen stays as it was stated.

    Args:
        seen: Candidate pairs and random pairs of one or more searches, all weighed by `start`.
        start: The model to begin with. Its base rate, its spelling costs and all rows that were not seen are kept.
        stated_pairs: For how many matches in a context the stated m counts, so that no weight explodes where an
            outcome was never seen.
        stated_strangers: The same for u and random pairs; larger, since two strangers' birthdays seldom agree.
        kept: Fields whose rows keep their stated numbers, since these data cannot tell.

    Raises:
        TooLittleToFit: If fewer than `LEAST_MATCHES` of the pairs are likely to be one person.
    """
    numbering = numbered(seen, kept)
    table = tabled(seen, numbering)
    settled = _settle(table, numbering, start, _Reach.of(seen, start), seen, (stated_pairs, stated_strangers))
    matches = float(settled.expected.match.sum())
    _require_enough(matches, len(table.judged))
    return Fitted(
        model=_model(start, settled.belief, numbering),
        pairs=len(table.judged),
        judged=int((table.judged >= 0).sum()),
        random_pairs=sum(len(one.random) for one in seen),
        matches=matches,
        counterparts=settled.belief.share,
        support=_support(table, settled.expected.match, numbering),
        fitted_rows=frozenset(numbering.rows) - numbering.as_stated,
        rounds=settled.rounds,
        chances=settled.expected.match,
    )


@dataclass(frozen=True, slots=True)
class _Reach:
    """How many sightings asked, and how much of their full number the kin and namesakes of one had at the start."""

    asked: int
    seen: float

    @classmethod
    def of(cls, seen: Sequence[Seen], start: Model) -> "_Reach":
        return cls(max(1, sum(one.asked for one in seen)), as_often_seen(start.base_rate))

    def for_each(self, expected: Floats, stated: float, stated_pairs: float) -> float:
        """Return how many there are for each sought person; what was stated counts for as many sought people."""
        return float((stated_pairs * stated * self.seen + expected.sum()) / (stated_pairs + self.asked))


@dataclass(frozen=True, slots=True)
class _Settled:
    """The last round."""

    belief: _Belief
    expected: _Expected
    rounds: int


def _settle(
    table: Table,
    numbering: Numbering,
    start: Model,
    reach: _Reach,
    seen: Sequence[Seen],
    stated: tuple[float, float],
) -> _Settled:
    """Go round until m stands still; u is counted once."""
    u = _among_strangers(seen, start, numbering, stated[1])
    m = {row: start.rows[row].m for row in numbering.rows}
    others = (start.kin_per_sought * reach.seen, start.namesakes_per_sought * reach.seen)
    belief = _Belief(m, u, _kept_within(start.base_rate), *others)
    rounds, still, expected = 0, 1.0, _expect(table, belief, numbering)
    while still >= STILL_MOVING and rounds < ROUNDS:
        rounds += 1
        expected = _expect(table, belief, numbering)
        following = _Belief(
            in_order(_maximise(table, expected.match, start, numbering, stated[0]), u),
            u,
            _kept_within(expected.match.sum() / reach.asked),
            reach.for_each(expected.kin, start.kin_per_sought, stated[0]),
            reach.for_each(expected.namesakes, start.namesakes_per_sought, stated[0]),
        )
        still = max((abs(following.m[row] / belief.m[row] - 1) for row in following.m), default=0.0)
        belief = following
    return _Settled(belief, expected, rounds)


def _kept_within(share: float) -> float:
    return float(min(0.99, max(1e-6, share)))


def _require_enough(matches: float, pairs: int) -> None:
    if matches < LEAST_MATCHES:
        raise TooLittleToFit(
            f"Of {pairs} pairs about {matches:.0f} may be one person; {LEAST_MATCHES} is the least to learn from. "
            "Nothing was changed. Judge more candidates, or give larger lists, and fit again."
        )


def _among_strangers(
    seen: Sequence[Seen], start: Model, numbering: Numbering, stated_strangers: float
) -> dict[str, float]:
    """Return u for each row that has one: its share among random pairs, on top of what was stated."""
    counts, totals = dict.fromkeys(numbering.rows, 0.0), dict.fromkeys(numbering.contexts, 0.0)
    for cell in (cell for one in seen for pattern in one.random for cell in pattern.cells if cell.row is not None):
        counts[cell.row or ""] += 1
        totals[cell.context] += 1
    found = {}
    for row in numbering.rows:
        stated = start.rows[row].u
        if stated is not None:
            if row in numbering.as_stated:
                found[row] = stated
                continue
            total = sum(totals[context] for context, rows in numbering.possible.items() if row in rows)
            found[row] = (stated_strangers * stated + counts[row]) / (stated_strangers + total)
    return found


def _bits(table: Table, belief: _Belief, numbering: Numbering) -> Floats:
    """Return what each field of each pair weighs."""
    log2_m = np.log2([belief.m[row] for row in numbering.rows] + [1.0])
    log2_u = np.log2([belief.u.get(row, 1.0) for row in numbering.rows] + [1.0])
    u = np.where(np.isnan(table.own_log2_u), log2_u[table.row], table.own_log2_u)
    bits: Floats = np.where(table.row >= 0, log2_m[table.row] - u, 0.0) + table.fixed_bits
    return bits


def _odds(bits: Floats) -> Floats:
    odds: Floats = np.exp2(np.clip(bits, -LARGEST_BITS, LARGEST_BITS))
    return odds


def _expect(table: Table, belief: _Belief, numbering: Numbering) -> _Expected:
    """Return how likely each pair is to be what, rivals for one sighting reckoned with."""
    bits = _bits(table, belief, numbering)
    crowd = table.held
    as_kin = belief.kin / crowd * _odds(bits[:, columns(numbering.fields, FAMILY_FIELDS)].sum(axis=1))
    names = np.maximum(bits[:, columns(numbering.fields, NAME_FIELDS)], 0)
    whole = (names > 0).all(axis=1)
    as_namesakes = np.where(whole, belief.namesakes / crowd * _odds(names.sum(axis=1)), 0)
    as_kin = np.where(table.given_differs, as_kin, 0)
    other = 1 + as_kin + as_namesakes
    claim = np.where(_known_not(table), 0.0, belief.share / table.held * _odds(bits.sum(axis=1)) / other)
    rivals = np.bincount(table.group, weights=claim, minlength=table.groups)[table.group]
    match = claim / (1 - belief.share + rivals)
    match = np.where(table.judged >= 0, table.judged, match)
    return _Expected(match, (1 - match) * as_kin / other, (1 - match) * as_namesakes / other)


def _known_not(table: Table) -> NDArray[np.bool_]:
    """Tell which pairs are known not to be one person: judged so, or rivals of one that was judged the same."""
    taken = np.bincount(table.group, weights=table.judged == 1, minlength=table.groups) > 0
    known: NDArray[np.bool_] = (table.judged == 0) | (taken[table.group] & (table.judged < 0))
    return known


def _maximise(table: Table, match: Floats, start: Model, numbering: Numbering, stated_pairs: float) -> dict[str, float]:
    """Return m for each row: its share among matches where it could have been seen."""
    contexts = list(numbering.contexts)
    weight = np.broadcast_to(match[:, None], table.row.shape)
    there = table.row >= 0
    by_row = np.bincount(table.row[there], weights=weight[there], minlength=len(numbering.rows))
    by_context = np.bincount(table.context[there], weights=weight[there], minlength=len(contexts))
    stated = {context: sum(start.rows[row].m for row in numbering.possible[context]) for context in contexts}
    found = {}
    for row, number in numbering.rows.items():
        if row in numbering.as_stated:
            found[row] = start.rows[row].m
            continue
        within = [context for context in contexts if row in numbering.possible[context]]
        total = sum(stated_pairs + by_context[numbering.contexts[context]] for context in within)
        before = sum(stated_pairs * start.rows[row].m / stated[context] for context in within)
        found[row] = float((before + by_row[number]) / total)
    return found


def _support(table: Table, match: Floats, numbering: Numbering) -> dict[str, float]:
    there = table.row >= 0
    weight = np.broadcast_to(match[:, None], table.row.shape)[there]
    counts = np.bincount(table.row[there], weights=weight, minlength=len(numbering.rows))
    return {row: float(counts[number]) for row, number in numbering.rows.items()}


def _model(start: Model, belief: _Belief, numbering: Numbering) -> Model:
    rows = dict(start.rows)
    for name in set(numbering.rows) - numbering.as_stated:
        row = start.rows[name]
        rows[name] = replace(
            row,
            m=min(1.0, belief.m[name]),
            u=belief.u.get(name, row.u),
            stated_m=row.m if row.stated_m is None else row.stated_m,
            stated_u=row.u if row.stated_u is None else row.stated_u,
        )
    full = as_often_seen(belief.share)
    return replace(start, rows=rows, kin_per_sought=belief.kin / full, namesakes_per_sought=belief.namesakes / full)
