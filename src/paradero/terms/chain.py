"""Hash chains: entries that cannot be changed, dropped or reordered unseen, as audit and custody logs need.

A chain holds references, kinds and digests, never a name or free text (rule R10). It cannot see by itself that its
tail was cut: for that, keep its head (`Head`) somewhere else and hand it to `first_break`.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_AS_WRITTEN = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=True)

START = "0" * 64
"""What the first link names as its previous hash."""

_DOMAIN = b"paradero chain 1\n"
# A digest of anything else the house hashes can then never pass for a link.


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One entry of a chain as it is kept. `seq` counts from 1 without gaps."""

    seq: int
    entry: bytes
    previous: str
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The last link of a chain at some moment, kept elsewhere to notice a cut tail."""

    seq: int
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """The first place where a chain does not hold, and in what way."""

    seq: int
    what: str


def canonical(entry: Mapping[str, str | int | None]) -> bytes:
    """Return an entry as the one JSON text it has: keys sorted, no spaces, ASCII only.

    >>> canonical({"kind": "sealed", "item": "I-7K3M-Q2XD", "seq": 1})
    b'{"item":"I-7K3M-Q2XD","kind":"sealed","seq":1}'
    """
    return _AS_WRITTEN.encode(entry).encode("ascii")


def chain_hash(previous: str, entry: bytes) -> str:
    """Return the SHA-256, in hexadecimal, that seals `entry` onto the link whose hash is `previous`.

    Raises:
        ValueError: If `previous` is not a SHA-256 in hexadecimal.
    """
    before = bytes.fromhex(previous)
    if len(before) != hashlib.sha256().digest_size:
        raise ValueError(f"the previous hash is 64 hexadecimal digits, not {len(previous)}")
    return hashlib.sha256(_DOMAIN + before + entry).hexdigest()


def next_link(head: Head | None, entry: bytes) -> Link:
    """Return the link that puts `entry` after `head`; without a head it is the chain's first."""
    previous = head.hash if head else START
    seq = head.seq + 1 if head else 1
    return Link(seq=seq, entry=entry, previous=previous, hash=chain_hash(previous, entry))


def first_break(links: Iterable[Link], *, after: Head | None = None, anchored: Head | None = None) -> Break | None:
    """Return the first place where the chain does not hold, or `None` for a whole one.

    Args:
        links: The chain in the order of `seq`.
        after: The link before the first of these, up to which it was checked; without it they begin the chain.
        anchored: A head that was kept elsewhere; a chain that ends before it, or differs at it, is broken.
    """
    head = after
    for link in links:
        fault = _fault(head, link, anchored)
        if fault:
            return Break(seq=link.seq, what=fault)
        head = Head(seq=link.seq, hash=link.hash)
    reached = head.seq if head else 0
    if anchored and reached < anchored.seq:
        return Break(seq=reached + 1, what=f"entries {reached + 1} to {anchored.seq} were cut off the end")
    return None


def _fault(head: Head | None, link: Link, anchored: Head | None) -> str | None:
    expected = head.seq + 1 if head else 1
    if link.seq != expected:
        return f"entry {expected} is missing or out of order"
    if link.previous != (head.hash if head else START):
        return f"entry {link.seq} does not follow from the one before it"
    if chain_hash(link.previous, link.entry) != link.hash:
        return f"entry {link.seq} was changed after it was written"
    if anchored and link.seq == anchored.seq and link.hash != anchored.hash:
        return f"entry {link.seq} is not the one whose hash was kept elsewhere"
    return None
