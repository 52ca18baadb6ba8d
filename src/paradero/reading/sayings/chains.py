"""The chain of who says so: the innermost speaker first, then who passed it on, the platform, the outlet."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from paradero.reading.persons.scenes import Scene
from paradero.reading.sayings.publishers import Published, published
from paradero.reading.sayings.speakers import Memory, Voice, kind_of, voices
from paradero.terms.account import Role
from paradero.terms.claims import Attribution, Speaker
from paradero.terms.report import Report
from paradero.terms.spans import Found

POINTS_WITHIN = 4
"""Words at the start of a sentence in which "Lo ..." takes up the sentence before."""


@dataclass(slots=True)
class Telling:
    """Who tells one sentence."""

    scene: Scene
    voices: list[Voice]
    published: Published
    later: "Telling | None" = None
    """The next sentence, where it says who told this one: "Lo dio a conocer ..."."""


@dataclass(slots=True)
class Tellings:
    """Who tells each sentence, and who published the footage the report is about."""

    each: list[Telling] = field(default_factory=list)
    footage: Telling | None = None


def tellings(scenes: Sequence[Scene]) -> Tellings:
    """Return who tells each sentence, in order."""
    memory, found = Memory(), Tellings()
    for scene in scenes:
        telling = Telling(scene, voices(scene, memory), published(scene))
        if found.each and _points_back(scene):
            found.each[-1].later = telling
        if found.footage is None and telling.published.by is not None and _about_footage(scene):
            found.footage = telling
        found.each.append(telling)
    _speeches(found.each)
    return found


SPEECH = 5
"""Sentences a quotation may run over before it names its speaker."""


def _speeches(each: Sequence[Telling]) -> None:
    """Give the sentences of one quotation the speaker named where it ends: "... . ...», dijo X"."""
    for at, telling in enumerate(each):
        if not _leaves_open(telling.scene) or any(voice.rule == "speakers.verb" for voice in telling.voices):
            continue
        for end in range(at + 1, min(at + SPEECH, len(each))):
            named = [voice for voice in each[end].voices if voice.rule in {"speakers.verb", "speakers.according"}]
            if named:
                for inside in each[at:end]:
                    inside.voices = named
            if _closes(each[end].scene):
                break


def _leaves_open(scene: Scene) -> bool:
    marks = [token.text for token in scene.sentence.tokens if token.text in OPEN | CLOSE | {'"'}]
    return bool(marks) and (marks[-1] in OPEN or (set(marks) == {'"'} and len(marks) % 2 == 1))


def _closes(scene: Scene) -> bool:
    return any(token.text in CLOSE | {'"'} for token in scene.sentence.tokens)


OPEN, CLOSE = frozenset("“«„"), frozenset("”»")


def _points_back(scene: Scene) -> bool:
    tokens = scene.sentence.tokens
    start = [*scene.lexicon["pointing"].hits(tokens[:POINTS_WITHIN])]
    if not start:
        return False
    rest = tokens[start[0][1] : start[0][1] + POINTS_WITHIN]
    return scene.lexicon["say"].any_in(rest) or scene.lexicon["publish"].any_in(rest)


def _about_footage(scene: Scene) -> bool:
    return scene.lexicon["footage"].any_in(scene.sentence.tokens)


def poster_roles(found: Tellings) -> None:
    """Give whoever published on a platform the role of poster, unless the words at the name say another."""
    for telling in found.each:
        by = telling.published.by
        if by is None or by.person is None or not telling.published.platforms:
            continue
        former = by.person.role is Role.OFFICIAL and _is_former(telling.scene, by)
        if by.person.role in {Role.MENTIONED, Role.SPEAKER} or former:
            by.person.role, by.person.role_rule = Role.POSTER, by.rule


def _is_former(scene: Scene, voice: Voice) -> bool:
    mention = next((m for m in scene.mentions if m.span == voice.span), None)
    if mention is None or mention.title is None:
        return False
    title = scene.sentence.tokens[mention.title[0] : mention.title[1]]
    return any(scene.lexicon["former"].has(token) for token in title)


def speaker_roles(found: Tellings) -> None:
    """Give a named person who speaks and is nothing else the role of speaker."""
    for voice in (voice for telling in found.each for voice in telling.voices):
        if voice.person is not None and voice.person.role is Role.MENTIONED and not voice.body:
            voice.person.role, voice.person.role_rule = Role.SPEAKER, voice.rule


def chain(telling: Telling, report: Report, footage: Telling | None) -> tuple[Attribution, ...]:
    """Return the links for what one sentence says, each name once."""
    links = [*_links(telling), *(_links(telling.later) if telling.later else ())]
    if footage is not None and footage is not telling and _from_footage(telling, links):
        links += _publication(footage)
    links += of_item(report)
    unique = {link.name.casefold(): link for link in reversed(links)}
    return tuple(reversed(unique.values()))


def _from_footage(telling: Telling, links: list[Attribution]) -> bool:
    captive = any(link.speaker is Speaker.CAPTIVE for link in links)
    return captive or (_about_footage(telling.scene) and not telling.published.by)


def _links(telling: Telling) -> list[Attribution]:
    links = [
        Attribution(
            name=voice.name, speaker=kind_of(voice), hedge=voice.hedge, found=Found(span=voice.span, rule=voice.rule)
        )
        for voice in telling.voices
    ]
    return links + _publication(telling)


def _publication(telling: Telling) -> list[Attribution]:
    """Return who published and where."""
    links = []
    if (by := telling.published.by) is not None:
        speaker = kind_of(by)
        kind = speaker if speaker in {Speaker.OFFICIAL, Speaker.OUTLET, Speaker.KIN} else Speaker.POSTER
        links.append(Attribution(name=by.name, speaker=kind, found=Found(span=by.span, rule=by.rule)))
    for name, span in telling.published.platforms:
        links.append(
            Attribution(name=name, speaker=Speaker.PLATFORM, found=Found(span=span, rule="publishers.platform"))
        )
    return links


def of_item(report: Report) -> list[Attribution]:
    """Return the links that come from the item's own data."""
    links = []
    if report.passed_on_from:
        links.append(Attribution(name=report.passed_on_from, speaker=Speaker.POSTER))
    if report.platform:
        links.append(Attribution(name=report.platform, speaker=Speaker.PLATFORM))
    if report.source:
        links.append(Attribution(name=report.source, speaker=Speaker.OUTLET))
    return links
