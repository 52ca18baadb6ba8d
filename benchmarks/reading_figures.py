"""What is measured of a reader, figure by figure, and how right, found and sought become precision, recall and F1.

Of each text and figure three numbers are kept: how many items are right, how many the reader found, how many a person
annotated. Over texts they are added up; precision is right of found, recall right of sought, and F1 the harmonic mean.
The interval beside a figure holds nine in ten of what RESAMPLES drawings of as many texts, with replacement, give.
"""

import inspect
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from benchmarks import reading_claims as claims, reading_details as details, reading_persons as persons
from benchmarks.reading_claims import Both
from benchmarks.reading_match import Case
from paradero.terms.spans import Span

FIGURES: Final[Mapping[str, Callable[[Case], Both]]] = {
    "persons": persons.persons,
    "roles": persons.roles,
    "roles_of_all": persons.roles_of_all,
    "status": claims.status,
    "killed": claims.killed,
    "status_unnamed": claims.status_unnamed,
    "kin": persons.kin,
    "kin_exact": persons.kin_exact,
    "dates": details.dates,
    "places": details.places,
    "resolved": details.resolved,
    "counts": claims.counts,
    "speaker": claims.speaker,
    "speaker_of_all": claims.speaker_of_all,
    "sources": claims.sources,
    "chain": claims.chain,
    "chain_told": claims.chain_told,
    "chain_of_all": claims.chain_of_all,
    "hedge_grade": claims.hedge_grade,
    "hedged": claims.hedged,
    "modality": claims.modality,
    "boilerplate": details.boilerplate,
    "treatment": details.treatment,
    "agreements": details.agreements,
    "instructions": details.instructions,
    "testimony": details.testimony,
}
FEWEST: Final = 60
"""Cases below which a figure decides nothing: sought ones, for a precision found ones."""
RESAMPLES: Final = 1000
SEED: Final = 20
WITHIN: Final = (5, 95)
"""The hundredths between which an interval stands."""

Counted = tuple[int, int, int]
"""Right, found, sought."""


def counted(case: Case) -> dict[str, Counted]:
    """Return of each figure how many items are right, found and sought in one text."""
    return {name: _counted(*figure(case)) for name, figure in FIGURES.items()}


def _counted(sought: claims.Items, found: claims.Items) -> Counted:
    return (sought & found).total(), found.total(), sought.total()


def misses(case: Case, names: Collection[str]) -> Iterator[str]:
    """Give a line for each item of some figures that was missed or wrongly found in a text."""
    called = case.annotated.header.get("id", "")
    for name in FIGURES:
        sought, found = FIGURES[name](case) if name in names else (Counter(), Counter())
        for what, items in (("missed", sought - found), ("wrong", found - sought)):
            yield from (f"{called} {name} {what}: {told(case, item)}" for item in items)


def told(case: Case, item: tuple[object, ...]) -> str:
    """Return an item in words: each reference with what it is in the text."""
    return ", ".join(_told(case, part) for part in item)


def _told(case: Case, part: object) -> str:
    if isinstance(part, tuple):
        return ">".join(_told(case, one) for one in part) or "publisher"
    if isinstance(part, Span):
        return f"'{part.of(case.annotated.text)}'"
    if part in case.names:
        return f"{part} '{case.names[str(part)]}'"
    spans = case.spans(part) if isinstance(part, str) else ()
    if spans:
        return f"{part} '{spans[0].of(case.annotated.text)}'"
    if isinstance(part, str) and part[1:].isdigit() and part[0] == "?":
        return f"{part} '{_label(case, int(part[1:]))}'"
    return str(part)


def _label(case: Case, place: int) -> str:
    people = case.account.persons
    return people[place].label if place < len(people) else ""


def definition(name: str) -> str:
    """Return what a figure is, on one line."""
    return " ".join((inspect.getdoc(FIGURES[name]) or "").split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One figure over some texts."""

    right: int
    found: int
    sought: int
    intervals: Mapping[str, tuple[float, float]]
    """Of `p`, `r` and `f1`, where they are known."""

    @property
    def p(self) -> float | None:
        """Precision; `None` where nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def r(self) -> float | None:
        """Recall; `None` where nothing was sought."""
        return self.right / self.sought if self.sought else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; `None` where nothing was sought or found."""
        return 2 * self.right / (self.found + self.sought) if self.found + self.sought else None

    @property
    def wrong(self) -> int:
        """How many were found that nobody annotated."""
        return self.found - self.right

    def value(self, field: str) -> float | None:
        """Return `p`, `r`, `f1` or `wrong`."""
        return {"p": self.p, "r": self.r, "f1": self.f1, "wrong": self.wrong}[field]

    def cases(self, field: str) -> int:
        """Return how many cases a field rests on: those found for a precision, else those sought."""
        return self.found if field == "p" else self.sought

    def decides(self, field: str) -> bool:
        """Tell whether there are cases enough to say anything."""
        return self.cases(field) >= FEWEST


def score(rows: Iterable[Counted]) -> Score:
    """Return one figure over texts, with its intervals."""
    table = np.array(list(rows), dtype=np.int64).reshape(-1, 3)
    right, found, sought = (int(total) for total in table.sum(axis=0))
    return Score(right=right, found=found, sought=sought, intervals=_intervals(table))


def _intervals(table: NDArray[np.int64]) -> dict[str, tuple[float, float]]:
    """Return between what the figures of resampled texts stand, from `table` of shape (texts, 3)."""
    if not len(table):
        return {}
    drawn = np.random.default_rng(SEED).multinomial(len(table), [1 / len(table)] * len(table), size=RESAMPLES) @ table
    right, found, sought = drawn.T
    shares = {"p": (right, found), "r": (right, sought), "f1": (2 * right, found + sought)}
    return {name: within for name, (part, whole) in shares.items() if (within := _within(part, whole)) is not None}


def _within(part: NDArray[np.int64], whole: NDArray[np.int64]) -> tuple[float, float] | None:
    drawn = part[whole > 0] / whole[whole > 0]
    if not len(drawn):
        return None
    low, high = np.percentile(drawn, WITHIN)
    return float(low), float(high)


def scores(texts: Sequence[Mapping[str, Counted]]) -> dict[str, Score]:
    """Return every figure that texts were counted for, over all of them."""
    names = dict.fromkeys(name for text in texts for name in text)
    return {name: score(text[name] for text in texts if name in text) for name in names}
