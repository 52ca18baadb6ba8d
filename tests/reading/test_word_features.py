"""What the labels of a word may depend on: names, speakers' labels, words that may tell a fate."""

import numpy as np
import pytest
from tests.reading.people.written import document

from paradero.reading.cues import cues
from paradero.reading.encoder.known import known_of_words
from paradero.reading.tagging.chains import chains
from paradero.reading.tagging.tagger import Layer, tags_of


def marked(text: str, language: str, feature: str) -> list[str]:
    """Return the words of a text that have a feature."""
    report = document(text, language)
    return [t.text for t, found in zip(report.tokens, known_of_words(report), strict=True) if feature in found]


def test_a_given_name_is_known_in_capitals_and_in_another_case() -> None:
    assert marked("RITA: vino con Raísa del mercado", "es", "N") == ["RITA", "Raísa"]
    assert marked("у Мадины были", "ru", "N") == ["Мадины"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("HOST: Morning.", ["HOST"]),
        ("00:12:03 Olha Zadorozhna: I waited.", ["Olha", "Zadorozhna"]),
        ("She said this: wait.", []),
        ("the list: Ana", []),
    ],
)
def test_a_speakers_label_is_the_capitals_before_a_colon_at_the_head_of_a_line(text: str, label: list[str]) -> None:
    assert marked(text, "en", "L") == label


def test_a_word_that_stands_in_small_letters_elsewhere_is_not_always_capital() -> None:
    assert marked("We saw Rosa and Will there.\nWill they?\nI will.", "en", "Ualways") == ["Rosa"]


def test_a_loose_word_may_tell_a_fate_and_the_rules_never_see_it() -> None:
    report = document("Lo soltaron.", "es")
    assert "may.returned" in report.cues[1]
    assert not any(cue.startswith("returned.") for cue in report.cues[1])


@pytest.mark.parametrize("language", ["es", "en", "ru", "uk"])
def test_every_language_has_loose_words_for_every_fate(language: str) -> None:
    kinds = {"captured", "missing", "killed", "wounded", "returned", "surrendered", "deserted", "person"}
    assert {name.removeprefix("may.") for name in cues(language)._tables if name.startswith("may.")} == kinds


def test_chains_side_by_side_are_what_each_is_alone() -> None:
    """Sentences of other lengths, and empty ones, take nothing from each other."""
    chance = np.random.default_rng(7)
    bounds = np.array([[0, 3], [3, 3], [3, 10], [10, 11]])
    scores = chance.normal(0, 3, (11, 4)).astype(np.float32)
    steps = chance.normal(0, 2, (4, 4)).astype(np.float32)

    together = chains(scores[None], steps[None], bounds)

    for first, end in bounds[[0, 2, 3]]:
        alone = chains(scores[None, first:end], steps[None], np.array([[0, end - first]]))
        assert np.allclose(together[0][:, first:end], alone[0], atol=1e-6)
        assert (together[1][:, first:end] == alone[1]).all()


def test_layers_side_by_side_are_what_each_is_alone() -> None:
    """A layer with fewer labels than its neighbour gives the neighbour's none of its words."""
    chance = np.random.default_rng(5)
    layers = [
        Layer(tuple(map(str, range(count))), chance.normal(0, 2, (count, count)).astype(np.float32))
        for count in (2, 5, 3)
    ]
    scores = [chance.normal(0, 30, (9, len(layer.labels))).astype(np.float32) for layer in layers]
    sentences = [(0, 4), (4, 9)]

    together = tags_of(scores, layers, sentences)

    for found, own, layer in zip(together, scores, layers, strict=True):
        alone = tags_of([own], [layer], sentences)[0]
        assert found.labels == alone.labels
        assert found.best == alone.best
        assert np.allclose(found.likely, alone.likely, atol=1e-6)


def test_a_chain_is_the_likeliest_of_all_rows_of_labels() -> None:
    """Held against every row there is, written out."""
    chance = np.random.default_rng(3)
    scores = chance.normal(0, 2, (4, 3)).astype(np.float32)
    steps = chance.normal(0, 2, (3, 3)).astype(np.float32)
    rows = np.array(np.meshgrid(*[range(3)] * 4, indexing="ij")).reshape(4, -1).T
    worth = scores[range(4), rows].sum(axis=1) + steps[rows[:, :-1], rows[:, 1:]].sum(axis=1)
    share = np.exp(worth - worth.max()) / np.exp(worth - worth.max()).sum()

    (likely,), (best,) = chains(scores[None], steps[None], np.array([[0, 4]]))

    assert best.tolist() == rows[worth.argmax()].tolist()
    wanted = [[share[rows[:, at] == label].sum() for label in range(3)] for at in range(4)]
    assert np.allclose(likely, wanted, atol=1e-5)
