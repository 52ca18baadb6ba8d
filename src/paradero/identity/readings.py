"""How a written name token may sound, under each spelling practice it could have been written by.

A token becomes a few readings: strings over a small alphabet of sounds in which "Хоменко", "Jomenko", "Khomenko" and
"Chomenko" meet. The practices are tables in `resources/names/conventions.toml`.
"""

import re
import tomllib
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import Any

from paradero.terms.resources import resource

_TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|['’ʼ`´ʹʺ”″\u0300-\u036f])*")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_MARKS = str.maketrans("", "", "'’ʼ`´ʹʺ”″")
MOST_LETTERS = 40
MOST_WORDS = 12
"""No name is longer; what stands after it is not read, so that no text can hold the desk up."""
Rules = Callable[[str], str]


def written_words(text: str) -> tuple[str, ...]:
    """Return the words of a name in order, as written; hyphens part words, apostrophes stay inside them.

    >>> written_words("Дорошенков, Руслан")
    ('Дорошенков', 'Руслан')
    """
    return tuple(word[:MOST_LETTERS] for word in _TOKEN.findall(unicodedata.normalize("NFC", text))[:MOST_WORDS])


def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a name in order, in lower case.

    >>> tokens("DOROSHENKOV Ruslan")
    ('doroshenkov', 'ruslan')
    """
    return tuple(word.lower() for word in written_words(text))


def is_cyrillic(token: str) -> bool:
    """Tell whether a token is written in Cyrillic letters."""
    return _CYRILLIC.search(token) is not None


@cache
def _conventions() -> dict[str, Any]:
    return tomllib.loads(resource("names/conventions.toml").read_text(encoding="utf-8"))


def _rewriter(rules: Mapping[str, str]) -> Rules:
    """Return a rewriting of whole texts: patterns first, longest first, then the single letters that are left."""
    singles: dict[int, str] = {ord(key): code for key, code in rules.items() if len(key) == 1}
    several = {key: code for key, code in rules.items() if len(key) > 1}
    # Of two patterns of one length the one that asks for something around it is tried first.
    ordered = sorted(several, key=lambda key: (-len(re.sub(r"\(\?.*?\)|\$", "", key)), key.isalpha()))
    # A private letter stands for what a pattern gave, so that no later rule takes it for a letter of the name.
    private = {key: chr(0xE000 + place) for place, key in enumerate(ordered)}
    table = singles | {ord(private[key]): several[key] for key in ordered}
    if not ordered:
        return lambda text: text.translate(table)
    pattern = re.compile("|".join(f"({key})" for key in ordered))
    return lambda text: pattern.sub(lambda found: private[ordered[(found.lastindex or 1) - 1]], text).translate(table)


@cache
def _latin_practices() -> tuple[Rules, ...]:
    table = _conventions()
    return tuple(_rewriter({**table["latin"], **practice}) for practice in table["practices"].values())


@cache
def _cyrillic_rules() -> tuple[Rules, Rules]:
    table = _conventions()
    return _rewriter(table["cyrillic"]), _rewriter(table["belarusian"])


@cache
def _skeleton_table() -> dict[int, str]:
    return str.maketrans(_conventions()["skeleton"])


_DOUBLED = re.compile(r"(.)\1+")
_IOTATED = re.compile(r"i+(?=[aeou])")
_NOT_SOUND = re.compile(r"[^a-zCSZ]+")


def _settle(code: str) -> str:
    code = _DOUBLED.sub(r"\1", _NOT_SOUND.sub("", code))
    return _DOUBLED.sub(r"\1", _IOTATED.sub("", code))


def _plain_latin(token: str) -> str:
    known = _conventions()["latin"]
    return "".join(
        letter if letter in known else unicodedata.normalize("NFD", letter)[0] for letter in token.translate(_MARKS)
    )


def _latin(token: str) -> list[str]:
    plain = _plain_latin(token)
    return [_settle(code) for code in dict.fromkeys(practice(plain) for practice in _latin_practices())]


def _cyrillic(token: str) -> list[str]:
    sounds, belarusian = _cyrillic_rules()
    plain = token.translate(_MARKS)
    found = [_settle(sounds(plain))]
    if "і" in token or "ў" in token or "дз" in token:
        found.append(_settle(sounds(belarusian(plain))))
    return found


@lru_cache(maxsize=200_000)
def readings(token: str) -> tuple[str, ...]:
    """Return how one lower-case token may sound, likeliest practice first, each once; never empty for a word.

    >>> set(readings("jomenko")) & set(readings("хоменко"))
    {'xomenko'}
    """
    found = _cyrillic(token) if is_cyrillic(token) else _latin(token)
    return tuple(dict.fromkeys(code for code in found if code))


@lru_cache(maxsize=400_000)
def skeleton(code: str) -> str:
    """Return a reading with the sounds merged that change between languages: it finds, it never decides.

    >>> skeleton("aleksandr") == skeleton("oleksandr")
    True
    """
    return _DOUBLED.sub(r"\1", code.translate(_skeleton_table()))


_MAY_BEGIN_A_VOWEL = frozenset("yji")


def first_sounds(word: str) -> frozenset[str]:
    """Return the sounds a word, or an initial, may begin with.

    >>> first_sounds("h") == {"x", "g"}, "u" in first_sounds("y"), first_sounds("юрий")
    (True, True, frozenset({'u'}))
    """
    sounds = frozenset(code[0] for code in readings(word))
    return sounds | {"a", "e", "u"} if len(word) == 1 and word in _MAY_BEGIN_A_VOWEL else sounds
