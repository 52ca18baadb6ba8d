"""How many a group is of whom something is told."""

from paradero.reading.statuses.pairs import Pair
from paradero.reading.statuses.view import View

BEFORE = 4
"""Words before a group's noun among which its number stands, at most."""


def count_of(view: View, pair: Pair) -> tuple[int, int] | None:
    """Return the words of a group's count: beside its mention, else the only one in the trigger's sentence."""
    mention, sentence_of = pair.candidate.mention, view.document.sentence_of
    counts = [(first, end) for first, end, _ in view.tags["counts"].stretches()]
    beside = [count for count in counts if mention.first - BEFORE <= count[0] < mention.end]
    if beside:
        return beside[-1]
    near = [count for count in counts if sentence_of[count[0]] == sentence_of[pair.trigger.at]]
    return near[0] if len(near) == 1 else None
