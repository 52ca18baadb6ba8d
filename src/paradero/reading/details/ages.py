"""How old somebody is said to be: beside the name in any order, or in a sentence of its own."""

import re
from collections.abc import Iterator
from dataclasses import replace

from paradero.reading.counts import number_at
from paradero.reading.grammar import in_quotes, is_finite, is_verb, subject_at
from paradero.reading.persons.mentions import Mention
from paradero.reading.persons.people import NOT_SOUGHT, Person
from paradero.reading.persons.scenes import Scene
from paradero.terms.account import MentionKind

OLDEST = 110
AFTER_NAME = 3
"""Words after a name in which its age stands: "Timur Dashiev, de 31 años"."""
OPENING = 12
"""Words at the beginning of a sentence among which an age may stand before its name: "De 31 años y natural de X, Y"."""

Place = tuple[int, int]
"""The first word of an age and the place after its last."""


def ages_beside(scene: Scene, mention: Mention) -> Iterator[Place]:
    """Yield where an age stands right at the mention: "de 31 años", "30-річний", "(31)", "aged 31"."""
    tokens = scene.sentence.tokens
    if (at := _alone(scene, mention)) is not None:
        yield at, at + 1
        return
    for at in range(len(tokens) - 1):
        number = number_at(tokens, at, scene.lexicon)
        if number is None or number[0] > OLDEST or (last := _age_word(scene, number[1])) is None:
            continue
        begins = mention.title[0] if mention.title else mention.first
        near = 0 <= at - mention.last <= AFTER_NAME and _owns(scene, mention, at)
        near = near or (begins - AFTER_NAME <= at < mention.head and not _other_between(scene, mention, at))
        near = near or (_set_off(scene, at) and _nearest(scene, mention, at)) or _opens(scene, mention, at)
        if near and not (at > 0 and scene.lexicon["duration"].has(tokens[at - 1])):
            yield at, last


def _age_word(scene: Scene, at: int) -> int | None:
    """Return the place after "years" that follows a number, also in "31-year-old"; `None` where another word does."""
    tokens = scene.sentence.tokens
    joined = at + 1 < len(tokens) and tokens[at].text == "-"
    at = min(at + joined, len(tokens) - 1)
    if not scene.lexicon["age"].at(tokens, at):
        return None
    old = joined and at + 2 < len(tokens) and tokens[at + 1].text == "-" and scene.lexicon["old"].has(tokens[at + 2])
    return at + 3 if old else at + 1


def _alone(scene: Scene, mention: Mention) -> int | None:
    """Return where the age is one word: "30-річний росіянин", alone between commas or brackets, "aged 31"."""
    tokens = scene.sentence.tokens
    begins = mention.title[0] if mention.title else mention.first
    for at in range(max(0, begins - AFTER_NAME), mention.head):
        joined = JOINED_AGE.fullmatch(tokens[at].text)
        if joined and scene.lexicon["age_endings"].any_in([replace(tokens[at], text=joined[1], lemma=joined[1])]):
            return None if _other_between(scene, mention, at) else at
    if mention.kind is not MentionKind.NAMED or mention.last + 1 >= len(tokens):
        return None
    at = mention.last + 1
    opens = tokens[mention.last].text
    if opens == "," and scene.lexicon["age_before"].has(tokens[at]) and at + 1 < len(tokens):
        return at + 1 if _is_age(tokens[at + 1].text) else None
    closes = tokens[at + 1].text if at + 1 < len(tokens) else "."
    fits = (opens == "," and closes in {",", ".", ";", ")", "("}) or (opens == "(" and closes in {")", ",", ";"})
    return at if fits and _is_age(tokens[at].text) else None


JOINED_AGE = re.compile(r"\d{1,3}-(\w+)")
YOUNGEST_ALONE = 5
"""A bare number below this after a name counts something else."""


