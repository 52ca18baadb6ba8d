"""Goes down the digests of a bundle: each file is held against the one above it, so the first that fails is the one."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from typing import Any

from paradero.exchange.bundle.fields import Fields
from paradero.exchange.bundle.lines import parsed
from paradero.exchange.bundle.names import DIGEST, PACKAGE, SUMS
from paradero.exchange.bundle.package import Member, digest_of, sums_text
from paradero.exchange.bundle.refused import LARGEST_TEXT, MOST_MEMBERS, Wrong, about
from paradero.exchange.bundle.zip_reader import ZipReader

_FINGERPRINT = re.compile(rb'"hash": "sha256:([0-9a-f]{64})"')
_RESOURCE = frozenset({"bytes", "hash", "name", "path"})
_NOT_IT = "is not the file that was bundled: its digest is another one"


def require_vouched(bundle: ZipReader) -> tuple[str, Sequence[Member], Mapping[str, str]]:
    """Return the fingerprint, the list of the members, and the SHA-512 of those under `items/`, by name.

    Raises:
        Wrong: If a member is not the one that its list speaks of; it names the member.
    """
    fingerprint = _fingerprint(bundle.text(DIGEST))
    package = bundle.text(PACKAGE)
    if hashlib.sha256(package).hexdigest() != fingerprint:
        raise Wrong(_NOT_IT, member=PACKAGE)
    with about(PACKAGE):
        members = _listed(package)
    sums = bundle.text(SUMS)
    listed = {member.name: member for member in members}
    if SUMS not in listed or hashlib.sha256(sums).hexdigest() != listed[SUMS].sha256:
        raise Wrong(_NOT_IT, member=SUMS)
    if sums != sums_text([member for member in members if member.name != SUMS]):
        raise Wrong(f"does not list what {PACKAGE} lists", member=SUMS)
    _require_all(bundle.names, listed)
    return fingerprint, members, {name: digest for name, digest in _sha512(bundle, members) if digest}


def _fingerprint(text: bytes) -> str:
    found = _FINGERPRINT.search(text)
    if not found or text != digest_of(found[1].decode()):
        raise Wrong("is not in its form, or was changed", member=DIGEST)
    return found[1].decode()


def _listed(package: bytes) -> list[Member]:
    if len(package) > LARGEST_TEXT or package.count(b"\n") > 2 * MOST_MEMBERS:
        raise Wrong("is larger than it may be")
    lines = package.decode("ascii", "replace").split("\n")[1:-2]
    return [_member(parsed(line.removesuffix(","))) for line in lines]


def _member(row: Any) -> Member:
    fields = Fields(row, _RESOURCE)
    digest = fields.text("hash").removeprefix("sha256:")
    return Member(name=fields.text("path"), sha256=digest, size_bytes=fields.number("bytes"))


def _require_all(names: Sequence[str], listed: Mapping[str, Member]) -> None:
    for name in [*listed, PACKAGE, DIGEST]:
        if name not in names:
            raise Wrong("is missing", member=name)
    for name in names:
        if name not in listed and name not in {PACKAGE, DIGEST}:
            raise Wrong(f"is not listed in {PACKAGE}", member=name)
    if [*listed, PACKAGE, DIGEST] != list(names):
        raise Wrong("has its files in another order than a bundle has")


def _sha512(bundle: ZipReader, members: Sequence[Member]) -> list[tuple[str, str]]:
    """Return the second digest of each item, having held every member against its first one."""
    found = []
    for member in members:
        sha256, sha512 = hashlib.sha256(), hashlib.sha512()
        is_item = member.name.startswith("items/")
        for piece in bundle.pieces(member.name) if bundle.size(member.name) == member.size_bytes else ():
            sha256.update(piece)
            if is_item:
                sha512.update(piece)
        if sha256.hexdigest() != member.sha256:
            raise Wrong(_NOT_IT, member=member.name)
        found.append((member.name, sha512.hexdigest() if is_item else ""))
    return found
