"""The invented stories as what origins are learned from: pairs of items with what speaks for and against each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations

import numpy as np
from benchmarks.origin_stories import Story
from benchmarks.origins_adapter import telling
from numpy.typing import NDArray

from paradero.intake.provenance.likeness import columns, likeness
from paradero.intake.provenance.model import Weights
from paradero.intake.provenance.originality import manner, originality
from paradero.intake.provenance.telling import Telling
from paradero.reading.gists import MOST_SENTENCES
from paradero.reading.gists.vectors import Turn, sentence_vectors
from paradero.reading.gists.wording import sentences_of
from paradero.reading.learning.gists.turning import Texts, fitted

Table = NDArray[np.float32]
Places = list[tuple[int, int]]
"""Items, by the place of their story and their own in it."""
Folds = frozenset[int]
FOLDS = 6
"""Into so many parts the voices are put, in turn; what is asked of one part was fitted without it."""
NONE: Folds = frozenset()
PARTS_SEED = 1
STEPS = 30
ORIGINAL_PENALTY = 3.3
MANNER_SPREAD = 2.0
"""What is asked of a text's manner counts half as much beside the meaning of its sentences."""


@dataclass(frozen=True)
class Compared:
    """The pairs of some items, by their places, with what speaks for and against each."""

    fold: int
    whole: bool
    """Whether it is a story, and not a part of one."""
    origins: list[str]
    pairs: list[tuple[int, int]]
    asked: Table
    original: Table

    @property
    def right(self) -> NDArray[np.bool_]:
        """Return which pairs have one origin."""
        return np.array([self.origins[one] == self.origins[other] for one, other in self.pairs], bool)


class Lessons:
    """The stories, as seen by whatever was fitted without some of the voices."""

    def __init__(self, told: Sequence[Story]) -> None:
        self.told = told
        self._plain = [[telling(item) for item in story.items] for story in told]
        self._raw = [[_raw(item["text"]) for item in story.items] for story in told]
        self._mean = np.concatenate([of_item for of_story in self._raw for of_item in of_story]).mean(axis=0)
        of_voice = {voice: at % FOLDS for at, voice in enumerate(sorted({story.voice for story in told}))}
        self.fold = [of_voice[story.voice] for story in told]
        self._places = [*([(at, nth) for nth in range(len(story.items))] for at, story in enumerate(told))]
        self._places += list(_parts(told))

    def compared(self, without: Folds) -> list[Compared]:
        """Return all but some folds, each as seen by what was fitted without these and without itself."""
        return [each for fold in range(FOLDS) if fold not in without for each in self.seen(fold, without | {fold})]

    def seen(self, fold: int, without: Folds) -> list[Compared]:
        """Return one fold, whole stories first, as seen by what was fitted without some."""
        turn, weights = self.turn(without)
        texts = {at: self._turned(at, turn) for at in self.stories_of(fold)}
        original = {at: originality(tellings, weights) for at, tellings in texts.items()}
        return [
            self._asked(places, texts, original, fold=fold, whole=nth < len(self.told))
            for nth, places in enumerate(self._places)
            if self.fold[places[0][0]] == fold
        ]

    def stories_of(self, fold: int) -> list[int]:
        """Return the places of the stories of a fold."""
        return [at for at, of in enumerate(self.fold) if of == fold]

    @cache  # noqa: B019 -- it lives as long as the process
    def turn(self, without: Folds) -> tuple[Turn, Weights]:
        """Return what was fitted to sentences and to the manner of texts without some folds."""
        learned = [at for at, fold in enumerate(self.fold) if fold not in without]
        turn = fitted([self._texts(at) for at in learned], mean=self._mean)
        items = np.array([self._item(at, nth, turn) for at, nth in self._items(learned)])
        right = np.array([self._begins(at, nth) for at, nth in self._items(learned)])
        width = len(self._mean)
        mean, spread = items.mean(axis=0), items.std(axis=0) * MANNER_SPREAD + 1e-6
        mean[:width], spread[:width] = 0, 1
        found = regression(items, right, np.ones(len(items)), ORIGINAL_PENALTY, (mean, spread))
        weights = Weights(mean[width:], spread[width:], found.weights[width:], found.bias)
        return replace(turn, own=found.weights[:width]), weights

    def _items(self, of: Sequence[int]) -> Iterator[tuple[int, int]]:
        return ((at, nth) for at in of for nth in range(len(self.told[at].items)))

    def _begins(self, at: int, nth: int) -> bool:
        return self.told[at].items[nth]["id"] not in self.told[at].came_from

    def _item(self, at: int, nth: int, turn: Turn) -> list[float]:
        """Return the mean meaning of a text's sentences and its manner."""
        each, words = self._plain[at][nth], self._words(at, nth)
        meaning = np.average(turn.centred(self._raw[at][nth]), axis=0, weights=words) if len(words) else self._mean * 0
        return [*meaning.tolist(), *manner(each)]

    def _words(self, at: int, nth: int) -> Table:
        return np.array([sentence.words for sentence in self._plain[at][nth].gist.sentences], np.float32)

    def _texts(self, at: int) -> Texts:
        kept = [nth for nth, vectors in enumerate(self._raw[at]) if len(vectors)]
        origins = list(self.told[at].origin.values())
        words = [self._words(at, nth) for nth in kept]
        return Texts([self._raw[at][nth] for nth in kept], words, [origins[nth] for nth in kept])

    def _turned(self, at: int, turn: Turn) -> list[Telling]:
        return [_turned(each, raw, turn) for each, raw in zip(self._plain[at], self._raw[at], strict=True)]

    def _asked(
        self, places: Places, texts: dict[int, list[Telling]], original: dict[int, Table], *, fold: int, whole: bool
    ) -> Compared:
        pairs = list(combinations(range(len(places)), 2))
        tellings = [texts[at][nth] for at, nth in places]
        likenesses = [likeness(tellings[one], tellings[other]) for one, other in pairs]
        origins = [f"{at} {list(self.told[at].origin.values())[nth]}" for at, nth in places]
        asked = columns(likenesses, tuple(likenesses[0]))
        return Compared(fold, whole, origins, pairs, asked, np.array([original[at][nth] for at, nth in places]))

    @property
    def names(self) -> tuple[str, ...]:
        """Return what is asked of two texts, in order."""
        one, other = self._plain[0][:2]
        return tuple(likeness(one, other))


