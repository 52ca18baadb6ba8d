"""Bundles of an invented desk: a page, a post, an export, pictures, a web record, one item destroyed by order."""

import hashlib
import io
import json
import subprocess
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO

from paradero.exchange.bundle import (
    CUSTODY_ENTRY,
    ORIGINAL,
    SEAL_RECORD,
    BundleDay,
    BundleItem,
    BundleParts,
    BundleProof,
    BundleToken,
    Capture,
    DestroyedItem,
    Recorded,
    Reduced,
    seal_record,
    write_bundle,
)
from paradero.exchange.bundle.package import Member, digest_text, package_text, sums_text
from paradero.terms.chain import START, Head, Link, canonical, next_link

MADE_AT = datetime(2026, 11, 23, 16, 5, tzinfo=UTC)
SOFTWARE = "Paradero 0.1.0"
TAKEN_AT = datetime(2026, 11, 20, 9, 30, 12, tzinfo=UTC)
FIRST, SECOND, THIRD = date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 22)

PAGE = """<!doctype html><html><head><title>Sin noticias de Ruslan Doroshenkov</title></head>
<body><p>Galina espera, según cuenta a «El Faro del Sur».</p></body></html>""".encode()
POST = "Мать впервые услышала его голос. «Вести с переправы»\n".encode()
EXPORT = json.dumps({"name": "Шукай своїх разом", "messages": [{"id": 7, "text": "Мати впізнала Сергія."}]}).encode()
PICTURE = bytes(range(256)) * 40
CLIP = b"\0\0\0\x18ftypmp42" + bytes(range(255, -1, -1)) * 300
BURNT = hashlib.sha256(b"what a judge had destroyed").hexdigest()

_ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Visnyk: Serhii is back.</p>"
WEB_RECORD = (
    b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0aa2d9a8-8f60-4a3c-9c33-2b1f0f1c7d11>\r\n"
    b"WARC-Date: 2026-11-19T22:10:05Z\r\nWARC-Target-URI: https://visnyk.example/serhii?b=2&a=1\r\n"
    b"WARC-Payload-Digest: sha256:"
    + hashlib.sha256(_ANSWER.partition(b"\r\n\r\n")[2]).hexdigest().encode()
    + b"\r\nContent-Type: application/http;msgtype=response\r\nContent-Length: "
    + str(len(_ANSWER)).encode()
    + b"\r\n\r\n"
    + _ANSWER
    + b"\r\n\r\n"
)


def in_pieces(data: bytes, size: int = 1 << 16) -> Iterable[bytes]:
    return (data[at : at + size] for at in range(0, len(data), size))


def item(ref: str, data: bytes, media_type: str, **fields: object) -> BundleItem:
    usual = BundleItem(
        ref=ref,
        sha256=hashlib.sha256(data).hexdigest(),
        sha512=hashlib.sha512(data).hexdigest(),
        size_bytes=len(data),
        media_type=media_type,
        kind="image",
        reader="pictures 1",
        collected_at=TAKEN_AT,
        collector="marta",
        pieces=partial(in_pieces, data),
    )
    return replace(usual, **fields)


