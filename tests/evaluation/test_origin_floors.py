"""How well origins are told apart is held: on the kept stories, of which only figures are told."""

import pytest
from benchmarks.evidence_bench import named
from benchmarks.floors import broken, of_evidence, read_floors
from benchmarks.origin_figures import Figures, figures_of
from benchmarks.origin_stories import KEPT, LEARN, SPENT, TUNE, Story, stories
from benchmarks.origins_adapter import origins


@pytest.mark.slow
def test_the_kept_stories_keep_to_their_floors() -> None:
    """Only figures are told, so that nobody learns the texts from a failure."""
    found = named(figures_of((story, origins(story.items)) for story in stories(KEPT)))
    floors = of_evidence(read_floors())

    assert not list(broken(found, floors, due=set(floors)))


def test_no_story_stands_in_two_parts() -> None:
    """What was learned from is not measured on."""
    parts = [{item["text"] for story in stories(part) for item in story.items} for part in (LEARN, TUNE, SPENT, KEPT)]

    assert not parts[3] & (parts[0] | parts[1] | parts[2])
    assert len(stories(KEPT)) >= 60
    assert len(parts[3]) >= 300


TWO = Story(
    name="x-01",
    items=tuple({"id": name, "language": language} for name, language in (("a", "es"), ("b", "ru"), ("c", "en"))),
    origin={"a": "1", "b": "1", "c": "2"},
    also={"a": frozenset(), "b": frozenset(), "c": frozenset()},
    came_from={"b": "a"},
)


@pytest.mark.parametrize(
    ("groups", "wrong", "right"),
    [
        ([["a", "b"], ["c"]], {}, {"pairs P": 1.0, "pairs R": 1.0, "translations R": 1.0, "two are two": 1.0}),
        ([["a", "b", "c"]], {"understated": 1.0}, {"pairs R": 1.0, "translations R": 1.0}),
        (
            [["a"], ["b"], ["c"]],
            {"overstated": 1.0},
            {"pairs R": 0.0, "across languages R": 0.0, "translations R": 0.0},
        ),
        ([["a", "b", "of another story"], ["c"]], {}, {"pairs P": 1.0}),
    ],
)
def test_what_is_counted(groups: list[list[str]], wrong: dict[str, float], right: dict[str, float]) -> None:
    figures = Figures()
    figures.add(TWO, groups)
    expected = {"overstated": 0.0, "understated": 0.0} | wrong | right

    assert {name: figures.named()[name] for name in expected} == expected
