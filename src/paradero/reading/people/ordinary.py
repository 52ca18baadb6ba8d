"""Which words a language's dictionary knows as ordinary ones: a capital on them may only begin a sentence."""

from functools import cache, lru_cache
from importlib import import_module
from typing import Any

from paradero.reading.analysers.morphology import NAME_MARKS, parses

BY_FORMS = frozenset({"ru", "uk"})


@lru_cache(maxsize=50_000)
def ordinary(word: str, language: str) -> bool:
    """Tell whether a word is in the dictionary as something else than a name.

    >>> ordinary("Сусід", "uk"), ordinary("Оксана", "uk")
    (True, False)
    """
    small = word.casefold()
    if language in BY_FORMS:
        return any(parse.is_known and not parse.tag.grammemes & NAME_MARKS for parse in parses(small, language)[:1])
    return small in _dictionary(language)


@cache
def _dictionary(language: str) -> frozenset[str]:
    """Return the words that the lemmatiser of a spaCy pipeline knows."""
    lemmatiser: Any = import_module(f"paradero.reading.analysers.{language}").pipeline().get_pipe("lemmatizer")
    tables = lemmatiser.lookups.get_table("lemma_index")
    return frozenset(word for words in tables.values() for word in words)