ITEMS = (
    item(
        "I-7K3M-Q2XD",
        PAGE,
        "text/html",
        kind="HTML page",
        reader="page 4",
        address="https://www.faro.example/Noticias/año?b=2&a=1",
        publisher="El Faro del Sur",
        claimed_on=date(2026, 11, 19),
        claimed_from="the page states it",
        capture=Capture(at=datetime(2026, 11, 19, 23, 1, 2, tzinfo=UTC), tool="saver 2.1", page_sha256="ab" * 32),
    ),
    item("I-0001-TEXT", POST, "text/plain", kind="plain text", publisher="«Вести с переправы»"),
    item(
        "I-0002-JSQN",
        EXPORT,
        "application/json",
        kind="Telegram export",
        reader="Telegram 3",
        reduced=Reduced(rule="Telegram 3", fields=12, received_sha256="cd" * 32),
    ),
    item("I-0003-P1CT", PICTURE, "image/jpeg"),
    item("I-0004-CL1P", CLIP, "video/mp4", kind="video", address="https://faro.example/clip.mp4"),
    item("I-0005-WARC", WEB_RECORD, "application/warc", kind="web record"),
)
RECORDED = tuple(
    replace(
        one,
        recorded=Recorded(
            salt=hashlib.sha256(one.ref.encode()).hexdigest(),
            software=SOFTWARE,
            method="web archive" if one.media_type == "application/warc" else "file",
            name_sha256=hashlib.sha256(one.sha256.encode()).hexdigest(),
            reports=1,
            archive="A-0001-ARCH" if one.media_type == "application/warc" else None,
            captured_from="https://visnyk.example/serhii" if one.media_type == "application/warc" else None,
            claimed_zone="+00:00" if one.claimed_on else None,
        ),
    )
    for one in ITEMS
)
"""The same items, sealed with a seal record."""
DESTROYED = (DestroyedItem(ref="I-0006-BVRN", sha256=BURNT),)


def custody(items: Sequence[BundleItem], destroyed: Sequence[DestroyedItem]) -> tuple[tuple[Link, ...], Head]:
    """A log in which others' items stand between these, and go on after them."""
    kept: list[Link] = []
    head: Head | None = None
    acts = [("sealed", one.ref, one.sha256) for one in (*items, *destroyed)]
    acts += [("arrived again", items[0].ref, items[0].sha256)]
    acts += [("destroyed", one.ref, one.sha256) for one in destroyed]
    for number, (act, ref, sha256) in enumerate(acts):
        if number % 3 == 1:
            head = _next(head, "sealed", "I-9999-ELSE", "99" * 32)[1]
        link, head = _next(head, act, ref, sha256)
        kept.append(link)
    head = _next(head, "sealed", "I-9998-ELSE", "98" * 32)[1]
    return tuple(kept), head


def _next(head: Head | None, act: str, ref: str, sha256: str) -> tuple[Link, Head]:
    facts: Mapping[str, str | int | None] = {
        "seq": (head.seq if head else 0) + 1,
        "at": TAKEN_AT.isoformat(),
        "actor": "marta",
        "act": act,
        "ref": ref,
        "sha256": sha256,
        "reader": "" if act == "destroyed" else "page 4",
    }
    link = next_link(head, canonical(facts))
    return link, Head(seq=link.seq, hash=link.hash)


@dataclass
class Tree:
    """The tree of a day, as RFC 6962 defines it, word by word."""

    leaves: list[bytes] = field(default_factory=list)

    def root(self, first: int, end: int) -> bytes:
        if end == first:
            return hashlib.sha256(b"").digest()
        if end - first == 1:
            return hashlib.sha256(b"\0" + self.leaves[first]).digest()
        middle = self._middle(first, end)
        return hashlib.sha256(b"\1" + self.root(first, middle) + self.root(middle, end)).digest()

    def path(self, place: int, first: int, end: int) -> tuple[str, ...]:
        if end - first == 1:
            return ()
        middle = self._middle(first, end)
        if place < middle:
            return (*self.path(place, first, middle), self.root(middle, end).hex())
        return (*self.path(place, middle, end), self.root(first, middle).hex())

    @staticmethod
    def _middle(first: int, end: int) -> int:
        half = 1
        while half * 2 < end - first:
            half *= 2
        return first + half


def day_of(day: date, leaves: list[bytes], previous: str, custody: int | None) -> BundleDay:
    root = Tree(leaves).root(0, len(leaves)).hex()
    return BundleDay(day=day, size=len(leaves), root=root, previous=previous, custody=custody)


