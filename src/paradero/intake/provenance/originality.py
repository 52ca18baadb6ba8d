"""How much a text reads like the beginning of its news: asked and seen by its writer, not passed on.

No origin is shown beside another on the strength of a text that reads like a copy, so this is asked before two groups
are kept apart. It is told from the text alone: the meaning of its sentences (`Gist.own`) and how it is written.
"""

from collections.abc import Sequence
from math import log

import numpy as np

from paradero.intake.provenance.likeness import KINDS
from paradero.intake.provenance.model import Table, Weights
from paradero.intake.provenance.telling import Telling

COLUMNS = (
    *("words", "reports", "passes on", "links", "media", "quotes", "names", "names itself"),
    *(f"by {kind}" for kind in KINDS),
)


def originality(tellings: Sequence[Telling], weights: Weights) -> Table:
    """Return for each text, shape (texts,), the log-odds that its news began with it; `weights` are for `manner`."""
    own = np.array([_own(each) for each in tellings], np.float32)
    found: Table = own + weights.log_odds(np.array([manner(each) for each in tellings], np.float32))
    return found


def manner(telling: Telling) -> list[float]:
    """Return how a text is written, in the order of `COLUMNS`."""
    gist = telling.gist
    words = max(1, sum(sentence.words for sentence in gist.sentences))
    return [
        log(words),
        float(gist.reports),
        float(gist.passes_on),
        float(len(telling.links)),
        float(len(telling.media)),
        float(sum(sentence.quoted for sentence in gist.sentences)),
        len(gist.names) / words,
        float(telling.names_itself),
        *(float(telling.source_kind == kind) for kind in KINDS),
    ]


def _own(telling: Telling) -> float:
    words = [sentence.words for sentence in telling.gist.sentences]
    return float(np.average(telling.gist.own, weights=words)) if words else 0.0
