"""Who did it, and under which name: the channel, account, office or person beside a verb of posting or filming."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from paradero.reading.analysis import Token
from paradero.reading.grammar import CLOSING, OPENING, is_finite, is_verb, quotes, subject_at
from paradero.reading.persons.mentions import FORMATION
from paradero.reading.persons.phrases import words
from paradero.reading.persons.scenes import Scene
from paradero.reading.sayings.speakers import Voice, voice_at
from paradero.reading.words import Words
from paradero.terms.account import MentionKind

AGENT_WITHIN = 14
"""Words between "publicada" and "por": "publicada el lunes en Telegram por la fiscal"."""
AFTER_WITHIN = 4
BEFORE_WITHIN = 12
LONGEST_NAME = 6

Cues = Mapping[str, Words]


@dataclass(frozen=True, slots=True)
class At:
    """The word that names who did it, and how it was found."""

    place: int
    rule: str


def by_whom(scene: Scene, cues: Cues, first: int, last: int) -> At | None:
    """Return who did what the words from `first` up to `last` tell, the surest way first."""
    tokens = scene.sentence.tokens
    verb = next((at for at in range(last - 1, first - 1, -1) if is_verb(tokens[at])), last - 1)
    passive = "VerbForm=Part" in tokens[verb].features and not _has_helper(scene, verb)
    for place, rule in (
        (_after_by(scene, cues, last), "relays.by"),
        (_in_the_instrumental(scene, cues, last), "relays.by"),
        (None if passive else _subject(scene, cues, verb), "relays.subject"),
        (None if passive else _right_after(scene, cues, last), "relays.after"),
        (None if passive else _nearest_before(scene, cues, first), "relays.nearest"),
    ):
        if place is not None:
            return At(place, rule)
    return None


def name_at(scene: Scene, cues: Cues, at: At) -> str | None:
    """Return the name of whoever the word names: of "the channel X" the name alone, of "a channel" none."""
    tokens = scene.sentence.tokens
    if cues["media"].has(tokens[at.place]):
        own = own_name(scene, at.place)
        if own or cues["channel"].has(tokens[at.place]):
            return own
    mention = scene.cast.mention_at(scene.place, at.place)
    if mention is not None and mention.rule == FORMATION:
        return mention.label
    if tokens[at.place].text.startswith("@"):
        return tokens[at.place].text
    if mention is None and tokens[at.place].tag == "PROPN":
        return words(scene, *_capitals_about(tokens, at.place))[0]
    voice = voice_at(scene, at.place, at.rule)
    return voice.name if voice else None


def _capitals_about(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """Return the places of the words in capitals about one, with an article unless it begins the sentence."""
    first = last = at
    while first > 0 and tokens[first - 1].text[:1].isupper() and (tokens[first - 1].tag != "DET" or first > 1):
        first -= 1
    while last < len(tokens) and last - first < LONGEST_NAME and _goes_on(tokens, first, last):
        last += 1
    return first, last


def spoken_name(scene: Scene, voice: Voice) -> str:
    """Return the name of who speaks, with the words in capitals and the number that belong to a body's name."""
    tokens = scene.sentence.tokens
    inside = [at for at, token in enumerate(tokens) if voice.span.holds(token.span)]
    if voice.person is not None or not inside:
        return voice.name
    first, last = inside[0], inside[-1] + 1
    while first > 0 and tokens[first - 1].text[:1].isupper() and tokens[first - 1].tag != "DET":
        first -= 1
    while last < len(tokens) and (tokens[last].text[:1].isupper() or tokens[last].text.isdigit()):
        last += 1
    return words(scene, first, last)[0]


def whose(scene: Scene, cues: Cues, own: int) -> str | None:
    """Return whom "their" before a channel means, where nobody speaks: whoever the sentence names first."""
    tokens = scene.sentence.tokens
    named = (at for at in range(own) if _names_somebody(scene, cues, at) and not _oblique(tokens, at))
    at = next(named, None)
    return None if at is None else name_at(scene, cues, At(at, "relays.own_channel"))


def named_outlet(scene: Scene, cues: Cues) -> str | None:
    """Return the outlet by whose news a sentence goes: "as the agency X reported", "according to the newspaper X"."""
    tokens, lexicon = scene.sentence.tokens, scene.lexicon
    for at, token in enumerate(tokens):
        if not (token.tag == "NOUN" and lexicon["press"].has(token) and cues["media"].has(token)):
            continue
        says = lexicon["say"].any_in(tokens[max(0, at - 2) : at])
        if (says or lexicon["according"].any_in(tokens[max(0, at - 3) : at])) and (name := own_name(scene, at)):
            return name
    return None


def _has_helper(scene: Scene, verb: int) -> bool:
    """Tell whether a participle is part of an active form: "han publicado", "has posted"."""
    return any(token.lemma in {"haber", "have"} for token in scene.sentence.tokens[max(0, verb - 2) : verb])


