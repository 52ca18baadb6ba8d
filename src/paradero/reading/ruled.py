"""Statuses that the cue rules read of the people found: they say less than what was learned, and are seldom wrong.

On the tune part of the corpus nine in ten of what the rules say is right, of one status in four; much of it is what the
learned stages pass over, as a heading's list or a hashtag.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from paradero.reading.analysis import Analysis
from paradero.reading.counts import survive
from paradero.reading.document import Document
from paradero.reading.fates.modality import modality_of
from paradero.reading.fates.refutals import called_untrue
from paradero.reading.fates.statuses import StatusRead as Ruled
from paradero.reading.lexicon import Lexicon
from paradero.reading.people.party import Party
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
    """Return the learned statuses and those that only the rules read, in order of the words that tell them.

    Groups that were not learned to be anybody (`add_groups`) get none.
    """
    party = {id(person): at for at, person in persons.items()}
    known = {(read.party, read.status) for read in learned}
    more: dict[tuple[int, object], StatusRead] = {}
    for read in rule_statuses(scenes):
        at = party.get(id(read.person))
        if at is not None and (at, read.status) not in known:
            more.setdefault((at, read.status), _learned(document, read, at))
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


def without_unfounded_deaths(
    analysis: Analysis, document: Document, cues: Lexicon, parties: Sequence[Party], learned: Sequence[StatusRead]
) -> tuple[StatusRead, ...]:
    """Return learned statuses without two kinds of death that no word tells.

    Of a group beside a verb of survival ("de seis, solo tres sobrevivieron"); and of somebody who is said to be held,
    missing or back as well, by a bare name in a list, where no word up to there tells of death.
    """
    otherwise = {read.party for read in learned if read.status is not Status.KILLED and read.modality in HOLDS}

    def unfounded(read: StatusRead) -> bool:
        bare = read.party in otherwise and _bare_name(document, read.trigger)
        return bare or _survived(analysis, document, cues, parties[read.party])

    return tuple(read for read in learned if read.status is not Status.KILLED or not unfounded(read))


def _bare_name(document: Document, trigger: int) -> bool:
    """Tell whether a name alone is to tell of a death, without a word for it up to there."""
    named = document.names[trigger]
    told = (cue for cues in document.cues[: trigger + 1] for cue in cues)
    return named is not None and not any(cue.startswith(f"{Status.KILLED.value}.") for cue in told)


def _survived(analysis: Analysis, document: Document, cues: Lexicon, party: Party) -> bool:
    if party.person:
        return False
    mention = party.mentions[0]
    place = document.sentence_of[mention.first]
    start = document.sentences[place][0]
    return survive(analysis.sentences[place].tokens, mention.first - start, mention.end - start, cues)


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
