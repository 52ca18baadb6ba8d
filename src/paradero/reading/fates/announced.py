"""Names that a report announces after telling of a group: "Six captives sit there. One calls himself: X"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from paradero.reading.analysis import Token
from paradero.reading.fates.modality import hedge_of, modality_of
from paradero.reading.fates.statuses import ROLE_OF, StatusRead
from paradero.reading.grammar import is_finite
from paradero.reading.persons.mentions import Mention
from paradero.reading.persons.people import NOT_SOUGHT, Person
from paradero.reading.persons.scenes import Scene, with_list
from paradero.terms.account import MentionKind
from paradero.terms.claims import Modality, Status

BACK = 3
"""Sentences before an announcement among which the one that gives the status is looked for, the nearest first."""
SELF_WITHIN = 3
"""Words between "calls himself" and the name."""


@dataclass(frozen=True, slots=True)
class _Cue:
    scene: Scene
    status: Status
    at: int


def announced(scenes: Sequence[Scene], reads: Sequence[StatusRead]) -> list[StatusRead]:
    """Return the statuses of people who are announced by name after a group whose status was told."""
    told = {id(read.person) for read in reads}
    made: list[StatusRead] = []
    for scene in scenes:
        mention = _after_colon(scene) or _names_himself(scene)
        if mention is None or id(scene.cast.who(mention)) in told:
            continue
        if (cue := _told_before(scenes, scene)) is not None:
            made += _reads(scene, mention, cue)
    return made


def _reads(scene: Scene, mention: Mention, cue: _Cue) -> Iterator[StatusRead]:
    sentence, lexicon = cue.scene.sentence, cue.scene.lexicon
    for person in dict.fromkeys([*with_list(scene, scene.cast.who(mention)), *_entries(scene, mention)]):
        yield StatusRead(
            person=person,
            status=cue.status,
            sentence=scene.place,
            span=mention.span,
            modality=modality_of(sentence, cue.at, lexicon, death=cue.status is Status.KILLED),
            hedge=hedge_of(sentence, cue.at, lexicon),
            count=None,
            rule="statuses.announced",
        )


def _entries(scene: Scene, first: Mention) -> Iterator[Person]:
    """Yield the people of a list whose entries say more than names, as far as no verb begins a clause."""
    tokens = scene.sentence.tokens
    for mention in _named(scene):
        if mention.first >= first.first and not any(is_finite(t) for t in tokens[first.first : mention.last + 1]):
            yield scene.cast.who(mention)


def _after_colon(scene: Scene) -> Mention | None:
    """Return the name right after the colon of an announcement, where it begins an entry and no clause."""
    tokens = scene.sentence.tokens
    mark = next((at for at, token in enumerate(tokens) if _announces(scene, at, token)), None)
    for mention in _named(scene) if mark is not None else ():
        begins = mention.title[0] if mention.title else mention.first
        if begins == (mark or 0) + 1:
            after = tokens[mention.last] if mention.last < len(tokens) else None
            return None if after is not None and is_finite(after) else mention
    return None


def _announces(scene: Scene, at: int, token: Token) -> bool:
    """Tell whether a mark announces names: "we name two:", "those freed:", "among the captives - "; no one's words."""
    before, lexicon = scene.sentence.tokens[:at], scene.lexicon
    if token.text in DASHES:
        return lexicon["among"].any_in(before[:2]) and not any(is_finite(t) for t in before)
    if token.text != ":":
        return False
    told = any(cue.at < at for cue in _cues(scene)) and not lexicon["say"].any_in(before)
    return lexicon["announces"].any_in(before) or told


DASHES = frozenset({"—", "–", "-"})


def _names_himself(scene: Scene) -> Mention | None:
    """Return the name that somebody gives as his own: "називає себе Максимом", "представился как Тимур Дашиев"."""
    for _, last in scene.lexicon["names_himself"].hits(scene.sentence.tokens):
        for mention in _named(scene):
            if last <= mention.first <= last + SELF_WITHIN:
                return mention
    return None


def _named(scene: Scene) -> list[Mention]:
    return [m for m in scene.mentions if m.kind is MentionKind.NAMED and scene.cast.who(m).role not in NOT_SOUGHT]


def _told_before(scenes: Sequence[Scene], scene: Scene) -> _Cue | None:
    """Return the status that the nearest sentence up to the announcement gives, `None` where it gives several."""
    for place in range(scene.place, max(-1, scene.place - BACK - 1), -1):
        found = list(_cues(scenes[place]))
        if not found:
            continue
        given = {cue.status for cue in found}
        if Status.KILLED in given and len(given) > 1:
            return None
        return min(found, key=lambda cue: list(ROLE_OF).index(cue.status))
    return None


def _cues(scene: Scene) -> Iterator[_Cue]:
    """Yield the statuses that a sentence asserts, of whomever."""
    tokens = scene.sentence.tokens
    for status in ROLE_OF:
        cues = scene.lexicon.status[status]
        for table in (cues.state, cues.subject, cues.object, cues.event):
            for first, _ in table.hits(tokens):
                if modality_of(scene.sentence, first, scene.lexicon) in {Modality.ASSERTED, Modality.ALLEGED}:
                    yield _Cue(scene, status, first)
