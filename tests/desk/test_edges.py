"""What every answer says to the browser, and what is turned away before anything reads it."""

import logging

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from paradero.desk.bodies import MAX_BYTES, limit_bodies
from paradero.desk.headers import POLICY, with_headers
from paradero.desk.neighbours import PASSED_ON, answer_neighbours


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


@pytest.mark.parametrize("charset", ["utf-7", "koi8-r", "nonsense"])
def test_a_form_in_other_letters_is_refused_before_anything_reads_it(client: Client, charset: str) -> None:
    """Django fails on such a form, and fails again on each page that was to say so."""
    kind = f"application/x-www-form-urlencoded; charset={charset}"

    assert client.generic("POST", "/log-in/", b"username=marta", kind).status_code == 415


@pytest.mark.parametrize("body", ["a=&" * 2000, "a=%ff", "%00=%00"])
def test_an_odd_form_is_refused_in_one_sentence(body: str) -> None:
    answered = Client(enforce_csrf_checks=True).post("/log-in/", body, content_type="application/x-www-form-urlencoded")

    assert answered.status_code in {400, 403}


def test_a_forged_request_puts_none_of_its_words_into_the_log() -> None:
    """Anybody who reaches the port could otherwise fill it."""
    for kind in ("DisallowedHost", "TooManyFieldsSent", "csrf"):
        assert not logging.getLogger(f"django.security.{kind}").isEnabledFor(logging.ERROR)


def test_another_host_is_refused_in_one_sentence(client: Client) -> None:
    answered = client.get("/log-in/", headers={"host": "desk.example"})

    assert (answered.status_code, answered.content[:12]) == (400, b"This request")
    assert answered.headers["Content-Security-Policy"].startswith("default-src 'none'")


@pytest.mark.parametrize("caller", ["192.168.1.4", "10.0.0.1", "::2", "::ffff:10.0.0.1", "", "unix:"])
def test_a_caller_from_another_machine_gets_no_page(client: Client, caller: str) -> None:
    """Another server than `paradero desk` may listen on any address."""
    for path in ("/log-in/", "/static/desk/desk.css"):
        assert client.get(path, REMOTE_ADDR=caller).status_code == 403


@pytest.mark.parametrize("field", PASSED_ON)
def test_nor_does_one_whose_request_was_passed_on(field: str) -> None:
    request = RequestFactory().get("/")
    request.META[field] = "10.0.0.1"

    assert answer_neighbours(answer)(request).status_code == 403


@pytest.mark.parametrize("caller", ["127.0.0.1", "127.0.0.9", "::1"])
def test_a_caller_on_this_machine_does(caller: str) -> None:
    assert answer_neighbours(answer)(RequestFactory().get("/", REMOTE_ADDR=caller)).status_code == 200
