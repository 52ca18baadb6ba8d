from datetime import date

import pytest
from hypothesis import given, strategies as st
from tests.fuzzing import fuzzes
from tests.intake.reports import lines, opened

from paradero.intake import Unreadable
from paradero.terms.dates import DateKnownFrom
from paradero.terms.report import BlockKind

LETTER = "Una madre reconoce a su hijo\n\nGalina reconoció a Ruslan.\r\nEs él, dijo.\n \n\nLa familia espera.\n"


def test_every_character_is_kept() -> None:
    (report,) = opened(LETTER, "a.txt").reports

    assert report.text == LETTER


def test_a_short_first_line_without_a_full_stop_is_the_headline() -> None:
    (report,) = opened(LETTER, "a.txt").reports

    assert lines(report, BlockKind.TITLE) == ["Una madre reconoce a su hijo"]
    assert lines(report, BlockKind.BODY) == ["Galina reconoció a Ruslan.\r\nEs él, dijo.", "La familia espera."]


@pytest.mark.parametrize(
    "text",
    [
        "Galina reconoció a Ruslan.\n\nLa familia espera.",
        "Galina reconoció a Ruslan\nen un vídeo\n\nLa familia espera.",
        "Galina reconoció a su hijo " * 8 + "\n\nLa familia espera.",
        "Una sola línea",
    ],
)
def test_a_first_paragraph_that_is_no_headline_is_body(text: str) -> None:
    (report,) = opened(text, "a.txt").reports

    assert lines(report, BlockKind.TITLE) == []


def test_what_the_collector_declares_fills_what_the_bytes_leave_open() -> None:
    (report,) = opened(LETTER, "a.txt", source="La Voz de Levante", published_on=date(2024, 5, 23)).reports

    assert (report.source, report.published_on) == ("La Voz de Levante", date(2024, 5, 23))
    assert report.date_known_from is DateKnownFrom.DECLARED


def test_an_undeclared_date_stays_unknown() -> None:
    (report,) = opened(LETTER, "a.txt").reports

    assert (report.published_on, report.date_known_from) == (None, DateKnownFrom.UNKNOWN)


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    """The pieces still count it, for they point into the decoded bytes."""
    (report,) = opened(b"\xef\xbb\xbfGalina espera.", "a.txt").reports

    assert report.text == "Galina espera."
    assert report.pieces[0].sealed.start == 1


@fuzzes("plain text")
@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\r\t "), max_size=300))
def test_any_text_is_kept_or_refused(text: str) -> None:
    data = text.encode()
    try:
        (report,) = opened(data, "a.txt").reports
    except Unreadable:
        return
    assert report.text == text.removeprefix("\ufeff")
