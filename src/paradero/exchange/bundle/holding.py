"""Holds what a bundle says against what it carries: chain, proofs and tokens. Writing and reading ask the same."""

import hashlib
import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from itertools import pairwise

from paradero.exchange.bundle.manifest import entry_of
from paradero.exchange.bundle.names import CUSTODY, MANIFEST, ROOTS
from paradero.exchange.bundle.parts import (
    CUSTODY_ENTRY,
    LEAVES,
    ORIGINAL,
    SEAL_RECORD,
    BundleDay,
    BundleParts,
    BundleProof,
)
from paradero.exchange.bundle.records import seal_record
from paradero.exchange.bundle.refused import MOST_ITEMS, Wrong, about
from paradero.terms import merkle
from paradero.terms.chain import START, chain_hash

DESTROYED = "destroyed"
"""The custody log's word for an item that was destroyed by order."""

SEALED = "sealed"
"""Its word for an item whose bytes were sealed."""

_LARGEST_TOKEN = 1_000_000
_PEM = re.compile(rb"(?:-----BEGIN CERTIFICATE-----\n[A-Za-z0-9+/=\n]+-----END CERTIFICATE-----\n)+")
_STAMPS_BY = ("sha256", "sha384", "sha512")


def require_sound(bundle: BundleParts) -> None:
    """Let a bundle through whose entries, proofs and days hold.

    Raises:
        Wrong: If one does not; it names the member that says so.
    """
    with about(MANIFEST):
        refs = _refs(bundle)
    with about(CUSTODY):
        _custody(bundle, refs)
    with about(MANIFEST):
        _head(bundle)
    with about(ROOTS):
        _days(bundle.days)
    with about(CUSTODY):
        _covered(bundle)
    with about(ROOTS):
        _proofs(bundle, refs)
    with about(MANIFEST):
        _recorded(bundle)
    with about(ROOTS):
        _tokens(bundle)


def unproven(bundle: BundleParts) -> tuple[str, ...]:
    """Return the references of the items whose bytes no proof leads to the root of a day."""
    return _without(bundle, ORIGINAL)


def unrecorded(bundle: BundleParts) -> tuple[str, ...]:
    """Return the references of the items whose line in the manifest no proof leads to the root of a day."""
    return _without(bundle, SEAL_RECORD)


def unproven_entries(bundle: BundleParts) -> tuple[int, ...]:
    """Return the numbers of the entries of the custody log that no proof leads to the root of a day."""
    proven = _proven_entries(bundle)
    return tuple(link.seq for link in bundle.custody if link.hash not in proven)


def unstamped(bundle: BundleParts) -> tuple[date, ...]:
    """Return the days that no token is over, neither over themselves nor over a day chained to them."""
    stamped, vouched, left = {token.day for token in bundle.tokens}, "", []
    for day in reversed(bundle.days):
        if day.day in stamped or day.hash == vouched:
            vouched = day.previous
        else:
            left.append(day.day)
    return tuple(reversed(left))


def _without(bundle: BundleParts, what: str) -> tuple[str, ...]:
    proven = {proof.item for proof in bundle.proofs if proof.what == what}
    return tuple(item.ref for item in bundle.items if item.ref not in proven)


def _proven_entries(bundle: BundleParts) -> Collection[str]:
    return {proof.sha256 for proof in bundle.proofs if proof.what == CUSTODY_ENTRY}


def _refs(bundle: BundleParts) -> Mapping[str, str]:
    """Return the references of the items by their digests; neither may come twice."""
    every = [(item.sha256, item.ref) for item in bundle.items]
    every += [(item.sha256, item.ref) for item in bundle.destroyed]
    refs = dict(every)
    if len(refs) < len(every) or len(set(refs.values())) < len(every):
        raise Wrong("speaks of one item twice")
    if not 0 < len(every) <= MOST_ITEMS:
        raise Wrong(f"speaks of {len(every):,} items, and a bundle has 1 to {MOST_ITEMS:,}")
    return refs


def _custody(bundle: BundleParts, refs: Mapping[str, str]) -> None:
    seq, digest = 0, START
    told, ordered = set(), set()
    for link in bundle.custody:
        entry = entry_of(link)
        ref = entry.ref("ref")
        if refs.get(entry.digest("sha256")) != ref:
            raise Wrong(f"has an entry {link.seq} that is about none of these items")
        if chain_hash(link.previous, link.entry) != link.hash:
            raise Wrong(f"has an entry {link.seq} that was changed after it was written")
        if link.seq <= seq or (link.seq == seq + 1 and link.previous != digest):
            raise Wrong(f"has an entry {link.seq} that does not follow from the one before it")
        seq, digest = link.seq, link.hash
        told.add(ref)
        if entry.text("act") == DESTROYED:
            ordered.add(ref)
    for item in bundle.destroyed:
        if item.ref not in ordered:
            raise Wrong(f"has no order for {item.ref}, which is said to be destroyed by order")
    if told < set(refs.values()):
        raise Wrong(f"has no entry about {min(set(refs.values()) - told)}")


