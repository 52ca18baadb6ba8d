"""Groups reports that carry one and the same piece of news under one origin, however many outlets print it."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from django.db.models import Count, Q

from paradero.intake.provenance import OriginFound, Telling, origins_of, shipped
from paradero.intake.provenance.reasons import reasons
from paradero.procedures.acting import Desk
from paradero.procedures.origin_held import corrections_of
from paradero.procedures.origin_moves import Readable, barred, brought_along, move, origin_for, readable
from paradero.records.models import NewsKey, OriginLink, Report

HASH_BYTES = 6
"""The keys of names and media have 48 bits, as the hashes of a fingerprint."""

MOST_COMPARED = 30
"""With so many kept reports a text is compared at most, those that share most with it. A channel signs all its posts
with one line: each would otherwise be compared with every other, and a year's export would take hours."""
MOST_REGROUPED = 60
"""So many reports are grouped anew at once; where an origin has more, a new report joins it or not, no more."""
LATEST_DAYS = 60
"""Between two reports of one piece of news: later ones on the same people are other news."""

MOST_NAMES = 24
SHORTEST_KEY, LONGEST_KEY = 4, 6
"""Sounds of a name by which it is looked up: a beginning, which its cases share."""


def place(row: Report, telling: Telling, *, desk: Desk, at: datetime) -> tuple[str, ...]:
    """Give a new report its origin, and group those about it anew where it is a bridge between them.

    Returns:
        The references of the origins that other reports left for another, for the log.
    """
    near, regrouped = _near(row, telling, desk=desk)
    rows, tellings = [*near.rows, row], [*near.tellings, telling]
    held = corrections_of([each.pk for each in (*rows, *near.closed)])
    among = held.among([each.pk for each in rows])
    founds = origins_of(tellings, shipped(), replace(among, same=among.same | frozenset(_bridged(near))))
    if not regrouped:
        founds = tuple(found for found in founds if len(near.rows) in found.members)
    moved: list[str] = []
    taken: set[int] = set()
    for found in founds:
        members = [rows[place] for place in found.members]
        origin = origin_for(members, new=row, taken=taken, barred=barred(members, near.closed, held), at=at)
        taken.add(origin.pk)
        movable = [*members, *brought_along(members, near.closed, held)] if regrouped else [row]
        moved += move([each for each in movable if each != row], to=origin)
        move([each for each in movable if each == row], to=origin)
        keep_links(found, rows, of=[each for each in members if each in movable])
    keep_keys(row, telling, desk=desk)
    return tuple(dict.fromkeys(moved))


def _near(row: Report, telling: Telling, *, desk: Desk) -> tuple[Readable, bool]:
    """Return kept reports that may be of one origin with a new one, the earliest first, and whether to regroup them.

    All of their origins are among them, unless these have too many: then nobody but the new one gets an origin.
    """
    keys = list(_keys(telling, desk=desk))
    sharing = NewsKey.objects.filter(key__in=keys).exclude(report=row.pk)
    if row.published_on:
        sharing = sharing.filter(_about(row))
    counted = sharing.values("report").annotate(keys=Count("pk")).order_by("-keys", "report")
    nearest = [each["report"] for each in counted[:MOST_COMPARED]]
    of_them = Report.objects.filter(Q(pk__in=nearest) | Q(origin__reports__in=nearest)).distinct()
    regrouped = of_them.count() <= MOST_REGROUPED
    if not regrouped:
        of_them = Report.objects.filter(pk__in=nearest)
    return readable(of_them.select_related("item", "origin").order_by("pk"), desk=desk), regrouped


def _bridged(near: Readable) -> Iterator[tuple[int, int]]:
    """Yield places of reports that share an origin with one nobody can open: it may be what makes them one."""
    for origin in {each.origin_id for each in near.closed}:
        yield from pairwise(place for place, report in enumerate(near.rows) if report.origin_id == origin)


def _about(row: Report) -> Q:
    day = row.published_on
    assert day is not None  # noqa: S101 -- asked by the caller
    first, last = (datetime.fromordinal(day.toordinal() + days).date() for days in (-LATEST_DAYS, LATEST_DAYS))
    return Q(report__published_on__isnull=True) | Q(report__published_on__range=(first, last))


def keep_links(found: OriginFound, rows: Sequence[Report], *, of: Sequence[Report]) -> None:
    """Write down why a group is one, as far as these reports are concerned, in place of what was written of them."""
    OriginLink.objects.filter(Q(report__in=of) | Q(other__in=of)).delete()
    OriginLink.objects.bulk_create(
        OriginLink(
            report=rows[link.other],
            other=rows[link.one],
            log_odds=link.log_odds,
            uncertain=link.uncertain,
            reasons=[[reason.value, number] for reason, number in reasons(link.evidence)],
        )
        for link in found.links
        if rows[link.one] in of or rows[link.other] in of
    )


def keep_keys(report: Report, telling: Telling, *, desk: Desk) -> None:
    """Keep the numbers by which the report is found again."""
    NewsKey.objects.bulk_create(NewsKey(report=report, key=key) for key in set(_keys(telling, desk=desk)))


def _keys(telling: Telling, *, desk: Desk) -> Iterator[int]:
    yield from telling.fingerprint.keys
    key = desk.store.derived_key("news keys")
    told = [f"media {digest}" for digest in sorted(telling.media)]
    told += [f"address {address}" for address in sorted({telling.address, *telling.links} - {None}, key=str)]
    longest = sorted(telling.gist.names, key=lambda name: (-max(map(len, name)), sorted(name)))[:MOST_NAMES]
    told += sorted({f"name {sound[:LONGEST_KEY]}" for name in longest for sound in name if len(sound) >= SHORTEST_KEY})
    for each in told:
        yield int.from_bytes(hashlib.blake2b(each.encode(), key=key, digest_size=HASH_BYTES).digest())
