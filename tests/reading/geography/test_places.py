"""The learned part is trained here on two lines, so that only what surrounds it is tested."""

import numpy as np
import pytest

from paradero.reading.document import Document, document_of
from paradero.reading.geography.places import places_of
from paradero.reading.tagging.tagger import Tags
from paradero.reading.tools import tools_of
from paradero.terms.account import PlaceRead
from paradero.terms.linear import Choice, Linear
from paradero.terms.spans import Span

LABELS = ("O", "B-place", "I-place")
TRUSTS_LABELS = Choice(Linear(("labelled=True", "labelled=False"), np.array([[4.0], [-4.0]], np.float32)))


def labelled(document: Document, names: tuple[str, ...]) -> dict[str, Tags]:
    """Return labels that call the names places, and nothing a person."""
    best = ["O"] * len(document.tokens)
    for name in names:
        start = 0
        while (start := document.text.find(name, start)) >= 0:
            first, *rest = document.within(Span(start, start + len(name)))
            best[first] = "B-place"
            best[rest[0] if rest else first] = "I-place" if rest else "B-place"
            start += len(name)
    likely = np.array([[label == each for each in LABELS] for label in best], np.float32)
    return {"places": Tags(LABELS, tuple(best), likely), "mentions": Tags(("O",), ("O",) * len(best), likely[:, :1])}


def read(language: str, text: str, *names: str, persons: tuple[Span, ...] = ()) -> tuple[PlaceRead, ...]:
    body = [Span(0, len(text))]
    document = document_of(tools_of(language).analyse(text, body), body, language)
    return places_of(document, labelled(document, names), persons, choice=TRUSTS_LABELS)


def test_a_place_is_read_once_with_every_mention() -> None:
    text = "Salió de Mesetas el lunes y a Mesetas no volvió."
    (place,) = read("es", text, "Mesetas")

    assert (place.usual, place.country) == ("Mesetas", "CO")
    assert [span.of(text) for span in place.mentions] == ["Mesetas", "Mesetas"]
    assert place.candidates


def test_two_cases_of_one_name_are_one_place() -> None:
    (place,) = read("uk", "Його взяли біля Горлівки, а бачили в Горлівці.", "Горлівки", "Горлівці")

    assert place.usual == "Horlivka"
    assert len(place.mentions) == 2


@pytest.mark.parametrize(("persons", "found"), [((), 1), ((Span(0, 16),), 0)])
def test_a_word_inside_a_persons_name_is_no_place(persons: tuple[Span, ...], found: int) -> None:
    assert len(read("es", "Armenia Quintero llamó ayer.", "Armenia", persons=persons)) == found


def test_a_capital_that_speaks_stays_a_place() -> None:
    (place,) = read("en", "Kyiv denied the claim on Tuesday.", "Kyiv")

    assert place.as_written == "Kyiv"
