"""Where somebody is from: "natural de X", "a welder from X", ", of X", "mecánico de X", "es de X"."""

from collections.abc import Iterator

from paradero.reading.grammar import in_quotes, is_finite, is_verb, subject_at
from paradero.reading.persons.mentions import Mention
from paradero.reading.persons.people import NOT_SOUGHT, Person
from paradero.reading.persons.scenes import Scene
from paradero.reading.places import known
from paradero.terms.account import MentionKind

Place = tuple[int, int]
"""The first word of a place's name and the place after its last."""

SEGMENTS = 5
"""Stretches between commas after a name that may still describe it."""


def homes(scene: Scene, mention: Mention) -> Iterator[Place]:
    """Yield where the names stand of the places the person of a mention is from, the surest first."""
    yield from _by_words(scene, mention)
    if mention.kind is MentionKind.NAMED:
        yield from _in_apposition(scene, mention)


def _by_words(scene: Scene, mention: Mention) -> Iterator[Place]:
    """Yield what follows "natural de", "oriunda de", "vecino de", "es de"."""
    tokens = scene.sentence.tokens
    for first, last in scene.lexicon["from_home"].hits(tokens):
        at = last + 1 if last < len(tokens) and scene.lexicon["of"].has(tokens[last]) else last
        if at < len(tokens) and tokens[at].text[:1].isupper() and _nearest(scene, mention, last):
            if first > 0 and last - first == 1 and _moves(scene, first - 1):
                continue
            if not any(table.has(tokens[at]) for table in scene.lexicon.sides.values()):
                yield at, _name_end(scene, at)
    for first, last in scene.lexicon["born"].hits(tokens):
        if (born_at := _birthplace(scene, last)) is not None and _nearest(scene, mention, first):
            yield born_at, _name_end(scene, born_at)
    for _, last in scene.lexicon["is_from"].hits(tokens):
        if last < len(tokens) and _nearest(scene, mention, last) and _is_home(scene, last):
            yield last, _name_end(scene, last)


def _birthplace(scene: Scene, start: int) -> int | None:
    """Return where the place begins that follows "born" and a day: "nacido el 12 de marzo de 1991 en X"."""
    tokens = scene.sentence.tokens
    for at in range(start, min(start + BORN_WITHIN, len(tokens) - 1)):
        if tokens[at].text in {",", ".", ";"} or is_verb(tokens[at]):
            return None
        if scene.lexicon["birth_in"].has(tokens[at]) and _is_home(scene, at + 1):
            return at + 1
    return None


BORN_WITHIN = 10
"""Words between "born" and the place."""


def homes_told(scene: Scene) -> Iterator[tuple[Person, Place]]:
    """Yield the homes that a sentence without a name tells of whom the text is about: "Había nacido en X"."""
    tokens = scene.sentence.tokens
    for first, last in scene.lexicon["is_from"].hits(tokens):
        earlier = [m for m in scene.mentions if m.last <= first and m.kind is not MentionKind.GROUP]
        person = scene.cast.focus.get(scene.place)
        plain = not earlier and not in_quotes(scene.sentence, first) and subject_at(scene.sentence, first) is None
        if plain and person is not None and person.role not in NOT_SOUGHT and _is_home(scene, last):
            yield person, (last, _name_end(scene, last))


def _moves(scene: Scene, at: int) -> bool:
    """Tell whether a bare "from" belongs to a verb of motion or release: "freed from X" tells no home."""
    token = scene.sentence.tokens[at]
    return is_verb(token) and not scene.lexicon["hails"].has(token)


def _name_end(scene: Scene, at: int) -> int:
    tokens = scene.sentence.tokens
    end = at + 1
    while end < len(tokens) and (tokens[end].text[:1].isupper() or scene.lexicon["home_heads"].has(tokens[end])):
        end += 1
    return end


def _is_home(scene: Scene, at: int) -> bool:
    """Tell whether a town or region begins at a word; a country is no home."""
    tokens = scene.sentence.tokens
    if at >= len(tokens) or not tokens[at].text[:1].isupper():
        return False
    words = tokens[at].span.of(scene.analysis.text)
    whole = " ".join(token.text for token in tokens[at : _name_end(scene, at)])
    places = known(whole, scene.lexicon) or known(words, scene.lexicon)
    return bool(places) and places[0].kind != "country"


def _in_apposition(scene: Scene, mention: Mention) -> Iterator[Place]:
    """Yield the place in the stretches between commas after a name: ", 31, of X", ", mecánico jubilado de X"."""
    tokens = scene.sentence.tokens
    begin = mention.last
    for _ in range(SEGMENTS):
        if begin >= len(tokens) or tokens[begin].text not in {",", "("}:
            return
        end = begin + 1
        while end < len(tokens) and tokens[end].text not in {",", ".", ";", "(", ")"} and not is_finite(tokens[end]):
            end += 1
        if (at := _home_in(scene, begin + 1, end)) is not None:
            yield at, _name_end(scene, at)
            return
        if any(m.kind is MentionKind.NAMED and begin < m.first < end for m in scene.mentions):
            return
        begin = end + 1 if end < len(tokens) and tokens[end].text == ")" else end


def _home_in(scene: Scene, first: int, last: int) -> int | None:
    """Return where the place begins in one stretch: after "of" at once, or after a noun for a person and "of"."""
    tokens = scene.sentence.tokens
    bars = ("unit_heads", "bodies", "place_heads", "officials")
    for at in range(first, last - 1):
        token = tokens[at]
        if scene.lexicon["home_links"].has(token) and _is_home(scene, at + 1):
            return at + 1
        small = token.tag in {"DET", "NUM", "NOUN", "ADJ", "PUNCT"} or scene.lexicon["of"].has(token)
        related = scene.lexicon.relation(token.text, token.lemma) is not None
        if not small or related or any(scene.lexicon[table].has(token) for table in bars):
            return None
    return None


def _nearest(scene: Scene, mention: Mention, at: int) -> bool:
    """Tell whether the mention is the last single one before a word."""
    before = [m for m in scene.mentions if m.last <= at and m.kind is not MentionKind.GROUP]
    return bool(before) and before[-1] is mention
