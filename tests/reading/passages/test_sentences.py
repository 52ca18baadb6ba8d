"""Sentences that tell of treatment, of health, or what to do; and whom they mean."""

import numpy as np
from tests.reading.people.written import document, name

from paradero.reading.document import Document
from paradero.reading.passages.sentences import HEALTH, INSTRUCTION, Passage, Passages, passages
from paradero.reading.people.party import Party
from paradero.reading.tagging.tagger import OUT, Tags
from paradero.terms.claims import Status
from paradero.terms.linear import Linear

MODEL = Passages(
    kinds=Linear(("bias", "l=weighed", "l=call"), np.array([[3, 0, 0], [0, 5, 0], [0, 0, 5]], np.float32)),
    labels=("none", HEALTH, INSTRUCTION),
    values=Linear(("l=little",), np.array([[1.0, 0.0]], np.float32)),
    value_labels=("bad", "good"),
)
HELD = {Status.CAPTURED: 0.9}


def labels(of: Document) -> dict[str, Tags]:
    """Return labels that say nothing of any word."""
    nothing = Tags((OUT,), (OUT,) * len(of.tokens), np.ones((len(of.tokens), 1), np.float32))
    return dict.fromkeys(("claims", "said", "kin", "counts"), nothing)


def test_health_is_that_of_the_held_person_spoken_of_last() -> None:
    report = document("Luis Rojas is held.\nAna Rojas came.\nHe weighed little.\nPlease call us.", "en")
    parties = [Party((name(report, words),)) for words in ("Luis Rojas", "Ana Rojas")]

    found = list(passages(report, labels(report), parties, {0: HELD, 1: {Status.CAPTURED: 0.1}}, MODEL))

    assert found == [Passage(2, HEALTH, "bad", 0), Passage(3, INSTRUCTION)]


def test_nobody_who_may_be_sought_has_no_treatment() -> None:
    report = document("Ana Rojas came.\nShe weighed little.", "en")

    assert not list(passages(report, labels(report), [Party((name(report, "Ana Rojas"),))], {}, MODEL))


def test_who_was_named_long_before_is_not_meant() -> None:
    report = document("Luis Rojas is held.\nOne.\nTwo.\nThree.\nFour.\nHe weighed little.", "en")

    assert not list(passages(report, labels(report), [Party((name(report, "Luis Rojas"),))], {0: HELD}, MODEL))


def test_a_text_without_sentences_tells_nothing() -> None:
    report = document("", "en")

    assert not list(passages(report, labels(report), [], {}, MODEL))
