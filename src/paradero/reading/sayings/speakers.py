"""Who speaks in a sentence: "according to", verbs of speech, and the speaker remembered where none is said."""

from dataclasses import dataclass

from paradero.reading.analysis import Token
from paradero.reading.gazetteer import lookup
from paradero.reading.grammar import QUOTE, SUBJECT, is_finite, is_verb, subject_at
from paradero.reading.persons.people import Person
from paradero.reading.persons.phrases import phrase_at, words
from paradero.reading.persons.scenes import Scene
from paradero.terms.account import MentionKind, Role
from paradero.terms.claims import Hedge, Speaker
from paradero.terms.person import Sex
from paradero.terms.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Voice:
    """Somebody who says something, in one sentence."""

    name: str
    span: Span
    rule: str
    person: Person | None = None
    body: Speaker | None = None
    """What kind of link an authority or organisation is; `None` for a single person."""
    hedge: Hedge = Hedge.NONE


@dataclass(slots=True)
class Memory:
    """Who spoke or acted last, for the sentences that leave the subject out."""

    voice: Voice | None = None


def voices(scene: Scene, memory: Memory) -> list[Voice]:
    """Return who speaks in the sentence, the innermost first, and remember them for the next."""
    found = [*_according(scene, memory), *_saying(scene, memory)]
    if not found and memory.voice is not None and _only_quote(scene):
        found = [_again(memory.voice, scene.sentence.span, "speakers.quote_goes_on")]
    unique = {voice.name: voice for voice in reversed(found)}
    found = list(unique.values())[::-1]
    if found:
        memory.voice = found[0]
    elif (subject := _subject_person(scene)) is not None:
        memory.voice = subject
    return found


def voice_at(scene: Scene, at: int, rule: str, *, hedge: Hedge = Hedge.NONE) -> Voice | None:
    """Return the voice whose phrase holds the word, or `None` where the word names nobody who can speak."""
    tokens = scene.sentence.tokens
    mention = scene.cast.mention_at(scene.place, at)
    if mention is not None and mention.kind is not MentionKind.GROUP:
        person = scene.cast.who(mention)
        name = person.label if mention.kind is MentionKind.NAMED else mention.label
        if mention.kind is MentionKind.UNNAMED and person.kind is MentionKind.NAMED:
            name = person.label
        return Voice(name=name, span=mention.span, rule=rule, person=person, hedge=hedge)
    if not _can_speak(scene, tokens[at]):
        return None
    name, span = words(scene, *phrase_at(scene, at))
    group = scene.cast.who(mention) if mention is not None else None
    return Voice(name=name, span=span, rule=rule, person=group, body=_kind_of_body(scene, name, span), hedge=hedge)


def _kind_of_body(scene: Scene, name: str, span: Span) -> Speaker:
    tokens = [token for token in scene.sentence.tokens if span.holds(token.span)]
    if any(scene.lexicon["press"].has(token) for token in tokens):
        return Speaker.OUTLET
    country = lookup(name)[:1]
    if country and country[0].kind == "country":
        return Speaker.OFFICIAL
    office = any(scene.lexicon[table].any_in(tokens) for table in ("bodies", "officials"))
    return Speaker.OFFICIAL if office else Speaker.PERSON


def _can_speak(scene: Scene, token: Token) -> bool:
    tables = (
        "bodies",
        "officials",
        "sayers",
        "person_heads",
        "journalists",
        "experts",
        "posters",
        "group_heads",
        "formations",
        "group_nouns",
    )
    return (token.tag == "PROPN" and token.text[:1].isupper()) or any(
        scene.lexicon[table].has(token) for table in tables
    )


def _according(scene: Scene, memory: Memory) -> list[Voice]:
    tokens = scene.sentence.tokens
    found = []
    for _, last in scene.lexicon["according"].hits(tokens):
        at = last
        while at < len(tokens) and tokens[at].tag in {"DET", "NUM", "ADJ"} and tokens[at].text.islower():
            at += 1
        if at >= len(tokens):
            continue
        if is_verb(tokens[at]):
            found.append(_of_verb(scene, at, memory, "speakers.according_verb", hedge=Hedge.DISTANCED))
        else:
            found.append(voice_at(scene, at, "speakers.according", hedge=Hedge.DISTANCED))
    return [voice for voice in found if voice is not None]


def _saying(scene: Scene, memory: Memory) -> list[Voice]:
    tokens = scene.sentence.tokens
    after_according = {last for _, last in scene.lexicon["according"].hits(tokens)}
    found: list[Voice | None] = []
    for first, last in scene.lexicon["say"].hits(tokens):
        verb = next((at for at in range(first, last) if is_verb(tokens[at])), None)
        if (
            verb is None
            or verb in after_according
            or not _speaks(scene, verb)
            or scene.lexicon["not_say"].at(tokens, verb)
        ):
            continue
        found.append(_of_verb(scene, verb, memory, "speakers.verb"))
    return [voice for voice in found if voice is not None]


def _speaks(scene: Scene, verb: int) -> bool:
    """Tell whether the verb carries a clause: finite, or a participle with "have"."""
    token = scene.sentence.tokens[verb]
    before = scene.sentence.tokens[max(0, verb - 3) : verb]
    return (
        is_finite(token)
        or _is_by(scene, verb)
        or ("VerbForm=Part" in token.features and any(t.lemma in {"haber", "have"} for t in before))
    )


def _is_by(scene: Scene, verb: int) -> bool:
    """Tell whether who says it follows a passive: "this was confirmed by X"."""
    tokens = scene.sentence.tokens
    follows = verb + 1 < len(tokens) and scene.lexicon["by"].has(tokens[verb + 1])
    return follows and verb > 0 and "VerbForm=Part" in tokens[verb].features and tokens[verb - 1].tag == "AUX"


