"""What every answer says to the browser, and what is turned away before anything reads it."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from paradero.desk.bodies import MAX_BYTES, limit_bodies
from paradero.desk.headers import POLICY, with_headers


def answer(_: HttpRequest) -> HttpResponse:
    return HttpResponse("page")


def test_nothing_may_be_loaded_from_elsewhere() -> None:
    response = with_headers(answer)(RequestFactory().get("/"))

    assert response.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert set(POLICY.values()) == {"'self'", "'none'"}
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "same-origin"


def test_no_page_stays_in_the_browsers_store() -> None:
    assert with_headers(answer)(RequestFactory().get("/")).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("length", [str(MAX_BYTES + 1), "300000000", "-1", "many", "٣"])
def test_a_large_or_odd_length_is_refused_before_the_body_is_read(length: str) -> None:
    request = RequestFactory().post("/", CONTENT_LENGTH=length)

    assert limit_bodies(answer)(request).status_code == 413


def test_a_body_of_unstated_length_is_refused() -> None:
    request = RequestFactory().post("/", HTTP_TRANSFER_ENCODING="chunked")

    assert limit_bodies(answer)(request).status_code == 411


def test_a_form_with_a_page_of_text_passes() -> None:
    request = RequestFactory().post("/", {"reason": "Имя матери совпадает. " * 90})

    assert limit_bodies(answer)(request).status_code == 200


def test_the_desk_itself_refuses_a_large_body(client: Client) -> None:
    response = client.post("/log-in/", {"username": "x" * (MAX_BYTES + 1)})

    assert response.status_code == 413
