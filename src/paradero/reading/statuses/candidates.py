"""Whom a trigger word may be about: everybody in its sentence and whoever was spoken of shortly before."""

from collections.abc import Iterator
from dataclasses import dataclass

from paradero.reading.people.party import Mention, MentionKind
from paradero.reading.statuses.narrator import selves, speaks_of_self
from paradero.reading.statuses.view import COUNTED, View

BACK, FORWARD = 5, 1
"""Sentences before and after the trigger's among which somebody may be meant."""
NEAREST = 5
"""People outside the trigger's sentence who are considered, the nearest first."""
ENTRY_WORDS = 25
"""Words in a line that may be an entry of a list, at most."""
ENTRIES = 15
"""Lines of a list below its heading that are looked at."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody a trigger may be about, and the mention that brings them near."""

    party: int
    mention: Mention
    nth: int
    """How many other candidates are nearer."""
    entry: int = 0
    """In which line of the list it stands that the trigger's line heads; 0 for none."""


def candidates(view: View, at: int) -> list[Candidate]:
    """Return whom a trigger at a word may be about, the nearest first, each party once."""
    found = dict(_near(view, at))
    for party in _far(view, at):
        if party not in found:
            known = [mention for mention in view.parties[party].mentions if mention.kind in COUNTED]
            found[party] = max((mention for mention in known if mention.first < at), default=known[0])
    listed = _entries(view, at)
    for mention in listed:
        found.setdefault(view.party_of[mention], mention)
    return [Candidate(party, m, nth, listed.get(m, 0)) for nth, (party, m) in enumerate(found.items())]


def _near(view: View, at: int) -> Iterator[tuple[int, Mention]]:
    here = view.document.sentence_of[at]
    nearest: dict[int, tuple[bool, int, Mention]] = {}
    for sentence in range(max(0, here - BACK), min(len(view.by_sentence), here + FORWARD + 1)):
        for mention, party in view.by_sentence[sentence]:
            inside = mention.first <= at < mention.end
            apart = 0 if inside else min(abs(mention.first - at), abs(mention.end - 1 - at))
            # What follows the trigger's sentence is nearer by words only than it is by sense.
            key = (sentence != here, apart, mention)
            nearest[party] = min(nearest.get(party, key), key)
    outside = 0
    for (away, _, mention), party in sorted((key, party) for party, key in nearest.items()):
        outside += away
        if outside <= NEAREST:
            yield party, mention


def _far(view: View, at: int) -> Iterator[int]:
    if view.main in view.order:
        yield view.main
    if speaks_of_self(view.document, at):
        yield from (party for _, party in selves(view, at))


def _entries(view: View, at: int) -> dict[Mention, int]:
    """Return the names at the head of the lines that a trigger's line heads, with the number of the line."""
    line = view.document.line_of[at]
    found: dict[Mention, int] = {}
    for nth in range(1, ENTRIES + 1 if view.heads(line) else 1):
        bounds = view.line_words.get(line + nth)
        if bounds is None or bounds[1] - bounds[0] > ENTRY_WORDS:
            break
        first = next(iter(view.between(*bounds)), None)
        if first and first[0].kind is MentionKind.NAME:
            found[first[0]] = nth
    return found
