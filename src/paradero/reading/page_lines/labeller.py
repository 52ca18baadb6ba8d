"""Learned labels of the lines of a page: a chain over the lines, of what each is (Lafferty, McCallum, Pereira 2001)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from paradero.reading.page_lines.features import features
from paradero.reading.page_lines.look import Look
from paradero.reading.tagging.tagger import Layer, Tags, tags_of
from paradero.terms.linear import Linear, read_table, read_words, write_tables
from paradero.terms.resources import resource

FILE = "models/reading/lines.npz"
CAPTION = "caption"


@dataclass(frozen=True)
class LineLabeller:
    """Says of each line of a page how likely it is the report, a caption, or another kind of line."""

    linear: Linear
    layer: Layer

    def label(self, lines: Sequence[Look]) -> Tags:
        """Return the labels of all lines of a page, in order; `O` is the report."""
        return tags_of([self.linear.scores(features(lines))], [self.layer], [(0, len(lines))])[0]

    def put(self, file: Path) -> None:
        """Write the labeller into a file."""
        layer = self.layer
        write_tables(file, {"lines": self.linear}, labels=layer.labels, transitions=layer.transitions)


def opened(file: Path) -> LineLabeller:
    """Return the labeller that `put` wrote."""
    with np.load(file, allow_pickle=False) as stored:
        layer = Layer(read_words(stored, "labels"), stored["transitions"].astype(np.float32))
        return LineLabeller(read_table(stored, "lines"), layer)


@lru_cache(maxsize=1)
def shipped() -> LineLabeller:
    """Return the labeller that comes with Paradero, read at the first call."""
    return opened(resource(FILE))
