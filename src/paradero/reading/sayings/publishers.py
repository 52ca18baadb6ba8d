"""Who published or passed something on, and on which platform."""

from dataclasses import dataclass

from paradero.reading.grammar import is_verb, subject_at
from paradero.reading.persons.scenes import Scene
from paradero.reading.sayings.speakers import Voice, voice_at
from paradero.terms.spans import Span

AGENT_WITHIN = 14
"""Words between "publicada" and "por": "publicada en Telegram por la fiscal"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A publication told in one sentence."""

    by: Voice | None
    platforms: tuple[tuple[str, Span], ...]


def published(scene: Scene) -> Published:
    """Return who published and on which platform, as far as the sentence says."""
    by = None
    for first, last in scene.lexicon["publish"].hits(scene.sentence.tokens):
        verb = next((at for at in range(first, last) if is_verb(scene.sentence.tokens[at])), None)
        if verb is not None and by is None:
            by = _agent(scene, verb) or _doer(scene, verb)
    return Published(by=by, platforms=platforms_in(scene))


def _agent(scene: Scene, verb: int) -> Voice | None:
    """Return who stands after "by": a person or body, never a place or medium such as "por Telegram"."""
    tokens = scene.sentence.tokens
    for at in range(verb + 1, min(verb + AGENT_WITHIN, len(tokens))):
        if tokens[at].text in {".", ";"} or is_verb(tokens[at]):
            return None
        if length := scene.lexicon["by"].at(tokens, at):
            noun = at + length
            while noun < len(tokens) and tokens[noun].tag in {"DET", "ADJ", "NUM"}:
                noun += 1
            if noun < len(tokens) and not _is_platform(scene, noun):
                return voice_at(scene, noun, "publishers.agent")
            return None
    return None


def _doer(scene: Scene, verb: int) -> Voice | None:
    token = scene.sentence.tokens[verb]
    if "VerbForm=Part" in token.features:
        return None
    subject = subject_at(scene.sentence, verb)
    if subject is None:
        return None
    person = scene.person_at(subject)
    if person is not None and scene.lexicon["relative"].has(scene.sentence.tokens[subject]):
        return Voice(
            name=person.label, span=scene.sentence.tokens[verb].span, rule="publishers.relative", person=person
        )
    return voice_at(scene, subject, "publishers.subject") if _can_publish(scene, subject) else None


def _can_publish(scene: Scene, at: int) -> bool:
    token = scene.sentence.tokens[at]
    tables = ("bodies", "posters", "journalists", "officials", "press")
    return scene.person_at(at) is not None or token.tag == "PROPN" or any(scene.lexicon[t].has(token) for t in tables)


def _is_platform(scene: Scene, at: int) -> bool:
    return any(words.at(scene.sentence.tokens, at) for words in scene.lexicon.platforms.values())


def platforms_in(scene: Scene) -> tuple[tuple[str, Span], ...]:
    """Return the platforms that something was published on, in order: "en X", "en su canal de Telegram"."""
    tokens = scene.sentence.tokens
    found = []
    for name, table in scene.lexicon.platforms.items():
        for first, last in table.hits(tokens):
            before = tokens[max(0, first - 1) : first]
            channel = tokens[max(0, first - 4) : first]
            if any(scene.lexicon["via"].has(t) for t in before) or scene.lexicon["channels"].any_in(channel):
                found.append((name, Span(tokens[first].span.start, tokens[last - 1].span.end)))
    return tuple(sorted(found, key=lambda platform: platform[1]))
