"""Keeps what was searched and how far it went, so that "nothing found" says up to when."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from paradero.procedures.acting import Actor
from paradero.procedures.search_reach import Reach
from paradero.records.leases import still_open
from paradero.records.models import Enquiry, Search
from paradero.terms.jobs import JobKind


def keep_search(enquiry: Enquiry | None, reach: Reach, *, model: str, actor: Actor, at: datetime) -> None:
    """Write down that an enquiry, or without one every open enquiry, was held against all that the reach counts.

    `model` is the name of the one that weighed, which need not be in use any more.
    """
    Search.objects.create(
        enquiry=enquiry,
        at=at,
        actor=actor.ref,
        sightings=reach.sightings,
        reports=reach.reports,
        sources=list(reach.sources),
        taken_in_up_to=reach.taken_in_up_to,
        published_up_to=reach.published_up_to,
        model=model,
    )


def searches_of(enquiry: Enquiry) -> QuerySet[Search]:
    """Return the searches that count for an enquiry, latest first: its own, and the standing ones since.

    A standing search says nothing of an enquiry that never had one of its own, or had it by another model: what was
    taken in before would not have met it.
    """
    own = Search.objects.filter(enquiry=enquiry)
    latest = own.first()
    if latest is None:
        return own
    standing = Q(enquiry__isnull=True, model=latest.model, at__gte=latest.at)
    return Search.objects.filter(Q(enquiry=enquiry) | standing)


def never_searched_by(model: str) -> list[str]:
    """Return the references of the open enquiries that no search of their own was made or asked for by the model."""
    searched = Search.objects.filter(enquiry=OuterRef("pk"), model=model)
    asked = still_open(JobKind.ENQUIRY).filter(subject=OuterRef("ref"))
    behind = Enquiry.objects.filter(~Exists(searched), ~Exists(asked), is_open=True)
    return list(behind.order_by("pk").values_list("ref", flat=True))
