"""What the network makes of a report: likelihoods of every word, and ties to words of the report only."""

import re
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from paradero.reading.document import Document, document_of
from paradero.reading.impression import FATES, MANNERS, NOBODY, Impression, levels
from paradero.reading.models import shipped
from paradero.reading.tagging.tagger import tags_by
from paradero.reading.tools import tools_of
from paradero.terms.spans import Span

REPORT = (
    "El soldado Tomás Vera, de 23 años, fue capturado el martes cerca de Járkiv, dijo su madre, Inés Vera.\n"
    "Su hermano Darío sigue desaparecido desde marzo."
)


def read(text: str, language: str) -> Document:
    lines = [Span(match.start(), match.end()) for match in re.finditer(r"[^\n]+", text)]
    return document_of(tools_of(language).analyse(text, lines), lines, language)


@pytest.fixture(scope="module")
def seen() -> tuple[Document, Impression]:
    document = read(REPORT, "es")
    return document, shipped().encoder.impression(document)


def word(document: Document, text: str) -> int:
    return next(at for at, token in enumerate(document.tokens) if token.text == text)


def test_each_answer_has_a_row_for_every_word_and_its_likelihoods_add_up(seen: tuple[Document, Impression]) -> None:
    document, impression = seen
    count = len(document.tokens)
    for labels, logs in impression.labels.values():
        assert logs.shape == (count, len(labels))
        assert np.allclose(np.exp(logs).sum(axis=1), 1, atol=1e-4)
    assert impression.manners.shape == (count, len(MANNERS))
    assert impression.told.shape == impression.stands.shape == (count, len(FATES))


def test_ties_lead_to_words_of_the_report_or_to_nobody(seen: tuple[Document, Impression]) -> None:
    document, impression = seen
    known = {NOBODY, *range(len(document.tokens))}
    for ties in impression.ties.values():
        assert all(set(of_word) <= known for of_word in ties.values())
    assert all(other < at for at, of_word in impression.ties["coref"].items() for other in of_word)


def test_the_capture_is_the_soldiers_and_not_his_mothers(seen: tuple[Document, Impression]) -> None:
    document, impression = seen
    captured = word(document, "capturado")
    soldier, mother = word(document, "Tomás"), word(document, "Inés")
    assert impression.tied("target", captured, [soldier]) > impression.tied("target", captured, [mother])
    assert impression.told[soldier, FATES.index("captured")] > impression.told[mother, FATES.index("captured")]
    assert impression.tied("kinto", word(document, "madre"), [soldier]) > 0.3


def test_the_same_report_makes_the_same_impression(seen: tuple[Document, Impression]) -> None:
    document, impression = seen
    again = shipped().encoder.impression(document)
    assert np.array_equal(again.roles, impression.roles)
    assert again.ties == impression.ties


def test_a_report_of_many_windows_is_read_to_its_end() -> None:
    document = read("\n".join([REPORT] * 25), "es")
    impression = shipped().encoder.impression(document)
    tags = tags_by(impression, document.sentences)
    named = [stretch for stretch in tags["mentions"].stretches() if stretch[2] == "name"]
    assert max(first for first, _, _ in named) > len(document.tokens) - 25


def test_no_words_make_an_empty_impression() -> None:
    document = read("", "en")
    impression = shipped().encoder.impression(document)
    assert impression.roles.shape[0] == 0
    assert tags_by(impression, document.sentences)["claims"].best == ()


def test_words_of_which_nothing_is_known_are_read_too() -> None:
    encoder = replace(shipped().encoder, known=("never seen",) * len(shipped().encoder.known))
    impression = encoder.impression(read("¿?", "es"))
    assert np.isfinite(impression.roles).all()


def test_no_label_goes_on_that_did_not_begin(seen: tuple[Document, Impression]) -> None:
    document, impression = seen
    names = impression.labels["mentions"][0]
    goes_on = np.full((len(document.tokens), len(names)), -9.0, np.float32)
    goes_on[:, names.index("I-name")] = 0
    changed = replace(impression, labels={"mentions": (names, goes_on)})
    best = tags_by(changed, document.sentences)["mentions"].best
    assert all(label != "I-name" or before[2:] == "name" for before, label in pairwise(best))


def test_a_likelihood_is_told_by_the_steps_that_it_exceeds() -> None:
    assert list(levels("kin", 0.12)) == ["kin>0.02", "kin>0.05", "kin>0.1"]
    assert list(levels("kin", 0.0)) == []
