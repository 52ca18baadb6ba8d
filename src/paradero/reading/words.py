"""Word patterns: how a cue table in `resources/reading` says which words count."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from paradero.reading.analysis import Token

Pattern = tuple[str, ...]

NOTHING: tuple[bool, tuple[Pattern, ...]] = (False, ())
"""What a word begins that is in no entry."""

SEEN_MAX = 20_000
"""Words a table remembers before it starts anew."""

MAX_GAP = 3
"""How many words `...` in a phrase may stand for."""


@lru_cache(maxsize=50_000)
def plain(text: str) -> str:
    """Return a word as tables hold it: small letters, ё as е."""
    return text.casefold().replace("ё", "е")


@lru_cache(maxsize=200_000)
def word_matches(pattern: str, text: str, lemma: str) -> bool:
    """Tell whether one word fits: `capturad*` by its beginning, `capturar` as form or lemma, `=su` as that form only.

    >>> word_matches("capturad*", "capturados", "capturar"), word_matches("=su", "sus", "su")
    (True, False)
    """
    if pattern.endswith("*"):
        return text.startswith(pattern[:-1]) or lemma.startswith(pattern[:-1])
    if pattern.startswith("="):
        return text == pattern[1:]
    return pattern in (text, lemma)


@dataclass(frozen=True, slots=True)
class Words:
    """A cue table: words and phrases, a phrase being words apart by spaces, where `...` is up to three words."""

    entries: tuple[str, ...] = ()
    _first: dict[str, tuple[Pattern, ...]] = field(init=False, repr=False, compare=False)
    _first_begins: tuple[Pattern, ...] = field(init=False, repr=False, compare=False)
    _exact: frozenset[str] = field(init=False, repr=False, compare=False)
    _begins: tuple[str, ...] = field(init=False, repr=False, compare=False)
    _whole: frozenset[str] = field(init=False, repr=False, compare=False)
    _seen: dict[tuple[str, str], tuple[bool, tuple[Pattern, ...]]] = field(init=False, repr=False, compare=False)
    """What each word seen so far begins: alone, and which phrases. A text repeats its words, and so do reports."""

    def __post_init__(self) -> None:
        """Sort the entries by kind, so that a word is looked up and not searched."""
        single = [plain(entry) for entry in self.entries if " " not in entry]
        phrases = sorted((tuple(plain(e).split()) for e in self.entries if " " in e), key=len, reverse=True)
        first: dict[str, tuple[Pattern, ...]] = {}
        for phrase in phrases:
            if not phrase[0].endswith("*"):
                key = phrase[0].removeprefix("=")
                first[key] = (*first.get(key, ()), phrase)
        object.__setattr__(self, "_seen", {})
        object.__setattr__(self, "_first", first)
        object.__setattr__(self, "_first_begins", tuple(phrase for phrase in phrases if phrase[0].endswith("*")))
        object.__setattr__(self, "_exact", frozenset(e for e in single if e[-1] != "*" and e[0] != "="))
        object.__setattr__(self, "_begins", tuple(e[:-1] for e in single if e[-1] == "*"))
        object.__setattr__(self, "_whole", frozenset(e[1:] for e in single if e[0] == "="))

    def __bool__(self) -> bool:
        """Tell whether there is any entry."""
        return bool(self.entries)

    def has(self, token: Token) -> bool:
        """Tell whether a single word of the table fits the token."""
        return self._begun_by(token)[0]

    def alone(self, token: Token) -> bool:
        """Tell whether a single word of the table fits the token; nothing is remembered."""
        return self._fits(token.text, token.lemma)

    def phrases(self, token: Token) -> tuple[Pattern, ...]:
        """Return the phrases of the table that may begin at the token; nothing is remembered."""
        return self._phrases(token.text, token.lemma)

    def at(self, tokens: Sequence[Token], start: int) -> int:
        """Return how many tokens from `start` an entry covers, the longest first; 0 for none."""
        alone, phrases = self._begun_by(tokens[start])
        for phrase in phrases:
            if length := phrase_length(phrase, tokens, start):
                return length
        return 1 if alone else 0

    def _begun_by(self, token: Token) -> tuple[bool, tuple[Pattern, ...]]:
        key = (token.text, token.lemma)
        if (known := self._seen.get(key)) is not None:
            return known
        if len(self._seen) > SEEN_MAX:
            self._seen.clear()
        begun = (self._fits(*key), self._phrases(*key))
        self._seen[key] = begun if begun != NOTHING else NOTHING
        return self._seen[key]

    def _fits(self, written: str, lemma: str) -> bool:
        text = plain(written)
        named = text in self._exact or lemma in self._exact or text in self._whole
        return named or (bool(self._begins) and text.startswith(self._begins))

    def _phrases(self, written: str, lemma: str) -> tuple[Pattern, ...]:
        text = plain(written)
        known = dict.fromkeys((*self._first.get(text, ()), *self._first.get(lemma, ()), *self._first_begins))
        return tuple(phrase for phrase in known if word_matches(phrase[0], text, lemma))

    def hits(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
        """Yield where an entry fits, as places of the first token and of the token after the last."""
        if not self.entries:
            return
        seen, place, end = self._seen, 0, len(tokens)
        # The most frequent question of a reading: a word that begins nothing costs one look-up.
        while place < end:
            token = tokens[place]
            known = seen.get((token.text, token.lemma)) or self._begun_by(token)
            length = 0 if known is NOTHING else self.at(tokens, place)
            if length:
                yield place, place + length
            place += length or 1

    def any_in(self, tokens: Sequence[Token]) -> bool:
        """Tell whether an entry fits anywhere."""
        return next(self.hits(tokens), None) is not None


def phrase_length(phrase: Pattern, tokens: Sequence[Token], start: int) -> int:
    """Return how many tokens the phrase covers from `start`, or 0."""
    at, skipped, may_skip = start, 0, False
    place = 0
    while place < len(phrase):
        if phrase[place] == "...":
            may_skip, skipped, place = True, 0, place + 1
            continue
        if at >= len(tokens):
            return 0
        if word_matches(phrase[place], plain(tokens[at].text), tokens[at].lemma):
            place, at, may_skip = place + 1, at + 1, False
        elif may_skip and skipped < MAX_GAP:
            skipped, at = skipped + 1, at + 1
        else:
            return 0
    return at - start


def join(tables: Iterable[Words]) -> Words:
    """Return one table with the entries of several."""
    return Words(tuple(dict.fromkeys(entry for table in tables for entry in table.entries)))