def _head(bundle: BundleParts) -> None:
    last = bundle.custody[-1]
    head = bundle.custody_head
    if head.seq < last.seq or (head.seq == last.seq and head.hash != last.hash):
        raise Wrong(f"names an end of the custody log that entry {last.seq} contradicts")


def _days(days: Sequence[BundleDay]) -> None:
    for earlier, later in pairwise(days):
        if earlier.day >= later.day:
            raise Wrong(f"has {later.day} after {earlier.day}")


def _covered(bundle: BundleParts) -> None:
    """Ask for the proof of each entry that a day says it covers, and of the bytes that such an entry says were sealed.

    Otherwise who forges an entry, or an item's line in the manifest, would only have to leave the proof out.
    """
    covered = max((day.custody or 0 for day in bundle.days), default=0)
    proven = _proven_entries(bundle)
    whole = {proof.item for proof in bundle.proofs if proof.what == ORIGINAL}
    for link in bundle.custody:
        entry = entry_of(link)
        if link.seq <= covered and link.hash not in proven:
            raise Wrong(f"has an entry {link.seq} that is not the one whose leaf a day has: no proof is of it")
        if link.seq <= covered and entry.text("act") == SEALED and entry.ref("ref") not in whole:
            raise Wrong(f"says by entry {link.seq} that {entry.ref('ref')} was sealed: no proof is of its bytes")


def _recorded(bundle: BundleParts) -> None:
    """Ask for the proof of each item's line in the manifest where the item's day has its seal record."""
    naming = {day.day for day in bundle.days if day.custody is not None}
    recorded = {(proof.item, proof.day) for proof in bundle.proofs if proof.what == SEAL_RECORD}
    held = {item.ref for item in bundle.items}
    for proof in bundle.proofs:
        if proof.what != ORIGINAL or proof.item not in held or proof.day not in naming:
            continue
        if (proof.item, proof.day) not in recorded:
            raise Wrong(f"does not say of {proof.item} what {proof.day} has sealed of it: no proof is of its line")


def _proofs(bundle: BundleParts, refs: Mapping[str, str]) -> None:
    days = {day.day: day for day in bundle.days}
    sealed = _sealed(bundle, refs)
    for proof in bundle.proofs:
        day = days.get(proof.day)
        if day is None or proof.what not in LEAVES:
            raise Wrong(f"has a proof for {proof.item} on a day, or of a thing, that the bundle does not have")
        if proof.sha256 not in sealed.get((proof.item, proof.what), ()):
            member = MANIFEST if proof.what == SEAL_RECORD else None
            raise Wrong(f"is not what was sealed of {proof.item} on {proof.day} ({proof.what})", member=member)
        if not _proves(proof, day):
            raise Wrong(f"has a proof for {proof.item} that does not lead to the root of {proof.day}")


def _sealed(bundle: BundleParts, refs: Mapping[str, str]) -> Mapping[tuple[str, str], Collection[str]]:
    """Return the digests that the leaves of each item may have, by its reference and what the leaf is of."""
    sealed: dict[tuple[str, str], set[str]] = {(ref, ORIGINAL): {sha256} for sha256, ref in refs.items()}
    for item in bundle.items:
        sealed[item.ref, SEAL_RECORD] = {hashlib.sha256(seal_record(item).encode()).hexdigest()}
    for link in bundle.custody:
        sealed.setdefault((entry_of(link).ref("ref"), CUSTODY_ENTRY), set()).add(link.hash)
    return sealed


def _tokens(bundle: BundleParts) -> None:
    texts = {day.day: day.text for day in bundle.days}
    for token in bundle.tokens:
        if len(token.der) > _LARGEST_TOKEN or len(token.certificates) > _LARGEST_TOKEN:
            raise Wrong(f"has a token over {token.day}, or certificates for it, larger than any is")
        if not _PEM.fullmatch(token.certificates):
            raise Wrong(f"has something else than certificates beside the token over {token.day}")
        digests = [hashlib.new(name, texts[token.day]).digest() for name in _STAMPS_BY] if token.day in texts else []
        if not any(digest in token.der for digest in digests):
            raise Wrong(f"has a token over {token.day} that was given for something else")


def _proves(proof: BundleProof, day: BundleDay) -> bool:
    return merkle.proves(
        merkle.leaf_hash(proof.leaf),
        place=proof.place,
        size=day.size,
        proof=[bytes.fromhex(step) for step in proof.path],
        root=bytes.fromhex(day.root),
    )
