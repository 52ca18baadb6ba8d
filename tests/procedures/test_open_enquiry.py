"""A family's enquiry is there once, with their own words as they wrote them."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime

import pytest
from django.db import connection
from tests.procedures.conftest import GALINA_ASKS, SERHII_ASKED_FOR

from paradero.procedures.acting import Actor, Desk
from paradero.procedures.open_enquiry import OtherEnquiryHeld, open_enquiry, require_openable
from paradero.records.models import AuditEntry, Enquiry, NameKey
from paradero.terms.person import Description
from paradero.terms.plain import from_json

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_enquiry_is_kept_as_it_was_asked(galinas_enquiry: str, at: datetime) -> None:
    enquiry = Enquiry.objects.get(ref=galinas_enquiry)

    assert enquiry.own_words == GALINA_ASKS.own_words, "verbatim, blanks and all"
    assert from_json(Description, enquiry.description) == GALINA_ASKS.description
    assert (enquiry.label, enquiry.language, enquiry.is_open) == ("Дорошенков Руслан Сергеевич", "ru", True)
    assert (enquiry.opened_by, enquiry.opened_at) == ("marta", at)
    assert NameKey.objects.filter(enquiry=enquiry, folded__startswith="руслан").exists()
    assert [(entry.act, entry.ref) for entry in AuditEntry.objects.all()] == [("open enquiry", galinas_enquiry)]


def test_the_offices_own_file_number_opens_it_once(desk: Desk, oleh: Actor, at: datetime, galinas_enquiry: str) -> None:
    again = open_enquiry(GALINA_ASKS, desk=desk, actor=oleh, at=at)

    assert (again.ref, again.new) == (galinas_enquiry, False)
    assert Enquiry.objects.count() == 1


@pytest.mark.usefixtures("galinas_enquiry")
def test_a_file_number_does_not_stand_for_two_people(desk: Desk, oleh: Actor, at: datetime) -> None:
    with pytest.raises(OtherEnquiryHeld, match="says something else"):
        open_enquiry(replace(SERHII_ASKED_FOR, own_reference="VZ-17"), desk=desk, actor=oleh, at=at)
    assert Enquiry.objects.count() == 1


def test_a_form_is_looked_at_whole_before_anything_of_it_is_opened(galinas_enquiry: str) -> None:
    other = replace(SERHII_ASKED_FOR, own_reference="VZ-17")
    require_openable([SERHII_ASKED_FOR, SERHII_ASKED_FOR, GALINA_ASKS, replace(GALINA_ASKS, own_reference=None)])
    with pytest.raises(OtherEnquiryHeld, match=rf"VZ-17 already stands for {galinas_enquiry}.* No enquiry"):
        require_openable([SERHII_ASKED_FOR, other])
    with pytest.raises(OtherEnquiryHeld, match=r"PL-3 twice.* No enquiry of the form was opened"):
        require_openable([SERHII_ASKED_FOR, replace(GALINA_ASKS, own_reference="PL-3")])
    assert Enquiry.objects.count() == AuditEntry.objects.count() == 1


def test_without_a_file_number_each_request_is_its_own(desk: Desk, marta: Actor, at: datetime) -> None:
    """Two families may ask for one person in the same words; nothing is merged."""
    asked = replace(SERHII_ASKED_FOR, own_reference=None)

    assert open_enquiry(asked, desk=desk, actor=marta, at=at) != open_enquiry(asked, desk=desk, actor=marta, at=at)
    assert Enquiry.objects.count() == 2


def test_eight_at_once_with_one_file_number_open_one_enquiry(desk: Desk, marta: Actor, at: datetime) -> None:
    def ask(_turn: int) -> str:
        try:
            return open_enquiry(GALINA_ASKS, desk=desk, actor=marta, at=at).ref
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=8) as pool:
        refs = set(pool.map(ask, range(16)))

    assert len(refs) == Enquiry.objects.count() == 1
    assert AuditEntry.objects.count() == 16
