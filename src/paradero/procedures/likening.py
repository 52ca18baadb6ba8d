"""Finds who is alike on one side: other enquiries that may seek a person, other sightings that may show one.

It is a part of the standing search's work on what is new. What it finds is for people to look at: nothing is judged by
it, and nothing merged.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from paradero.identity.judgements import pair
from paradero.procedures.act import Act
from paradero.procedures.indexes import Indexes
from paradero.procedures.search_reach import MOST_FOR_ONE, comparable
from paradero.records.models import Enquiry, Likeness, Sighting
from paradero.terms.matching import Explanation
from paradero.terms.person import Description
from paradero.terms.plain import from_json, to_json


class Alike(NamedTuple):
    """Two of one kind who may be one person; the smaller reference first."""

    left: str
    right: str
    why: Explanation


def alike_to_enquiry(ref: str, indexes: Indexes) -> Iterator[Alike]:
    """Yield the open enquiries that may seek the same person as one of them."""
    text = Enquiry.objects.filter(ref=ref, is_open=True).values_list("description", flat=True).first()
    if text is not None:
        offered = indexes.enquiries().search(from_json(Description, text), limit=MOST_FOR_ONE + 1)
        yield from _likely(ref, offered, threshold=indexes.model.threshold)


def alike_to_item(ref: str, indexes: Indexes, keep_on: Callable[[], None] = lambda: None) -> Iterator[Alike]:
    """Yield the sightings of other reports that may show the same person as one of this item's.

    Those of one report are passed over: whoever wrote it told them apart. `keep_on` is called before each comparison.
    """
    index, threshold = indexes.sightings(), indexes.model.threshold
    shown = comparable().filter(report__item__ref=ref).select_related("report").order_by("pk")
    for sighting in shown:
        keep_on()
        seen = from_json(Description, sighting.description)
        beside = set(Sighting.objects.filter(report=sighting.report_id).values_list("ref", flat=True))
        offered = index.search(seen, limit=MOST_FOR_ONE + len(beside), published_on=sighting.report.published_on)
        others = ((other, why) for other, why in offered if other not in beside)
        yield from _likely(sighting.ref, others, threshold=threshold)


def keep_likenesses(found: Iterable[Alike], *, done: Act, at: datetime, weigh_anew: bool = False) -> int:
    """Write down the pairs that are new, and return how many.

    A pair that was ever proposed stays as people saw it then, unless another model weighed it and `weigh_anew` says so.
    """
    alike = {(one.left, one.right): one.why for one in sorted(found, key=lambda one: one[:2])}
    lefts, rights = {left for left, _ in alike}, {right for _, right in alike}
    rows = Likeness.objects.filter(left__in=lefts, right__in=rights) if alike else Likeness.objects.none()
    known = {(row.left, row.right): row for row in rows}
    for of, why in alike.items():
        row = known.get(of)
        if row is None:
            _weigh(Likeness(left=of[0], right=of[1]), why, at=at)
            done.further.append(("propose likeness", of[0], 0))
        elif weigh_anew and row.model != why.model:
            _weigh(row, why, at=at)
            done.further.append(("weigh likeness anew", of[0], 0))
    return len(alike.keys() - known.keys())


def _weigh(row: Likeness, why: Explanation, *, at: datetime) -> None:
    row.match_weight_bits, row.probability = why.match_weight_bits, why.probability
    row.explanation, row.model, row.weighed_at = to_json(why), why.model, at
    row.save()


def _likely(ref: str, offered: Iterable[tuple[str, Explanation]], *, threshold: float) -> Iterator[Alike]:
    likely = [(other, why) for other, why in offered if other != ref and why.probability >= threshold]
    return (Alike(*pair(ref, other), why) for other, why in likely[:MOST_FOR_ONE])
