"""How far a search goes that is made now: so many sightings, in these sources, up to then."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max, QuerySet

from paradero.records.models import Report, Sighting, Source
from paradero.terms.account import MentionKind

MOST_FOR_ONE = 20
"""How many counterparts one enquiry, or one sighting, is offered at most in one search."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How far a search went."""

    sightings: int
    reports: int
    sources: tuple[str, ...]
    taken_in_up_to: datetime | None
    published_up_to: date | None


def comparable() -> QuerySet[Sighting]:
    """Return the sightings of one person each: a group is nobody's counterpart."""
    return Sighting.objects.exclude(kind=MentionKind.GROUP.value)


def reach_now() -> Reach:
    """Return how far a search of everything goes."""
    latest = Report.objects.aggregate(taken_in=Max("item__taken_in_at"), published=Max("published_on"))
    return Reach(
        sightings=comparable().count(),
        reports=Report.objects.count(),
        sources=tuple(Source.objects.order_by("name").values_list("name", flat=True)),
        taken_in_up_to=latest["taken_in"],
        published_up_to=latest["published"],
    )
