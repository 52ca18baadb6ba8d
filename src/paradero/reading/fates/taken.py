"""Being taken told in everyday words: "took him from the yard" is captivity where the report speaks of captivity."""

from collections.abc import Iterator, Sequence

from paradero.reading.fates import targets
from paradero.reading.fates.modality import hedge_of, modality_of
from paradero.reading.fates.objects import done_to
from paradero.reading.fates.statuses import HOLDS, StatusRead
from paradero.reading.grammar import OBJECT, children, is_verb
from paradero.reading.persons.mentions import Mention
from paradero.reading.persons.people import NOT_SOUGHT, Person
from paradero.reading.persons.scenes import Scene
from paradero.terms.account import MentionKind
from paradero.terms.claims import Status
from paradero.terms.spans import Span


def taken(scenes: Sequence[Scene], reads: Sequence[StatusRead]) -> list[StatusRead]:
    """Return who was taken or held by the bare verbs of the table `taken`, in a report that tells of captivity.

    Without such a word anywhere the verbs say nothing: one is taken to hospital, too.
    """
    if not any(scene.lexicon["captivity"].any_in(scene.sentence.tokens) for scene in scenes):
        return []
    known = {id(read.person) for read in reads if read.status is Status.CAPTURED}
    return [read for scene in scenes for read in _in(scene) if id(read.person) not in known]


def _in(scene: Scene) -> Iterator[StatusRead]:
    tokens = scene.sentence.tokens
    for first, last in scene.lexicon["taken"].hits(tokens):
        if scene.lexicon["taken_elsewhere"].any_in(tokens[last : last + ELSEWHERE_WITHIN]):
            continue
        person = _whom(scene, first)
        modality = modality_of(scene.sentence, first, scene.lexicon)
        if person is None or person.role in NOT_SOUGHT or person.kind is not MentionKind.NAMED or modality not in HOLDS:
            continue
        yield StatusRead(
            person=person,
            status=Status.CAPTURED,
            sentence=scene.place,
            span=Span(tokens[first].span.start, tokens[last - 1].span.end),
            modality=modality,
            hedge=hedge_of(scene.sentence, first, scene.lexicon),
            count=None,
            rule="statuses.taken",
        )


ELSEWHERE_WITHIN = 5
"""Words after the verb among which a hospital or the like says that it is no captivity."""


def _whom(scene: Scene, at: int) -> Person | None:
    """Return whom the verb takes: its object, the name in the accusative near it, or whom the text is about."""
    if (person := done_to(scene, at)) is not None:
        return person
    after = [m for m in scene.mentions if at < m.first <= at + targets.NEAR_AFTER]
    before = [m for m in scene.mentions if m.last <= at and m.kind is MentionKind.NAMED]
    objects = [m for m in (*after, *reversed(before)) if _is_object(scene, m)]
    if objects or after:
        return scene.cast.who((objects or after)[0])
    tokens = scene.sentence.tokens
    said = any(tokens[child].relation in OBJECT for child in children(scene.sentence, at))
    named = any(m.kind is MentionKind.NAMED for m in scene.mentions)
    return None if said or named or not is_verb(tokens[at]) else scene.cast.focus.get(scene.place)


def _is_object(scene: Scene, mention: Mention) -> bool:
    """Tell whether any word of a mention stands in the accusative; taggers miss it in some of a name's words."""
    return any("Case=Acc" in token.features for token in scene.sentence.tokens[mention.first : mention.last])
