"""Shows all that reports say of one person: every claim on one line of time, and beside each what contradicts it."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from paradero.identity.opposed import Told, oppositions
from paradero.intake import SealDestroyed
from paradero.procedures.act import Act, act
from paradero.procedures.acting import Actor, Desk, NotHeld
from paradero.procedures.judging_rows import SubjectRow
from paradero.procedures.near_matches import near_matches
from paradero.procedures.origin_rows import disputed_among
from paradero.procedures.report_views import claim_views, passed_over
from paradero.procedures.said_views import PassedOver, SaidPage, SaidRow, SideBySide
from paradero.procedures.sealed_reports import Unlocked, unlock
from paradero.procedures.show_group import open_web
from paradero.procedures.spread import spread_of
from paradero.procedures.subject_rows import subjects
from paradero.procedures.text_views import ClaimView
from paradero.records.models import Sighting
from paradero.terms.dates import Days


def show_said(ref: str, *, desk: Desk, actor: Actor, at: datetime) -> SaidPage:
    """Return what is said of an enquiry's or a sighting's person.

    Of whose sightings it is told is worked out from the judgements that the reader may know, as in `show_group`: the
    page shows nothing that the group and its items do not, and decides nothing. The log names every sighting of it.

    Raises:
        NotHeld: If there is no such enquiry or sighting.
        SealBroken, SealMissing: If a kept text or its key was altered or lost.
    """
    with act("show said", desk=desk, actor=actor, at=at, ref=ref) as done:
        of = subjects([ref]).get(ref)
        if of is None:
            raise NotHeld(f"There is no enquiry or sighting {ref} here. Check the reference number.")
        web = open_web(ref, actor=actor)
        members = subjects(web.group_of(ref))
        told = _told(members, desk=desk, done=done)
        rows = _in_order(told.rows)
        return SaidPage(
            of=of,
            members=tuple(members[each] for each in sorted(members)),
            rows=rows,
            side_by_side=_side_by_side(rows),
            passed_over=tuple(told.passed_over),
            destroyed=tuple(told.destroyed),
            spread=spread_of(told.origins, desk=desk),
            disputed=disputed_among(told.origins),
            near=near_matches(members, web=web, destroyed=told.destroyed),
        )


@dataclass(slots=True)
class _Said:
    """What is said of the sightings of a group, gathered report by report."""

    rows: list[SaidRow] = field(default_factory=list)
    passed_over: list[PassedOver] = field(default_factory=list)
    origins: set[int] = field(default_factory=set)
    destroyed: list[str] = field(default_factory=list)
    """Sightings of which nothing can be said any more."""


def _told(members: dict[str, SubjectRow], *, desk: Desk, done: Act) -> _Said:
    """Return what is said of the sightings among them."""
    told = _Said()
    for sighting in _sightings(members):
        try:
            unlocked = unlock(sighting.report, desk=desk)
        except SealDestroyed:
            told.destroyed.append(sighting.ref)
            continue
        subject = members[sighting.ref]
        rows = list(_rows(subject, sighting.position, unlocked))
        done.further.append(("show said of", sighting.ref, len(rows)))
        told.rows += rows
        if rows:
            told.origins.add(sighting.report.origin_id)
        unread = passed_over(unlocked, subject=sighting.position)
        told.passed_over += [PassedOver(subject=subject, sentence=sentence) for sentence in unread]
    return told


def _sightings(refs: Collection[str]) -> Iterable[Sighting]:
    shown = Sighting.objects.filter(ref__in=set(refs)).order_by("pk")
    return shown.select_related("report__item", "report__origin").prefetch_related("report__sightings")


def _rows(subject: SubjectRow, position: int, unlocked: Unlocked) -> Iterator[SaidRow]:
    published = unlocked.row.published_on
    for claim in claim_views(unlocked, subject=position):
        yield SaidRow(
            number=0,
            subject=subject,
            origin_ref=unlocked.row.origin.ref,
            claim=claim,
            days=claim.when or (Days.day(published) if published else None),
            is_claimed=claim.when is not None,
        )


def _in_order(told: Iterable[SaidRow]) -> tuple[SaidRow, ...]:
    """Return the rows by their days, those without one last, numbered."""
    never = (date.max, date.max)
    ordered = sorted(told, key=lambda row: (row.days.end, row.days.first) if row.days else never)
    return tuple(replace(row, number=number) for number, row in enumerate(ordered, start=1))


def _side_by_side(rows: tuple[SaidRow, ...]) -> tuple[SideBySide, ...]:
    by_number = {row.number: row for row in rows}
    return tuple(
        SideBySide(
            against=found.against,
            one=tuple(by_number[number] for number in found.one),
            other=tuple(by_number[number] for number in found.other),
        )
        for found in oppositions(told for row in rows for told in _as_told(row, row.claim))
    )


def _as_told(row: SaidRow, claim: ClaimView) -> Iterator[Told]:
    if claim.status:
        yield Told(
            number=row.number,
            status=claim.status,
            modality=claim.modality,
            report=f"{row.subject.item_ref} {row.subject.position}",
            when=claim.when,
            published_on=row.subject.published_on,
        )
