"""Writes a bundle: a WACZ that anybody verifies with `unzip`, `sha256sum` and `openssl`."""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import datetime
from importlib.resources import files
from typing import BinaryIO

from paradero.exchange.bundle.archive import Place, index_lines, index_of_index, packed, packed_blocks
from paradero.exchange.bundle.holding import require_sound
from paradero.exchange.bundle.manifest import custody_of, custody_text, manifest_of, manifest_text
from paradero.exchange.bundle.names import (
    ARCHIVE,
    CUSTODY,
    DIGEST,
    INDEX,
    INDEX_OF_INDEX,
    MANIFEST,
    PACKAGE,
    PAGES,
    PROCEDURE,
    ROOTS,
    SCRIPT,
    SUMS,
    item_name,
    may_be_packed,
)
from paradero.exchange.bundle.package import digest_text, package_text, pages_text, sums_text
from paradero.exchange.bundle.parts import BundleItem, BundleParts
from paradero.exchange.bundle.refused import LARGEST_TEXT, MOST_MEMBERS, MOST_PACKED, BundleRefused, Wrong, about
from paradero.exchange.bundle.roots import roots_of, roots_text, stamped_files
from paradero.exchange.bundle.warc_records import WarcRecord, info_record, record_of
from paradero.exchange.bundle.zip_writer import ZipWriter

_LISTS_AND_GUIDANCE = 20
"""More than there are members of other kinds."""
_GZIP_ROOM = 200
"""How many bytes packing may add to a record, beside a thousandth of it."""


def write_bundle(to: BinaryIO, bundle: BundleParts, *, made_at: datetime, software: str) -> str:
    """Write the bundle and return its fingerprint, the SHA-256 of its `datapackage.json`.

    The same parts, moment and software give the same bytes. No more than a megabyte of an item is held at a time; each
    is read twice. Where it refuses, what was written so far is no bundle and must be thrown away.

    Args:
        to: An empty file that can seek.
        bundle: What goes in.
        made_at: The moment of making, kept to the second.
        software: Name and version of what makes it.

    Raises:
        BundleRefused: If what goes in is not sound, or an item's bytes are not those that were sealed.
    """
    made_at = made_at.replace(microsecond=0)
    try:
        texts = own_texts(bundle, made_at=made_at, software=software)
        _require_readable(bundle, texts)
        require_sound(bundle)
        return _write(to, bundle, texts, made_at=made_at, software=software)
    except Wrong as wrong:
        member = wrong.member or MANIFEST
        raise BundleRefused(f"The bundle: its {member} {wrong.what}. Nothing may be sent.", member=member) from None


def own_texts(bundle: BundleParts, *, made_at: datetime, software: str) -> Mapping[str, bytes]:
    """Return the members that say what the items are and what became of them."""
    with about(ROOTS):
        stamped = stamped_files(bundle)
    return {
        MANIFEST: manifest_text(bundle, made_at=made_at, software=software),
        CUSTODY: custody_text(bundle.custody),
        ROOTS: roots_text(bundle),
        **stamped,
    }


def records_of(bundle: BundleParts, *, made_at: datetime, software: str) -> list[WarcRecord]:
    """Return the records of the WARC file, in order."""
    records = [record_of(item) for item in bundle.items]
    return [info_record(made_at=made_at, software=software), *filter(None, records)]


def packs(bundle: BundleParts) -> Mapping[str, bool]:
    """Return which members of the items the zip packs: texts, in their order, as long as the allowance lasts."""
    left, packed_so = MOST_PACKED, {}
    for item in bundle.items:
        packed_so[item_name(item)] = may_be_packed(item) and item.size_bytes <= left
        left -= item.size_bytes if packed_so[item_name(item)] else 0
    return packed_so


def _require_readable(bundle: BundleParts, texts: Mapping[str, bytes]) -> None:
    """Hold what is about to be written to what reading will ask of it."""
    for member, text in texts.items():
        if len(text) > LARGEST_TEXT:
            raise Wrong("would be larger than may be read; make several bundles", member=member)
    if len(bundle.items) + len(texts) > MOST_MEMBERS - _LISTS_AND_GUIDANCE:
        raise Wrong("would have more tokens beside it than may be read; make several bundles", member=ROOTS)
    with about(MANIFEST):
        manifest = manifest_of(texts[MANIFEST], lambda _: tuple)
        if (manifest.items, manifest.destroyed) != (bundle.items, bundle.destroyed):
            raise Wrong("would not say what the items are")
    with about(CUSTODY):
        if custody_of(texts[CUSTODY]) != bundle.custody:
            raise Wrong("would not say what the entries of the log are")
    with about(ROOTS):
        roots = roots_of(texts[ROOTS], lambda name: texts[name])
        if (roots.days, roots.proofs, roots.tokens) != (bundle.days, bundle.proofs, bundle.tokens):
            raise Wrong("would not say what the days are")


def _write(to: BinaryIO, bundle: BundleParts, texts: Mapping[str, bytes], *, made_at: datetime, software: str) -> str:
    with ZipWriter(to) as written:
        _write_archive(written, records_of(bundle, made_at=made_at, software=software))
        packed_so = packs(bundle)
        for item in bundle.items:
            name = item_name(item)
            written.add(name, _proven(item), packs=packed_so[name], at_most=item.size_bytes)
        for name, text in {**texts, **guidance()}.items():
            written.add_text(name, text)
        written.add_text(SUMS, sums_text(written.members))
        package = package_text(written.members, made_at=made_at, software=software)
        written.add_text(PACKAGE, package)
        written.add_text(DIGEST, digest_text(package))
    return hashlib.sha256(package).hexdigest()


def _write_archive(written: ZipWriter, records: list[WarcRecord]) -> None:
    places: list[Place] = []
    room = sum(record.size_bytes + record.size_bytes // 1000 + _GZIP_ROOM for record in records)
    written.add(ARCHIVE, packed(records, places), packs=False, at_most=room)
    lines = index_lines(records, places)
    blocks = packed_blocks(lines)
    written.add(INDEX, blocks, packs=False, at_most=sum(map(len, blocks)))
    written.add_text(INDEX_OF_INDEX, index_of_index(lines, blocks))
    written.add_text(PAGES, pages_text(records))


def _proven(item: BundleItem) -> Iterator[bytes]:
    """Yield an item's bytes, and refuse at their end if they are not what was sealed."""
    sha256, sha512, size = hashlib.sha256(), hashlib.sha512(), 0
    for piece in item.pieces():
        sha256.update(piece)
        sha512.update(piece)
        size += len(piece)
        if size > item.size_bytes:
            break
        yield piece
    if (sha256.hexdigest(), sha512.hexdigest(), size) != (item.sha256, item.sha512, item.size_bytes):
        raise Wrong(f"does not fit the bytes of {item.ref}: they are not those that were sealed")


def guidance() -> Mapping[str, bytes]:
    """Return the procedure and the script that follows it: the same in every bundle of this format."""
    folder = files("paradero.exchange.bundle") / "for_the_expert"
    return {name: (folder / name.removeprefix("paradero/")).read_bytes() for name in (PROCEDURE, SCRIPT)}
