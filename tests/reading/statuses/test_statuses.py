from itertools import permutations
from pathlib import Path

import numpy as np
import pytest
from tests.reading.statuses.made import document_in

from paradero.corpus.notation import read
from paradero.reading.learning import statuses as learning
from paradero.reading.learning.examples import Example
from paradero.reading.learning.labels import LAYERS, labels
from paradero.reading.learning.statuses import Text, fit_statuses
from paradero.reading.people.party import Mention, MentionKind, Party
from paradero.reading.statuses.read import StatusModels, StatusRead, opened, statuses_of
from paradero.reading.tagging.tagger import Tags
from paradero.terms.claims import Modality, Status

PEOPLE = ("Timur", "Ruslan", "Serhii", "Galina", "Olena", "Marko")
SAID = {
    "wire": "[{a}]{{p1}} fue [capturado]{{c1}} , dijo [{b}]{{p2}}",
    "letter": "[{b}]{{p2}} dijo que [{a}]{{p1}} fue [capturado]{{c1}}",
    "feature": "ayer dijo [{b}]{{p2}} : [{a}]{{p1}} no fue [capturado]{{c1}}",
}
RECORDS = (
    'p1 named name="{a}" role=captive\np2 named name="{b}" role=kin\nc1 captured p1 modality={modality} by=p2>s0\n'
)


def _text(voice: str, one: str, other: str) -> Text:
    body = SAID[voice].format(a=one, b=other)
    records = RECORDS.format(a=one, b=other, modality="denied" if " no " in body else "asserted")
    header = f"id: es-{voice}-{one}{other}\nlanguage: es\nvoice: {voice}\npublished: 2026-03-14\n\n"
    annotated = read(f"{header}{body}\n----\n{records}")
    document = document_in(annotated.text)
    tags = {}
    for layer in LAYERS:
        best = labels(document, annotated, layer)
        known = ("O", *sorted(set(best) - {"O"}))
        likely = np.array([[float(label == kind) for kind in known] for label in best], np.float32)
        tags[layer] = Tags(known, tuple(best), likely)
    words = [token.text for token in document.tokens]
    found = sorted((words.index(name), name) for name in (one, other))
    parties = tuple(Party((Mention(at, at + 1, MentionKind.NAME, 0.9),)) for at, _ in found)
    return Text(Example(annotated, document, tags), parties)


@pytest.fixture(scope="module")
def models() -> StatusModels:
    pytest.importorskip("pycrfsuite")
    texts = [_text(voice, *pair) for voice in SAID for pair in list(permutations(PEOPLE, 2))[:24]]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(learning, "STRICT", 1.0)
        return fit_statuses(texts)[0]


def _statuses(text: Text, models: StatusModels) -> list[tuple[str, StatusRead]]:
    document = text.example.document
    found, _ = statuses_of(document, text.example.tags, text.parties, models)
    return [(document.tokens[text.parties[read.party].mentions[0].first].text, read) for read in found]


def test_a_status_goes_to_its_subject_and_not_to_who_says_it(models: StatusModels) -> None:
    for voice in ("wire", "letter"):
        found = _statuses(_text(voice, "Marko", "Olena"), models)

        assert [(name, read.status, read.modality) for name, read in found] == [
            ("Marko", Status.CAPTURED, Modality.ASSERTED)
        ]


def test_what_is_denied_is_read_as_denied_and_does_not_stand(models: StatusModels) -> None:
    [(name, read)] = _statuses(_text("feature", "Marko", "Olena"), models)

    assert (name, read.modality) == ("Marko", Modality.DENIED)
    assert read.likely < 0.5


def test_how_likely_a_status_is_stands_beside_what_is_told(models: StatusModels) -> None:
    text = _text("wire", "Marko", "Olena")
    told, likely = statuses_of(text.example.document, text.example.tags, text.parties, models)

    assert {read.party: read.likely for read in told} == {0: likely[0][Status.CAPTURED]}
    assert likely[1][Status.CAPTURED] < likely[0][Status.CAPTURED]


def test_stored_models_read_the_same(models: StatusModels, tmp_path: Path) -> None:
    models.put(tmp_path / "statuses.npz")
    text = _text("wire", "Marko", "Olena")

    assert [(n, r.status) for n, r in _statuses(text, opened(tmp_path / "statuses.npz"))] == [
        (n, r.status) for n, r in _statuses(text, models)
    ]


def test_a_report_without_triggers_tells_no_status(models: StatusModels) -> None:
    document = document_in("Marko vive en Poltava")

    assert statuses_of(document, _text("wire", "Marko", "Olena").example.tags, (), models) == ((), {})
