"""Tells how well origins are found in voices that were left out of every step of learning."""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from benchmarks.origin_figures import figures_of
from benchmarks.origin_stories import Story
from scripts.origin_lessons import FOLDS, Compared, Folds, Lessons, Table

from paradero.intake.provenance.beside import beside
from paradero.intake.provenance.grouping import table_of
from paradero.intake.provenance.joining import joined
from paradero.intake.provenance.model import OriginModel

BOUNDS = (-2.0, -1.8, -1.6, -1.4, -1.2, -1.0, -0.8, -0.6, -0.4)
MOST_OVERSTATED = 0.015
"""Of the stories that a bound is chosen on."""
DRAWS, SEED = 2000, 1

Groups = list[tuple[int, ...]]
ModelOf = Callable[[Lessons, Folds], OriginModel]


@dataclass(frozen=True)
class LeftOut:
    """Some items with the groups found from each bound on."""

    each: Compared
    story: Story | None
    """`None` for a part of one."""
    found: Mapping[float, Groups]

    def wrong(self, bound: float) -> int:
        """Return by how many origins more are found than there are, below zero for fewer."""
        return len(self.found[bound]) - len(set(self.each.origins))


def tell(lessons: Lessons, model_of: ModelOf) -> None:
    """Print the figures from each bound on, and from bounds that were chosen on other voices."""
    left: list[LeftOut] = []
    for fold in range(FOLDS):
        left += _left(lessons, fold, model_of(lessons, frozenset({fold})))
        sys.stderr.write(f"fold {fold + 1} of {FOLDS}\n")
    whole = [each for each in left if each.story]
    parts = [each for each in left if not each.story]
    for bound in BOUNDS:
        _line(f"{bound}", [(each, bound) for each in whole])
        over, under = (sum(sign * each.wrong(bound) > 0 for each in parts) / len(parts) for sign in (1, -1))
        sys.stdout.write(f"      parts overstated {over:.3f} understated {under:.3f}\n")
    chosen = {fold: _chosen([each for each in whole if each.each.fold != fold]) for fold in range(FOLDS)}
    _line(f"chosen on other voices {sorted(chosen.values())}", [(each, chosen[each.each.fold]) for each in whole])


def _left(lessons: Lessons, fold: int, model: OriginModel) -> list[LeftOut]:
    found = []
    stories = [lessons.told[at] for at in lessons.stories_of(fold)]
    for nth, each in enumerate(lessons.seen(fold, frozenset({fold}))):
        odds = _odds(each, model)
        groups = {bound: joined(odds, each.original, model.groups, bound) for bound in BOUNDS}
        found.append(LeftOut(each, stories[nth] if nth < len(stories) else None, groups))
    return found


def _odds(each: Compared, model: OriginModel) -> Table:
    alone = table_of(len(each.origins), each.pairs, model.alone.log_odds(each.asked))
    asked = np.concatenate([each.asked, beside(alone, each.pairs)], axis=1)
    return table_of(len(each.origins), each.pairs, model.among.log_odds(asked))


def _chosen(whole: Sequence[LeftOut]) -> float:
    """Return the highest bound from which few stories are overstated: the fewest are understated then."""
    few = [bound for bound in BOUNDS if sum(each.wrong(bound) > 0 for each in whole) <= MOST_OVERSTATED * len(whole)]
    return max(few, default=BOUNDS[0])


def _line(name: str, found: Sequence[tuple[LeftOut, float]]) -> None:
    """Print the figures, each with the interval that 95 of 100 draws of as many stories fall into."""
    grouped = [(each.story, _named(each.story, each.found[bound])) for each, bound in found if each.story]
    figures, chance = figures_of(grouped), np.random.default_rng(SEED)
    draws = chance.integers(len(grouped), size=(DRAWS, len(grouped)))
    single = [figures_of([one]).counts for one in grouped]
    parts = {"overstated": "stories", "understated": "stories", "shown as several, truly": "shown as several"}
    sys.stdout.write(f"{name}: " + "  ".join(f"{key} {value:.3f}" for key, value in figures.named().items()) + "\n")
    for part, of in parts.items():
        here, there = (np.array([counts[key] for counts in single])[draws].sum(axis=1) for key in (part, of))
        low, high = np.percentile(here / np.maximum(there, 1), (2.5, 97.5))
        sys.stdout.write(f"      {part} {low:.3f} to {high:.3f}\n")
    wrong = (f"{story}:{count}/{truth}" for story, count, truth in figures.wrong)
    sys.stdout.write("      " + " ".join(wrong) + "\n")


def _named(story: Story, groups: Groups) -> list[list[str]]:
    return [[story.items[place]["id"] for place in group] for group in groups]
