"""Groups reports that carry one and the same piece of news under one origin, however many outlets print it."""

from datetime import datetime

from paradero.intake import same_news
from paradero.records.models import Origin, Report
from paradero.terms.refs import new_ref


def origin_of(fingerprint: bytes, *, at: datetime) -> Origin:
    """Return the origin of the earliest kept report whose text is near-identical, else a new origin."""
    kept = Report.objects.order_by("pk").values_list("fingerprint", "origin_id")
    for other, origin in kept.iterator():
        if same_news(bytes(other), fingerprint):
            return Origin.objects.get(pk=origin)
    return Origin.objects.create(ref=new_ref("O"), begun_at=at)
