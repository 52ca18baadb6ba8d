"""Groups reports that carry one and the same piece of news under one origin, however many outlets print it."""

import struct
from datetime import datetime

from django.db.models import Count

from paradero.intake.same_news import Fingerprint, same_news
from paradero.records.models import NewsKey, Origin, Report
from paradero.terms.refs import new_ref

HASH_BYTES = 6
"""The hashes of a fingerprint have 48 bits."""


MOST_COMPARED = 30
"""With so many kept reports a text is compared at most, those that share most with it. A channel signs all its posts
with one line: each would otherwise be compared with every other, and a year's export would take hours."""


def origin_of(fingerprint: Fingerprint, *, at: datetime) -> Origin:
    """Return the origin of the earliest kept report whose text is near-identical, else a new origin."""
    sharing = NewsKey.objects.filter(key__in=fingerprint.keys).values("report").annotate(keys=Count("pk"))
    nearest = [row["report"] for row in sharing.order_by("-keys", "report")[:MOST_COMPARED]]
    reports = Report.objects.filter(pk__in=nearest).order_by("pk")
    for kept, origin in reports.values_list("fingerprint", "origin_id"):
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
    sketch = tuple(int.from_bytes(kept[at : at + HASH_BYTES]) for at in range(4, len(kept), HASH_BYTES))
    return Fingerprint(sketch=sketch, shingles=shingles)
