"""What the network learns from a person's marks, word by word."""

import pytest
from tests.reading.people.written import document

from paradero.corpus.notation import read
from paradero.reading.impression import NOBODY
from paradero.reading.learning.encoder.answers import answers_of
from paradero.reading.learning.encoder.marks import Marked, Tie, marked

WRITTEN = """id: en-letter-01
language: en
voice: letter
published: 2026-03-14

[Luis Vera]{p1} was [captured]{c1}, [said]{c1.said} his [mother]{p2; k1}. [He]{p1} was not [killed]{c2}.
[He has a cough.]{t1}
----
p1 named name="Luis Vera" role=captive
p2 unnamed role=kin
k1 mother p2 p1
c1 captured p1 modality=asserted by=p2>s0
c2 killed p1 modality=denied by=s0
t1 health p1 value=bad by=s0
"""


@pytest.fixture(scope="module")
def text() -> Marked:
    annotated = read(WRITTEN)
    return marked(document(annotated.text, "en"), annotated)


def at(text: Marked, word: str) -> int:
    return text.words.index(word)


def test_each_mention_has_its_thing_and_role(text: Marked) -> None:
    found = {text.words[one.word]: (one.thing, one.role) for one in text.mentioned}
    assert found == {"Luis": (0, "captive"), "mother": (1, "kin"), "He": (0, "captive")}


def test_a_fate_that_is_denied_is_told_and_does_not_stand(text: Marked) -> None:
    assert text.fates == {0: {"captured": True, "killed": False}}
    assert text.manners == {at(text, "captured"): "asserted", at(text, "killed"): "denied"}


def test_words_are_tied_to_whom_they_are_about_and_the_publisher_is_nobody(text: Marked) -> None:
    assert Tie("target", at(text, "captured"), 0) in text.ties
    assert Tie("speaker", at(text, "captured"), 1) in text.ties
    assert Tie("speaker", at(text, "killed"), NOBODY) in text.ties
    assert Tie("kinto", at(text, "mother"), 0) in text.ties


def test_sentences_of_health_are_a_layer_of_labels(text: Marked) -> None:
    assert text.labels["passages"][at(text, "cough")] == "health"
    assert text.labels["passages"][at(text, "captured")] == "O"


def test_every_answer_has_its_own_columns(text: Marked) -> None:
    answers = answers_of([text])
    taken = [column for columns in answers.columns.values() for column in range(columns.start, columns.stop)]
    assert taken == list(range(answers.count))
    assert answers.roles == ("captive", "kin")
