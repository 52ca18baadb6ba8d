"""How well items are grouped by origin: counted story by story, and pair by pair."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from benchmarks.origin_stories import Story

Groups = Sequence[Sequence[str]]


@dataclass
class Figures:
    """Counts over stories; each property is a share from 0 to 1."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[str, int, int]] = field(default_factory=list)
    """Stories whose number of origins is wrong: the name, how many were found, how many there are."""

    def add(self, story: Story, groups: Groups) -> None:
        """Count one story, of whose items the groups may hold any others too."""
        of_story = set(story.origin)
        found = [group for each in groups if (group := [item for item in each if item in of_story])]
        here, truth = len(found), story.origins
        self.counts["stories"] += 1
        self.counts["overstated"] += here > truth
        self.counts["understated"] += here < truth
        self.counts["shown as several"] += here > 1
        self.counts["shown as several, truly"] += here > 1 and truth > 1
        if here != truth:
            self.wrong.append((story.name, here, truth))
        self._pairs(story, found)

    def _pairs(self, story: Story, groups: Groups) -> None:
        group_of = {item: at for at, group in enumerate(groups) for item in group}
        language = {item["id"]: item["language"] for item in story.items}
        for one, other in combinations(story.origin, 2):
            together = group_of[one] == group_of[other]
            same = story.origin[one] == story.origin[other]
            if not same and (story.origin[other] in story.also[one] or story.origin[one] in story.also[other]):
                continue
            self.counts["pairs joined"] += together
            self.counts["pairs of one origin"] += same
            self.counts["pairs joined rightly"] += together and same
            across = same and language[one] != language[other]
            self.counts["pairs across languages"] += across
            self.counts["pairs across languages joined"] += across and together
        for item, parent in story.came_from.items():
            translated = language[item] != language[parent]
            self.counts["translations"] += translated
            self.counts["translations joined"] += translated and group_of[item] == group_of[parent]

    def share(self, part: str, whole: str) -> float:
        """Return one count as a share of another; 1 where there is nothing to count."""
        return self.counts[part] / self.counts[whole] if self.counts[whole] else 1.0

    def named(self) -> dict[str, float]:
        """Return the figures by name."""
        return {
            "overstated": self.share("overstated", "stories"),
            "understated": self.share("understated", "stories"),
            "two are two": self.share("shown as several, truly", "shown as several"),
            "pairs P": self.share("pairs joined rightly", "pairs joined"),
            "pairs R": self.share("pairs joined rightly", "pairs of one origin"),
            "across languages R": self.share("pairs across languages joined", "pairs across languages"),
            "translations R": self.share("translations joined", "translations"),
        }


def figures_of(grouped: Iterable[tuple[Story, Groups]]) -> Figures:
    """Return the figures of stories with the groups found."""
    figures = Figures()
    for story, groups in grouped:
        figures.add(story, groups)
    return figures
