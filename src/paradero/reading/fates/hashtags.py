"""What a post's hashtags say of the one person it names: "#жінки_в_полоні"."""

import re
from collections.abc import Iterator, Sequence

from paradero.reading.analysis import Token
from paradero.reading.fates.statuses import ROLE_OF, StatusRead
from paradero.reading.lexicon import Lexicon
from paradero.reading.persons.people import NOT_SOUGHT, Person
from paradero.reading.persons.scenes import Scene
from paradero.terms.account import MentionKind
from paradero.terms.claims import Hedge, Modality, Status
from paradero.terms.spans import Span

HASHTAG = re.compile(r"#(\w{3,60})")


def tagged(scenes: Sequence[Scene], reads: Sequence[StatusRead]) -> list[StatusRead]:
    """Return the status that the hashtags give the only person named, where the words give nobody one.

    A hashtag files a post and asserts little, so what it says is alleged.
    """
    if not scenes or any(read.person.kind is MentionKind.NAMED for read in reads):
        return []
    named = [p for p in scenes[0].cast.people if p.kind is MentionKind.NAMED and p.role not in NOT_SOUGHT]
    found = list(_tags(scenes[0].analysis.text, scenes[0].lexicon))
    if len(named) != 1 or len({status for status, _ in found}) != 1:
        return []
    return [_read(named[0], *found[0])]


def _read(person: Person, status: Status, span: Span) -> StatusRead:
    return StatusRead(
        person=person,
        status=status,
        sentence=person.mentions[0].sentence,
        span=span,
        modality=Modality.ALLEGED,
        hedge=Hedge.NONE,
        count=None,
        rule="statuses.hashtag",
    )


def _tags(text: str, lexicon: Lexicon) -> Iterator[tuple[Status, Span]]:
    for tag in HASHTAG.finditer(text):
        span = Span(tag.start(), tag.end())
        words = [Token(span=span, text=word, lemma=word.lower(), tag="X") for word in tag[1].split("_") if word]
        for status in ROLE_OF:
            cues = lexicon.status[status]
            if words and (cues.state.any_in(words) or cues.event.any_in(words)):
                yield status, span
                break
