"""The numbers in a sentence as digits, whether it has digits or words: "63" and "шістдесят трьох" are one number."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from paradero.terms.resources import resource

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_THOUSANDS = re.compile(r"[.,](?=\d{3}\b)")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_APOSTROPHES = re.compile("['’ʼ]")


def numbers_of(sentence: str, language: str) -> frozenset[str]:
    """Return the numbers of a sentence; of those in words from two to 999, in es, en, ru and uk.

    >>> sorted(numbers_of("Treinta y dos de los 1.500 volvieron el 4.", "es"))
    ['1500', '32', '4']
    """
    digits = (_THOUSANDS.sub("", found.group()) for found in _NUMBER.finditer(sentence))
    return frozenset([*digits, *map(str, _in_words(sentence, language))])


def _in_words(sentence: str, language: str) -> Iterator[int]:
    words, joining = _table(language)
    if not words:
        return
    said = [_APOSTROPHES.sub("", word).lower() for word in _WORD.findall(sentence)]
    values = [None if word in joining else _value(word, language) for word in said]
    yield from _sums([value for value, word in zip(values, said, strict=True) if word not in joining])


def _sums(values: Sequence[int | None]) -> Iterator[int]:
    """Yield what stands together as one number: hundreds, tens and ones, each smaller than the place before it."""
    number, place = 0, 1000
    for value in (*values, None):
        if value is not None and number and value < place:
            number += value
        else:
            if number > 1:
                yield number
            number = value or 0
        place = 0 if not value or value < 20 else 10 if value < 100 else 100  # noqa: PLR2004 -- tens, hundreds


@lru_cache(maxsize=100_000)
def _value(word: str, language: str) -> int | None:
    words, _ = _table(language)
    return next((value for value, written in words if written.fullmatch(word)), None)


@cache
def _table(language: str) -> tuple[Sequence[tuple[int, re.Pattern[str]]], frozenset[str]]:
    """Return how each number is written, and the words that may stand between hundreds, tens and ones."""
    tables = tomllib.loads(resource("reading/gist_numbers.toml").read_text(encoding="utf-8")).get(language, {})
    words = [(int(value), re.compile(written)) for value, written in tables.get("words", {}).items()]
    return words, frozenset(tables.get("between", ()))