def _raw(text: str) -> Table:
    return sentence_vectors().raw(sentences_of(text)[:MOST_SENTENCES])


def _turned(each: Telling, raw: Table, turn: Turn) -> Telling:
    vectors, matters, own = turn.turned(raw)
    return replace(each, gist=replace(each.gist, vectors=vectors, matters=matters, own=own))


def _parts(told: Sequence[Story]) -> Iterator[Places]:
    """Yield two and three items of a story, and two each of two stories by one hand: so few are met in life as well."""
    chance = np.random.default_rng(PARTS_SEED)
    by_voice: dict[str, list[Places]] = {}
    for at, story in enumerate(told):
        by_voice.setdefault(story.voice, []).append([(at, nth) for nth in range(len(story.items))])
    for of_voice in by_voice.values():
        for of_story in of_voice:
            for size in (2, 2, 3, 3):
                yield _some(of_story, size, chance)
            others = [each for each in of_voice if each is not of_story]
            other = others[chance.integers(len(others))]
            for size in (1, 2):
                yield [*_some(of_story, size, chance), *_some(other, size, chance)]


def _some(items: Places, size: int, chance: np.random.Generator) -> Places:
    return [items[at] for at in chance.permutation(len(items))[:size]]


def regression(
    items: Table,
    right: NDArray[np.bool_],
    counts: NDArray[np.float64],
    penalty: float,
    measure: tuple[Table, Table] | None = None,
) -> Weights:
    """Return a logistic regression fitted by Newton's steps.

    Args:
        items: Shape (items, columns).
        right: What it is to tell, of each item.
        counts: How much each item counts.
        penalty: Of the weights: the sum of their squares by half of it.
        measure: From what and in what unit each column is measured; without it, from its mean in its spread.
    """
    mean, spread = measure or (items.mean(axis=0), items.std(axis=0) + 1e-6)
    put = np.column_stack([(items - mean) / spread, np.ones(len(items))]).astype(np.float64)
    weights = np.zeros(put.shape[1])
    ridge = np.diag([*np.full(put.shape[1] - 1, penalty), 0.0])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-put @ weights))
        slope = put.T @ (counts * (right - likely)) - ridge @ weights
        curve = (put * (counts * likely * (1 - likely))[:, None]).T @ put + ridge
        weights += np.linalg.solve(curve, slope)
    as_stored = (each.astype(np.float32) for each in (mean, spread, weights[:-1]))
    return Weights(*as_stored, float(weights[-1]))
