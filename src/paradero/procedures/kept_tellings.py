"""Keeps what a report's origin is worked out from, under its item's own key, and gives it back."""

import io
from dataclasses import dataclass
from datetime import UTC, datetime, time

import numpy as np

from paradero.intake import news_text
from paradero.intake.fingerprints import Fingerprint
from paradero.intake.provenance import Telling
from paradero.procedures.acting import Desk
from paradero.procedures.sealed_reports import unlock
from paradero.procedures.telling import telling_of
from paradero.reading.gists.vectors import NAME
from paradero.records.models import Report as ReportRow
from paradero.terms.account import Account
from paradero.terms.gist import Gist, GistSentence, Sounds
from paradero.terms.plain import from_json, to_json
from paradero.terms.report import PointerKind, Report

PURPOSE = "telling"

NOT_THE_SAME_NEWS = frozenset({PointerKind.REPLIES_TO})
"""An answer to a post is its writer's own word, and no copy of the post."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """A telling without its vectors, in types that JSON has."""

    made_by: str
    """What made the vectors."""
    language: str
    sentences: tuple[GistSentence, ...]
    words: frozenset[str]
    reports: int
    passes_on: int
    sketch: tuple[int, ...]
    shingles: int
    source: str | None
    source_sounds: tuple[Sounds, ...]
    source_kind: str | None
    address: str | None
    published_at: datetime | None
    links: frozenset[str]
    media: frozenset[str]
    passed_on_from: tuple[Sounds, ...]


_OF_GIST = ("language", "sentences", "words", "reports", "passes_on")
_OF_PRINT = ("sketch", "shingles")
_OF_TELLING = (
    *("source", "source_sounds", "source_kind", "address", "published_at", "links", "media"),
    "passed_on_from",
)


def telling_of_report(report: Report, account: Account) -> Telling:
    """Return a report as the comparison of origins sees it.

    Where the bytes state no moment, noon of its day stands for it.
    """
    day = report.published_on
    noon = datetime.combine(day, time(12), UTC) if day else None
    points_to = [pointer for pointer in report.points_to if pointer.kind not in NOT_THE_SAME_NEWS]
    return telling_of(
        news_text(report),
        language=account.language,
        source=report.source,
        address=report.address,
        published_at=report.published_at or noon,
        links=[pointer.address for pointer in points_to if pointer.address],
        media=[media.sha256 for media in report.media if media.sha256],
        passed_on_from=report.passed_on_from or next((each.name for each in points_to if each.name), None),
    )


def lock_telling(telling: Telling, *, sha256: str, position: int, desk: Desk) -> bytes:
    """Return the telling, locked under the item's key."""
    return desk.store.encrypt(sha256, packed(telling), purpose=f"{PURPOSE} {position}")


def unlock_telling(row: ReportRow, *, desk: Desk) -> Telling:
    """Return the kept telling of a report; where none was kept, or by another network, it is made here.

    Raises:
        SealDestroyed: If its item was destroyed by order.
        SealBroken, SealMissing: If what was kept or its key was altered or lost.
    """
    if row.sealed_telling is not None:
        kept = desk.store.decrypt(row.item.sha256, bytes(row.sealed_telling), purpose=f"{PURPOSE} {row.position}")
        if (telling := unpacked(kept)) is not None:
            return telling
    unlocked = unlock(row, desk=desk)
    return telling_of_report(unlocked.report, unlocked.account)


def packed(telling: Telling) -> bytes:
    """Return a telling as bytes; its vectors in half their precision."""
    gist = telling.gist
    parts = ((gist, _OF_GIST), (telling.fingerprint, _OF_PRINT), (telling, _OF_TELLING))
    kept = _Kept(made_by=NAME, **{name: getattr(part, name) for part, names in parts for name in names})
    written = io.BytesIO()
    np.savez_compressed(
        written,
        plain=np.frombuffer(to_json(kept).encode(), np.uint8),
        vectors=gist.vectors.astype(np.float16),
        matters=gist.matters.astype(np.float16),
        own=gist.own.astype(np.float16),
    )
    return written.getvalue()


def unpacked(kept: bytes) -> Telling | None:
    """Return the telling that `packed` wrote; `None` for one whose vectors cannot be compared with today's."""
    with np.load(io.BytesIO(kept), allow_pickle=False) as stored:
        plain = from_json(_Kept, stored["plain"].tobytes())
        if plain.made_by != NAME:
            return None
        of_sentences = {name: stored[name].astype(np.float32) for name in ("vectors", "matters", "own")}
    return Telling(
        gist=Gist(**of_sentences, **{name: getattr(plain, name) for name in _OF_GIST}),
        fingerprint=Fingerprint(**{name: getattr(plain, name) for name in _OF_PRINT}),
        **{name: getattr(plain, name) for name in _OF_TELLING},
    )
