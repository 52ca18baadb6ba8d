"""Shares one family name in the plural between those who bear it: "Максим і Артем Лисогори"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from paradero.reading.analysers.inflection import nominative
from paradero.reading.analysers.morphology import parses
from paradero.reading.analysers.name_words import is_given
from paradero.reading.analysis import NameCandidate, NameKind

_AND = re.compile(r"\s+(?:и|і|й|та)\s+")
_PLURAL = re.compile(r"(?P<stem>.{3,}?)(?P<ending>ы|и|і|ов|ів|ам|ами|ах|ых|ым|ыми|их|им|ими)$")
_RESTORED = {"нк": "нко"}


def share_family_name(text: str, names: Sequence[NameCandidate], language: str) -> tuple[NameCandidate, ...]:
    """Return the names with the shared family name put to each of two given names, in the singular."""
    changed = {id(old): new for first, second in pairwise(names) for old, new in _pair(text, first, second, language)}
    return tuple(changed.get(id(name), name) for name in names)


def _pair(
    text: str, first: NameCandidate, second: NameCandidate, language: str
) -> Iterator[tuple[NameCandidate, NameCandidate]]:
    given, _, family = second.span.of(text).partition(" ")
    both = first.kind is NameKind.PERSON and second.kind is NameKind.PERSON
    between = text[first.span.end : second.span.start]
    if not (both and family and is_given(given, language) and _AND.fullmatch(between)):
        return
    if " " in first.nominative or not is_given(first.span.of(text), language):
        return
    shared = singular(family, language)
    if shared is None:
        return
    second_given, sex = nominative(given, language)
    yield first, replace(first, nominative=f"{first.nominative} {shared}", rule="names.shared-family")
    yield second, replace(second, nominative=f"{second_given} {shared}", sex=sex, rule="names.shared-family")


def singular(family: str, language: str) -> str | None:
    """Return a man's family name from its plural, or `None` where the word is no plural.

    >>> singular("Лисогоры", "ru"), singular("Дорошенковы", "ru"), singular("Хоменки", "uk"), singular("Лисогор", "uk")
    ('Лисогор', 'Дорошенков', 'Хоменко', None)
    """
    for parse in parses(family, language):
        if {"Surn", "plur"} <= parse.tag.grammemes and "Fixd" not in parse.tag.grammemes:
            one = parse.inflect({"sing", "masc", "nomn"}) or parse.inflect({"sing", "nomn"})
            if one is not None:
                return str(one.word).capitalize()
    if any(
        parse.is_known and "sing" in parse.tag.grammemes and "Surn" in parse.tag.grammemes
        for parse in parses(family, language)
    ):
        return None
    plural = _PLURAL.fullmatch(family)
    if plural is None or family.lower().endswith(("ов", "ів")):
        return None
    stem = plural["stem"]
    return stem + "о" if stem.endswith(tuple(_RESTORED)) else stem
