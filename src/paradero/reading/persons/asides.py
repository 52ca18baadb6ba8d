"""Who a verb speaks of over a stretch between commas: "sigue cautiva, según su tía, X", "otro, X, el de Y, cayó"."""

from paradero.reading.analysis import Token
from paradero.reading.grammar import is_finite, is_verb
from paradero.reading.names import sex_of_given_name
from paradero.reading.persons.mentions import Mention
from paradero.reading.persons.people import NOT_SOUGHT, Person
from paradero.reading.persons.scenes import Scene
from paradero.terms.account import MentionKind
from paradero.terms.person import Sex


def named_later(scene: Scene, verb: int) -> Person | None:
    """Return who is named after a verb and what is put between commas: "sigue cautiva, según su tía, X"."""
    tokens = scene.sentence.tokens
    named = next((m for m in scene.mentions if m.kind is MentionKind.NAMED and m.first > verb), None)
    if named is None or scene.cast.who(named).role in NOT_SOUGHT:
        return None
    between = list(tokens[verb + 1 : named.title[0] if named.title else named.first])
    while between and (between[0].tag in {"AUX", "ADV", "ADJ"} or "VerbForm=Part" in between[0].features):
        del between[0]
    aside = len(between) > 1 and between[0].text == between[-1].text == ","
    aside = aside and not any(is_finite(t) for t in between) and not any(t.text == "," for t in between[1:-1])
    if not aside:
        return None
    governed = between[-2].tag in {"ADP", "DET"} or scene.lexicon["according"].any_in(between[-3:-1])
    return None if governed else scene.cast.who(named)


def set_off_before(scene: Scene, verb: int) -> Person | None:
    """Return who is named before a verb with what that is between commas: "otro, X, el de Poltava, cayó preso"."""
    tokens = scene.sentence.tokens
    at = verb
    while at > 0 and tokens[at - 1].tag in {"AUX", "ADV"}:
        at -= 1
    named = [m for m in scene.mentions if m.kind is MentionKind.NAMED and m.last < at]
    if not named or tokens[at - 1].text != "," or tokens[named[-1].last].text != ",":
        return None
    start = named[-1].title[0] if named[-1].title else named[-1].first
    led = start == 0 or (tokens[start - 1].text == "," and not scene.lexicon["according"].any_in(tokens[:start]))
    aside = not any(is_finite(token) for token in tokens[named[-1].last : at])
    person = scene.cast.who(named[-1])
    return person if led and aside and person.role not in NOT_SOUGHT else None


def after_name(scene: Scene, at: int) -> Person | None:
    """Return whose name stands before a participle, set off by commas: "la esposa de X, capturado en 2023, recibió"."""
    tokens = scene.sentence.tokens
    if at == 0 or tokens[at - 1].text != "," or "VerbForm=Part" not in tokens[at].features:
        return None
    if "Number=Plur" in tokens[at].features or "Aspect=Prog" in tokens[at].features:
        return None
    before = [m for m in scene.mentions if m.last < at]
    if not before or before[-1].kind is not MentionKind.NAMED or scene.cast.who(before[-1]).role in NOT_SOUGHT:
        return None
    between = tokens[before[-1].last : at]
    if between[0].text != "," or any(is_verb(t) or scene.lexicon["relative"].has(t) for t in between):
        return None
    return scene.cast.who(before[-1]) if _sex_agrees(scene.cast.who(before[-1]), tokens[at]) else None


def _sex_agrees(person: Person, cue: Token) -> bool:
    sex = person.sex or sex_of_given_name(person.label)
    said = Sex.FEMALE if "Gender=Fem" in cue.features else Sex.MALE if "Gender=Masc" in cue.features else None
    return sex is None or said is None or sex is said


def is_of_another(scene: Scene, at: int) -> bool:
    """Tell whether the word belongs to "of": "hermana del capturado" says nothing of the sister."""
    tokens = scene.sentence.tokens
    before = at - 1
    while before > 0 and tokens[before].tag == "DET":
        before -= 1
    relative = before > 0 and scene.lexicon.relation(tokens[before - 1].text, tokens[before - 1].lemma) is not None
    return relative and scene.lexicon["of"].has(tokens[before])


def is_said_to_be(scene: Scene, mention: Mention) -> Person | None:
    """Return whom a phrase without a name is said of: "X sigue siendo un prisionero", "X, who is a prisoner of war"."""
    tokens = scene.sentence.tokens
    if mention.kind is not MentionKind.UNNAMED or mention.definite or mention.relation is not None or mention.other:
        return None
    at = mention.first - 1
    while at >= 0 and (tokens[at].tag == "DET" or scene.lexicon["indefinite"].has(tokens[at])):
        at -= 1
    if at < 0 or not is_verb(tokens[at]) or not scene.lexicon["copula"].has(tokens[at]):
        return None
    while at > 0 and (is_verb(tokens[at - 1]) or tokens[at - 1].tag in {"ADV", "PART"}):
        at -= 1
    if at > 0 and scene.lexicon["relative"].has(tokens[at - 1]):
        at -= 2 if at > 1 and tokens[at - 2].text == "," else 1
    ends = [m for m in scene.mentions if m.last == at and m.kind is MentionKind.NAMED]
    person = scene.cast.who(ends[-1]) if ends else None
    return person if person is not None and person.role not in NOT_SOUGHT else None
