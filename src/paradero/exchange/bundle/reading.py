"""Reads a bundle back, and believes nothing of it before it was held against everything else in it."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from typing import BinaryIO

from paradero.exchange.bundle.archive_reader import require_derived
from paradero.exchange.bundle.holding import (
    require_sound,
    unproven,
    unproven_entries,
    unrecorded,
    unstamped,
)
from paradero.exchange.bundle.manifest import Manifest, custody_of, manifest_of
from paradero.exchange.bundle.names import (
    CUSTODY,
    MANIFEST,
    PACKAGE,
    PROCEDURE,
    ROOTS,
    SCRIPT,
    SUMS,
    item_name,
)
from paradero.exchange.bundle.package import Member, package_text
from paradero.exchange.bundle.parts import BundleParts, ReadBundle
from paradero.exchange.bundle.refused import BundleRefused, Wrong, about
from paradero.exchange.bundle.roots import roots_of
from paradero.exchange.bundle.vouching import require_vouched
from paradero.exchange.bundle.writing import own_texts, records_of
from paradero.exchange.bundle.zip_reader import ZipReader

_OTHER_FORM = "is not in the form of a bundle"


def read_bundle(file: BinaryIO, *, name: str) -> ReadBundle:
    """Return what a bundle holds, once every byte of it has been held against its digests, chain and proofs.

    Whether an authority signed the tokens is not asked here: that takes trust in its certificates, which is for people.

    Args:
        file: The bundle; it can seek, and must stay open as long as the items' bytes are read.
        name: The file's name; refusals begin with it.

    Raises:
        BundleRefused: If anything is not as it was bundled; it names the member.
    """
    with _named(name):
        return _read(ZipReader(file), name)


@contextmanager
def _named(name: str) -> Iterator[None]:
    """Turn what is found wrong inside the block into the refusal of the file of this name."""
    try:
        yield
    except Wrong as wrong:
        where = f"{wrong.member} " if wrong.member else "this file "
        raise BundleRefused(
            f"{name}: {where}{wrong.what}. Rely on nothing in it, and ask whoever sent it for the file as it was made.",
            member=wrong.member,
        ) from None


def _read(bundle: ZipReader, name: str) -> ReadBundle:
    def pieces(member: str) -> Iterator[bytes]:
        with _named(name):
            yield from bundle.pieces(member)

    fingerprint, members, sha512 = require_vouched(bundle)
    with about(MANIFEST):
        manifest = manifest_of(bundle.text(MANIFEST), lambda member: partial(pieces, member))
        _require_fitting(manifest, members, sha512)
    parts = _parts(bundle, manifest)
    with about(MANIFEST):
        _require_own(bundle, manifest, parts, members)
    require_sound(parts)
    require_derived(bundle, records_of(parts, made_at=manifest.made_at, software=manifest.software))
    return ReadBundle(
        parts=parts,
        made_at=manifest.made_at,
        software=manifest.software,
        fingerprint=fingerprint,
        unproven=unproven(parts),
        unrecorded=unrecorded(parts),
        unproven_entries=unproven_entries(parts),
        unstamped=unstamped(parts),
    )


def _parts(bundle: ZipReader, manifest: Manifest) -> BundleParts:
    with about(CUSTODY):
        custody = custody_of(bundle.text(CUSTODY))
    with about(ROOTS):
        roots = roots_of(bundle.text(ROOTS), bundle.text)
    return BundleParts(
        items=manifest.items,
        destroyed=manifest.destroyed,
        custody=custody,
        custody_head=manifest.custody_head,
        days=roots.days,
        proofs=roots.proofs,
        tokens=roots.tokens,
    )


def _require_fitting(manifest: Manifest, members: Sequence[Member], sha512: Mapping[str, str]) -> None:
    """Hold what the manifest says of each item's bytes to the bytes."""
    here = {member.name: member for member in members if member.name in sha512}
    said = {item_name(item): item for item in manifest.items}
    for name, item in said.items():
        if name not in here:
            raise Wrong(f"speaks of {item.ref}, and {name} is missing", member=name)
    for name, member in here.items():
        if name not in said:
            raise Wrong(f"is spoken of nowhere in {MANIFEST}", member=name)
        item = said[name]
        if (item.sha256, item.sha512, item.size_bytes) != (member.sha256, sha512[name], member.size_bytes):
            raise Wrong(f"says something else of {item.ref} than what {name} is")


def _require_own(bundle: ZipReader, manifest: Manifest, parts: BundleParts, members: Sequence[Member]) -> None:
    """Hold our texts to the one form that they have, so that nothing hides in another one."""
    texts = own_texts(parts, made_at=manifest.made_at, software=manifest.software)
    for name, text in texts.items():
        if bundle.text(name) != text:
            raise Wrong(_OTHER_FORM, member=name)
    ours = {*texts, SUMS, PROCEDURE, SCRIPT}
    for name in bundle.names:
        if name.startswith("paradero/") and name not in ours:
            raise Wrong(f"is spoken of nowhere in {ROOTS}", member=name)
    if bundle.text(PACKAGE) != package_text(members, made_at=manifest.made_at, software=manifest.software):
        raise Wrong(_OTHER_FORM, member=PACKAGE)
    for name in (PROCEDURE, SCRIPT):
        bundle.require(name)