def _of_verb(scene: Scene, verb: int, memory: Memory, rule: str, *, hedge: Hedge = Hedge.NONE) -> Voice | None:
    """Return the subject of a verb of speech: by the parse, the words right after it, or whoever spoke last."""
    tokens = scene.sentence.tokens
    passive = _is_by(scene, verb)
    subject = None if passive else subject_at(scene.sentence, verb)
    if subject is not None and scene.lexicon["relative"].has(tokens[subject]):
        person = scene.person_at(subject)
        return _of_person(person, scene.sentence.span, rule, hedge) if person else None
    if subject is not None and tokens[subject].tag == "PRON":
        return _pronoun(scene, subject, memory, rule, hedge)
    if subject is not None and (voice := voice_at(scene, subject, rule, hedge=hedge)) is not None:
        return voice
    if (voice := _right_after(scene, verb, rule, hedge)) is not None:
        return voice
    if passive or subject is not None:
        return None
    return _opening(scene, verb, rule, hedge) or _remembered(scene, verb, memory, hedge)


def _opening(scene: Scene, verb: int, rule: str, hedge: Hedge) -> Voice | None:
    """Return the body or office the sentence opens with, where no other verb stands before this one."""
    tokens = scene.sentence.tokens
    at = next((i for i, t in enumerate(tokens[:verb]) if t.tag not in {"DET", "PUNCT", "ADV", "NUM"}), None)
    if at is None or any(is_finite(token) for token in tokens[at:verb]):
        return None
    opens = any(scene.lexicon[table].has(tokens[at]) for table in ("bodies", "officials", "press", "sayers"))
    return voice_at(scene, at, rule, hedge=hedge) if opens else None


def _right_after(scene: Scene, verb: int, rule: str, hedge: Hedge) -> Voice | None:
    """Return who stands right after the verb, as in "», dijo el portavoz"; an object with "a" is nobody's voice."""
    tokens = scene.sentence.tokens
    at = verb + 1
    at += _is_by(scene, verb)
    while at < len(tokens) and tokens[at].tag in {"DET", "ADJ", "ADV"} and at - verb < 4:  # noqa: PLR2004
        at += 1
    if at >= len(tokens) or tokens[at].tag not in {"NOUN", "PROPN"}:
        return None
    return voice_at(scene, at, rule, hedge=hedge)


def _remembered(scene: Scene, verb: int, memory: Memory, hedge: Hedge) -> Voice | None:
    if "Number=Plur" in scene.sentence.tokens[verb].features or "Person=1" in scene.sentence.tokens[verb].features:
        return None
    for at in range(verb):
        if scene.sentence.tokens[at].relation in SUBJECT:
            if scene.sentence.tokens[at].tag == "PRON":
                return _pronoun(scene, at, memory, "speakers.pronoun_before", hedge)
            if (person := scene.person_at(at)) is not None and person.kind is not MentionKind.GROUP:
                return _of_person(person, scene.sentence.tokens[at].span, "speakers.subject_before", hedge)
    if memory.voice is None:
        return None
    return _again(memory.voice, scene.sentence.tokens[verb].span, "speakers.remembered", hedge)


def _pronoun(scene: Scene, at: int, memory: Memory, rule: str, hedge: Hedge) -> Voice | None:
    """Return whom "él" or "ella" means: the last voice of that sex, else whom the text is about; others mean nobody."""
    token = scene.sentence.tokens[at]
    if "PronType=Prs" not in token.features or "Number=Plur" in token.features:
        return None
    sex = Sex.FEMALE if "Gender=Fem" in token.features else Sex.MALE
    last = memory.voice.person if memory.voice else None
    focus = scene.cast.focus.get(scene.place)
    for person in (last, focus):
        if person is not None and person.sex in (None, sex) and (person.sex is sex or person is focus):
            return _of_person(person, token.span, rule, hedge)
    return None


def _again(voice: Voice, span: Span, rule: str, hedge: Hedge = Hedge.NONE) -> Voice:
    return Voice(name=voice.name, span=span, rule=rule, person=voice.person, body=voice.body, hedge=hedge)


def _of_person(person: Person, span: Span, rule: str, hedge: Hedge) -> Voice:
    return Voice(name=person.label, span=span, rule=rule, person=person, hedge=hedge)


def _only_quote(scene: Scene) -> bool:
    """Tell whether the sentence opens with a quotation mark, so that a speech goes on."""
    return bool(QUOTE.fullmatch(scene.sentence.tokens[0].text))


def _subject_person(scene: Scene) -> Voice | None:
    """Return the person who acts in the sentence: whoever comes first before a finite verb."""
    verbs = [at for at, token in enumerate(scene.sentence.tokens) if is_finite(token)]
    for mention in scene.mentions:
        person = scene.cast.who(mention)
        if verbs and mention.first < verbs[0] and mention.kind is not MentionKind.GROUP:
            return Voice(name=person.label, span=mention.span, rule="speakers.subject", person=person)
    return None


BY_ROLE = {
    Role.CAPTIVE: Speaker.CAPTIVE,
    Role.KIN: Speaker.KIN,
    Role.OFFICIAL: Speaker.OFFICIAL,
    Role.POSTER: Speaker.POSTER,
}


def kind_of(voice: Voice) -> Speaker:
    """Return what kind of link a voice is, once roles are settled."""
    if voice.person is not None and voice.person.kind is not MentionKind.GROUP:
        return BY_ROLE.get(voice.person.role, Speaker.PERSON)
    return voice.body or Speaker.PERSON
