"""Searches everybody anew for who is alike on one side, because somebody asked for it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from paradero.procedures.act import act, anew
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.indexes import Indexes
from paradero.procedures.likening import Alike, alike_to_enquiry, alike_to_item, keep_likenesses
from paradero.records.models import Enquiry, Item

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Likened:
    """What a search for who is alike brought."""

    new: int
    enquiries: int
    items: int


def propose_likenesses(
    *, desk: Desk, actor: Actor, at: datetime, progress: Progress = lambda _done, _of: None
) -> Likened:
    """Return how many pairs of enquiries or of sightings are new; older ones are weighed by the model in use.

    What is new in the desk is searched without being asked for: `standing_search`. This is for what was there before,
    and for after another model was put in use.
    """
    indexes = Indexes(desk.home)
    enquiries = list(Enquiry.objects.filter(is_open=True).order_by("pk").values_list("ref", flat=True))
    items = list(Item.objects.filter(destroyed_at__isnull=True).order_by("pk").values_list("ref", flat=True))
    new = 0
    for place, ref in enumerate((*enquiries, *items), start=1):
        found = list(alike_to_enquiry(ref, indexes) if ref.startswith("E-") else alike_to_item(ref, indexes))
        new += anew(lambda: _write_down(ref, found, desk=desk, actor=actor, at=at))  # noqa: B023
        progress(place, len(enquiries) + len(items))
    return Likened(new=new, enquiries=len(enquiries), items=len(items))


def _write_down(ref: str, found: list[Alike], *, desk: Desk, actor: Actor, at: datetime) -> int:
    with act("search for likenesses", desk=desk, actor=actor, at=at, ref=ref) as done:
        done.count = keep_likenesses(found, done=done, at=at, weigh_anew=True)
    return done.count
