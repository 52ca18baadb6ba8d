"""Groups reports that carry one and the same piece of news under one origin, however many outlets print it."""

import struct
from datetime import datetime

from paradero.intake.same_news import Fingerprint, same_news
from paradero.records.models import NewsKey, Origin, Report
from paradero.terms.refs import new_ref

HASH_BYTES = 6
"""The hashes of a fingerprint have 48 bits."""


def origin_of(fingerprint: Fingerprint, *, at: datetime) -> Origin:
    """Return the origin of the earliest kept report whose text is near-identical, else a new origin."""
    alike = Report.objects.filter(news_keys__key__in=fingerprint.keys).distinct().order_by("pk")
    for kept, origin in alike.values_list("fingerprint", "origin_id"):
        if same_news(unpacked(bytes(kept)), fingerprint):
            return Origin.objects.get(pk=origin)
    return Origin.objects.create(ref=new_ref("O"), begun_at=at)


def keep_keys(report: Report, fingerprint: Fingerprint) -> None:
    """Keep the numbers by which the report's fingerprint is found again."""
    NewsKey.objects.bulk_create(NewsKey(report=report, key=key) for key in fingerprint.keys)


def packed(fingerprint: Fingerprint) -> bytes:
    """Return a fingerprint as bytes."""
    hashes = b"".join(number.to_bytes(HASH_BYTES) for number in fingerprint.sketch)
    return struct.pack(">I", fingerprint.shingles) + hashes


def unpacked(kept: bytes) -> Fingerprint:
    """Return the fingerprint that `packed` wrote."""
    (shingles,) = struct.unpack(">I", kept[:4])
    hashes = kept[4:]
    sketch = tuple(int.from_bytes(hashes[at : at + HASH_BYTES]) for at in range(0, len(hashes), HASH_BYTES))
    return Fingerprint(sketch=sketch, shingles=shingles)
