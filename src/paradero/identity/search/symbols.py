"""Symbols of names: the number that another table gives to a name however it is written ("Wright" and "Райт" are one).

Sounds and spelling practices do not tell that "Wright" is "Райт", nor that "Taylor" is "Тейлор": a table of names can.
That of the library rigour is the optional extra `[symbols]`; without it every array here is empty and costs nothing.
"""

import re
import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.metadata import version
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from paradero.identity.lexicon import COGNATE, known_names
from paradero.identity.search.cutting import cut_texts
from paradero.identity.search.grouping import starts
from paradero.identity.search.tables import Hashes, Numbers

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ‘ʻ`´][^\W\d_]+)*")
_NICKNAMES = 1 << 40
"""Numbers of nicknames stand above those of Wikidata."""


class SymbolsMissing(Exception):
    """Symbols were asked for, and what has them is not installed."""


class NameSymbols(Protocol):
    """A table of names."""

    @property
    def version(self) -> str:
        """Tell this table from any other, in a word."""

    def of(self, word: str) -> frozenset[int]:
        """Return the numbers of the names that a word in lower case may be."""


class _Rigour:
    """The table of rigour: names of Wikidata, and English nicknames."""

    def __init__(self) -> None:
        try:
            from rigour.names import NameTypeTag, analyze_names  # noqa: PLC0415  # an extra
        except ImportError as fault:
            raise SymbolsMissing(
                "Symbols of names need the extra [symbols]: pip install 'paradero[symbols]'. Where rigour's PyICU has "
                "no wheel it is compiled, which needs a C++ compiler and ICU's headers (Debian: g++, libicu-dev)."
            ) from fault
        self.version = f"rigour {version('rigour')}"
        self._analyse, self._person = analyze_names, NameTypeTag.PER

    def of(self, word: str) -> frozenset[int]:
        """Return the numbers of the names that a word may be."""
        named = self._analyse(self._person, [word], phonetics=False, numerics=False, rewrite=False)
        symbols = (span.symbol for name in named for span in name.spans)
        return frozenset(number for one in symbols if (number := _number(one.category.value, str(one.id))) is not None)


def _number(category: str, written: str) -> int | None:
    if category == "NAME" and written[1:].isdigit():
        return int(written[1:])
    return _NICKNAMES + zlib.crc32(written.encode()) if category == "NICK" else None


@cache
def rigour_symbols() -> NameSymbols:
    """Return the symbols of rigour.

    Raises:
        SymbolsMissing: If the extra is not installed.
    """
    return _Rigour()


def symbols_of(word: str, table: NameSymbols) -> frozenset[int]:
    """Return what a word may be: by the table, and by what the table says of the names it is short for here.

    Our lexicon knows that "Bob" is Robert, and the table that "Robert" is "Роберт".
    """
    names = {known.canonical.lower() for known in known_names(word) if known.kind != COGNATE}
    return table.of(word).union(*(table.of(name) for name in names))


class WordSymbols(NamedTuple):
    """The symbols of words, word after word."""

    start: NDArray[np.int64]
    """Where those of each word begin; one more at the end."""
    key: NDArray[np.int64]


class HeldSymbols(NamedTuple):
    """Words by symbol."""

    key: NDArray[np.int64]
    """The different symbols, sorted."""
    start: Numbers
    """Where the words of each begin; one more at the end."""
    word: Numbers
    frequency: Numbers
    """How many names hold a word of each."""


def _spelled(texts: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Give the words of texts with their hashes: a search folds "ё" and "е", and a table of names does not."""
    folded = (unicodedata.normalize("NFC", text).lower() for text in texts)
    words = list(dict.fromkeys(word for text in folded for word in _WORD.findall(text) if len(word) > 1))
    cut = cut_texts(words)
    first = 0
    for word, last in zip(words, cut.entry_end.tolist(), strict=True):
        if last - first == 1:
            yield int(cut.hashes[first]), word
        first = last


def word_symbols(texts: Sequence[str], hashes: Hashes, table: NameSymbols | None) -> WordSymbols:
    """Return the symbols of the words of texts, which have these hashes; none without a table."""
    if table is None:
        return WordSymbols(np.zeros(len(hashes) + 1, dtype=np.int64), np.zeros(0, dtype=np.int64))
    found: dict[int, frozenset[int]] = {}
    for key, word in _spelled(texts):
        found[key] = found.get(key, frozenset()) | symbols_of(word, table)
    rows = [sorted(found.get(key, ())) for key in hashes.tolist()]
    start = np.cumsum([0, *map(len, rows)], dtype=np.int64)
    return WordSymbols(start, np.array([symbol for row in rows for symbol in row], dtype=np.int64))


def held_symbols(texts: Sequence[str], hashes: Hashes, frequency: Numbers, table: NameSymbols | None) -> HeldSymbols:
    """Return the words of texts by symbol, and how many names hold each."""
    of = word_symbols(texts, hashes, table)
    word = np.repeat(np.arange(len(hashes), dtype=np.int32), np.diff(of.start))
    key, number = np.unique(of.key, return_inverse=True)
    order = np.argsort(number, kind="stable")
    counted = np.bincount(number, weights=frequency[word], minlength=len(key)).astype(np.int32)
    return HeldSymbols(key, starts(number[order], len(key)), word[order], counted)


def count_symbols(asked: NDArray[np.int64], held: NDArray[np.int64], frequency: Numbers) -> NDArray[np.float64]:
    """Return how many names hold a word of each symbol that is asked for."""
    if not len(held):
        return np.zeros(len(asked))
    at = np.minimum(np.searchsorted(held, asked), len(held) - 1)
    return np.where(held[at] == asked, frequency[at], 0).astype(np.float64)
