"""Two reports whose origins are judged: how they are named, and what stands of them."""

import re
from dataclasses import dataclass
from datetime import datetime

from paradero.procedures.acting import Actor, Desk, NotHeld, held_under
from paradero.procedures.judging import written
from paradero.procedures.origin_held import by_pair, contradicted_by, corrections_from, effect
from paradero.procedures.origin_views import Effect
from paradero.procedures.regroup import Change, change_for
from paradero.records.models import Item, OriginJudgement, OriginUndoing, Report
from paradero.records.origin_standing import standing_about
from paradero.terms.refs import as_ref
from paradero.terms.refusal import Refusal
from paradero.terms.verdict import Verdict

_NAME = re.compile(r"(?P<item>[^/]+?)\s*(?:/\s*(?P<position>\d{1,6}))?\s*")

Two = tuple[Report, Report]
"""Two reports, the one that was kept first first."""
Chain = tuple[tuple[OriginJudgement, ...], ...]
"""What stands of each of some pairs, in order."""


class ReportsRefused(Refusal):
    """These are not two reports whose origins can be judged."""


def report_named(name: str) -> Report:
    """Return a report by its item's reference, with its place where the item has several, as `I-7K3M-Q2XD/2`.

    Raises:
        NotHeld: If there is no such item, or no such report in it.
        ReportsRefused: If it is no item's reference, or does not say which of several reports is meant.
    """
    found = _NAME.fullmatch(name.strip())
    ref = as_ref(found["item"]) if found else name
    if not found or not ref.startswith("I-"):
        raise ReportsRefused(
            f"{name!a} is no item's reference. Origins are judged of two reports, each named by its item (I-…), with "
            "its place where the item has several: I-…/2."
        )
    item = held_under(ref, Item.objects.filter(ref=ref).first(), kind="item")
    reports = list(Report.objects.filter(item=item).select_related("item", "origin", "source"))
    if not reports:
        raise ReportsRefused(f"{ref} has no report: it is still to be read, or there is no text in it.")
    if found["position"] is None and len(reports) > 1:
        raise ReportsRefused(f"{ref} has {len(reports)} reports. Say which one: {ref}/1 to {ref}/{len(reports)}.")
    wanted = int(found["position"] or 1)
    report = next((each for each in reports if each.position == wanted), None)
    if report is None:
        raise NotHeld(f"There is no report {ref}/{wanted}: {ref} has {len(reports)}. Check the number.")
    return report


def two_reports(first: str, second: str) -> Two:
    """Return two reports by their names, in the order in which every pair is written.

    Raises:
        NotHeld: If one of them is not here.
        ReportsRefused: If they are not two.
    """
    one, other = report_named(first), report_named(second)
    if one == other:
        raise ReportsRefused(f"{one} is one and the same report. A judgement is of two: name another one.")
    return (one, other) if one.pk < other.pk else (other, one)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What stands of two reports and of all that share an origin with either."""

    two: Two
    rows: tuple[OriginJudgement, ...]

    @property
    def of_two(self) -> tuple[OriginJudgement, ...]:
        """What stands of the two themselves."""
        return tuple(by_pair(self.rows).get((self.two[0].pk, self.two[1].pk), ()))

    @property
    def effect(self) -> Effect:
        """What it does."""
        return effect(self.of_two)

    def own(self, actor: Actor) -> OriginJudgement | None:
        """Return what a person holds of the two."""
        return next((row for row in self.of_two if row.person == actor.ref), None)

    def without(self, row: OriginJudgement | None) -> "Standing":
        """Return what stands once a judgement is taken back."""
        return Standing(two=self.two, rows=tuple(each for each in self.rows if each != row))

    def given(self, verdict: Verdict, *, actor: Actor, at: datetime, reason: str | None = None) -> OriginJudgement:
        """Return a judgement of the two as it would be kept."""
        left, right = self.two
        return OriginJudgement(
            left=left, right=right, person=actor.ref, verdict=verdict.value, reason=written(reason), at=at
        )

    def also(self, row: OriginJudgement) -> "Standing":
        """Return what stands once a judgement is given too."""
        return Standing(two=self.two, rows=(*self.rows, row))

    def change_to(self, after: "Standing", *, desk: Desk) -> Change:
        """Return what becomes of the origins where something else stands."""
        held = corrections_from(after.rows)
        return change_for(self.two, before=self.effect, after=after.effect, held=held, desk=desk)


def standing_around_two(two: Two) -> Standing:
    """Return what stands of two reports and of all that share an origin with either."""
    origins = {report.origin_id for report in two}
    keys = Report.objects.filter(origin__in=origins).values_list("pk", flat=True)
    return Standing(two=two, rows=tuple(standing_about(set(keys))))


def take_back(row: OriginJudgement, *, reason: str | None, actor: Actor, at: datetime) -> datetime:
    """Undo a judgement; return when, which is never before it was given."""
    moment = max(at, row.at)
    OriginUndoing.objects.create(judgement=row, person=actor.ref, reason=written(reason), at=moment)
    return moment


def chain_of(standing: Standing, new: OriginJudgement) -> Chain:
    """Return what a new judgement contradicts: what stands of each pair of a chain, in order; empty where nothing."""
    named: dict[frozenset[str], list[OriginJudgement]] = {}
    for row in standing.rows:
        named.setdefault(frozenset((str(row.left), str(row.right))), []).append(row)
    return tuple(tuple(named[frozenset(two)]) for two in contradicted_by(standing.rows, new))