def _names_somebody(scene: Scene, cues: Cues, at: int) -> bool:
    token = scene.sentence.tokens[at]
    if any(words.has(token) for words in scene.lexicon.platforms.values()):
        return False
    mention = scene.cast.mention_at(scene.place, at)
    if mention is not None and (mention.kind is MentionKind.NAMED or mention.rule == FORMATION):
        return True
    tables = ("bodies", "formations", "officials", "posters", "journalists", "press", "relative_person")
    return (
        token.text.startswith("@")
        or cues["media"].has(token)
        or (token.tag == "NOUN" and any(scene.lexicon[table].has(token) for table in tables))
        or (token.tag == "PROPN" and token.text[:1].isupper())
    )


def _first_noun(scene: Scene, cues: Cues, start: int, within: int) -> int | None:
    """Return the first word that can name somebody, past articles and adjectives; a verb or another noun ends it."""
    tokens = scene.sentence.tokens
    for at in range(start, min(start + within, len(tokens))):
        if _names_somebody(scene, cues, at):
            return at
        if tokens[at].tag not in {"DET", "ADJ", "ADV", "NUM", "PRON", "AUX"} and tokens[at].text not in OPENING:
            return None
    return None


def _after_by(scene: Scene, cues: Cues, start: int) -> int | None:
    tokens = scene.sentence.tokens
    for at in range(start, min(start + AGENT_WITHIN, len(tokens))):
        if tokens[at].text in {".", ";"} or is_finite(tokens[at]):
            return None
        length = scene.lexicon["by"].at(tokens, at)
        if length and (noun := _first_noun(scene, cues, at + length, AFTER_WITHIN + 1)) is not None:
            return noun
    return None


def _in_the_instrumental(scene: Scene, cues: Cues, start: int) -> int | None:
    tokens = scene.sentence.tokens
    for at in range(start, min(start + AFTER_WITHIN, len(tokens))):
        if is_verb(tokens[at]):
            return None
        if "Case=Ins" in tokens[at].features and _names_somebody(scene, cues, at):
            return at
    return None


def _subject(scene: Scene, cues: Cues, verb: int) -> int | None:
    subject = subject_at(scene.sentence, verb)
    return subject if subject is not None and _names_somebody(scene, cues, subject) else None


def _right_after(scene: Scene, cues: Cues, start: int) -> int | None:
    at = _first_noun(scene, cues, start, AFTER_WITHIN)
    if at is None:
        return None
    cases = {feature for feature in scene.sentence.tokens[at].features if feature.startswith("Case=")}
    return at if not cases or "Case=Nom" in cases else None


def _nearest_before(scene: Scene, cues: Cues, first: int) -> int | None:
    tokens = scene.sentence.tokens
    quoted = {at for opened, closed in quotes(tokens) for at in range(max(0, opened), closed + 1)}
    for at in range(first - 1, max(-1, first - 1 - BEFORE_WITHIN), -1):
        if at in quoted:
            continue
        if is_finite(tokens[at]) and tokens[at].tag != "AUX":
            return None
        if _names_somebody(scene, cues, at) and not _oblique(tokens, at):
            return at
    return None


def _oblique(tokens: Sequence[Token], at: int) -> bool:
    cases = {feature for feature in tokens[at].features if feature.startswith("Case=")}
    before = next((token for token in reversed(tokens[:at]) if token.tag not in {"DET", "ADJ", "PROPN"}), None)
    return bool(cases and "Case=Nom" not in cases) or (before is not None and before.tag == "ADP")


def own_name(scene: Scene, at: int) -> str | None:
    """Return the name after a noun for a medium: in quotation marks, or in capitals."""
    tokens = scene.sentence.tokens
    start = at + 1
    while start < len(tokens) and _of_platform(scene, start):
        start += 1
    if start >= len(tokens):
        return None
    for opened, closed in quotes(tokens):
        if opened == start and closed - opened > 1:
            return words(scene, opened + 1, closed)[0]
    if tokens[start].text.startswith("@"):
        return tokens[start].text
    last = start
    while last < len(tokens) and last - start < LONGEST_NAME and _goes_on(tokens, start, last):
        last += 1
    return words(scene, start, last)[0] if last > start else None


def _of_platform(scene: Scene, at: int) -> bool:
    token = scene.sentence.tokens[at]
    named = any(words.has(token) for words in scene.lexicon.platforms.values())
    return named or scene.lexicon["of"].has(token) or (token.tag == "ADP" and not token.text[:1].isupper())


def _goes_on(tokens: Sequence[Token], start: int, at: int) -> bool:
    token = tokens[at]
    if token.text[:1].isupper() and token.text not in CLOSING:
        return True
    joins = token.tag in {"ADP", "DET"} and at > start and at + 1 < len(tokens)
    return joins and tokens[at + 1].text[:1].isupper()
