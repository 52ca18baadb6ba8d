"""Statuses that the cue rules read of the people found: they say less than what was learned, and are seldom wrong.

On the tune part of the corpus nine in ten of what the rules say is right, of one status in four; much of it is what the
learned stages pass over, as a heading's list or a hashtag.
"""

from collections.abc import Mapping, Sequence

from paradero.reading.document import Document
from paradero.reading.fates.statuses import StatusRead as Ruled
from paradero.reading.persons.people import Person
from paradero.reading.persons.scenes import Scene
from paradero.reading.statuses.read import StatusRead
from paradero.reading.whole import rule_statuses
from paradero.terms.claims import Modality

RULED = 1.0
"""What stands as the likelihood of a status that a rule reads."""


def with_ruled(
    document: Document, scenes: Sequence[Scene], persons: Mapping[int, Person], learned: Sequence[StatusRead]
) -> tuple[StatusRead, ...]:
    """Return the learned statuses and those that only the rules read, in order of the words that tell them."""
    party = {id(person): at for at, person in persons.items()}
    known = {(read.party, read.status) for read in learned}
    more: dict[tuple[int, object], StatusRead] = {}
    for read in rule_statuses(scenes):
        key = (party[id(read.person)], read.status)
        if key not in known:
            more.setdefault(key, _learned(document, read, key[0]))
    return tuple(sorted((*learned, *more.values()), key=lambda read: (read.trigger, read.party)))


def _learned(document: Document, read: Ruled, party: int) -> StatusRead:
    refuted = read.modality is Modality.REFUTED
    return StatusRead(
        party=party,
        status=read.status,
        trigger=document.within(read.span).start,
        likely=RULED,
        modality=Modality.ASSERTED if refuted else read.modality,
        refuted=refuted,
    )
