"""What `paradero enquire` says where a form breaks off between two enquiries."""

import json

import pytest
from tests.cli import world

from paradero.cli.enquiring import open_all
from paradero.cli.house import House
from paradero.procedures import open_enquiry
from paradero.procedures.acting import Actor, Desk
from paradero.records.models import Candidate, Enquiry, Job


@pytest.mark.django_db(transaction=True)
def test_those_opened_before_a_form_broke_off_are_named_and_searched_for(
    desk: Desk, marta: Actor, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A colleague may use a file number in the moment between the look at the form and its enquiry."""
    own = world.ENQUIRY | {"own_reference": None}
    clashes = [world.ENQUIRY | {"own_words": words} for words in ("Шукаю брата.", "Шукаю сина.")]
    form = json.dumps([own, *clashes]).encode()
    monkeypatch.setattr(open_enquiry, "require_openable", lambda _requests: None)

    with pytest.raises(open_enquiry.OtherEnquiryHeld, match="2026-0117"):
        open_all(form, name="form.json", house=House(desk, marta), wait=True)
    said = capsys.readouterr().err
    assert "2 of 3 enquiries opened before the form broke off" in said
    assert all(ref in said for ref in Enquiry.objects.values_list("ref", flat=True))
    assert (Enquiry.objects.count(), Candidate.objects.count()) == (2, 0)
    assert not Job.objects.filter(done_at=None).exists()
