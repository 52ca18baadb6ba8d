"""Our own ranking cases and same-name pairs, and how a matcher fares on them.

A matcher is what the identity bench calls one: a function of a gallery of names whose answer has `search`.
"""

import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Final, Protocol

FOLDER: Final = Path(__file__).resolve().parents[1] / "evaluation" / "ranking_cases"
PARTS: Final = ("dev", "kept")
GROUPS: Final = (
    "russian_men",
    "women",
    "ukrainian",
    "belarusian",
    "spanish",
    "caucasian",
    "turkic",
    "buryat_kalmyk",
    "chat",
    "press",
)
SAME: Final = 0.5
"""From here on two names are said to be spellings of one."""


class Searcher(Protocol):
    """A gallery that can be asked."""

    def search(self, queries: Sequence[str], k: int) -> Sequence[Sequence[int]]:
        """Return for each query the places of its nearest names, best first."""


Matcher = Callable[[list[str]], Searcher]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One name asked for, the right answer, and people who are near."""

    group: str
    practice: str
    language: str
    script: str
    family_name: str
    query: str
    answer: str
    look_alikes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two writings that are one name, or are not."""

    same: bool
    kind: str
    family_name: str
    one: str
    other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What a matcher said to a case: the place of the right answer from 1 on, and who stood first."""

    case: Case
    place: int | None
    first: str | None

    @property
    def is_right(self) -> bool:
        """Whether the right answer came first."""
        return self.place == 1


def read_cases(part: str) -> tuple[Case, ...]:
    """Return the cases of `dev` or `kept`, in the file's order."""
    return tuple(
        Case(**{**entry, "look_alikes": tuple(entry["look_alikes"])}) for entry in _read(f"{part}.toml")["case"]
    )


def read_pairs(part: str) -> tuple[Pair, ...]:
    """Return the same-name pairs of `dev` or `kept`, in the file's order."""
    return tuple(Pair(**entry) for entry in _read(f"same_names_{part}.toml")["pair"])


def read_distractors() -> Mapping[str, Sequence[str]]:
    """Return the names that nobody asks for, by group."""
    return _read("distractors.toml")


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


def rank(cases: Iterable[Case], matcher: Matcher) -> list[Answered]:
    """Ask each case of its own gallery: look-alikes, distractors and, last of all, the right answer.

    Standing last, the right answer wins no tie by its place.
    """
    crowd = [name for names in read_distractors().values() for name in names]
    return [_asked(case, [*case.look_alikes, *crowd, case.answer], matcher) for case in cases]


def _asked(case: Case, gallery: list[str], matcher: Matcher) -> Answered:
    found = [int(place) for place in matcher(gallery).search([case.query], 10)[0]]
    right = len(gallery) - 1
    place = found.index(right) + 1 if right in found else None
    return Answered(case=case, place=place, first=gallery[found[0]] if found else None)


def shares_right(answers: Iterable[Answered], *, by: str) -> dict[str, float]:
    """Return the share of right answers for each value of one field of the cases, and for `all`."""
    if by not in {field.name for field in fields(Case)}:
        raise ValueError(f"a case has no field {by!r}; its fields are {[field.name for field in fields(Case)]}")
    sorted_out: dict[str, list[bool]] = defaultdict(list)
    for answer in answers:
        sorted_out[getattr(answer.case, by)].append(answer.is_right)
        sorted_out["all"].append(answer.is_right)
    return {name: sum(rights) / len(rights) for name, rights in sorted_out.items()}


def same_name_counts(pairs: Iterable[Pair], same_name: Callable[[str, str], float]) -> tuple[int, int]:
    """Return how many same-name pairs were found, and how many look-alikes were taken for one name."""
    said = [(pair.same, same_name(pair.one, pair.other) >= SAME) for pair in pairs]
    return sum(same and one for same, one in said), sum(one and not same for same, one in said)
