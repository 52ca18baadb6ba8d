"""Fits what weighs whether two texts have one origin, from the invented stories in `evaluation/origins/`.

    python -m scripts.train_origins

Learns from the parts `learn` and `tune`; settings are chosen by leaving whole voices out (`--try`), and the kept part
is not read. What comes later learns from what the stages before say of voices that these did not learn from. It needs
the extra `network` (torch), and some five minutes.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
from benchmarks.origin_figures import figures_of
from benchmarks.origin_stories import LEARN, TUNE, Story, stories
from benchmarks.origins_adapter import telling
from numpy.typing import NDArray

from paradero.intake.provenance.beside import COLUMNS, beside
from paradero.intake.provenance.grouping import joined, table_of
from paradero.intake.provenance.likeness import columns, likeness
from paradero.intake.provenance.model import FILE, OriginModel, Stage, Weights
from paradero.intake.provenance.telling import Telling
from paradero.reading.gists import MOST_SENTENCES
from paradero.reading.gists.vectors import FOLDER, TURN, Turn, sentence_vectors
from paradero.reading.gists.wording import sentences_of
from paradero.reading.learning.boosting import Growth, fit_several
from paradero.reading.learning.gists.turning import Texts, fitted
from paradero.terms.linear import write_tables
from paradero.terms.resources import resource

Table = NDArray[np.float32]
GROWTH = Growth(rounds=80, depth=4, rate=0.06, l2=8, share=0.35)
SEVERAL = 8
PENALTY = 20.0
"""Of the regression's weights: the sum of their squares by half of it."""
STEPS = 30
PARTS_SEED = 1
TURNS = 5
"""Into so many parts the voices are put for the matrix that turns sentences."""
ONE_FROM, SURE_FROM = -1.5, 1.0
"""See `OriginModel`; chosen on the part `tune` for what had learned from `learn` alone."""


@dataclass(frozen=True)
class Compared:
    """The pairs of some items, by their places, with what speaks for and against each."""

    name: str
    voice: str
    count: int
    pairs: list[tuple[int, int]]
    asked: Table
    right: NDArray[np.bool_]


def main() -> None:
    """Fit and store, or try the settings."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--try", dest="tried", action="store_true", help="leave each voice out in turn; store nothing")
    asked = parser.parse_args()
    told = stories(LEARN, TUNE)
    names, compared = _compared(told)
    if asked.tried:
        _try(names, compared, told)
        return
    model = _fitted(names, compared)
    tables = {**model.alone.tables("alone"), **model.among.tables("among")}
    bounds = np.array([model.one_from, model.sure_from], np.float32)
    write_tables(resource(FILE), {}, columns=names, bounds=bounds, **tables)
    sys.stderr.write(f"learned from {len(compared)} stories\n")


def _compared(told: Sequence[Story]) -> tuple[tuple[str, ...], list[Compared]]:
    """Return what is asked of each story's pairs, its sentences turned by what was fitted without its voice."""
    plain = [[telling(item) for item in story.items] for story in told]
    raw = [[sentence_vectors().raw(sentences_of(item["text"])[:MOST_SENTENCES]) for item in s.items] for s in told]
    mean = np.concatenate([of_item for of_story in raw for of_item in of_story]).mean(axis=0)
    texts = [_texts(story, tellings, of_story) for story, tellings, of_story in zip(told, plain, raw, strict=True)]
    fold = {voice: at % TURNS for at, voice in enumerate(sorted({story.voice for story in told}))}
    turns = [
        fitted([each for story, each in zip(told, texts, strict=True) if fold[story.voice] != at], mean=mean)
        for at in range(TURNS)
    ]
    fitted(texts, mean=mean).put(resource(FOLDER) / TURN)
    turned = [
        [_turned(each, vectors, turns[fold[story.voice]]) for each, vectors in zip(tellings, of_story, strict=True)]
        for story, tellings, of_story in zip(told, plain, raw, strict=True)
    ]
    items = [
        [(each, f"{story.name} {origin}") for each, origin in zip(tellings, story.origin.values(), strict=True)]
        for story, tellings in zip(told, turned, strict=True)
    ]
    whole = [_asked(story.name, story.voice, of_story) for story, of_story in zip(told, items, strict=True)]
    parts = [_asked(f"{voice} part {at}", voice, part) for at, (voice, part) in enumerate(_parts(told, items))]
    return whole[0][0], [compared for _, compared in (*whole, *parts)]


Items = list[tuple[Telling, str]]


def _parts(told: Sequence[Story], items: Sequence[Items]) -> Iterator[tuple[str, Items]]:
    """Yield two and three items of a story, and two each of two stories by one hand: so few are met in life as well."""
    chance = np.random.default_rng(PARTS_SEED)
    by_voice: dict[str, list[Items]] = {}
    for story, of_story in zip(told, items, strict=True):
        by_voice.setdefault(story.voice, []).append(of_story)
    for voice, of_voice in by_voice.items():
        for of_story in of_voice:
            for size in (2, 2, 3, 3):
                yield voice, _some(of_story, size, chance)
            others = [each for each in of_voice if each is not of_story]
            other = others[chance.integers(len(others))]
            for size in (1, 2):
                yield voice, [*_some(of_story, size, chance), *_some(other, size, chance)]


def _some(items: Items, size: int, chance: np.random.Generator) -> Items:
    return [items[at] for at in chance.permutation(len(items))[:size]]


