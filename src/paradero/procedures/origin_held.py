"""What people hold of two reports' origins, and what it does: "same" acts at once, "different" once two people say so.

A "different" makes one voice into two, and two voices pass for corroboration (rules R3 and R7): nobody does that alone.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable

from paradero.identity.judgements import Judgement, Pair, clash, pair
from paradero.intake.provenance import Corrections
from paradero.procedures.acting import person_of
from paradero.procedures.origin_views import Effect
from paradero.records.models import OriginJudgement
from paradero.records.origin_standing import standing_about
from paradero.terms.verdict import Verdict

ENOUGH_APART = 2
"""So many different people have to hold two reports for different pieces of news before these count as two."""


def effect(rows: Iterable[OriginJudgement]) -> Effect:
    """Return what the standing judgements of one pair do."""
    said: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        said[row.verdict].add(person_of(row.person))
    if said[Verdict.SAME.value]:
        return Effect.TOGETHER
    apart = len(said[Verdict.DIFFERENT.value])
    return Effect.APART if apart >= ENOUGH_APART else Effect.DISPUTED if apart else Effect.NONE


def is_disputed(rows: Collection[OriginJudgement]) -> bool:
    """Tell whether somebody holds two for two pieces of news, and that does not make them two."""
    return effect(rows) is not Effect.APART and any(row.verdict == Verdict.DIFFERENT.value for row in rows)


def by_pair(rows: Iterable[OriginJudgement]) -> dict[tuple[int, int], list[OriginJudgement]]:
    """Return the judgements of each pair of reports, by their keys."""
    found: defaultdict[tuple[int, int], list[OriginJudgement]] = defaultdict(list)
    for row in rows:
        found[row.left_id, row.right_id].append(row)
    return dict(found)


def corrections_of(reports: Collection[int]) -> Corrections:
    """Return what people hold that the grouping of some reports has to keep, by the reports' keys."""
    return corrections_from(standing_about(reports))


def corrections_from(rows: Iterable[OriginJudgement]) -> Corrections:
    """Return what standing judgements make the grouping keep, by the reports' keys."""
    effects = {two: effect(of_two) for two, of_two in by_pair(rows).items()}
    return Corrections(
        same=frozenset(two for two, does in effects.items() if does is Effect.TOGETHER),
        different=frozenset(two for two, does in effects.items() if does is Effect.APART),
    )


def contradicted_by(rows: Collection[OriginJudgement], new: OriginJudgement) -> tuple[Pair, ...]:
    """Return the pairs whose standing judgements a new one contradicts, as a chain of reports' names.

    A colleague's opposite judgement of the very pair is a disagreement, and no contradiction.
    """
    about_others = [row for row in rows if (row.left_id, row.right_id) != (new.left_id, new.right_id)]
    held = [judged for of_two in by_pair(about_others).values() for judged in _as_held(of_two)]
    return clash(held, _plain(new))


def _as_held(rows: Collection[OriginJudgement]) -> Iterable[Judgement]:
    """Return what stands of one pair, without the "different" that a "same" outweighs."""
    together = effect(rows) is Effect.TOGETHER
    return [_plain(row) for row in rows if not (together and row.verdict == Verdict.DIFFERENT.value)]


def _plain(row: OriginJudgement) -> Judgement:
    return Judgement(of=pair(str(row.left), str(row.right)), person=row.person, verdict=Verdict(row.verdict))
