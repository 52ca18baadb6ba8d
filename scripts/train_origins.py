"""Fits what weighs whether two texts have one origin, from the invented stories in `evaluation/origins/`.

    python -m scripts.train_origins

Learns from the parts `learn`, `tune` and `spent`; the kept part is not read. What comes later learns from what the
stages before say of voices that these did not learn from. It needs the extra `network` (torch), and some ten minutes.
With `--try` nothing is stored: a sixth of the voices is left out in turn, of every step, and their figures are told.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np
import torch
from benchmarks.origin_stories import LEARN, SPENT, TUNE, stories
from numpy.typing import NDArray
from scripts.origin_lessons import NONE, Compared, Folds, Lessons, Table, regression
from scripts.origins_left_out import tell

from paradero.intake.provenance.beside import COLUMNS, beside
from paradero.intake.provenance.grouping import table_of
from paradero.intake.provenance.joining import between
from paradero.intake.provenance.model import FILE, OriginModel, Stage, Weights
from paradero.reading.gists.vectors import FOLDER, TURN
from paradero.reading.learning.boosting import Growth, fit_several
from paradero.terms.linear import write_tables
from paradero.terms.resources import resource

GROWTH = Growth(rounds=140, depth=4, rate=0.06, l2=8, share=0.35)
SEVERAL = 8
PENALTY, GROUPS_PENALTY = 20.0, 1.0
PART_COUNTS = 0.3
"""How much a part counts beside a whole story in what weighs two groups: without parts, or with them alone, what is
learned is too ready to join two copies whose originals are not at hand, or too slow to."""
ONE_FROM, SURE_FROM = -1.2, 2.0
"""See `OriginModel`; `docs/models/paradero-origins-4.md` has how they were chosen."""


def main() -> None:
    """Fit and store, or try the settings."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--try", dest="tried", action="store_true", help="leave voices out in turn; store nothing")
    asked = parser.parse_args()
    # In several threads sums come out a little differently with each number of cores.
    torch.set_num_threads(1)
    lessons = Lessons(stories(LEARN, TUNE, SPENT))
    if asked.tried:
        tell(lessons, model_of)
        return
    model = model_of(lessons, NONE)
    turn, _ = lessons.turn(NONE)
    turn.put(resource(FOLDER) / TURN)
    stages = {**model.alone.tables("alone"), **model.among.tables("among")}
    weights = {**model.original.tables("original"), **model.groups.tables("groups")}
    bounds = np.array([model.one_from, model.sure_from], np.float32)
    write_tables(resource(FILE), {}, columns=model.columns, bounds=bounds, **stages, **weights)
    sys.stderr.write(f"learned from {len(lessons.told)} stories\n")


def model_of(lessons: Lessons, without: Folds) -> OriginModel:
    """Return what was fitted without some folds; the turn that goes with it is `lessons.turn(without)`."""
    fits = _Fits(lessons.names, lessons.compared(without))
    _, original = lessons.turn(without)
    return OriginModel(lessons.names, fits.alone(NONE), fits.among(NONE), original, _groups(fits), ONE_FROM, SURE_FROM)


def second(each: Compared, alone: Stage) -> Table:
    """Return what the second question is asked, by the answers to the first."""
    odds = table_of(len(each.origins), each.pairs, alone.log_odds(each.asked))
    return np.concatenate([each.asked, beside(odds, each.pairs)], axis=1)


class _Fits:
    """The stages, each also as fitted without some folds."""

    def __init__(self, names: tuple[str, ...], compared: Sequence[Compared]) -> None:
        self._names = names
        self.compared = compared

    @cache  # noqa: B019 -- it lives as long as the process
    def alone(self, without: Folds) -> Stage:
        rest = [each for each in self.compared if each.fold not in without]
        return _stage(self._names, rest, [each.asked for each in rest])

    @cache  # noqa: B019 -- as above
    def among(self, without: Folds) -> Stage:
        rest = [each for each in self.compared if each.fold not in without]
        asked = [second(each, self.alone(without | {each.fold})) for each in rest]
        return _stage((*self._names, *COLUMNS), rest, asked)

    def odds(self, each: Compared) -> Table:
        """Return the log-odds of each two items by stages that did not learn from their voice."""
        left = frozenset({each.fold})
        return table_of(len(each.origins), each.pairs, self.among(left).log_odds(second(each, self.alone(left))))


def _stage(names: tuple[str, ...], compared: Sequence[Compared], asked: Sequence[Table]) -> Stage:
    items, right = np.concatenate(asked), np.concatenate([each.right for each in compared])
    trees = fit_several(names, items, right, GROWTH, SEVERAL)
    # A story counts once, however many pairs it has.
    counts = np.array([1 / len(each.pairs) for each in compared for _ in each.pairs])
    return Stage(trees, regression(items, right, counts / counts.mean(), PENALTY))


def _groups(fits: _Fits) -> Weights:
    """Return what weighs two groups, fitted on all that average linkage comes to join, down to the unlikeliest."""
    items: list[list[float]] = []
    right: list[bool] = []
    counts: list[float] = []
    for each in fits.compared:
        odds, original, met = fits.odds(each), each.original, 0
        for one, other in _joined_by_the_mean(odds):
            items.append(between(odds, original, one, other))
            same = [each.origins[here] == each.origins[there] for here in one for there in other]
            right.append(2 * sum(same) >= len(same))
            met += 1
        counts += [(1.0 if each.whole else PART_COUNTS) / met] * met
    return regression(np.array(items, np.float32), np.array(right), np.array(counts), GROUPS_PENALTY)


def _joined_by_the_mean(odds: NDArray[np.float32]) -> Iterator[tuple[list[int], list[int]]]:
    groups = [[at] for at in range(len(odds))]
    while len(groups) > 1:
        pairs = ((one, other) for other in range(len(groups)) for one in range(other))
        one, other = max(pairs, key=lambda pair: float(odds[np.ix_(groups[pair[0]], groups[pair[1]])].mean()))
        yield groups[one], groups[other]
        groups[one] = groups[one] + groups.pop(other)


if __name__ == "__main__":
    main()
