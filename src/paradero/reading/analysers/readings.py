"""Chooses among a dictionary's readings of each word in a sentence, by its neighbours, where there is no tagger."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from paradero.reading.analysers.hints import CASES_AFTER
from paradero.reading.analysers.morphology import CASES, NAME_MARKS, features, parses, plain_yo, universal_tag
from paradero.reading.lexicon import lexicon

_PARTICIPLE = frozenset({"pssv", "actv"})
_KIN = frozenset({"мати", "матері", "брати", "дружини", "дружині", "дружину", "сини", "діти"})
"""Relatives whose form is also a verb or a thing in the dictionary, and in these reports hardly ever that."""
_AND = frozenset({"і", "й", "та", "и", "або", "але", "а"})
_GENDERS = ("masc", "femn", "neut")


@dataclass(slots=True)
class Word:
    """A word with the reading chosen for it."""

    text: str
    tag: str
    lemma: str
    features: frozenset[str]
    cases: frozenset[str] = frozenset()
    """Every case that the word can be in here."""
    governed: bool = False
    """A preposition stands before its phrase."""

    @property
    def nominal(self) -> bool:
        """Whether it is a noun or a name."""
        return self.tag in {"NOUN", "PROPN"}

    @property
    def finite(self) -> bool:
        """Whether it is a verb that can carry a clause."""
        return self.tag == "VERB" and not self.features & {"VerbForm=Inf", "VerbForm=Conv", "VerbForm=Part"}

    def has(self, feature: str) -> bool:
        """Tell whether the chosen reading has a feature."""
        return feature in self.features

    def gender(self) -> str | None:
        """Return `"Plur"` or the gender that a verb in the past would agree with."""
        if self.has("Number=Plur"):
            return "Plur"
        return next((mark for mark in ("Masc", "Fem", "Neut") if self.has(f"Gender={mark}")), None)


def read(texts: Sequence[str], language: str) -> list[Word]:
    """Return the words of a sentence, each in the reading that its neighbours leave likeliest."""
    words: list[Word] = []
    governed: frozenset[str] | None = None
    for place, text in enumerate(texts):
        following = texts[place + 1] if place + 1 < len(texts) else ""
        if place and texts[place - 1].isdigit() and text.lower() in lexicon(language).months:
            governed = frozenset({"Gen"})
        word = _word(text, following, language, governed, first=place == 0)
        words.append(word)
        if word.tag == "ADP" and following[:1].isdigit():
            governed = None
        elif word.tag == "ADP":
            governed = frozenset(CASES_AFTER.get(text.lower(), CASES.values()))
        elif word.nominal or word.tag in {"VERB", "PUNCT", "PRON"}:
            governed = None
    for place, word in enumerate(words):
        if word.lemma in {"бути", "быть"} and any(_carries(after) for after in words[place + 1 : place + 4]):
            word.tag = "AUX"
    return words


def _carries(word: Word) -> bool:
    """Tell whether a helping verb before the word only helps it: "було поранено", "був узятий"."""
    return word.tag == "VERB" or "VerbForm=Part" in word.features


def _word(text: str, following: str, language: str, governed: frozenset[str] | None, *, first: bool) -> Word:
    if not text[0].isalpha():
        return Word(text, "NUM" if text[0].isdigit() else "PUNCT", text, frozenset())
    if text.lower() in CASES_AFTER or (text.islower() and any(p.tag.POS == "PREP" for p in parses(text, language))):
        return Word(text, "ADP", text.lower(), frozenset())
    if text.lower() in _AND:
        return Word(text, "CCONJ", text.lower(), frozenset())
    readings = _possible(text, language, first=first)
    if not readings:
        return Word(text, "X", text.lower(), frozenset())
    cases = {case for parse in readings if (case := _case(parse)) is not None}
    allowed = [parse for parse in readings if governed is None or _case(parse) is None or _case(parse) in governed]
    chosen = _chosen(allowed or readings, following, language)
    tag = _tag(chosen)
    return Word(
        text=text,
        tag=tag,
        lemma=plain_yo(chosen.normal_form),
        features=features(chosen) | _further(chosen),
        cases=frozenset(cases & governed if governed and cases & governed else cases),
        governed=governed is not None and tag in {"NOUN", "PROPN", "PRON"},
    )


def _possible(text: str, language: str, *, first: bool) -> list[Any]:
    """Return the readings, a capital word's as a name before all others, a small word's never as a name."""
    every = list(parses(text, language))
    named = [parse for parse in every if parse.tag.grammemes & NAME_MARKS]
    if text.lower() in _KIN or lexicon(language).relation(text.lower(), text.lower()) is not None:
        return [parse for parse in every if parse.tag.POS == "NOUN" and "anim" in parse.tag.grammemes] or every
    if text.islower() and (pronouns := [parse for parse in every if parse.tag.POS == "NPRO"]):
        return [parse for parse in every if "subord" in parse.tag.grammemes] + pronouns
    if text.islower():
        return [parse for parse in every if parse not in named] or every
    if first and any(parse.is_known for parse in every if parse not in named) and not any(p.is_known for p in named):
        return every
    return named or every


def _case(parse: Any) -> str | None:
    return next((universal for own, universal in CASES.items() if own in parse.tag.grammemes), None)


def _tag(parse: Any) -> str:
    marks = parse.tag.grammemes
    return "SCONJ" if "subord" in marks else universal_tag(parse)


def _further(parse: Any) -> frozenset[str]:
    marks = parse.tag.grammemes
    extra = set()
    if any(gender in marks for gender in _GENDERS) and "plur" not in marks:
        extra.add("Number=Sing")
    if marks & _PARTICIPLE:
        extra.add("VerbForm=Part")
    if "infn" in marks:
        extra.add("VerbForm=Inf")
    if parse.tag.POS == "GRND":
        extra.add("VerbForm=Conv")
    return frozenset(extra)


def _chosen(readings: Sequence[Any], following: str, language: str) -> Any:
    """Return the present before the future; an adjective only before a noun that it agrees with, else the noun."""
    first = readings[0]
    if first.tag.POS == "VERB":
        return next((parse for parse in readings if "pres" in parse.tag.grammemes), first)
    nouns = [parse for parse in readings if parse.tag.POS == "NOUN"]
    adjectives = [parse for parse in readings if parse.tag.POS == "ADJF"]
    if nouns and adjectives:
        agreeing = next((parse for parse in adjectives if _agrees(parse, following, language)), None)
        return agreeing or nouns[0]
    if adjectives:
        return next((parse for parse in adjectives if _agrees(parse, following, language)), first)
    return first


def _agrees(adjective: Any, following: str, language: str) -> bool:
    if not following or not following[0].isalpha():
        return False
    wanted = {mark for mark in adjective.tag.grammemes if mark in {*CASES, *_GENDERS, "plur"}}
    return any(
        wanted <= parse.tag.grammemes for parse in parses(following, language) if parse.tag.POS in {"NOUN", "ADJF"}
    )