def _texts(story: Story, tellings: Sequence[Telling], raw: Sequence[Table]) -> Texts:
    words = [np.array([s.words for s in each.gist.sentences], np.float32) for each in tellings]
    kept = [at for at, vectors in enumerate(raw) if len(vectors)]
    origins = list(story.origin.values())
    return Texts([raw[at] for at in kept], [words[at] for at in kept], [origins[at] for at in kept])


def _turned(each: Telling, raw: Table, turn: Turn) -> Telling:
    vectors, matters = turn.turned(raw)
    return replace(each, gist=replace(each.gist, vectors=vectors, matters=matters))


def _asked(name: str, voice: str, items: Items) -> tuple[tuple[str, ...], Compared]:
    pairs = list(combinations(range(len(items)), 2))
    likenesses = [likeness(items[one][0], items[other][0]) for one, other in pairs]
    names = tuple(likenesses[0])
    right = np.array([items[one][1] == items[other][1] for one, other in pairs])
    return names, Compared(name, voice, len(items), pairs, columns(likenesses, names), right)


def _fitted(names: tuple[str, ...], compared: Sequence[Compared]) -> OriginModel:
    alone = _stage(names, compared, [each.asked for each in compared])
    among = _stage((*names, *COLUMNS), compared, _with_others(names, compared))
    return OriginModel(names, alone, among, ONE_FROM, SURE_FROM)


def _with_others(names: tuple[str, ...], compared: Sequence[Compared]) -> list[Table]:
    """Return what the second question is asked, by answers to the first of whoever did not learn from that voice."""
    found: dict[str, Table] = {}
    for left, rest in _folds(compared):
        alone = _stage(names, rest, [each.asked for each in rest])
        for each in left:
            found[each.name] = _second(each, alone)
    return [found[each.name] for each in compared]


def _second(each: Compared, alone: Stage) -> Table:
    odds = table_of(each.count, each.pairs, alone.log_odds(each.asked))
    return np.concatenate([each.asked, beside(odds, each.pairs)], axis=1)


def _folds(compared: Sequence[Compared]) -> Iterator[tuple[list[Compared], list[Compared]]]:
    for voice in sorted({each.voice for each in compared}):
        left = [each for each in compared if each.voice == voice]
        yield left, [each for each in compared if each.voice != voice]


def _stage(names: tuple[str, ...], compared: Sequence[Compared], asked: Sequence[Table]) -> Stage:
    items, right = np.concatenate(asked), np.concatenate([each.right for each in compared])
    trees = fit_several(names, items, right, GROWTH, SEVERAL)
    # A story counts once, however many pairs it has.
    counts = np.array([1 / len(each.pairs) for each in compared for _ in each.pairs])
    return Stage(trees, _regression(items, right, counts / counts.mean()))


def _regression(items: Table, right: NDArray[np.bool_], counts: NDArray[np.float64]) -> Weights:
    """Return a regression fitted by Newton's steps."""
    mean, spread = items.mean(axis=0), items.std(axis=0) + 1e-6
    put = np.column_stack([(items - mean) / spread, np.ones(len(items))]).astype(np.float64)
    weights = np.zeros(put.shape[1])
    ridge = np.diag([*np.full(put.shape[1] - 1, PENALTY), 0.0])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-put @ weights))
        slope = put.T @ (counts * (right - likely)) - ridge @ weights
        curve = (put * (counts * likely * (1 - likely))[:, None]).T @ put + ridge
        weights += np.linalg.solve(curve, slope)
    return Weights(mean, spread, weights[:-1].astype(np.float32), float(weights[-1]))


def _try(names: tuple[str, ...], compared: Sequence[Compared], told: Sequence[Story]) -> None:
    """Print the figures of whole stories, and how many of the parts come out with a wrong number of origins.

    The rule for later news (`grouping`) is left out here and in learning; it changed no story of `tune`.
    """
    odds: dict[str, Table] = {}
    for left, rest in _folds(compared):
        model = _fitted(names, rest)
        for each in left:
            odds[each.name] = table_of(each.count, each.pairs, model.among.log_odds(_second(each, model.alone)))
    parts = compared[len(told) :]
    for least in (-1.8, -1.5, -1.2, -0.9, -0.6, -0.3, 0.0):
        grouped = [(story, _groups(story, joined(odds[story.name], least))) for story in told]
        figures = figures_of(grouped)
        over = sum(len(joined(odds[each.name], least)) > _origins(each) for each in parts) / len(parts)
        under = sum(len(joined(odds[each.name], least)) < _origins(each) for each in parts) / len(parts)
        sys.stdout.write(f"{least:5}  " + "  ".join(f"{k} {v:.3f}" for k, v in figures.named().items()))
        sys.stdout.write(f"  parts overstated {over:.3f} understated {under:.3f}\n")
        sys.stdout.write("       " + " ".join(f"{name}:{here}/{truth}" for name, here, truth in figures.wrong) + "\n")


def _origins(each: Compared) -> int:
    """Return how many origins the items of a part have."""
    of = list(range(each.count))
    for (one, other), right in zip(each.pairs, each.right, strict=True):
        if right:
            of = [of[one] if at == of[other] else at for at in of]
    return len(set(of))


def _groups(story: Story, places: Sequence[Sequence[int]]) -> list[list[str]]:
    return [[story.items[place]["id"] for place in group] for group in places]


if __name__ == "__main__":
    main()
