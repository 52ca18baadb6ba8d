"""Lists candidates, the heaviest match weight first."""

from datetime import datetime

from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk, held_under
from paradero.procedures.list_rows import candidate_rows, ready_for_rows
from paradero.procedures.views import CandidateRow
from paradero.records.models import Candidate, Enquiry


def list_candidates(
    *,
    enquiry_ref: str | None = None,
    limit: int = 50,
    offset: int = 0,
    desk: Desk,
    actor: Actor,
    at: datetime,
) -> tuple[CandidateRow, ...]:
    """Return a page of the list; another person's judgement shows nowhere in it.

    Args:
        enquiry_ref: Of one enquiry alone.
        limit: How many rows.
        offset: How many rows to pass over.
        desk: The store and the folder.
        actor: Who reads.
        at: When.

    Raises:
        NotHeld: If there is no such enquiry.
    """
    if enquiry_ref:
        held_under(enquiry_ref, Enquiry.objects.filter(ref=enquiry_ref).only("pk").first(), kind="enquiry")
    with act("list candidates", desk=desk, actor=actor, at=at, ref=enquiry_ref or "") as done:
        chosen = Candidate.objects.filter(enquiry__ref=enquiry_ref) if enquiry_ref else Candidate.objects.all()
        rows = candidate_rows(ready_for_rows(chosen)[offset : offset + limit], actor=actor)
        done.count = len(rows)
    return rows
