"""Words that may say what became of somebody."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from paradero.reading.statuses.view import STATUSES, View
from paradero.terms.claims import Status

LIKELY_ENOUGH = 0.05
"""How likely the labels must hold it that a word claims a status."""
CUE_ENOUGH = 0.01
"""The same for a word of the status's cue tables."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that may claim a status."""

    at: int
    status: Status
    likely: float
    parts: tuple[str, ...]
    """The tables of the status's cues that it is in: `"object"` of verbs done to somebody, and so on; `"none"`."""


def triggers_of(view: View) -> Iterator[Trigger]:
    """Yield the words that may claim a status, in order of the text; a word may be of several."""
    for at, column in zip(*(found.tolist() for found in np.nonzero(view.statuses >= CUE_ENOUGH)), strict=True):
        status, likely = STATUSES[column], float(view.statuses[at, column])
        begins = f"{status.value}."
        parts = {cue[len(begins) :].rstrip("+") for cue in view.document.cues[at] if cue.startswith(begins)}
        if parts or likely >= LIKELY_ENOUGH:
            yield Trigger(at, status, likely, tuple(sorted(parts)) or ("none",))
