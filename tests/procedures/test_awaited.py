"""Whoever waits for a search is told what it brought: all of that, and nothing older."""

from datetime import datetime

import pytest
from tests.procedures.conftest import RUSLAN_CAPTURED, TakeIn, WorkOff

from paradero.procedures import standing_search
from paradero.procedures.acting import Desk
from paradero.procedures.awaited import awaited, proposed_so_far
from paradero.records.leases import ask
from paradero.records.models import Candidate, Job
from paradero.terms.jobs import JobKind

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_an_earlier_search_brought_is_not_new(
    desk: Desk, take: TakeIn, work_off: WorkOff, galinas_enquiry: str, at: datetime
) -> None:
    """The same file taken in again, or the same form sent again, finds nothing new."""
    first = proposed_so_far(desk=desk)
    taken = take(RUSLAN_CAPTURED)
    work_off()
    found = awaited([taken.item_ref, galinas_enquiry], since=first, desk=desk)
    assert found.new == tuple(Candidate.objects.values_list("ref", flat=True)) != ()

    since = proposed_so_far(desk=desk)
    assert awaited([take(RUSLAN_CAPTURED).item_ref, galinas_enquiry], since=since, desk=desk).new == ()
    ask(JobKind.ITEM, taken.item_ref, at=at)
    work_off()
    assert awaited([taken.item_ref], since=since, desk=desk).new == ()
    assert awaited([taken.item_ref, galinas_enquiry], since=first, desk=desk).new == found.new


@pytest.mark.usefixtures("ruslans_report")
def test_what_a_search_brought_stands_where_it_was_asked_for_again_meanwhile(
    desk: Desk, work_off: WorkOff, galinas_enquiry: str, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked_again(step: str) -> None:
        if step == "job: searched":
            ask(JobKind.ENQUIRY, galinas_enquiry, at=at)
            monkeypatch.undo()

    Job.objects.filter(kind=JobKind.ITEM.value).delete()
    monkeypatch.setattr(standing_search, "reached", asked_again)
    attempts = work_off()

    assert [(attempt.subject, len(attempt.new)) for attempt in attempts] == [(galinas_enquiry, 1), (galinas_enquiry, 0)]
    found = awaited([galinas_enquiry], since=0, desk=desk)
    assert (found.new, found.waiting) == (attempts[0].new, 0)
