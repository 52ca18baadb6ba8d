"""Texts in which words may be missed for how they are written: chats without capitals, broken letters, scans."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache

from paradero.terms.resources import resource

SHOUTED = 0.7
"""From this share of capitals among the letters on, capitals say nothing."""
BROKEN = re.compile(r"[ÐÑ][\u0080-\u02ff‚-™ŒœŽžŸƒ]|[ÂÃ][\u0080-¿‚-™ŒœŽžŸƒ]|\ufffd")
"""Two letters for one where UTF-8 was taken for a western code page, or the sign for a letter that was lost."""
WESTERN_WORD = re.compile(r"[À-ÿ]{3,}")
"""Such words are none of any language that is read: Cyrillic of one byte a letter, taken for western letters."""
BROKEN_FROM, WESTERN_FROM = 0.02, 0.4
"""Share of the letters from which a text counts as broken."""
SCANNED_WORD = re.compile(r"\b(?=\w*[^\W\d_])(?=\w*\d)\w{3,}\b")
ORDINAL = re.compile(
    r"\d+(?:st|nd|rd|th|s|h|km|kg|m|am|pm|й|го|му|м|я|е|ий|та|ти|х|г|ч|ші)|[A-Za-zА-Яа-яІЇЄ]{1,3}\d+\w?", re.IGNORECASE
)
"""Figures with the letters that belong to them, and names of weapons and roads."""
SCANNED_FROM = 0.06
"""Share of the words from which figures inside them are a scanner's."""
WORD = re.compile(r"\w+")
LATIN_FROM, LATIN_WORDS = 0.12, 4
"""Share and number of such words from which a text in Latin letters counts as Russian or Ukrainian."""


def loose_writing(text: str) -> tuple[str, ...]:
    """Return sentences that say why names and words may have been missed; none where the writing is as usual.

    >>> loose_writing("кто знает где руслан")
    ('The text has no capital letters; names in it may have been missed.',)
    """
    letters = [letter for letter in text if letter.isalpha()]
    if not letters:
        return ("The text has no words to read.",)
    told = (_broken(text, len(letters)), _in_latin_letters(text), _scanned(text), _capitals(letters))
    return tuple(reason for reason in told if reason)


def _capitals(letters: list[str]) -> str | None:
    capitals = sum(letter.isupper() for letter in letters)
    if capitals == 0:
        return "The text has no capital letters; names in it may have been missed."
    if capitals > SHOUTED * len(letters):
        return "The text is written in capitals; names in it may have been missed."
    return None


def _broken(text: str, letters: int) -> str | None:
    """Tell of letters that were decoded with the wrong code page before they came here."""
    western = sum(map(len, WESTERN_WORD.findall(text)))
    if len(BROKEN.findall(text)) < BROKEN_FROM * letters and western < WESTERN_FROM * letters:
        return None
    return "Letters of the text are broken, as by a wrong encoding; ask for the page itself or its file."


def _in_latin_letters(text: str) -> str | None:
    words = [word.casefold() for word in WORD.findall(text)]
    for language, known in _latin_words().items():
        met = sum(word in known for word in words)
        if met >= LATIN_WORDS and met >= LATIN_FROM * len(words):
            return f"The text seems to be {language} in Latin letters; a person has to read it."
    return None


@cache
def _latin_words() -> Mapping[str, frozenset[str]]:
    table = tomllib.loads(resource("reading/latin_letters.toml").read_text(encoding="utf-8"))
    return {language: frozenset(words) for language, words in table.items()}


def _scanned(text: str) -> str | None:
    words = WORD.findall(text)
    odd = [word for word in SCANNED_WORD.findall(text) if not ORDINAL.fullmatch(word)]
    if len(odd) < max(3, SCANNED_FROM * len(words)):
        return None
    return "Words of the text have figures inside them, as badly recognised scans do; names in it may have been missed."
