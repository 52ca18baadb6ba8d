"""`paradero/manifest.json` and `paradero/custody.jsonl`: what was sealed, and what was done with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from paradero.exchange.bundle.fields import Fields, moment_text
from paradero.exchange.bundle.lines import listed, listing, parsed, rows_of
from paradero.exchange.bundle.names import item_name
from paradero.exchange.bundle.parts import BundleItem, BundleParts, DestroyedItem, Pieces
from paradero.exchange.bundle.records import destroyed_item, destroyed_record, is_destroyed, item_of, seal_record
from paradero.exchange.bundle.refused import MOST_ITEMS, Wrong
from paradero.terms.chain import Head, Link, canonical

FIRST_FORMAT, FORMAT = "paradero bundle 1", "paradero bundle 2"
"""Bundles of the first hold neither a seal record nor a day that names the custody log."""
_HEAD = frozenset({"custody_head", "format", "made_at", "software"})
ENTRY = frozenset({"act", "actor", "at", "reader", "ref", "seq", "sha256"})
"""What an entry of the custody log may say in a bundle: whoever adds to the log decides here whether it may leave."""
COUNTED = frozenset({"count"})
"""What an entry says besides where it counts: parts that were left out, reports that were read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What the manifest says."""

    items: tuple[BundleItem, ...]
    destroyed: tuple[DestroyedItem, ...]
    custody_head: Head
    made_at: datetime
    software: str


def manifest_text(bundle: BundleParts, *, made_at: datetime, software: str) -> bytes:
    """Return the manifest: the items one a line, in the order they are given, those destroyed last."""
    head = {
        "custody_head": {"hash": bundle.custody_head.hash, "seq": bundle.custody_head.seq},
        "format": format_of(bundle),
        "made_at": moment_text(made_at),
        "software": software,
    }
    rows = [*map(seal_record, bundle.items), *map(destroyed_record, bundle.destroyed)]
    return listing(head, {"items": rows})


def format_of(bundle: BundleParts) -> str:
    """Return the form of a bundle: the first one, which an older Paradero reads too, where it is enough."""
    recorded = any(item.recorded for item in bundle.items) or any(day.custody is not None for day in bundle.days)
    return FORMAT if recorded else FIRST_FORMAT


def manifest_of(text: bytes, pieces_of: Callable[[str], Pieces]) -> Manifest:
    """Return what a manifest says; `pieces_of` gives the bytes of a member.

    Raises:
        Wrong: If it is no manifest of a bundle, or of a later form.
    """
    said, (rows,) = listed(text, ["items"])
    if isinstance(said, dict) and said.get("format") not in {FIRST_FORMAT, FORMAT}:
        raise Wrong("is of a form that this Paradero does not know; a newer one may")
    if len(rows) > MOST_ITEMS:
        raise Wrong(f"speaks of {len(rows):,} items, and a bundle has at most {MOST_ITEMS:,}")
    head = Fields(said, _HEAD)
    custody = Fields(head.raw("custody_head"), frozenset({"hash", "seq"}))
    return Manifest(
        items=tuple(_item(row, pieces_of) for row in rows if not is_destroyed(row)),
        destroyed=tuple(destroyed_item(row) for row in rows if is_destroyed(row)),
        custody_head=Head(seq=custody.number("seq"), hash=custody.digest("hash")),
        made_at=head.moment("made_at"),
        software=head.text("software"),
    )


def custody_text(links: tuple[Link, ...]) -> bytes:
    """Return the entries of the custody log, one a line, each with the hashes that seal it onto the one before."""
    entries = (link.entry.decode("ascii", "replace") for link in links)
    rows = (
        f'{{"entry":{entry},"hash":"{link.hash}","previous":"{link.previous}"}}\n'
        for entry, link in zip(entries, links, strict=True)
    )
    return "".join(rows).encode()


def custody_of(text: bytes) -> tuple[Link, ...]:
    """Return the entries that `custody_text` wrote.

    Raises:
        Wrong: If a line is none.
    """
    return tuple(_link(parsed(line)) for line in (rows_of(text) if text else []))


def entry_of(link: Link) -> Fields:
    """Return what an entry says, or raise `Wrong` where it says more, or less, than one in a bundle may."""
    value = parsed(link.entry.decode("ascii", "replace"))
    counted = isinstance(value, Mapping) and value.keys() >= COUNTED
    fields = Fields(value, ENTRY | COUNTED if counted else ENTRY)
    fields.digest("sha256")
    if counted:
        fields.number("count")
    for name in ("act", "actor", "at", "ref"):
        fields.text(name)
    if fields.raw("reader") != "":
        fields.text("reader")
    if fields.number("seq") != link.seq:
        raise Wrong(f"has an entry {link.seq} that says another number of itself")
    return fields


def _item(row: Any, pieces_of: Callable[[str], Pieces]) -> BundleItem:
    item = item_of(row, tuple)
    return item_of(row, pieces_of(item_name(item)))


def _link(row: Any) -> Link:
    fields = Fields(row, frozenset({"entry", "hash", "previous"}))
    entry = fields.raw("entry")
    if not isinstance(entry, dict) or not all(value is None or type(value) in {str, int} for value in entry.values()):
        raise Wrong("has a line without an entry of the custody log")
    seq = entry.get("seq")
    return Link(
        seq=seq if type(seq) is int else 0,
        entry=canonical(entry),
        previous=fields.digest("previous"),
        hash=fields.digest("hash"),
    )
