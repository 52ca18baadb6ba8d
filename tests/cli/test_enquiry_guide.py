"""The form that `paradero enquire --form` prints."""

from paradero.cli.enquiry_guide import FORM, GUIDE
from paradero.procedures.enquiry_form import OWN_FIELDS, read_form
from paradero.procedures.enquiry_person import PERSON_FIELDS


def test_the_printed_form_is_read_as_it_stands() -> None:
    """Somebody fills it in by changing the values."""
    (request,) = read_form(FORM.encode(), name="enquiry.json")

    assert request.own_reference == "2026-0117"
    assert request.description.names[0].family_name == "Хоменко"


def test_the_guide_explains_every_field() -> None:
    unexplained = [field for field in (*OWN_FIELDS, *PERSON_FIELDS) if field not in GUIDE]

    assert not unexplained