def _is_age(word: str) -> bool:
    return word.isdigit() and YOUNGEST_ALONE <= int(word) <= OLDEST


def _opens(scene: Scene, mention: Mention, at: int) -> bool:
    """Tell whether the age opens a sentence whose first person is the mention: "De 31 años y natural de X, Y ..."."""
    tokens = scene.sentence.tokens
    if at > 2 or not at < mention.first <= at + OPENING or mention.kind is not MentionKind.NAMED:  # noqa: PLR2004 - "A", "De unos"
        return False
    first = next((m for m in scene.mentions if m.first > at and m.kind is MentionKind.NAMED), None)
    between = tokens[at : mention.title[0] if mention.title else mention.first]
    return first is mention and between[-1].text == "," and not any(is_finite(token) for token in between)


def _other_between(scene: Scene, mention: Mention, at: int) -> bool:
    """Tell whether a comma or another mention stands between a word and the mention after it."""
    if any(token.text == "," for token in scene.sentence.tokens[at : mention.first]):
        return True
    return any(at < m.first and m.last <= mention.first for m in scene.mentions if m is not mention)


def _set_off(scene: Scene, at: int) -> bool:
    """Tell whether an age is set off by a comma: "..., de 34 años"."""
    tokens = scene.sentence.tokens
    return at > 1 and scene.lexicon["of"].has(tokens[at - 1]) and tokens[at - 2].text == ","


def _owns(scene: Scene, mention: Mention, at: int) -> bool:
    """Tell whether no other mention stands nearer before a word."""
    nearer = [m for m in scene.mentions if mention.last <= m.first and m.last <= at]
    return not nearer


def _nearest(scene: Scene, mention: Mention, at: int) -> bool:
    """Tell whether the mention is the last single one before a word."""
    before = [m for m in scene.mentions if m.last <= at and m.kind is not MentionKind.GROUP]
    return bool(before) and before[-1] is mention


def ages_told(scene: Scene) -> Iterator[tuple[Person, Place]]:
    """Yield the ages that a clause of their own tells: "Tiene 31 años", "He is 31", "Dashiev is 31 years old"."""
    tokens = scene.sentence.tokens
    for at, token in enumerate(tokens[:-1]):
        own = scene.lexicon["am_aged"].has(token) and any(
            m.kind is MentionKind.NAMED and m.last <= at for m in scene.mentions
        )
        if not own and (not scene.lexicon["is_aged"].has(token) or in_quotes(scene.sentence, at)):
            continue
        if not is_verb(token):
            continue
        number = number_at(tokens, at + 1, scene.lexicon)
        if number is None or not YOUNGEST_ALONE <= number[0] <= OLDEST:
            continue
        last = number[1]
        follows = tokens[last] if last < len(tokens) else None
        said = follows is not None and scene.lexicon["age"].at(tokens, last) > 0
        bare = scene.lexicon["age_bare"].has(token) and (follows is None or follows.tag in {"PUNCT", "CCONJ"})
        if (said or bare) and (person := _whose(scene, at)) is not None:
            yield person, (at + 1, last + (1 if said else 0))


def _whose(scene: Scene, verb: int) -> Person | None:
    """Return whose age a verb tells: its subject, or whom the text is about where that is left out or a pronoun."""
    tokens = scene.sentence.tokens
    before = [m for m in scene.mentions if m.last == verb and m.kind is not MentionKind.GROUP]
    subject = subject_at(scene.sentence, verb)
    person = scene.cast.who(before[-1]) if before else scene.person_at(subject)
    if scene.lexicon["am_aged"].has(tokens[verb]):
        person = None
    if person is None and (subject is None or tokens[subject].tag == "PRON"):
        own = [m for m in scene.mentions if m.last <= verb and m.kind is not MentionKind.GROUP]
        person = scene.cast.who(own[-1]) if own else scene.cast.focus.get(scene.place)
    return person if person is not None and person.role not in NOT_SOUGHT else None
