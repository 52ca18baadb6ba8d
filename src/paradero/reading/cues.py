"""Which cue tables each word of a text is in: one look-up a word, however many tables a language has."""

import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache

from paradero.reading.analysis import Token
from paradero.reading.lexicon import Lexicon, lexicon
from paradero.reading.words import Pattern, Words, phrase_length
from paradero.terms.resources import resource

SEEN_MAX = 50_000
"""Words remembered before a table of cues starts anew."""

Begun = tuple[frozenset[str], tuple[tuple[str, Pattern], ...]]


class Cues:
    """All cue tables of a language, asked together."""

    def __init__(self, cues: Lexicon) -> None:
        """Gather the tables under the names that `of` gives back."""
        self._tables = dict(_tables(cues)) | {f"may.{name}": words for name, words in _may_tell(cues.language).items()}
        self._seen: dict[tuple[str, str], Begun] = {}

    def of(self, tokens: Sequence[Token]) -> list[set[str]]:
        """Return for each word the tables it is in, as `"captured.object"`; `"captured.object+"` inside a phrase."""
        found: list[set[str]] = [set() for _ in tokens]
        for at, token in enumerate(tokens):
            alone, phrases = self._begun_by(token)
            found[at] |= alone
            for name, phrase in phrases:
                for inside in range(at, at + phrase_length(phrase, tokens, at)):
                    found[inside].add(f"{name}+")
        return found

    def _begun_by(self, token: Token) -> Begun:
        key = (token.text, token.lemma)
        if (known := self._seen.get(key)) is None:
            if len(self._seen) > SEEN_MAX:
                self._seen.clear()
            alone = frozenset(name for name, words in self._tables.items() if words.alone(token))
            phrases = tuple((name, p) for name, words in self._tables.items() for p in words.phrases(token))
            known = self._seen[key] = (alone, phrases)
        return known


def _tables(cues: Lexicon) -> Iterator[tuple[str, Words]]:
    for status, of_status in cues.status.items():
        for part in ("object", "subject", "state", "event"):
            yield f"{status.value}.{part}", getattr(of_status, part)
    for relation, words in cues.kin.items():
        yield f"kin.{relation.value}", words
    for side, words in cues.sides.items():
        yield f"side.{side}", words
    for platform, words in cues.platforms.items():
        yield f"platform.{platform}", words
    for name, words in cues.words.items():
        yield name, words


def _may_tell(language: str) -> dict[str, Words]:
    """Return the words that tell something at times only: too loose for a rule, of use beside what else is known."""
    table = tomllib.loads(resource("reading/may_tell.toml").read_text(encoding="utf-8"))
    return {name: Words(tuple(dict.fromkeys(entries))) for name, entries in table.get(language, {}).items()}


@lru_cache(maxsize=8)
def cues(language: str) -> Cues:
    """Return the cue tables of a language, read once."""
    return Cues(lexicon(language))
