"""Learns whose relative a kin word names."""

from collections.abc import Iterator, Sequence

from paradero.reading.attribution.scene import voices_of
from paradero.reading.kinship.links import NOBODY, candidates, kin_words
from paradero.reading.learning.examples import Example
from paradero.reading.learning.gold import refs_of_parties
from paradero.reading.learning.ranking import Group, fit_ranking
from paradero.reading.people.party import Party
from paradero.reading.statuses.view import View
from paradero.terms.linear import Linear


def fit_whose(examples: Sequence[tuple[Example, Sequence[Party]]], *, l2: float = 1.0) -> Linear:
    """Return what tells whose relative is meant; each example comes with its parties as found."""
    return fit_ranking([group for example, parties in examples for group in _groups(example, parties)], l2=l2)


def _groups(example: Example, parties: Sequence[Party]) -> Iterator[Group]:
    refs = refs_of_parties(example.document, example.annotated, parties)
    linked: dict[int, list[str]] = {}
    for link in example.annotated.of_kind("k"):
        for mark in example.annotated.marks_of(link.ref):
            for word in example.document.within(mark.span):
                linked.setdefault(word, []).append(link.about[1])
    view = View(example.document, example.tags, parties)
    voices = voices_of(view.document, view.tags, parties)
    for word, own, relation in kin_words(example.document, parties):
        options = candidates(view, voices, word, own, relation)
        right = [
            at for at, (party, _) in enumerate(options) if party != NOBODY and refs.get(party) in linked.get(word, ())
        ]
        if right or word not in linked:
            yield [features for _, features in options], (right or [len(options) - 1])[0]
