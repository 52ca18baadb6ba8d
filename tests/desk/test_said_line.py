"""The line beside a report's words: of a claim without a fate it tells what is said, not only that something is."""

from dataclasses import replace

from django.template.loader import render_to_string
from django.utils import translation
from tests.desk import made
from tests.desk.visible import words

from paradero.desk.templatetags.reading import LONGEST_PIECE, piece
from paradero.procedures.text_views import ClaimView, Piece
from paradero.terms.claims import Modality

SENTENCE = (Piece(text="La familia pidió\nno ser <i>mostrada</i>."),)
SAID = replace(
    made.CLAIM, number=2, status=None, sentence=SENTENCE, modality=Modality.ASSERTED, from_captivity=False, who=None
)


def line(claim: ClaimView) -> str:
    with translation.override("en"):
        return render_to_string("desk/parts/said_line.html", {"claim": claim, "facts": made.REPORT})


def test_what_is_said_of_no_fate_stands_with_a_piece_of_its_sentence() -> None:
    shown = line(SAID)

    assert "stated: La familia pidió no ser <i>mostrada</i>." in words(shown)
    assert '<q class="piece" lang="es">' in shown
    assert "<i>" not in shown


def test_a_long_sentence_is_cut_to_its_beginning() -> None:
    long = replace(SAID, sentence=(Piece(text="La familia pidió no ser mostrada. " * 9),))

    assert len(piece(long)) <= LONGEST_PIECE
    assert piece(long).startswith("La familia")
    assert piece(long).endswith("…")


def test_a_fate_needs_no_piece_of_its_sentence() -> None:
    assert 'class="piece"' not in line(made.CLAIM)


def test_a_piece_of_what_a_captive_says_is_marked_as_said_in_captivity() -> None:
    """R7: it may have been made to be said, and never reads as plainly stated."""
    shown = words(line(replace(SAID, from_captivity=True)))

    assert "said in captivity: La familia" in shown
    assert "stated" not in shown
