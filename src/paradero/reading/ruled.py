"""Statuses that the cue rules read of the people found: they say less than what was learned, and are seldom wrong.

On the tune part of the corpus nine in ten of what the rules say is right, of one status in four; much of it is what the
learned stages pass over, as a heading's list or a hashtag.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from paradero.reading.analysis import Analysis
from paradero.reading.document import Document
from paradero.reading.fates.modality import modality_of
from paradero.reading.fates.refutals import called_untrue
from paradero.reading.fates.statuses import StatusRead as Ruled
from paradero.reading.lexicon import Lexicon
from paradero.reading.persons.people import Person
from paradero.reading.persons.scenes import Scene
from paradero.reading.statuses.read import StatusRead
from paradero.reading.whole import rule_statuses
from paradero.terms.claims import Modality, Status

HOLDS = frozenset({Modality.ASSERTED, Modality.ALLEGED})
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


def as_rules_say(
    analysis: Analysis, document: Document, cues: Lexicon, learned: Sequence[StatusRead]
) -> tuple[StatusRead, ...]:
    """Return learned statuses, denied, planned or taken back where the rules of negation say so of their word.

    "Missing" is left as it was learned: its own words are often negated ("did not return").
    """
    told = [(document.sentence_of[read.trigger], read.status) for read in learned if read.modality in HOLDS]
    untrue = called_untrue(analysis.sentences, told, cues)
    said = (_as_rules_say(analysis, document, cues, read) for read in learned)
    return tuple(
        replace(read, modality=Modality.ASSERTED, refuted=True)
        if (document.sentence_of[read.trigger], read.status) in untrue and read.modality in HOLDS
        else read
        for read in said
    )


def _as_rules_say(analysis: Analysis, document: Document, cues: Lexicon, read: StatusRead) -> StatusRead:
    known = any(cue.startswith(f"{read.status.value}.") for cue in document.cues[read.trigger])
    if read.status is Status.MISSING or read.modality not in HOLDS or not known:
        return read
    place = document.sentence_of[read.trigger]
    at = read.trigger - document.sentences[place][0]
    said = modality_of(analysis.sentences[place], at, cues, death=read.status is Status.KILLED)
    if said in HOLDS:
        return read
    refuted = said is Modality.REFUTED
    return replace(read, modality=Modality.ASSERTED if refuted else said, refuted=refuted)


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
