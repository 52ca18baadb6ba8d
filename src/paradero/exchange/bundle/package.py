"""What vouches for what: every member is in two lists, the lists are in one file, and that file has one digest.

`SHA256SUMS` lists every member but itself and the two files above it. `datapackage.json` lists them too, and
`SHA256SUMS`. `datapackage-digest.json` has the digest of `datapackage.json`, and a digest of that digest, so that it
can be told which of the two was changed.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from paradero.exchange.bundle.lines import one_line
from paradero.exchange.bundle.names import PACKAGE
from paradero.exchange.bundle.warc_records import WarcRecord, second

_WACZ = "1.1.1"
_PAGES = {"text/html", "application/xhtml+xml"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One member of the bundle, as the lists have it."""

    name: str
    sha256: str
    size_bytes: int


def sums_text(members: Sequence[Member]) -> bytes:
    """Return the list that `sha256sum -c` takes."""
    return "".join(f"{member.sha256}  {member.name}\n" for member in members).encode()


def package_text(members: Sequence[Member], *, made_at: datetime, software: str) -> bytes:
    """Return `datapackage.json` as WACZ has it, one member a line."""
    lines = ['{"profile":"data-package","resources":[']
    lines += [_resource(member) + "," for member in members[:-1]] + [_resource(member) for member in members[-1:]]
    said = {"created": second(made_at), "software": software, "title": "Evidence bundle", "wacz_version": _WACZ}
    return "\n".join([*lines, "]," + one_line(said)[1:], ""]).encode()


def digest_text(package: bytes) -> bytes:
    """Return `datapackage-digest.json`."""
    return digest_of(hashlib.sha256(package).hexdigest())


def digest_of(fingerprint: str) -> bytes:
    """Return `datapackage-digest.json` for a `datapackage.json` of this SHA-256."""
    check = hashlib.sha256(fingerprint.encode()).hexdigest()
    said = {"path": PACKAGE, "hash": f"sha256:{fingerprint}", "check": f"sha256:{check}"}
    return (json.dumps(said) + "\n").encode()


def pages_text(records: Sequence[WarcRecord]) -> bytes:
    """Return the list of pages that a viewer begins with: the reference of each instead of a title."""
    lines = [json.dumps({"format": "json-pages-1.0", "id": "pages", "title": "Items"})]
    for record in records:
        if record.item and record.filed and record.filed["mime"] in _PAGES:
            page = {"id": record.item.sha256[:16], "url": record.filed["url"], "title": record.item.ref}
            lines.append(json.dumps(page | {"ts": record.filed["at"]}))
    return "".join(line + "\n" for line in lines).encode()


def _resource(member: Member) -> str:
    name = member.name.lower().replace("/", ".")
    return one_line({"bytes": member.size_bytes, "hash": f"sha256:{member.sha256}", "name": name, "path": member.name})
