"""How names are folded so that a search finds them: by letter, and across Latin and Cyrillic."""

import re
import unicodedata
from collections.abc import Iterator

LONGEST = 200

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "h", "д": "d", "е": "e", "є": "e", "ж": "s", "з": "s", "и": "i",
    "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
    "т": "t", "у": "u", "ў": "u", "ф": "f", "х": "h", "ц": "s", "ч": "s", "ш": "s", "щ": "s", "ъ": "", "ы": "i",
    "ь": "", "э": "e", "ю": "u", "я": "a",
}  # fmt: skip
"""Coarser than any romanisation, so that all of them meet: every hissing sound is s, every h, g and kh is h."""

_LATIN = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        ("shch|schtsch|stsch|tsch|tch|sch|ch|sh|zh|ts|tz|cz|sz", "s"),
        ("kh|g", "h"),
        ("x", "ks"),
        ("[iyj]+(?=[aeou])", ""),
        ("[yj]", "i"),
        ("ou|oo", "u"),
        ("ck|q|c", "k"),
        ("w", "v"),
        ("z", "s"),
        ("h", ""),
        (r"(.)\1+", r"\1"),
    )
)
"""In this order, on Latin letters without accents. The Spanish j for х is met by leaving h out altogether."""


def fold(text: str) -> str:
    """Return a name in small letters without accents or marks, its words one space apart.

    >>> fold("Lucía  ARBELÁEZ-Pérez")
    'lucia arbelaez perez'
    """
    spaced = re.sub(r"[-\s,]+", " ", unicodedata.normalize("NFKD", text.casefold()))
    return "".join(letter for letter in spaced if letter.isalnum() or letter == " ").strip()


def neutral(text: str) -> str:
    """Return a name's coarse form that its Cyrillic and Latin spellings share.

    >>> neutral("Дорошенков Руслан") == neutral("Doroschenkow, Ruslan") == neutral("Doroshenkov Ruslan")
    True
    """
    return " ".join(_neutral_word(word) for word in fold(text).split())


def name_keys(name: str) -> Iterator[tuple[str, str]]:
    """Yield a name folded and neutral, from each of its words on, so that the start of any word finds it."""
    words = fold(name).split()
    for start in range(len(words)):
        rest = " ".join(words[start:])
        yield rest[:LONGEST], neutral(rest)[:LONGEST]


def _neutral_word(word: str) -> str:
    latin = "".join(_CYRILLIC.get(letter, letter) for letter in word)
    for pattern, letters in _LATIN:
        latin = pattern.sub(letters, latin)
    return latin