def days_and_proofs(
    items: Sequence[BundleItem], destroyed: Sequence[DestroyedItem], links: Sequence[Link], *, naming: bool
) -> tuple[tuple[BundleDay, ...], tuple[BundleProof, ...]]:
    """Two days in which everything was sealed among others' leaves, and a third without; `naming` the custody log."""
    blank = partial(BundleProof, place=0, path=())
    said = [blank(day=FIRST, what=ORIGINAL, item=one.ref, sha256=one.sha256) for one in (*items, *destroyed)]
    for one in items:
        digest = hashlib.sha256(seal_record(one).encode()).hexdigest()
        said.append(blank(day=FIRST, what=SEAL_RECORD, item=one.ref, sha256=digest))
    for link in links:
        ref = json.loads(link.entry)["ref"]
        said.append(blank(day=SECOND, what=CUSTODY_ENTRY, item=ref, sha256=link.hash))
    days: list[BundleDay] = []
    proofs: list[BundleProof] = []
    for day in (FIRST, SECOND, THIRD):
        its = [one for one in said if one.day == day]
        tree = Tree([other for one in its for other in (b"another's", one.leaf)] + [b"the last"] * 2)
        proofs += [
            replace(one, place=2 * at + 1, path=tree.path(2 * at + 1, 0, len(tree.leaves)))
            for at, one in enumerate(its)
        ]
        covered = 0 if day == FIRST else links[-1].seq
        before = days[-1].hash if days else START
        days.append(day_of(day, tree.leaves, before, covered if naming else None))
    return tuple(days), tuple(proofs)


def parts(
    items: Sequence[BundleItem] = ITEMS,
    destroyed: Sequence[DestroyedItem] = DESTROYED,
    tokens: Sequence[BundleToken] = (),
    *,
    naming: bool = False,
) -> BundleParts:
    links, head = custody(items, destroyed)
    days, proofs = days_and_proofs(items, destroyed, links, naming=naming)
    return BundleParts(
        items=tuple(items),
        destroyed=tuple(destroyed),
        custody=links,
        custody_head=head,
        days=days,
        proofs=proofs,
        tokens=tuple(tokens),
    )


def alone(one: BundleItem) -> BundleParts:
    """One item on the day it was taken in: no root covers it yet."""
    links, head = custody([one], ())
    return BundleParts(items=(one,), custody=links, custody_head=head)


def written(bundle: BundleParts) -> bytes:
    to = io.BytesIO()
    write_bundle(to, bundle, made_at=MADE_AT, software=SOFTWARE)
    return to.getvalue()


def members(bundle: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(bundle)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def zipped(content: Mapping[str, bytes], **unusual: zipfile.ZipInfo) -> bytes:
    """A zip as a bundle is zipped, of any content; `unusual` entries stand for those of their names."""
    to = io.BytesIO()
    with zipfile.ZipFile(to, "w") as zipping:
        for name, data in content.items():
            entry = unusual.get(name) or entry_of(name)
            zipping.writestr(entry, data)
    return to.getvalue()


def entry_of(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.create_system = 3
    entry.external_attr = 0o100644 << 16
    dense = name.startswith(("archive/", "indexes/index.cdx")) or name.endswith((".jpg", ".mp4"))
    entry.compress_type = zipfile.ZIP_STORED if dense else zipfile.ZIP_DEFLATED
    return entry


def summed_anew(content: Mapping[str, bytes], software: str = SOFTWARE) -> dict[str, bytes]:
    """What a forger does who changed something: all sums are made anew and fit again."""
    lists = ("paradero/SHA256SUMS", "datapackage.json", "datapackage-digest.json")
    anew = {name: data for name, data in content.items() if name not in lists}
    listed = [
        Member(name=name, sha256=hashlib.sha256(data).hexdigest(), size_bytes=len(data)) for name, data in anew.items()
    ]
    sums = sums_text(listed)
    listed.append(Member(name=lists[0], sha256=hashlib.sha256(sums).hexdigest(), size_bytes=len(sums)))
    package = package_text(listed, made_at=MADE_AT, software=software)
    return anew | {lists[0]: sums, lists[1]: package, lists[2]: digest_text(package)}


def unzipped(bundle: bytes, folder: Path) -> Path:
    """Unzip as an expert does."""
    file = folder.with_suffix(".wacz")
    file.write_bytes(bundle)
    subprocess.run(["unzip", "-q", file, "-d", folder], check=True)
    file.unlink()
    return folder


def as_file(bundle: bytes) -> BinaryIO:
    return io.BytesIO(bundle)
