"""The pages on which a bundle is proposed, approved by somebody else, and saved."""

from io import BytesIO

import pytest
from django.test import Client
from tests.desk.conftest import World

from paradero.exchange.bundle import read_bundle
from paradero.procedures.acting import Desk
from paradero.procedures.home import UPLOADING
from paradero.records.models import Bundle

pytestmark = pytest.mark.django_db(transaction=True)


def proposed(client: Client, **of: str) -> Bundle:
    assert client.post("/bundles/propose/", {"purpose": "For the court", **of}).status_code == 302
    return Bundle.objects.get()


def test_a_bundle_is_proposed_by_one_approved_by_another_and_saved(
    as_marta: Client, as_oleh: Client, world: World, desk: Desk
) -> None:
    row = proposed(as_marta, item=world.item)
    assert "waits for somebody else than you" in as_marta.get("/bundles/").content.decode()
    assert as_marta.post(f"/bundles/{row.ref}/approve/").status_code == 409
    assert as_marta.post(f"/bundles/{row.ref}/make/").status_code == 409

    assert as_oleh.post(f"/bundles/{row.ref}/approve/").status_code == 302
    answer = as_marta.post(f"/bundles/{row.ref}/make/")

    assert answer.headers["Content-Disposition"] == f'attachment; filename="{row.ref}.wacz"'
    read = read_bundle(BytesIO(answer.getvalue()), name="a.wacz")
    assert [item.ref for item in read.parts.items] == [world.item]
    assert not list((desk.home / UPLOADING).iterdir())
    assert read.fingerprint[:16] in as_marta.get("/bundles/").content.decode()


def test_everything_behind_an_enquiry_is_proposed_from_its_page(as_marta: Client, world: World) -> None:
    assert "everything behind this enquiry" in as_marta.get(f"/enquiries/{world.enquiry}/").content.decode()

    assert world.item in proposed(as_marta, enquiry=world.enquiry).items


@pytest.mark.parametrize("of", [{}, {"item": "I-0000-0000"}, {"item": "Ruslan"}, {"purpose": " "}])
def test_a_proposal_of_nothing_is_refused(as_marta: Client, world: World, of: dict[str, str]) -> None:
    whole = {"purpose": "For the court", "item": world.item if "purpose" in of else ""} | of

    assert as_marta.post("/bundles/propose/", whole).status_code in {404, 409}
    assert not Bundle.objects.exists()


def test_a_bundle_that_does_not_exist_is_not_found(as_marta: Client) -> None:
    assert as_marta.post("/bundles/B-0000-0000/approve/").status_code == 404
    assert as_marta.post("/bundles/B-0000-0000/make/").status_code == 404
