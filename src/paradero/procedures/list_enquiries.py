"""Lists the enquiries, newest first."""

from collections import Counter
from datetime import datetime

from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.list_rows import enquiry_row
from paradero.procedures.views import EnquiryRow
from paradero.records.models import Candidate, Enquiry


def list_enquiries(
    *, limit: int = 50, offset: int = 0, desk: Desk, actor: Actor, at: datetime
) -> tuple[EnquiryRow, ...]:
    """Return a page of the list."""
    with act("list enquiries", desk=desk, actor=actor, at=at) as done:
        page = list(Enquiry.objects.all()[offset : offset + limit])
        proposed = Counter(Candidate.objects.filter(enquiry__in=page).values_list("enquiry_id", flat=True))
        rows = tuple(enquiry_row(enquiry, candidates=proposed[enquiry.pk]) for enquiry in page)
        done.count = len(rows)
    return rows
