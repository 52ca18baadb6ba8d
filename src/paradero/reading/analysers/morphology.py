"""Word forms of Russian and Ukrainian, from the dictionaries of pymorphy3."""

import sys
from functools import cache, lru_cache
from typing import Any

import pymorphy3
import pymorphy3.analyzer

CASES = {
    "nomn": "Nom",
    "gent": "Gen",
    "gen2": "Gen",
    "datv": "Dat",
    "accs": "Acc",
    "acc2": "Acc",
    "ablt": "Ins",
    "loct": "Loc",
    "loc2": "Loc",
    "voct": "Voc",
}
"""Cases as the dictionaries name them, to their universal names."""

NAME_MARKS = frozenset({"Name", "Surn", "Patr", "Geox"})
_TAGS = {
    "NOUN": "NOUN",
    "ADJF": "ADJ",
    "ADJS": "ADJ",
    "COMP": "ADJ",
    "VERB": "VERB",
    "INFN": "VERB",
    "PRTF": "VERB",
    "PRTS": "VERB",
    "GRND": "VERB",
    "NUMR": "NUM",
    "NUMB": "NUM",
    "ROMN": "NUM",
    "ADVB": "ADV",
    "PRED": "ADV",
    "NPRO": "PRON",
    "PREP": "ADP",
    "CONJ": "CCONJ",
    "PRCL": "PART",
    "INTJ": "INTJ",
    "PNCT": "PUNCT",
}
_FEATURES = {
    "sing": "Number=Sing",
    "plur": "Number=Plur",
    "masc": "Gender=Masc",
    "femn": "Gender=Fem",
    "neut": "Gender=Neut",
    "past": "Tense=Past",
    "pres": "Tense=Pres",
    "futr": "Tense=Fut",
    "impr": "Mood=Imp",
    "Impe": "Person=0",
    "anim": "Animacy=Anim",
    "inan": "Animacy=Inan",
    **{own: f"Case={universal}" for own, universal in CASES.items()},
}


def stand_in_for_pymorphy2() -> None:
    """Let `import pymorphy2` find pymorphy3: natasha asks for the abandoned one, and the two are the same library."""
    sys.modules.setdefault("pymorphy2", pymorphy3)
    sys.modules.setdefault("pymorphy2.analyzer", pymorphy3.analyzer)


@cache
def _dictionary(language: str) -> Any:
    return pymorphy3.MorphAnalyzer(lang=language)


@lru_cache(maxsize=50_000)
def parses(word: str, language: str) -> tuple[Any, ...]:
    """Return the dictionary's readings of one word in `"ru"` or `"uk"`, likeliest first."""
    return tuple(_dictionary(language).parse(word))


@lru_cache(maxsize=50_000)
def marks(word: str, language: str) -> frozenset[str]:
    """Return the marks of every reading of a word that the dictionary truly has; empty for a word it only guesses."""
    known = [parse for parse in parses(word, language) if parse.is_known]
    return frozenset(mark for parse in known for mark in parse.tag.grammemes)


def plain_yo(text: str) -> str:
    """Return the text with ё written as е, as most writers do."""
    return text.replace("ё", "е").replace("Ё", "Е")


def universal_tag(parse: Any) -> str:
    """Return the universal part of speech of a dictionary reading."""
    if parse.tag.grammemes & NAME_MARKS:
        return "PROPN"
    own = str(parse.tag.POS or next(iter(str(parse.tag).split(","))))
    return _TAGS.get(own, "X")


def features(parse: Any) -> frozenset[str]:
    """Return the universal features of a dictionary reading."""
    return frozenset(_FEATURES[mark] for mark in parse.tag.grammemes if mark in _FEATURES)


@lru_cache(maxsize=50_000)
def lemma(word: str, language: str, tag: str | None = None) -> str:
    """Return the dictionary form in small letters, of the reading with that universal tag where there is one.

    >>> lemma("взятого", "ru", "VERB"), lemma("Полтави", "uk")
    ('взять', 'полтава')
    """
    every = parses(word, language)
    chosen = next((parse for parse in every if tag and universal_tag(parse) == tag), every[0] if every else None)
    return plain_yo(chosen.normal_form) if chosen else plain_yo(word.lower())
