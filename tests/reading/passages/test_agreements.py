"""Agreements as announced: once for each kind, planned until the text says that it took place."""

from datetime import date

import numpy as np
import pytest
from tests.reading.people.written import document
from tests.reading.scenes import document as analysed

from paradero.reading.document import Document
from paradero.reading.passages.agreements import agreements
from paradero.reading.tagging.tagger import OUT, Tags
from paradero.terms.account import DateRead
from paradero.terms.claims import Modality
from paradero.terms.dates import Days
from paradero.terms.spans import Found, Span


def labels(of: Document, **likely: float) -> dict[str, Tags]:
    """Return labels that hold words for agreements as likely as is given."""
    table = np.array([[1 - likely.get(t.text, 0), likely.get(t.text, 0)] for t in of.tokens], np.float32)
    return {"said": Tags((OUT, "agreement"), (OUT,) * len(of.tokens), table)}


def test_each_kind_is_read_once_where_it_is_named_first() -> None:
    report = document("The exchange is near.\nThe exchange and a truce.", "en")

    found = agreements(report, labels(report, exchange=0.8, truce=0.8), ())

    assert [(read.kind, read.modality, read.found.span.start) for read in found] == [
        ("exchange", Modality.PLANNED, 4),
        ("ceasefire", Modality.PLANNED, 41),
    ]


def test_the_word_alone_is_no_agreement() -> None:
    report = document("They exchange letters.", "en")

    assert agreements(report, labels(report, exchange=0.1), ()) == ()


def test_the_one_date_of_the_sentence_is_its_day() -> None:
    report = document("The truce begins on 3 May.\nThe swap is on 4 May or 5 May.", "en")
    days = [
        DateRead(
            as_written=words,
            days=Days(date(2024, 5, day), date(2024, 5, day + 1)),
            found=Found(span=Span(at := report.text.index(words), at + len(words)), rule="made"),
        )
        for day, words in ((3, "3 May"), (4, "4 May"), (5, "5 May"))
    ]

    truce, swap = agreements(report, labels(report, truce=0.8, swap=0.8), days)

    assert (truce.when, swap.when) == (Days(date(2024, 5, 3), date(2024, 5, 4)), None)


@pytest.mark.parametrize(
    ("text", "modality"),
    [("El portavoz anunció un canje.", Modality.PLANNED), ("Ayer se celebró un canje.", Modality.ASSERTED)],
)
def test_what_was_announced_has_not_taken_place(text: str, modality: Modality) -> None:
    report = analysed(text)

    [read] = agreements(report, labels(report, canje=0.8), ())

    assert read.modality is modality
