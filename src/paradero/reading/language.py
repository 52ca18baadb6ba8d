"""Which language a text is in, and whether part of it is in another."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

READ = ("es", "en", "ru", "uk")
"""The languages Paradero reads."""

UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
RUSSIAN = re.compile(r"[ыэъёЫЭЪЁ]")
CYRILLIC = re.compile(r"[Ѐ-ӿ]")
LATIN = re.compile(r"[A-Za-zÀ-ɏ]")

MIXED_FROM = 0.2
"""Share of another script or language from which the reader says that a part was not read well."""

SHORT = 60
"""Letters below which the words alone are weak evidence and the declared language decides."""

OTHERS = ("pt", "fr", "it", "ca", "gl", "de", "pl", "bg", "be", "sr", "ro", "tr", "ar", "he", "nl")
"""Neighbours that the identifier may answer, so that Portuguese is not read as Spanish."""


@lru_cache(maxsize=1)
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - loads its model when first needed

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([*READ, *OTHERS])
    return cast("LanguageIdentifier", identifier)


def language_of(text: str, *, declared: str | None = None) -> str:
    """Return the ISO 639 code of the language; what was declared breaks ties and decides for a few words.

    >>> language_of("Мама, я в плену"), language_of("Мамо, я у полоні, її не чекай")
    ('ru', 'uk')
    """
    sample = text[:4000]
    cyrillic, latin = len(CYRILLIC.findall(sample)), len(LATIN.findall(sample))
    if cyrillic > latin:
        return _cyrillic(sample, declared)
    if latin == 0:
        return declared or "und"
    if latin < SHORT and declared in ("es", "en"):
        return declared
    found, probability = _identifier().classify(sample)
    sure = 0.8
    return declared if declared in READ and float(probability) < sure else str(found)


def _cyrillic(sample: str, declared: str | None) -> str:
    ukrainian, russian = len(UKRAINIAN.findall(sample)), len(RUSSIAN.findall(sample))
    if ukrainian != russian:
        return "uk" if ukrainian > russian else "ru"
    if declared in ("ru", "uk"):
        return declared
    found, _ = _identifier().classify(sample)
    return str(found) if found in ("ru", "uk") else "ru"


def other_languages(paragraphs: Sequence[str], main: str) -> str | None:
    """Return a sentence about the part in another language where it is large, else `None`."""
    letters: Counter[str] = Counter()
    for paragraph in paragraphs:
        if len(paragraph) >= SHORT:
            letters[language_of(paragraph, declared=main)] += len(paragraph)
    total = sum(letters.values())
    others = sorted(code for code, count in letters.items() if code != main and count >= MIXED_FROM * total)
    if not others:
        return None
    return f"The text is mainly in {main}; parts in {', '.join(others)} were read as {main} and may be missed."
