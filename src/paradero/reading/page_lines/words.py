"""Words that pages say around a report, by what they serve: menus, sharing, cookies, credits, other news."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache

from paradero.terms.resources import resource

FILE = "reading/page_words.toml"
SHORTEST = 3
"""Letters of the shortest beginning that may stand for many words."""


@lru_cache(maxsize=1)
def _tables() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return whole words and beginnings of words, each with the table it is in; a word is in the first that has it."""
    whole: dict[str, str] = {}
    begun: dict[str, str] = {}
    for name, words in tomllib.loads(resource(FILE).read_text(encoding="utf-8")).items():
        for word in words.split():
            (begun if word.endswith("*") else whole).setdefault(word.rstrip("*"), name)
    return whole, begun


@lru_cache(maxsize=1)
def kinds() -> tuple[str, ...]:
    """Return the names of the tables."""
    whole, begun = _tables()
    return tuple(dict.fromkeys((*whole.values(), *begun.values())))


@lru_cache(maxsize=50_000)
def kind_of(word: str) -> str | None:
    """Return what a word in small letters serves on a page, or none.

    >>> kind_of("cookies"), kind_of("suscríbase"), kind_of("prisionero")
    ('cookie', 'subscribe', None)
    """
    whole, begun = _tables()
    if (found := whole.get(word)) is not None:
        return found
    return next((begun[word[:end]] for end in range(len(word), SHORTEST - 1, -1) if word[:end] in begun), None)
