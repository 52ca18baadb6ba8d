"""Who filmed, posted, forwarded or translated what a report shows or tells, as its words say."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from paradero.reading.grammar import negated
from paradero.reading.persons.mentions import FORMATION
from paradero.reading.persons.scenes import Scene
from paradero.reading.sayings.chains import Telling
from paradero.reading.sayings.publishers import platforms_in
from paradero.reading.sayings.relay_names import by_whom, name_at, named_outlet, spoken_name, whose
from paradero.reading.sayings.speakers import Voice
from paradero.reading.words import Words
from paradero.terms.edges import EdgeKind, Relay
from paradero.terms.fold import fold
from paradero.terms.resources import resource
from paradero.terms.spans import Span

MOST = 40
"""Of one report; a page that names more has said who posted what long before."""
OWN_WITHIN = 3
"""Words from "their" to "channels"."""

KINDS = (EdgeKind.FILMED, EdgeKind.TRANSLATED, EdgeKind.FORWARDED, EdgeKind.REPOSTED, EdgeKind.POSTED)


@lru_cache(maxsize=8)
def relay_cues(language: str) -> Mapping[str, Words]:
    """Return the tables of a language, read once."""
    table = tomllib.loads(resource("reading/relayed.toml").read_text(encoding="utf-8"))
    return {name: Words(tuple(entries)) for name, entries in table.get(language, {}).items()}


def relays(each: Sequence[Telling]) -> tuple[Relay, ...]:
    """Return what the sentences of a report say of it, each once, in order; the first forty at most."""
    found: dict[tuple[EdgeKind, str, str | None], Relay] = {}
    for relay in (relay for telling in each for relay in _Sentence.of(telling).relays()):
        found.setdefault((relay.kind, fold(relay.by or ""), relay.platform), relay)
    named = {(relay.kind, relay.platform) for relay in found.values() if relay.by}
    told = (relay for relay in found.values() if relay.by or (relay.kind, relay.platform) not in named)
    return tuple(islice(told, MOST))


def _beside(scene: Scene) -> Iterator[tuple[str, Span]]:
    """Yield the platforms that stand right before a channel, or in one word with it: "her Telegram channel"."""
    tokens = scene.sentence.tokens
    channel = relay_cues(scene.lexicon.language)["channel"]
    for name, table in scene.lexicon.platforms.items():
        for first, last in table.hits(tokens):
            if channel.any_in(tokens[first : last + 1]):
                yield name, Span(tokens[first].span.start, tokens[last - 1].span.end)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence with what is asked of it over and over."""

    telling: Telling
    scene: Scene
    cues: Mapping[str, Words]
    platforms: tuple[tuple[str, Span], ...]

    @classmethod
    def of(cls, telling: Telling) -> "_Sentence":
        scene = telling.scene
        return cls(telling, scene, relay_cues(scene.lexicon.language), platforms_in(scene) or tuple(_beside(scene)))

    def relays(self) -> Iterator[Relay]:
        """Yield what the sentence says, the surest way of saying it first."""
        own = list(self._in_own_channel())
        yield from own
        yield from self._done(posted=not own)
        if not own:
            yield from self._said_there()
        yield from self._outlet()

    def _done(self, *, posted: bool) -> Iterator[Relay]:
        """Yield what a verb of filming, posting or passing on says, with who did it."""
        tokens = self.scene.sentence.tokens
        taken: set[int] = set()
        for kind in KINDS:
            if kind is EdgeKind.POSTED and not posted:
                continue
            for first, last in self.cues[kind.value].hits(tokens):
                if taken & set(range(first, last)) or negated(self.scene.sentence, first, self.scene.lexicon):
                    continue
                taken |= set(range(first, last))
                yield from self._of_verb(kind, first, last)

    def _of_verb(self, kind: EdgeKind, first: int, last: int) -> Iterator[Relay]:
        at = by_whom(self.scene, self.cues, first, last)
        name = name_at(self.scene, self.cues, at) if at else None
        channel = at is not None and self.cues["media"].has(self.scene.sentence.tokens[at.place])
        if not (self.platforms or channel or self.cues["matter"].any_in(self.scene.sentence.tokens)):
            return
        if name is None and (kind is not EdgeKind.POSTED or not self.platforms):
            return
        rule = at.rule if at and name else "relays.platform"
        yield self._relay(kind, name, rule, sure=rule != "relays.nearest")

    def _said_there(self) -> Iterator[Relay]:
        """Yield who says something in a message or channel of a platform: whoever says it there has posted it."""
        posts = self.cues["posted"].any_in(self.scene.sentence.tokens)
        voice = self._voice()
        if voice is None or posts or not self.platforms:
            return
        yield self._relay(EdgeKind.POSTED, spoken_name(self.scene, voice), "relays.said_there")

    def _in_own_channel(self) -> Iterator[Relay]:
        """Yield whose channel it is: "in their channels" means the formations named before, else who speaks."""
        place = self._own_channel()
        if place is None or not self._tells():
            return
        named = [m for m in self.scene.mentions if m.rule == FORMATION and m.last <= place]
        if named:
            yield from (self._relay(EdgeKind.POSTED, m.label, "relays.own_channel") for m in named)
            return
        if self.cues["posted"].any_in(self.scene.sentence.tokens):
            return
        voice = self._voice()
        if name := spoken_name(self.scene, voice) if voice else whose(self.scene, self.cues, place):
            yield self._relay(EdgeKind.POSTED, name, "relays.own_channel", sure=voice is not None)

    def _voice(self) -> Voice | None:
        return next((voice for voice in self.telling.voices if voice.rule != "speakers.remembered"), None)

    def _own_channel(self) -> int | None:
        tokens, lexicon = self.scene.sentence.tokens, self.scene.lexicon
        for at in self._every():
            near = tokens[at + 1 : at + 1 + OWN_WITHIN]
            channel = any(tables.any_in(near) for tables in (lexicon["channels"], self.cues["channel"]))
            if self.cues["own"].has(tokens[at]) and channel:
                return at
        return None

    def _tells(self) -> bool:
        tokens = self.scene.sentence.tokens
        return (
            bool(self.telling.voices) or self.scene.lexicon["say"].any_in(tokens) or self.cues["posted"].any_in(tokens)
        )

    def _outlet(self) -> Iterator[Relay]:
        """Yield the outlet by whose news the sentence goes."""
        if name := named_outlet(self.scene, self.cues):
            yield self._relay(EdgeKind.REPORTED, name, "relays.outlet")

    def _relay(self, kind: EdgeKind, by: str | None, rule: str, *, sure: bool = True) -> Relay:
        doubted = self.scene.lexicon["doubted"].any_in(self.scene.sentence.tokens)
        return Relay(
            kind=kind,
            by=by,
            platform=self.platforms[0][0] if self.platforms and kind is not EdgeKind.FILMED else None,
            sure=sure and not doubted,
            words=self.scene.sentence.span,
            rule=rule,
        )

    def _every(self) -> range:
        return range(len(self.scene.sentence.tokens))
