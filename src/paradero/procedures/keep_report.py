"""Writes one report of an item and what was read in it as rows: a part of taking in, inside its transaction."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from paradero.intake.provenance import Telling
from paradero.procedures.acting import Desk
from paradero.procedures.kept_edges import keep_edges
from paradero.procedures.kept_tellings import lock_telling
from paradero.procedures.origin_moves import new_origin
from paradero.procedures.origins import place
from paradero.procedures.sealed_reports import ACCOUNT, TEXT
from paradero.records.folding import name_keys
from paradero.records.models import Claim as ClaimRow, Item, NameKey, Report as ReportRow, Sighting, Source
from paradero.terms.account import Account, PersonRead, may_be_sought
from paradero.terms.claims import Claim, Modality
from paradero.terms.plain import to_json
from paradero.terms.refs import new_ref
from paradero.terms.report import Report

MOST_PEOPLE = 2_147_483_647
"""As a column holds; a report that writes a larger number does not count people."""

_SAYS_SO = frozenset({Modality.ASSERTED, Modality.ALLEGED})


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReport:
    """What became of one report."""

    origin: str
    sightings: tuple[str, ...]
    left: tuple[str, ...]
    """Origins that reports kept before left for another, since this one is a bridge between them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadReport:
    """A report, what was read in it, and what its origin is worked out from."""

    report: Report
    account: Account
    telling: Telling


def keep_report(
    read: ReadReport, *, item: Item, position: int, source: Source | None, desk: Desk, at: datetime
) -> KeptReport:
    """Write the rows of one report, while origins are held; what was read in it is locked under its item's own key."""
    account = read.account
    row = _report_row(read, item=item, position=position, source=source, desk=desk, at=at)
    begun = row.origin
    left = place(row, read.telling, desk=desk, at=at)
    if row.origin_id != begun.pk:
        begun.delete()
    keep_edges(row, read.report, account, desk=desk)
    sightings = {
        place: _sighting_row(person, account, report=row, position=place)
        for place, person in enumerate(account.persons)
        if may_be_sought(person)
    }
    ClaimRow.objects.bulk_create(_claim_row(claim, report=row, sightings=sightings) for claim in account.claims)
    refs = tuple(sighting.ref for sighting in sightings.values())
    return KeptReport(origin=row.origin.ref, sightings=refs, left=left)


def _report_row(
    read: ReadReport, *, item: Item, position: int, source: Source | None, desk: Desk, at: datetime
) -> ReportRow:
    report, account = read.report, read.account
    return ReportRow.objects.create(
        item=item,
        position=position,
        language=account.language,
        published_on=report.published_on,
        date_known_from=report.date_known_from.value,
        source=source,
        origin=new_origin(at=at),
        text_digest=hashlib.sha256(report.text.encode()).hexdigest(),
        sealed_report=desk.store.encrypt(item.sha256, to_json(report).encode(), purpose=f"{TEXT} {position}"),
        sealed_account=desk.store.encrypt(item.sha256, to_json(account).encode(), purpose=f"{ACCOUNT} {position}"),
        sealed_telling=lock_telling(read.telling, sha256=item.sha256, position=position, desk=desk),
        reader=account.reader,
    )


def _sighting_row(person: PersonRead, account: Account, *, report: ReportRow, position: int) -> Sighting:
    sighting = Sighting.objects.create(
        ref=new_ref("S"),
        report=report,
        position=position,
        kind=person.kind.value,
        label=person.label,
        role=person.role.value,
        statuses=_statuses(account, position),
        description=to_json(person.description),
    )
    names = dict.fromkeys(key for name in person.description.names for key in name_keys(name.as_written))
    NameKey.objects.bulk_create(NameKey(sighting=sighting, folded=folded, neutral=plain) for folded, plain in names)
    return sighting


def _statuses(account: Account, person: int) -> list[str]:
    """Return what is said to have become of a person; what is denied, planned or refuted is not said to have."""
    said = (claim for claim in account.claims if claim.person == person and claim.modality in _SAYS_SO)
    return list(dict.fromkeys(claim.status.value for claim in said if claim.status))


def _claim_row(claim: Claim, *, report: ReportRow, sightings: dict[int, Sighting]) -> ClaimRow:
    return ClaimRow(
        report=report,
        sighting=None if claim.person is None else sightings.get(claim.person),
        status=claim.status.value if claim.status else None,
        modality=claim.modality.value,
        hedge=claim.hedge.value,
        count_low=_people(claim.count.low) if claim.count else None,
        count_high=_people(claim.count.high) if claim.count else None,
        count_exact=claim.count.exact if claim.count else None,
        chain=[{"name": link.name, "speaker": link.speaker.value, "hedge": link.hedge.value} for link in claim.chain],
        from_captivity=claim.from_captivity,
        span_start=claim.found.span.start,
        span_end=claim.found.span.end,
    )


def _people(number: int | None) -> int | None:
    return number if number is not None and number <= MOST_PEOPLE else None
