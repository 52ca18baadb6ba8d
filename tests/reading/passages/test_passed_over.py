"""Sentences that may tell somebody's fate and gave no claim: the list of them keeps a denial from being lost."""

from datetime import date

import pytest

from paradero.reading import read, read_apart_from_wishes, wishes
from paradero.terms.dates import DateKnownFrom
from paradero.terms.report import Report

UNREAD = [
    (
        "es",
        "La familia de Ruslan Doroshenkov desmiente que lo hayan llevado. La cosecha fue buena.",
        "desmiente que lo hayan llevado",
    ),
    (
        "es",
        "Yeison Cuastumal no volvió a casa. A Yeison Cuastumal lo vieron con vida en Pasto, cuenta Rosalba.",
        "lo vieron con vida",
    ),
    (
        "en",
        "The family waits. Ruslan Doroshenkov was seen among those taken away on the bus. The school was closed.",
        "taken away on the bus",
    ),
    ("uk", "Олена Верещак не потрапила до списку. Її, можливо, забрали під Житомиром.", "не потрапила до списку"),
    (
        "ru",
        "Мати Тимура Дашиева сказала, что сын жив и в плену. Тимур Дашиев выходил на связь в мае. Дождь шёл весь день.",
        "выходил на связь",
    ),
]


def report_of(text: str) -> Report:
    return Report(
        text=text, blocks=(), pieces=(), published_on=date(2024, 5, 24), date_known_from=DateKnownFrom.DECLARED
    )


@pytest.mark.parametrize(("language", "text", "unread"), UNREAD)
def test_a_sentence_with_a_word_of_fate_and_no_claim_is_listed(language: str, text: str, unread: str) -> None:
    """Whoever signs the account must know which sentences they still have to read."""
    account = read(report_of(text), declared_language=language)
    listed = [each.span.of(text) for each in account.passed_over]
    claimed = [claim.found.span for claim in account.claims if claim.status]

    assert [sentence for sentence in listed if unread in sentence]
    assert not [each for each in account.passed_over if any(span.meets(each.span) for span in claimed)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La cosecha fue buena. El alcalde inauguró la escuela de Pasto."),
        ("en", "The harvest was good. The mayor opened the school in Leeds."),
        ("ru", "Урожай был хорошим. Мэр открыл школу в Воронеже."),
        ("uk", "Врожай був добрий. Мер відкрив школу в Житомирі."),
    ],
)
def test_what_tells_no_fate_is_not_listed(language: str, text: str) -> None:
    """A list that names every sentence is read by nobody."""
    assert read(report_of(text), declared_language=language).passed_over == ()


def test_a_wish_is_in_no_such_list() -> None:
    """The list is stored, and a wish is not (rule R6)."""
    text = "Ruslan Doroshenkov fue capturado en mayo. «No quiero volver a Rusia, aquí estoy vivo», dijo Ruslan."
    (wish,) = wishes(report_of(text), declared_language="es")
    kept = read_apart_from_wishes(report_of(text), declared_language="es").passed_over

    assert not [each for each in kept if each.span.meets(wish.span)]
    assert [each for each in read(report_of(text), declared_language="es").passed_over if each.span.meets(wish.span)]
