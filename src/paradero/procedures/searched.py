"""Keeps what was searched for an enquiry and how far it went, so that "nothing found" says up to when."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db.models import Count, Max, OuterRef, QuerySet, Subquery

from paradero.identity import MODEL
from paradero.procedures.acting import Actor
from paradero.procedures.search_reach import Reach, comparable
from paradero.records.models import Enquiry, Search


def keep_searches(enquiries: Sequence[Enquiry], reach: Reach, *, actor: Actor, at: datetime) -> None:
    """Write down that each enquiry was held against all that the reach counts."""
    Search.objects.bulk_create(
        Search(
            enquiry=enquiry,
            at=at,
            actor=actor.ref,
            sightings=reach.sightings,
            reports=reach.reports,
            sources=list(reach.sources),
            taken_in_up_to=reach.taken_in_up_to,
            published_up_to=reach.published_up_to,
            model=MODEL.name,
        )
        for enquiry in enquiries
    )


def held_against_all(enquiries: Sequence[Enquiry], asked: Collection[str]) -> list[Enquiry]:
    """Return the enquiries that have met every sighting there is, once those `asked` were held against them.

    For the others the sightings asked now are not all that is missing: the enquiry was never searched for, another
    model weighed it, or a run was killed before it asked what it had taken in. They keep their old "up to when".
    """
    others = comparable().exclude(ref__in=asked).aggregate(count=Count("pk"), latest=Max("report__item__taken_in_at"))
    if not others["count"]:
        return list(enquiries)
    enough = _latest_searches().filter(
        model=MODEL.name, sightings__gte=others["count"], taken_in_up_to__gte=others["latest"]
    )
    met = set(enough.values_list("enquiry_id", flat=True))
    return [enquiry for enquiry in enquiries if enquiry.pk in met]


def _latest_searches() -> QuerySet[Search]:
    latest = Search.objects.filter(enquiry=OuterRef("pk")).order_by("-at", "-pk").values("pk")[:1]
    of_each = Enquiry.objects.filter(is_open=True).annotate(latest=Subquery(latest)).values("latest")
    return Search.objects.filter(pk__in=of_each).order_by()
