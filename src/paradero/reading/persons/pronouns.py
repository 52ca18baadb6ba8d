"""Whom "he" and "she" mean, in the languages whose tables `he` and `she` tell the two apart."""

from paradero.reading.grammar import clause, is_verb
from paradero.reading.persons.cast import SELDOM_SOUGHT
from paradero.reading.persons.people import NOT_SOUGHT, Person
from paradero.reading.persons.scenes import Scene
from paradero.terms.account import MentionKind
from paradero.terms.person import Sex

BACK = 2
"""Sentences before in which somebody else than whom the text is about may be meant."""
LEADS_WITHIN = 4
"""Words between "he" and what he is without a verb: "он сейчас в украинском плену"."""


def tells_sex(scene: Scene, at: int) -> Sex | None:
    """Return the sex a personal pronoun tells, `None` for every other word."""
    token = scene.sentence.tokens[at]
    if scene.lexicon["he"].has(token):
        return Sex.MALE
    return Sex.FEMALE if scene.lexicon["she"].has(token) else None


def meant(scene: Scene, at: int) -> Person | None:
    """Return whom the pronoun at a word means; `None` where two could be meant or none fits its sex.

    Who stands before it in its sentence comes first, then whom the text is about, then the sentences before. Those who
    report are not meant, nor are relatives, who speak of somebody else.
    """
    sex = tells_sex(scene, at)
    if sex is None:
        return None
    focus = scene.cast.focus.get(scene.place)
    here = _fitting([scene.cast.who(m) for m in scene.mentions if m.last <= at], sex)
    if here:
        return here[0] if len(here) == 1 else focus if focus in here else None
    if focus is not None and _fits(focus, sex):
        return focus
    for place in range(scene.place - 1, max(-1, scene.place - 1 - BACK), -1):
        found = _fitting([scene.cast.who(m) for m in scene.cast.by_sentence.get(place, ())], sex)
        if found:
            return found[0] if len(found) == 1 else None
    return None


def leading(scene: Scene, at: int) -> int | None:
    """Return where the pronoun stands that a phrase without a verb is said of: "он в плену"."""
    for before in range(at - 1, max(-1, at - 1 - LEADS_WITHIN), -1):
        token = scene.sentence.tokens[before]
        if scene.lexicon["subject_pronoun"].has(token):
            return before
        if is_verb(token) or token.tag in {"PUNCT", "NOUN", "PROPN"}:
            return None
    return None


def in_clause(scene: Scene, verb: int) -> int | None:
    """Return where a pronoun stands as the subject of a verb's clause that the parse left without one."""
    first, _ = clause(scene.sentence, verb)
    for before in range(verb - 1, first - 1, -1):
        if scene.lexicon["subject_pronoun"].has(scene.sentence.tokens[before]):
            return before
    return None


def _fitting(people: list[Person], sex: Sex) -> list[Person]:
    return list(dict.fromkeys(person for person in people if _fits(person, sex)))


def _fits(person: Person, sex: Sex) -> bool:
    if person.kind is MentionKind.GROUP or person.role in NOT_SOUGHT or person.relation in SELDOM_SOUGHT:
        return False
    if person.kind is MentionKind.UNNAMED and person.sex is None:
        return False
    return (person.sex or sex) is sex
