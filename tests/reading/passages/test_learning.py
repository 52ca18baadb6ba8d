"""What a sentence tells is learned from those that a person marked."""

import pytest
from tests.reading.passages.test_sentences import HELD, labels
from tests.reading.people.written import document, name

from paradero.corpus.notation import read
from paradero.reading.learning.examples import Example
from paradero.reading.learning.passages import fit_passages
from paradero.reading.passages.sentences import HEALTH, INSTRUCTION, TREATMENT, Passage, passages
from paradero.reading.people.party import Party

MARKED = """id: en-letter-{nth}
language: en
voice: letter
published: 2026-03-14

[{who}]{{p1}} is [held]{{c1}}.
[They beat him on {day}.]{{t1}}
[He has a cough since {day}.]{{t2}}
The market opened on {day}.
[Please call the bureau on {day}.]{{i1}}
----
p1 named name="{who}" role=captive
c1 captured p1 modality=asserted by=s0
t1 treatment p1 value=bad by=s0
t2 health p1 value=bad by=s0
i1 instruction to=kin by=s0
"""


def test_sentences_like_those_marked_are_told_apart_from_the_others() -> None:
    pytest.importorskip("pycrfsuite")
    examples = []
    for nth, (who, day) in enumerate([("Luis", "Monday"), ("Marko", "Friday"), ("Timur", "Sunday")] * 3):
        annotated = read(MARKED.format(nth=nth, who=who, day=day))
        whole = document(annotated.text, "en")
        examples.append(Example(annotated, whole, labels(whole)))

    model = fit_passages(examples)

    report = document(
        "Ruslan is held.\nThey beat him on Tuesday.\nHe has a cough.\nThe market closed.\nPlease call.", "en"
    )
    found = list(passages(report, labels(report), [Party((name(report, "Ruslan"),))], {0: HELD}, model))
    assert found == [Passage(1, TREATMENT, "bad", 0), Passage(2, HEALTH, "bad", 0), Passage(4, INSTRUCTION)]
