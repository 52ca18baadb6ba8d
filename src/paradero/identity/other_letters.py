"""Letters that the tables of sounds do not have, in letters that they have: other scripts, and marks that tell a sound.

The search and the full comparison both read what stands here, so that a name is the same to both.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache

import numpy as np

from paradero.identity.written_shorter import as_meant, fathers_as_turkic, phrase_ends
from paradero.terms.resources import resource

_SCRIPTS = r"\u0531-\u0587\u10d0-\u10ff\u1c90-\u1cbf"
_OTHER_SCRIPT = re.compile(f"[{_SCRIPTS}]")
_WORD = re.compile(f"[{_SCRIPTS}]+")
_TURNED = "‘ʻ"
_STRAIGHT = "'’ʼ`´"
_ANY = re.compile(f"[{_SCRIPTS}{_TURNED}{_STRAIGHT}æəÆƏёЁI1]")
_ANY_OR_SHORTER = re.compile(f"[{_SCRIPTS}{_TURNED}{_STRAIGHT}æəÆƏёЁI1-]")
"""What `as_meant` and `known_letters` look for, but for a father's phrase."""
_UZBEK_O = re.compile(rf"([Oo])(?:[{_TURNED}]|[{_STRAIGHT}](?=[a-z]))")
"""Uzbek oʻ, however its mark is typed; before a capital a plain apostrophe is an Irish one: O'Brien."""
_IN_CYRILLIC = re.compile(r"(?<=[\u0400-\u04ff])[æəÆƏ]|[æəÆƏ](?=[\u0400-\u04ff])")
_ROUNDED = str.maketrans("ёЁ", "өӨ")
_TWINS = str.maketrans("æəÆƏ", "ӕәӔӘ")
_LETTERS = re.compile(r"\w+")
_CLAN = ("ланы", "лары")
"""How a Karachay or Balkar family ends, whose ё is an ö: Ёзденланы."""


@cache
def _tables() -> dict[str, dict[str, str]]:
    return tomllib.loads(resource("names/other_scripts.toml").read_text(encoding="utf-8"))


@cache
def _letters() -> tuple[re.Pattern[str], dict[str, str]]:
    rows = {**_tables()["georgian"], **_tables()["armenian"]}
    return re.compile("|".join(map(re.escape, sorted(rows, key=len, reverse=True)))), rows


def _in_latin(word: re.Match[str]) -> str:
    pattern, rows = _letters()
    latin = pattern.sub(lambda part: rows[part[0]], f"^{word[0].lower()}$").strip("^$")
    return (_tables()["initials"].get(latin, latin) if len(word[0]) == 1 else latin).capitalize()


def in_known_script(text: str) -> str:
    """Return a text with its Georgian and Armenian words in Latin letters.

    >>> in_known_script("ლევან ქურდოვანიძე"), in_known_script("Հովհաննես Ղարիբջանյան")
    ('Levan Kurdovanidze', 'Hovhannes Gharibjanyan')
    """
    return _WORD.sub(_in_latin, text) if _OTHER_SCRIPT.search(text) else text


def known_letters(text: str) -> str:
    """Return a text in letters that stand for sounds: known scripts, Uzbek oʻ as ŏ, twins of Cyrillic letters as such.

    >>> known_letters("O‘tkir Rahmon o'g'li"), known_letters("O'Brien"), known_letters("Ёзденланы Хуыгатæ")
    ("Ŏtkir Rahmon ŏg'li", "O'Brien", 'Өзденланы Хуыгатӕ')
    """
    if not _ANY.search(text):
        return fathers_as_turkic(text)
    text = fathers_as_turkic(in_known_script(as_meant(text)))
    text = _UZBEK_O.sub(lambda found: "ŏ" if found[1] == "o" else "Ŏ", text)
    text = _IN_CYRILLIC.sub(lambda found: found[0].translate(_TWINS), text)
    folded = text.lower()
    if "ё" in folded and any(ending in folded for ending in _CLAN):
        return _LETTERS.sub(_rounded, text)
    return text


def _rounded(word: re.Match[str]) -> str:
    return word[0].translate(_ROUNDED) if word[0].lower().endswith(_CLAN) else word[0]


def all_in_known_letters(texts: Sequence[str]) -> list[str]:
    """Return texts as they are meant, each in letters that stand for sounds; line breaks as spaces.

    Most names need nothing, so that they are looked through together, which takes less than half the time.
    """
    read = [text.replace("\n", " ") for text in texts]
    together, ends = "\n".join(read), np.cumsum([len(text) + 1 for text in read])
    found = [place.start() for wanted in (_ANY_OR_SHORTER, phrase_ends()) for place in wanted.finditer(together)]
    for row in np.unique(np.searchsorted(ends, found, side="right")).tolist():
        read[row] = known_letters(as_meant(read[row]))
    return read
