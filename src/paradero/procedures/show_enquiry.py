"""Shows an enquiry: the family's own words, its candidates, and what was searched."""

from datetime import datetime

from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk, held_under
from paradero.procedures.list_rows import candidate_rows, enquiry_row, likeliest_first, ready_for_rows
from paradero.procedures.searched import searches_of
from paradero.procedures.show_group import to_look_at
from paradero.procedures.side_by_side import given
from paradero.procedures.subject_rows import likenesses_of
from paradero.procedures.views import EnquiryPage, Searched
from paradero.records.models import Candidate, Enquiry, Search
from paradero.terms.person import Description
from paradero.terms.plain import from_json

LATEST = 10
"""So many searches are shown: the latest says up to when."""


def show_enquiry(ref: str, *, desk: Desk, actor: Actor, at: datetime) -> EnquiryPage:
    """Return the enquiry's page.

    Raises:
        NotHeld: If there is no such enquiry.
    """
    with act("show enquiry", desk=desk, actor=actor, at=at, ref=ref):
        enquiry = held_under(ref, Enquiry.objects.filter(ref=ref).first(), kind="enquiry")
        candidates = likeliest_first(
            candidate_rows(ready_for_rows(Candidate.objects.filter(enquiry=enquiry)), actor=actor)
        )
        return EnquiryPage(
            row=enquiry_row(enquiry, candidates=len(candidates)),
            own_words=enquiry.own_words,
            enquirer=enquiry.enquirer,
            opened_by=enquiry.opened_by,
            facts=given(from_json(Description, enquiry.description)),
            candidates=candidates,
            searches=tuple(_searched(search) for search in searches_of(enquiry)[:LATEST]),
            likenesses=likenesses_of([ref], actor=actor, on=at.date()),
            to_look_at=to_look_at(ref, actor=actor),
        )


def _searched(search: Search) -> Searched:
    return Searched(
        at=search.at,
        sightings=search.sightings,
        reports=search.reports,
        sources=tuple(search.sources),
        taken_in_up_to=search.taken_in_up_to,
        published_up_to=search.published_up_to,
        model=search.model,
    )
