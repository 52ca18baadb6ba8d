"""The items as records of a WARC file, which viewers of web archives open (ISO 28500, WARC/1.1).

An item that is one WARC record goes in as it is. Any other that has a web address, or is text, becomes a `resource`
record. The record's bytes are the item's, so its digest is the item's own.
"""

import re
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from paradero.exchange.bundle.addresses import in_ascii, is_web
from paradero.exchange.bundle.names import is_text
from paradero.exchange.bundle.parts import BundleItem

WARC = "application/warc"
_FIRST_LINE = re.compile(rb"WARC/1\.[01]\r\n")
_LONGEST_HEAD = 65_536
_END = b"\r\n\r\n"
_INDEXED = {"response", "resource", "revisit", "metadata"}
_DIGITS = re.compile(r"\d{1,18}", re.ASCII)
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? (\d{3})\b")
_HTTP_TYPE = re.compile(rb"\r\nContent-Type: *([!-~]+?)[;\r ]", re.IGNORECASE)
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class WarcRecord:
    """One record: `head`, the bytes of `item`, `tail`; `item` is `None` where head and tail are all."""

    head: bytes
    item: BundleItem | None = None
    tail: bytes = b""
    filed: Mapping[str, str] | None = field(default=None)
    """What the index says of it, beside its place; `None` for what no index lists."""

    @property
    def size_bytes(self) -> int:
        """How long it is, unpacked."""
        return len(self.head) + (self.item.size_bytes if self.item else 0) + len(self.tail)


def info_record(*, made_at: datetime, software: str) -> WarcRecord:
    """Return the record at the beginning, which says what wrote the file."""
    said = f"software: {software}\r\nformat: WARC File Format 1.1\r\n".encode()
    date = second(made_at)
    head = {
        "WARC-Type": "warcinfo",
        "WARC-Record-ID": _id("warcinfo", date, software),
        "WARC-Date": date,
        "WARC-Filename": "data.warc.gz",
        "Content-Type": "application/warc-fields",
        "Content-Length": str(len(said)),
    }
    return WarcRecord(head=_head(head) + said, tail=_END)


def record_of(item: BundleItem) -> WarcRecord | None:
    """Return the record that an item becomes, or `None` for one that is neither text nor from the web."""
    if item.media_type == WARC:
        as_it_is = _as_it_is(item)
        if as_it_is:
            return as_it_is
    if not is_web(item.address) and not is_text(item.media_type):
        return None
    digest = f"sha256:{item.sha256}"
    head = {
        "WARC-Type": "resource",
        "WARC-Record-ID": _id("resource", item.sha256),
        "WARC-Target-URI": target(item),
        "WARC-Date": taken(item),
        "WARC-Block-Digest": digest,
        "WARC-Payload-Digest": digest,
        "Content-Type": item.media_type,
        "Content-Length": str(item.size_bytes),
    }
    filed = {"url": target(item), "mime": item.media_type, "digest": digest, "at": taken(item)}
    return WarcRecord(head=_head(head), item=item, tail=_END, filed=filed)


def target(item: BundleItem) -> str:
    """Return what an archive files an item under: its web address, or its digest as a name."""
    if item.address and is_web(item.address):
        return in_ascii(item.address)
    return f"urn:sha256:{item.sha256}"


def taken(item: BundleItem) -> str:
    """Return the moment of an item's capture, or of its taking in, as archives write it."""
    return second(item.capture.at if item.capture else item.collected_at)


def second(moment: datetime) -> str:
    """Return a moment as `2026-11-20T09:30:00Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _head(fields: Mapping[str, str]) -> bytes:
    return "".join(["WARC/1.1\r\n", *(f"{name}: {value}\r\n" for name, value in fields.items()), "\r\n"]).encode()


def _id(*of: str) -> str:
    """Return an identifier that is the same for the same record in every bundle."""
    return f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, ' '.join(['paradero', *of]))}>"


def _as_it_is(item: BundleItem) -> WarcRecord | None:
    """Return the record that the item's bytes are, if they are exactly one, with or without the lines after it."""
    beginning = _beginning(item.pieces())
    head, blank, block = beginning.partition(_END)
    if not blank or not _FIRST_LINE.match(head):
        return None
    fields = _fields(head)
    length = fields.get("content-length", "")
    after = item.size_bytes - len(head + _END) - int(length) if _DIGITS.fullmatch(length) else -1
    if after not in {0, len(_END)}:
        return None
    return WarcRecord(head=b"", item=item, tail=b"" if after else _END, filed=_filed(fields, block))


def _beginning(pieces: Iterable[bytes]) -> bytes:
    kept = b""
    for piece in pieces:
        kept += piece[: 2 * _LONGEST_HEAD - len(kept)]
        if len(kept) >= 2 * _LONGEST_HEAD:
            break
    return kept


def _fields(head: bytes) -> dict[str, str]:
    fields: dict[str, str] = {}
    for line in head.decode("utf-8", "replace").split("\r\n")[1:]:
        name, colon, value = line.partition(":")
        if colon:
            fields.setdefault(name.strip().lower(), value.strip())
    return fields


def _filed(fields: Mapping[str, str], block: bytes) -> Mapping[str, str] | None:
    address, date = fields.get("warc-target-uri", "").strip("<>"), fields.get("warc-date", "")
    if fields.get("warc-type") not in _INDEXED or not address or not _TIME.match(date):
        return None
    if not address.isascii() or not address.isprintable() or " " in address:
        return None
    filed = {"url": address, "mime": fields.get("content-type", "").partition(";")[0].strip(), "at": f"{date[:19]}Z"}
    if fields.get("warc-type") == "response":
        answer = block.partition(_END)[0] + b"\r\n"
        status, kind = _STATUS.match(answer), _HTTP_TYPE.search(answer)
        filed["mime"] = kind[1].decode("ascii") if kind else "unk"
        if status:
            filed["status"] = status[1].decode("ascii")
    if "warc-payload-digest" in fields:
        filed["digest"] = fields["warc-payload-digest"]
    return filed
