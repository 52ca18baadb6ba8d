"""Proves the custody of one item: by its entries, the days that cover them, and the log's end since the last look."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from paradero.procedures.day_leaves import Ways, places_of_entries
from paradero.procedures.prove_day import is_under_its_day
from paradero.records.logs import CUSTODY
from paradero.records.models import CheckedHead, CustodyEntry
from paradero.terms.chain import START, Head, Link, chain_hash, first_break


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyStep:
    """One entry of the custody log about the item."""

    seq: int
    at: datetime
    by: str
    act: str
    """`"reduced"`, `"sealed"`, `"arrived again"`, `"read"`, `"destroyed"` ..."""
    tool: str
    count: int
    """How many parts were left out, how many reports were read."""
    day: date | None
    """The day whose root covers it; `None` until then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyProof:
    """What became of an item, and whether the log still says what it said."""

    steps: tuple[CustodyStep, ...]
    holds: bool
    """Each entry is what its hash says and stands where the entries beside it say; those that a day covers lead to its
    root; and the log goes on without a gap from where it was found whole before to its end."""
    covered: int
    """How many entries the root of a day covers."""


def prove_custody(ref: str, ways: Ways) -> CustodyProof:
    """Return what the custody log says of an item, checked for it; the whole log is `verify`'s to check.

    It notes up to where the log was found whole, for whoever asks next; call it inside an act.
    """
    entries = list(CustodyEntry.objects.filter(ref=ref).order_by("seq"))
    places = list(places_of_entries(entries))
    days = {place.leaf.sha256: place.day.day for place in places}
    holds = _stand_in_place(entries) and all(is_under_its_day(place, ways) for place in places) and _goes_on()
    steps = tuple(_step(entry, days.get(entry.hash)) for entry in entries)
    return CustodyProof(steps=steps, holds=holds, covered=len(places))


def _step(entry: CustodyEntry, day: date | None) -> CustodyStep:
    at = datetime.fromisoformat(entry.at)
    return CustodyStep(
        seq=entry.seq, at=at, by=entry.actor, act=entry.act, tool=entry.reader, count=entry.count, day=day
    )


def _stand_in_place(entries: Sequence[CustodyEntry]) -> bool:
    """Hold each entry to its own hash, and to the entries before and after it."""
    beside = {entry.seq + step for entry in entries for step in (-1, 1)}
    rows = CustodyEntry.objects.filter(seq__in=beside).values_list("seq", "previous", "hash")
    before = {seq: digest for seq, _, digest in rows} | {0: START}
    after = {seq: previous for seq, previous, _ in rows}
    links = [entry.link() for entry in entries]
    return all(
        chain_hash(link.previous, link.entry) == link.hash
        and before.get(link.seq - 1) == link.previous
        and after.get(link.seq + 1, link.hash) == link.hash
        for link in links
    )


def _goes_on() -> bool:
    """Tell whether the log holds from where it was last found whole to its end, with no entry missing before; note it.

    An entry before that place that was changed is seen where it is about the item, or by `verify`.
    """
    checked = CheckedHead.objects.filter(log=CUSTODY).first()
    after = Head(seq=checked.seq, hash=checked.hash) if checked else None
    if after and not CustodyEntry.objects.filter(seq=after.seq, hash=after.hash).exists():
        return False
    reached = [after]
    if first_break(_since(after, reached), after=after):
        return False
    end = reached[-1]
    if end is None:
        return True  # nothing was ever logged
    if CustodyEntry.objects.filter(seq__lte=end.seq).count() != end.seq:
        return False
    if end != after:
        CheckedHead.objects.update_or_create(log=CUSTODY, defaults={"seq": end.seq, "hash": end.hash})
    return True


def _since(after: Head | None, reached: list[Head | None]) -> Iterator[Link]:
    """Yield the links after a head, and leave the last of them in `reached`."""
    for entry in CustodyEntry.objects.filter(seq__gt=after.seq if after else 0).order_by("seq").iterator():
        link = entry.link()
        reached[-1] = Head(seq=link.seq, hash=link.hash)
        yield link
