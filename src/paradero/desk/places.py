"""Places by the name that the page's language has for them, as far as the tables know one."""

import re
from functools import lru_cache

from babel import Locale
from django.utils.translation import get_language

from paradero.reading.lexicon import lexicon

LANGUAGES = ("es", "en", "ru", "uk")
SMALL_WORDS = frozenset({"del", "de", "на"})


def in_words(usual: str) -> str:
    """Return a place's name in the page's language; the usual one, as maps in English have it, where none is known."""
    language = (get_language() or "en").partition("-")[0]
    if language not in LANGUAGES or language == "en":
        return usual
    return _countries(language).get(usual) or _towns(language).get(usual) or usual


@lru_cache(maxsize=8)
def _countries(language: str) -> dict[str, str]:
    """Return countries by their English names; Babel's table has continents under numbers too."""
    here = Locale.parse(language).territories
    return {name: here[code] for code, name in Locale.parse("en").territories.items() if code in here}


@lru_cache(maxsize=8)
def _towns(language: str) -> dict[str, str]:
    """Return what a language calls a town, the first name of the reader's table where it has several."""
    found: dict[str, str] = {}
    for written, usual in lexicon(language).places.items():
        found.setdefault(usual, _capital(written))
    return found


def _capital(written: str) -> str:
    """Return a name with its capitals, which the reader's table does without.

    >>> _capital("ростов-на-дону"), _capital("куп'янськ"), _capital("san petersburgo")
    ('Ростов-на-Дону', "Куп'янськ", 'San Petersburgo')
    """
    return "".join(word if word in SMALL_WORDS else word.capitalize() for word in re.split(r"([ -])", written))
