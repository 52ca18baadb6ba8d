"""What pages show in states that the small world does not reach: drawn from views made by hand."""

from dataclasses import replace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation
from tests.desk import made


def drawn(rf: RequestFactory, template: str, **context: object) -> str:
    request = rf.get("/")
    request.user = AnonymousUser()
    request.session = {}  # type: ignore[assignment]  # the pages ask it for one setting
    with translation.override("en"):
        return render_to_string(f"desk/{template}.html", context, request=request)


def test_a_destroyed_item_says_so_and_never_missing(rf: RequestFactory) -> None:
    """R10: what was destroyed by order is not lost, and its hash stays."""
    page = drawn(rf, "item", page=replace(made.ITEM_PAGE, reports=(), destroyed=True))

    assert "destroyed by order" in page
    assert "missing" not in page
    assert made.SHA256[:8] in page


def test_a_contradiction_stands_before_everything_else(rf: RequestFactory) -> None:
    page = drawn(rf, "candidate", page=replace(made.PAGE, row=replace(made.ROW, contradictions=("birth", "sex"))))

    assert page.index("Both cannot be true of one person.") < page.index("The family's enquiry")
    assert "birth, sex" in page


def test_what_is_said_in_captivity_is_marked_so(rf: RequestFactory) -> None:
    """R7: a captive may be made to speak."""
    assert drawn(rf, "candidate", page=made.PAGE).count("Said in captivity") == 1


def test_one_origin_stays_one_however_many_carry_it(rf: RequestFactory) -> None:
    page = drawn(rf, "candidate", page=made.PAGE)

    assert "La Voz de Levante, Diario Nuevo Andén" in page
    assert "One origin, however many carry it." in page


def test_a_video_is_its_kind_size_length_caption_and_hash(rf: RequestFactory) -> None:
    """R1: words and numbers, and no way from them to the picture."""
    page = drawn(rf, "item", page=made.ITEM_PAGE)

    assert "video · 4.0 MiB · 1:13 · " in page
    assert "Captura del vídeo" in page
    assert "picture · size not known" in page


def test_what_the_reader_could_not_read_is_said(rf: RequestFactory) -> None:
    assert "The last paragraph breaks off." in drawn(rf, "item", page=made.ITEM_PAGE)


@pytest.mark.parametrize("probability", [0.99999999, 1.0])
def test_nobody_is_ever_certain(rf: RequestFactory, probability: float) -> None:
    page = drawn(rf, "candidate", page=replace(made.PAGE, row=replace(made.ROW, probability=probability)))

    assert "over 99 in 100" in page
    assert "certain" not in page
    assert "100 %" not in page


def test_an_enquiry_not_yet_searched_says_what_to_run(rf: RequestFactory) -> None:
    page = drawn(rf, "enquiry", page=replace(made.ENQUIRY, candidates=(), searches=()))

    assert "Nothing has been searched for this enquiry yet." in page
    assert "not news of a death" in page


def test_empty_lists_say_what_to_do(rf: RequestFactory) -> None:
    assert "paradero candidates" in drawn(rf, "candidates", rows=(), page=None)
    assert "paradero enquire" in drawn(rf, "enquiries", rows=(), page=None)
