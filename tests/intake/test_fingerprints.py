"""How much of a text stands in another. Figures: python -m pytest tests/intake/test_fingerprints.py -s shows them."""

from collections.abc import Callable

import pytest
from tests.intake.reports import DATA

from paradero.intake import fingerprint, shared
from paradero.intake.fingerprints import SAME_FROM

LANGUAGES = ("es", "ru", "uk", "en")
ADDED = {
    "es": "Este diario ya informó la semana pasada de otros tres casos parecidos en la misma región.",
    "ru": "Ранее наша редакция сообщала ещё о трёх похожих случаях в этой же области.",
    "uk": "Раніше наша редакція повідомляла ще про три подібні випадки в цій самій області.",
    "en": "This newspaper reported three similar cases from the same region last week.",
}


def paragraphs(kind: str, language: str) -> list[str]:
    return (DATA / f"{kind}-{language}.txt").read_text().strip().split("\n\n")


def with_words_changed(parts: list[str], every: int) -> list[str]:
    return [" ".join("—" if n % every == every - 1 else word for n, word in enumerate(part.split())) for part in parts]


EDITS: dict[str, Callable[[list[str], str], list[str]]] = {
    "a headline and the agency's name before it": lambda parts, _: ["TITULAR PROPIO (Agencia)", *parts],
    "the last paragraph cut": lambda parts, _: parts[:-1],
    "the last two paragraphs cut": lambda parts, _: parts[:-2],
    "a paragraph of its own added": lambda parts, language: [*parts, ADDED[language]],
    "cut and a paragraph added": lambda parts, language: [*parts[:-1], ADDED[language]],
    "paragraphs in another order": lambda parts, _: [parts[1], parts[0], *parts[2:]],
    "every twelfth word changed": lambda parts, _: with_words_changed(parts, 12),
    "cut and every twelfth word changed": lambda parts, _: with_words_changed(parts[:-1], 12),
    "other quotation marks, dashes and capitals": lambda parts, _: [
        part.upper().replace("«", '"').replace("»", '"').replace(",", " –") for part in parts
    ],
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("edit", EDITS)
def test_most_of_a_wire_stands_in_its_copies(edit: str, language: str) -> None:
    """Five outlets that print one agency's text are one origin."""
    wire = paragraphs("wire", language)
    copy = EDITS[edit](wire, language)
    one, other = fingerprint("\n\n".join(wire)), fingerprint("\n\n".join(copy))
    print(f"{language} {edit}: {shared(one, other):.2f}")  # noqa: T201  # the figure that SAME_FROM cites

    assert shared(one, other) == shared(other, one) >= SAME_FROM
    assert set(one.keys) & set(other.keys)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("quoted", [0, 1])
def test_two_reports_on_one_event_share_less_even_with_a_paragraph_quoted_whole(quoted: int, language: str) -> None:
    """Each outlet's own work counts, even where both quote the spokesman at length."""
    wire, own = paragraphs("wire", language), paragraphs("other", language)
    other = fingerprint("\n\n".join([*own, *wire[2 : 2 + quoted]]))
    one = fingerprint("\n\n".join(wire))
    print(f"{language} other report, {quoted} paragraphs quoted whole: {shared(one, other):.2f}")  # noqa: T201

    assert shared(one, other) < SAME_FROM


@pytest.mark.parametrize("text", ["", "  ", "Фото"])
def test_nothing_is_a_copy_of_a_text_without_words_or_of_another_word(text: str) -> None:
    assert shared(fingerprint(text), fingerprint("Madre reconoce a su hijo.")) == 0


def test_capitals_and_signs_make_no_other_text() -> None:
    assert fingerprint("Мати впізнала сина на відео.") == fingerprint("МАТИ, впізнала сина — на відео")


def test_long_texts_are_told_by_their_sketch_alone() -> None:
    """Above 256 shingles the share is an estimate; it has to stay near the truth."""
    parts = [f"Frase {n} del informe sobre la búsqueda del día {n * 7} en el tramo {n * 13}." for n in range(400)]
    whole, half = fingerprint("\n".join(parts)), fingerprint("\n".join(parts[:200]))
    mixed = fingerprint("\n".join([*parts[:100], *(part.replace("a", "o") for part in parts[100:])]))

    assert len(whole.sketch) == 256
    assert shared(whole, half) == pytest.approx(1.0, abs=0.2)
    assert shared(whole, mixed) < SAME_FROM
