"""The standing search: what one item shows against every open enquiry, or one enquiry against every sighting.

It proposes only what was never proposed before. Each pair of an enquiry and a sighting meets at least once: whichever
of the two was stored later has a job of its own, and finds the other in its index.
"""

from collections.abc import Callable, Iterator
from datetime import datetime

from paradero.procedures.act import act, anew
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.indexes import Indexes
from paradero.procedures.likening import Alike, alike_to_enquiry, alike_to_item, keep_likenesses
from paradero.procedures.proposing import Offer, propose_new
from paradero.procedures.search_reach import MOST_FOR_ONE, Reach, comparable, reach_now
from paradero.procedures.searched import keep_search
from paradero.records.leases import end, still_open
from paradero.records.logs import hold_logs
from paradero.records.models import Enquiry, Item, Job
from paradero.terms.failpoint import reached
from paradero.terms.jobs import JobKind
from paradero.terms.person import Description
from paradero.terms.plain import from_json

KeepOn = Callable[[], None]
"""Called between two comparisons: it makes the lease longer, or raises where the work must end."""

ACTS = {JobKind.ITEM: "search with new sightings", JobKind.ENQUIRY: "search for candidates"}
NOTHING_LEFT = "nothing left to search"
"""The act that ends a job whose item was destroyed, or whose enquiry was closed, before anybody came to it."""


def search_for(
    job: Job, *, indexes: Indexes, keep_on: KeepOn, desk: Desk, actor: Actor, clock: Callable[[], datetime]
) -> list[str]:
    """Do the job and return the references of the candidates that it brought; they and its end are written at once.

    Raises:
        LeaseLostError: If the job went to another worker meanwhile; nothing is written.
    """
    kind = JobKind(job.kind)
    # Counted before anything is compared: what comes later is not said to have been searched.
    reach = reach_now() if kind is JobKind.ENQUIRY else None
    found = _by_item(job.subject, indexes, keep_on) if kind is JobKind.ITEM else _by_enquiry(job.subject, indexes)
    offers = None if found is None else list(found)
    model = indexes.model.name  # that weighed the offers: who is alike is looked for by whichever is in use then
    alike = [] if found is None else list(_alike(kind, job.subject, indexes, keep_on))
    reached("job: searched")
    return anew(lambda: _write_down(job, kind, offers, alike, reach, model, desk=desk, actor=actor, at=clock()))


def _by_item(ref: str, indexes: Indexes, keep_on: KeepOn) -> Iterator[Offer] | None:
    """Ask the open enquiries with each sighting of an item; `None` where the item is gone."""
    if not Item.objects.filter(ref=ref, destroyed_at__isnull=True).exists():
        return None
    return _each_sighting(ref, indexes, keep_on)


def _each_sighting(ref: str, indexes: Indexes, keep_on: KeepOn) -> Iterator[Offer]:
    index, threshold = indexes.enquiries(), indexes.model.threshold
    shown = comparable().filter(report__item__ref=ref).order_by("pk")
    for sighting, description, published_on in shown.values_list("ref", "description", "report__published_on"):
        keep_on()
        seen = from_json(Description, description)
        for enquiry, why in index.search(seen, limit=MOST_FOR_ONE, published_on=published_on):
            if why.probability >= threshold:
                yield Offer(enquiry, sighting, why)


def _by_enquiry(ref: str, indexes: Indexes) -> Iterator[Offer] | None:
    """Ask all sightings with an enquiry; `None` where it is closed or gone."""
    enquiry = Enquiry.objects.filter(ref=ref, is_open=True).first()
    if enquiry is None:
        return None
    index, threshold = indexes.sightings(), indexes.model.threshold
    offered = index.search(from_json(Description, enquiry.description), limit=MOST_FOR_ONE)
    return (Offer(ref, sighting, why) for sighting, why in offered if why.probability >= threshold)


def _alike(kind: JobKind, ref: str, indexes: Indexes, keep_on: KeepOn) -> Iterator[Alike]:
    """Find who may be the same person on the same side; the index of either side is built already."""
    return alike_to_item(ref, indexes, keep_on) if kind is JobKind.ITEM else alike_to_enquiry(ref, indexes)


def _write_down(
    job: Job,
    kind: JobKind,
    offers: list[Offer] | None,
    alike: list[Alike],
    reach: Reach | None,
    model: str,
    *,
    desk: Desk,
    actor: Actor,
    at: datetime,
) -> list[str]:
    with act(
        ACTS[kind] if offers is not None else NOTHING_LEFT, desk=desk, actor=actor, at=at, ref=job.subject
    ) as done:
        end(job, at=at)
        reached("job: ended")
        new = propose_new(offers or (), done=done, at=at)
        keep_likenesses(alike, done=done, at=at)
        # One that is asked for again while it is done stays open, and is done once more: what it brought before stands.
        Job.objects.filter(pk=job.pk).update(proposed=[*job.proposed, *new])
        done.count = len(new)
        if offers is not None:
            _keep_reach(job, kind, reach, model=model, actor=actor, at=at)
    return new


def _keep_reach(job: Job, kind: JobKind, before: Reach | None, *, model: str, actor: Actor, at: datetime) -> None:
    """Write down how far is searched now.

    Where no item waits any more, all that is held has met every open enquiry: each item had its job. Where one waits,
    an enquiry has met what was there when its own search began, and for the others nothing can be said yet.

    Every act ends by writing a log. While this one alone may, no other is taken in or ended between the look and its
    end: two workers that end the last two items at once would each see the other's wait, and nobody would say so.
    """
    hold_logs()
    all_met = not still_open(JobKind.ITEM).exists()
    reach = reach_now() if all_met else before
    if reach is not None:
        enquiry = Enquiry.objects.get(ref=job.subject) if kind is JobKind.ENQUIRY else None
        keep_search(enquiry, reach, model=model, actor=actor, at=at)
