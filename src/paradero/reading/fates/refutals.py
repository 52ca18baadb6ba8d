"""What a report itself takes back: a death of whoever returns or turns up alive, news that it calls untrue."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from paradero.reading.analysis import Sentence
from paradero.reading.fates.statuses import HOLDS, StatusRead
from paradero.reading.lexicon import Lexicon
from paradero.reading.persons.scenes import Scene
from paradero.terms.account import MentionKind
from paradero.terms.claims import Modality, Status
from paradero.terms.spans import Span

UNTRUE_BACK = 2
"""Sentences before the one that calls news untrue among which the news stands."""


def refute(reads: list[StatusRead], scenes: list[Scene]) -> list[StatusRead]:
    """Mark as refuted a death that the report itself takes back: the person returns or is found alive later."""
    back = {id(r.person): r.sentence for r in reads if r.status is Status.RETURNED and r.modality in HOLDS}
    for scene in scenes:
        tokens = scene.sentence.tokens
        if scene.lexicon["alive"].any_in(tokens) and not scene.lexicon["until_when"].any_in(tokens):
            named = [scene.cast.who(m) for m in scene.mentions if m.kind is not MentionKind.GROUP]
            for person in named or filter(None, [scene.cast.focus.get(scene.place)]):
                back.setdefault(id(person), scene.place)
    _denied_news(reads, scenes, back)
    if not scenes:
        return reads
    told = [(read.sentence, read.status) for read in reads if read.modality in HOLDS]
    untrue = called_untrue([scene.sentence for scene in scenes], told, scenes[0].lexicon)
    return _found_alive(reads, scenes, back) + [
        replace(read, modality=Modality.REFUTED)
        if read.modality in HOLDS
        and (
            (read.sentence, read.status) in untrue
            or (read.status is Status.KILLED and read.sentence <= back.get(id(read.person), -1))
        )
        else read
        for read in reads
    ]


def called_untrue(
    sentences: Sequence[Sentence], told: Collection[tuple[int, Status]], lexicon: Lexicon
) -> set[tuple[int, Status]]:
    """Return which of the statuses told in sentences the report calls untrue: "This information is not confirmed".

    It speaks of the nearest sentence before it, or its own, that tells of a fate: of its deaths if it has any.
    """
    found: set[tuple[int, Status]] = set()
    for place, sentence in enumerate(sentences):
        if not lexicon["calls_untrue"].any_in(sentence.tokens):
            continue
        near = max((at for at, _ in told if place - UNTRUE_BACK <= at <= place), default=None)
        here = {(at, status) for at, status in told if at == near}
        found |= {one for one in here if one[1] is Status.KILLED} or here
    return found


def _denied_news(reads: list[StatusRead], scenes: list[Scene], back: dict[int, int]) -> None:
    """Note where news of a death is denied and the person is said to be captive or back."""
    last = max((s.place for s in scenes if s.lexicon["denies_news"].any_in(s.sentence.tokens)), default=None)
    if last is None:
        return
    for read in reads:
        if read.status in {Status.CAPTURED, Status.RETURNED} and read.modality is Modality.ASSERTED:
            back[id(read.person)] = max(back.get(id(read.person), -1), last)


def _found_alive(reads: list[StatusRead], scenes: list[Scene], back: dict[int, int]) -> list[StatusRead]:
    """Return that a person said to be dead turned up, where the report tells of it in so many words."""
    held = {id(r.person) for r in reads if r.status is Status.RETURNED and r.modality in HOLDS}
    made = []
    for read in reads:
        at = back.get(id(read.person), -1)
        if read.status is not Status.KILLED or at < read.sentence or id(read.person) in held:
            continue
        scene = scenes[at]
        hit = next(scene.lexicon["found_alive"].hits(scene.sentence.tokens), None)
        if hit is not None:
            held.add(id(read.person))
            tokens = scene.sentence.tokens
            span = Span(tokens[hit[0]].span.start, tokens[hit[1] - 1].span.end)
            made.append(
                replace(
                    read,
                    status=Status.RETURNED,
                    sentence=at,
                    span=span,
                    modality=Modality.ASSERTED,
                    rule="statuses.alive",
                )
            )
    return made
