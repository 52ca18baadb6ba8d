"""Takes published bytes in: opened, read, sealed, and only then written down and acknowledged (rule R15)."""

import hashlib
import re
import unicodedata
from datetime import datetime

from paradero.intake import Declared, Opened, open_bytes
from paradero.procedures.act import act, anew
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.answers import TakenIn
from paradero.procedures.keep_report import LONGEST_SOURCE, KeptReport, ReadReport, keep_report
from paradero.procedures.kept_tellings import telling_of_report
from paradero.reading import read_apart_from_wishes
from paradero.records.leases import ask
from paradero.records.models import Arrival, Item
from paradero.terms.account import Account
from paradero.terms.failpoint import reached
from paradero.terms.jobs import JobKind
from paradero.terms.refs import new_ref
from paradero.terms.refusal import Refusal
from paradero.terms.report import Report

_LANGUAGE = re.compile("[A-Za-z-]{2,10}")


class DeclarationRefused(Refusal):
    """What the collector says of the bytes is no source or no language."""


def take_in(data: bytes, *, name: str, declared: Declared, desk: Desk, actor: Actor, at: datetime) -> TakenIn:
    """Return the item's reference once the bytes, their reports and sightings are stored durably.

    The same bytes again are one more arrival of the same item, and nothing is read or written twice. What a new item
    shows is held against the open enquiries by a job that is kept with it: nobody waits for that search here.

    Args:
        data: The bytes as they were found.
        name: The file's name, for the readers and for the sentence of a refusal; it is not kept.
        declared: What the collector says of them.
        desk: The store and the folder.
        actor: Who takes them in.
        at: When.

    Raises:
        DeclarationRefused: If what the collector says could not be kept; nothing is stored.
        Unreadable: If no reader makes reports of the bytes; nothing is stored.
        SealDestroyed: If these bytes were destroyed by order.
    """
    _require_kept(declared)
    known = Item.objects.filter(sha256=hashlib.sha256(data).hexdigest()).first()
    if known:
        desk.store.seal(data)
        return _again(known, declared=declared, desk=desk, actor=actor, at=at)
    opened = open_bytes(data, name=name, declared=declared)
    read = [_read(report, declared) for report in opened.reports]
    reached("take in: read")
    seal = desk.store.seal(opened.data)
    reached("take in: sealed")
    return anew(
        lambda: _write_down(
            opened,
            read,
            sha256=seal.sha256,
            size_bytes=seal.size_bytes,
            declared=declared,
            desk=desk,
            actor=actor,
            at=at,
        )
    )


def _require_kept(declared: Declared) -> None:
    source, language = declared.source or "", declared.language or ""
    if len(source) > LONGEST_SOURCE or any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in source):
        raise DeclarationRefused(
            f"A source is a name of at most {LONGEST_SOURCE} letters, in one line. Declare another."
        )
    if language and not _LANGUAGE.fullmatch(language):
        raise DeclarationRefused(f"A language is written in letters, as es or uk, not {language!a}.")


def _read(report: Report, declared: Declared) -> ReadReport:
    account = read_apart_from_wishes(report, declared_language=declared.language)
    return ReadReport(report=report, account=account, telling=telling_of_report(report, account))


def _write_down(
    opened: Opened,
    read: list[ReadReport],
    *,
    sha256: str,
    size_bytes: int,
    declared: Declared,
    desk: Desk,
    actor: Actor,
    at: datetime,
) -> TakenIn:
    meanwhile = Item.objects.filter(sha256=sha256).first()
    if meanwhile:
        return _again(meanwhile, declared=declared, desk=desk, actor=actor, at=at)
    with act("take in", desk=desk, actor=actor, at=at) as done:
        item = Item.objects.create(
            ref=new_ref("I"),
            sha256=sha256,
            size_bytes=size_bytes,
            media_type=opened.media_type,
            kind=opened.kind,
            reader=opened.reader,
            collector=actor.ref,
            taken_in_at=at,
        )
        _arrive(item, declared=declared, actor=actor, at=at)
        kept = [
            keep_report(report, item=item, position=position, desk=desk, at=at)
            for position, report in enumerate(read, start=1)
        ]
        done.further += [("origin left for another", ref, 1) for report in kept for ref in report.left]
        ask(JobKind.ITEM, item.ref, at=at)
        done.ref, done.count = item.ref, len(kept)
        done.custody.append(("sealed", item.ref, sha256, opened.reader))
    return _taken_in(item, kept, [report.account for report in read])


def _again(item: Item, *, declared: Declared, desk: Desk, actor: Actor, at: datetime) -> TakenIn:
    with act("take in again", desk=desk, actor=actor, at=at, ref=item.ref) as done:
        _arrive(item, declared=declared, actor=actor, at=at)
        done.custody.append(("arrived again", item.ref, item.sha256, item.reader))
    reports = list(item.reports.select_related("origin"))
    sightings = item.reports.filter(sightings__isnull=False).values_list("sightings__ref", flat=True)
    return TakenIn(
        item_ref=item.ref,
        new=False,
        reports=len(reports),
        sightings=tuple(sightings),
        origins=tuple(report.origin.ref for report in reports),
        gaps=(),
    )


def _arrive(item: Item, *, declared: Declared, actor: Actor, at: datetime) -> None:
    Arrival.objects.create(
        item=item,
        at=at,
        actor=actor.ref,
        declared_source=declared.source,
        declared_published_on=declared.published_on,
        declared_language=declared.language,
    )


def _taken_in(item: Item, kept: list[KeptReport], accounts: list[Account]) -> TakenIn:
    return TakenIn(
        item_ref=item.ref,
        new=True,
        reports=len(kept),
        sightings=tuple(ref for report in kept for ref in report.sightings),
        origins=tuple(report.origin for report in kept),
        gaps=tuple(dict.fromkeys(gap for account in accounts for gap in account.gaps)),
    )
