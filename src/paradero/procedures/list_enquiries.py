"""Lists the enquiries, newest first."""

from datetime import datetime

from django.db.models import Count

from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.rows import enquiry_row
from paradero.procedures.views import EnquiryRow
from paradero.records.models import Enquiry


def list_enquiries(
    *, limit: int = 50, offset: int = 0, desk: Desk, actor: Actor, at: datetime
) -> tuple[EnquiryRow, ...]:
    """Return a page of the list."""
    with act("list enquiries", desk=desk, actor=actor, at=at) as done:
        counted = Enquiry.objects.annotate(proposed=Count("candidates"))[offset : offset + limit]
        rows = tuple(enquiry_row(enquiry, candidates=enquiry.proposed) for enquiry in counted)
        done.count = len(rows)
    return rows
