"""Puts a name of one word into the form in which the report has it elsewhere: "Анне" is the Анна named before."""

from collections.abc import Sequence
from dataclasses import replace

from paradero.reading.analysers.inflection import word_forms
from paradero.reading.analysers.morphology import plain_yo
from paradero.reading.analysis import NameCandidate, NameKind


def settle_lone_names(names: Sequence[NameCandidate], language: str) -> tuple[NameCandidate, ...]:
    """Return the names, each person's of one word in the nominative that a fuller or surer name of the report has."""
    known = {
        word.lower()
        for name in names
        if _is_person(name) and " " in name.nominative
        for word in name.nominative.split()
    }
    known |= {name.nominative.lower() for name in names if _is_person(name) and name.rule.endswith("given")}
    return tuple(_settled(name, known, language) for name in names)


def _is_person(name: NameCandidate) -> bool:
    return name.kind is NameKind.PERSON


def _settled(name: NameCandidate, known: set[str], language: str) -> NameCandidate:
    word = name.nominative
    if not _is_person(name) or " " in word or word.lower() in known:
        return name
    written = {form for form in word_forms(word, language) if form.nominative in known and form.weight >= LEAST}
    best = max(written, key=lambda form: form.weight, default=None)
    if best is None:
        return name
    return replace(
        name, nominative=plain_yo(best.nominative).capitalize(), sex=best.sex, rule="names.elsewhere-in-full"
    )


LEAST = 0.3
"""The least trust in a reading of a word for it to be taken for the name of another mention."""
