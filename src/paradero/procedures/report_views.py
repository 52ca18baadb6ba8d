"""What the pages show of items, of their reports, and of what the reports claim."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from paradero.procedures.days_and_places import days_of, places_named, when_written
from paradero.procedures.marked_pieces import cut, marks_of
from paradero.procedures.sealed_reports import Unlocked
from paradero.procedures.text_views import ChainLink, ClaimView, Piece, Who
from paradero.procedures.views import ArrivalView, ItemFacts, MediaFacts, ReportFacts
from paradero.records.models import Item, Report as ReportRow
from paradero.terms.claims import Claim
from paradero.terms.dates import DateKnownFrom
from paradero.terms.report import Report

Carriers = Mapping[int, Sequence[tuple[int, str]]]
"""For each origin, by its key, the reports that carry it and the source of each."""


def item_facts(item: Item) -> ItemFacts:
    """Return what is known of an item without opening it."""
    arrivals = tuple(
        ArrivalView(
            at=arrival.at,
            by=arrival.actor,
            declared_source=arrival.declared_source,
            declared_published_on=arrival.declared_published_on,
        )
        for arrival in item.arrivals.all()
    )
    return ItemFacts(
        ref=item.ref,
        sha256=item.sha256,
        size_bytes=item.size_bytes,
        media_type=item.media_type,
        kind=item.kind,
        reader=item.reader,
        arrivals=arrivals,
    )


def carriers_of_their_news(rows: Collection[ReportRow]) -> Carriers:
    """Return the sources that carry the news of these reports, for `report_facts`."""
    alike = ReportRow.objects.filter(origin__in={row.origin_id for row in rows}, source__isnull=False).order_by("pk")
    carriers: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    for origin, report, source in alike.values_list("origin_id", "pk", "source__name"):
        carriers[origin].append((report, source))
    return carriers


def report_facts(unlocked: Unlocked, carriers: Carriers) -> ReportFacts:
    """Return where and when a report was published and who else carries its news."""
    row, report = unlocked.row, unlocked.report
    others = {source for carrier, source in carriers.get(row.origin_id, ()) if carrier != row.pk}
    return ReportFacts(
        item_ref=row.item.ref,
        position=row.position,
        source=report.source,
        author=report.author,
        passed_on_from=report.passed_on_from,
        platform=report.platform,
        published_on=row.published_on,
        date_known_from=DateKnownFrom(row.date_known_from),
        language=row.language,
        origin_ref=row.origin.ref,
        source_ref=row.source.ref if row.source else None,
        also_carried_by=tuple(sorted(others)),
    )


def media_facts(report: Report) -> tuple[MediaFacts, ...]:
    """Return what is known of a report's pictures, videos and sounds: never their address (rule R1)."""
    return tuple(
        MediaFacts(
            kind=media.kind,
            size_bytes=media.size_bytes,
            duration_s=media.duration_s,
            sha256=media.sha256,
            caption=media.caption,
        )
        for media in report.media
    )


def claim_views(unlocked: Unlocked, *, subject: int | None = None) -> tuple[ClaimView, ...]:
    """Return the report's claims with their sentences; with `subject`, only those of that person."""
    marked = marks_of(unlocked.report, unlocked.account, for_the_eye=False, subject=subject)  # no claim takes a wish in
    not_the_claim = [mark for mark in marked if mark.mark.kind != "claim"]
    numbered = enumerate(unlocked.account.claims, start=1)
    chosen = ((number, claim) for number, claim in numbered if subject is None or claim.person == subject)
    people = _people(unlocked)

    def view(number: int, claim: Claim) -> ClaimView:
        return ClaimView(
            sentence=cut(unlocked.report.text, claim.found.span, not_the_claim),
            status=claim.status,
            modality=claim.modality,
            hedge=claim.hedge,
            count=claim.count,
            chain=tuple(
                ChainLink(name=link.name, speaker=link.speaker, hedge=link.hedge, in_text=link.found is not None)
                for link in claim.chain
            ),
            from_captivity=claim.from_captivity,
            number=number,
            who=None if claim.person is None else people[claim.person],
            hedged=claim.hedged.span.of(unlocked.report.text) if claim.hedged else None,
            when=days_of(claim, unlocked.account),
            when_written=when_written(claim, unlocked.account),
            where=places_named(claim, unlocked),
        )

    return tuple(view(number, claim) for number, claim in chosen)


def passed_over(unlocked: Unlocked, *, subject: int | None = None) -> tuple[tuple[Piece, ...], ...]:
    """Return the sentences that may tell a fate and gave no claim; with `subject`, only those that mention them."""
    report, account = unlocked.report, unlocked.account
    marked = marks_of(report, account, for_the_eye=False, subject=subject)
    mentions = [mention.span for mention in account.persons[subject].mentions] if subject is not None else []
    return tuple(
        cut(report.text, sentence.span, marked)
        for sentence in account.passed_over
        if subject is None or any(sentence.span.meets(mention) for mention in mentions)
    )


def _people(unlocked: Unlocked) -> list[Who]:
    """Return everybody in the report, in the account's order, with the sighting that was kept of them."""
    refs = {sighting.position: sighting.ref for sighting in unlocked.row.sightings.all()}
    return [
        Who(label=person.label, role=person.role, sighting_ref=refs.get(place))
        for place, person in enumerate(unlocked.account.persons)
    ]
