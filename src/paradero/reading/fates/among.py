"""One of many: "Among the captured is X", "Uno de ellos es X", "También ha vuelto X"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from paradero.reading.fates.modality import hedge_of, modality_of
from paradero.reading.fates.statuses import HOLDS, ROLE_OF, StatusRead
from paradero.reading.grammar import is_finite
from paradero.reading.persons.mentions import Mention
from paradero.reading.persons.people import NOT_SOUGHT
from paradero.reading.persons.scenes import Scene, with_list
from paradero.reading.words import Words
from paradero.terms.account import MentionKind
from paradero.terms.claims import Modality, Status
from paradero.terms.spans import Span

GROUP_WITHIN = 14
"""Words that the group may take: "entre seis prisioneros sentados contra una pared,"."""
NAME_WITHIN = 5
"""Words after the verb within which the name begins: "está también el cabo X"."""
BACK = 6
"""Sentences back in which an exchange is still what the report tells of."""


def among(scene: Scene, before: Sequence[StatusRead]) -> list[StatusRead]:
    """Return the statuses that people have as some of a group, in this sentence; `before` is what came before."""
    return [*_members(scene, before), *_too(scene, before)]


def _members(scene: Scene, before: Sequence[StatusRead]) -> Iterator[StatusRead]:
    tokens = scene.sentence.tokens
    for first, last in scene.lexicon["among"].hits(tokens):
        verb = _verb(scene, last)
        named = _named_after(scene, verb) if verb is not None else None
        if verb is None or named is None:
            continue
        read = _own_cue(scene, last, verb) or _group_before(scene, first, verb, before)
        if read is None:
            continue
        status, modality = read
        if "Mood=Cnd" in tokens[verb].features and modality is Modality.ASSERTED:
            modality = Modality.ALLEGED
        yield from _reads(scene, named, status, modality, verb)


def _verb(scene: Scene, start: int) -> int | None:
    """Return the verb that places somebody in the group: "está", "figura", "is"; a name may not come before it."""
    tokens = scene.sentence.tokens
    for at in range(start, min(start + GROUP_WITHIN, len(tokens))):
        if any(m.kind is MentionKind.NAMED and m.first == at for m in scene.mentions):
            return None
        if scene.lexicon["is_among"].has(tokens[at]) and is_finite(tokens[at]) and _named_after(scene, at):
            return at
    return None


def _named_after(scene: Scene, verb: int) -> Mention | None:
    """Return the person named right after a verb, with nothing but small words, a rank or a noun between."""
    for mention in scene.mentions:
        start = mention.title[0] if mention.title else mention.first
        if mention.kind is not MentionKind.NAMED or not verb < start <= verb + NAME_WITHIN:
            continue
        between = scene.sentence.tokens[verb + 1 : start]
        small = all(token.tag in {"ADV", "DET", "NOUN", "ADJ"} for token in between)
        return mention if small and scene.cast.who(mention).role not in NOT_SOUGHT else None
    return None


def _own_cue(scene: Scene, start: int, verb: int) -> tuple[Status, Modality] | None:
    """Return what became of the group by the words that name it: "entre los capturados", "among those released"."""
    tokens = scene.sentence.tokens[start:verb]
    for status in ROLE_OF:
        cues = scene.lexicon.status[status]
        for table in (cues.state, cues.object, cues.subject, *_weak(scene, status)):
            if (hit := next(table.hits(tokens), None)) is not None:
                death = status is Status.KILLED
                return status, modality_of(scene.sentence, start + hit[0], scene.lexicon, death=death)
    return None


def _weak(scene: Scene, status: Status) -> tuple[Words, ...]:
    return (scene.lexicon["come_back"],) if status is Status.RETURNED else ()


def _group_before(scene: Scene, first: int, verb: int, before: Sequence[StatusRead]) -> tuple[Status, Modality] | None:
    """Return what became of the group that "them" takes up: the last one of this sentence or the one before."""
    if not scene.lexicon["them"].any_in(scene.sentence.tokens[first:verb]):
        return None
    near = [r for r in before if r.person.kind is MentionKind.GROUP and 0 <= scene.place - r.sentence <= 1]
    near = [r for r in near if r.modality in HOLDS and r.status in ROLE_OF]
    return (near[-1].status, near[-1].modality) if near else None


def _reads(scene: Scene, mention: Mention, status: Status, modality: Modality, at: int) -> Iterator[StatusRead]:
    cue = scene.sentence.tokens[at].span
    for person in with_list(scene, scene.cast.who(mention)):
        yield StatusRead(
            person=person,
            status=status,
            sentence=scene.place,
            span=Span(cue.start, mention.span.end),
            modality=modality,
            hedge=hedge_of(scene.sentence, at, scene.lexicon),
            count=None,
            rule="statuses.among",
        )


def _too(scene: Scene, before: Sequence[StatusRead]) -> Iterator[StatusRead]:
    """Yield "También ha regresado X" after an exchange: a bare "came back" says no more than the sentences before."""
    tokens = scene.sentence.tokens
    back = [r for r in before if r.status is Status.RETURNED and r.modality in HOLDS]
    if not scene.lexicon["also"].any_in(tokens) or not any(scene.place - r.sentence <= BACK for r in back):
        return
    for _, last in scene.lexicon["come_back"].hits(tokens):
        if (named := _named_after(scene, last - 1)) is not None:
            modality = modality_of(scene.sentence, last - 1, scene.lexicon)
            yield from (replace(r) for r in _reads(scene, named, Status.RETURNED, modality, last - 1))
