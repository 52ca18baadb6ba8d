"""Undoes the cases of Russian and Ukrainian names: "Руслана Дорошенкова" back to "Руслан Дорошенков"."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from typing import Any

from paradero.reading.analysers.morphology import CASES, parses
from paradero.terms.person import Sex
from paradero.terms.resources import resource

KNOWN, BY_ENDING, GUESSED, OTHER_WORD, AS_WRITTEN = 1.0, 0.8, 0.5, 0.2, 0.05
"""How far a way of reading a word of a name is trusted: the dictionary's, the declension table's, and so on down."""

COMMON_READING = 0.1
"""What the dictionary's own share of a reading adds: "Петра" is Пётр far more often than a woman called Петра."""

NOMINATIVE_BONUS = 0.06
MASCULINE_BONUS = 0.01
UNDECIDED = 0.03
"""Two readings whose scores differ by less are equally good, so the sex is not known."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way to read a word of a name."""

    nominative: str
    case: str
    sex: Sex
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """What the sentence says of a name's case and sex: the universal case or the sex to how strongly, 0 to 1."""

    cases: Mapping[str, float]
    sexes: Mapping[Sex, float]


NO_HINT = Hint(cases={}, sexes={})
_SEXES = {"masc": Sex.MALE, "femn": Sex.FEMALE}
_EVERY_CASE = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc", "Voc")


def nominative(name: str, language: str, hint: Hint = NO_HINT) -> tuple[str, Sex | None]:
    """Return a person's name in the nominative, and the sex where its form decides it.

    Args:
        name: Words of one name, in any one case.
        language: `"ru"` or `"uk"`.
        hint: What the sentence around it says; without it a name that fits the nominative is left as it is.

    >>> nominative("Дорошенкова Руслана Сергеевича", "ru")
    ('Дорошенков Руслан Сергеевич', <Sex.MALE: 'male'>)
    """
    words = re.findall(r"[^\s-]+|[\s-]+", name.strip())
    read = [word_forms(word, language) for word in words if not _is_gap(word)]
    best, sex = _agreement(read, hint)
    if best is None:
        return name, None
    forms = iter(best)
    restored = [word if _is_gap(word) else _cased(next(forms), word) for word in words]
    return "".join(restored), sex


def _is_gap(word: str) -> bool:
    return not word.strip("- \n\t\xa0")


def _agreement(read: Sequence[tuple[Form, ...]], hint: Hint) -> tuple[list[str] | None, Sex | None]:
    """Return the nominatives under the case and sex that fit all words best; the sex is `None` when both fit alike."""
    scored: dict[Sex, tuple[float, list[str]]] = {}
    for sex, case in product(Sex, _EVERY_CASE):
        fitting = [_best(forms, case, sex) for forms in read]
        score = sum(form.weight for form in fitting) + hint.cases.get(case, 0.0) + hint.sexes.get(sex, 0.0)
        score += (case == "Nom") * NOMINATIVE_BONUS + (sex is Sex.MALE) * MASCULINE_BONUS
        if sex not in scored or score > scored[sex][0]:
            scored[sex] = (score, [form.nominative for form in fitting])
    if not read:
        return None, None
    male, female = scored[Sex.MALE], scored[Sex.FEMALE]
    best, sex = (male, Sex.MALE) if male[0] >= female[0] else (female, Sex.FEMALE)
    shown = any(form.weight >= BY_ENDING and form.nominative in best[1] for forms in read for form in forms)
    shown = shown or best[1] != [forms[0].nominative for forms in read]
    return best[1], sex if shown and abs(male[0] - female[0]) > UNDECIDED else None


def _best(forms: Sequence[Form], case: str, sex: Sex) -> Form:
    fitting = [form for form in forms if form.case == case and form.sex is sex]
    return max(fitting, key=lambda form: form.weight)


@lru_cache(maxsize=20_000)
def word_forms(word: str, language: str) -> tuple[Form, ...]:
    """Return every way to read one word of a name; for each case and sex at least the word as it is, hardly trusted."""
    small = word.lower()
    as_written = (Form(small, case, sex, AS_WRITTEN) for sex, case in product(Sex, _EVERY_CASE))
    return (*as_written, *_from_dictionary(small, language), *_from_endings(small, language))


def _from_dictionary(word: str, language: str) -> Iterator[Form]:
    for parse in parses(word, language):
        grammemes = parse.tag.grammemes
        if parse.tag.POS not in {"NOUN", "ADJF"} or "plur" in grammemes:
            continue
        is_name = bool(grammemes & {"Name", "Surn", "Patr"})
        weight = (KNOWN if parse.is_known else GUESSED) if is_name else OTHER_WORD
        weight += COMMON_READING * parse.score
        first = parse.inflect({"nomn"}) if "nomn" not in grammemes else parse
        for own, case in CASES.items():
            if own in grammemes and first is not None:
                yield from (Form(first.word, case, sex, weight) for mark, sex in _SEXES.items() if mark in grammemes)


def _from_endings(word: str, language: str) -> Iterator[Form]:
    table = _declension()
    for entry in table[language]:
        for sex, nominative_ending, place in ((Sex.MALE, entry["man"], 0), (Sex.FEMALE, entry["woman"], 1)):
            endings = {"Nom": nominative_ending} | {case: entry[case][place] for case in _EVERY_CASE if case in entry}
            for case, ending in endings.items():
                if len(word) > len(ending) + 1 and word.endswith(ending):
                    yield Form(word[: -len(ending)] + nominative_ending, case, sex, BY_ENDING)
    yield from _consonant_stems(word, table["consonant"][language])
    yield from _women_in_a(word, table["vowel"][language])


def _women_in_a(word: str, endings: Mapping[str, Sequence[str]]) -> Iterator[Form]:
    """Yield readings of a foreign woman's name in -а: "Росальбой"."""
    for case, choices in endings.items():
        for ending in choices:
            if word.endswith(ending) and len(word) > len(ending) + 2:
                yield Form(word[: -len(ending)] + "а", case, Sex.FEMALE, GUESSED)


def _consonant_stems(word: str, endings: Mapping[str, Sequence[str]]) -> Iterator[Form]:
    for case, choices in endings.items():
        for ending in choices:
            stem = word.removesuffix(ending)
            if stem != word and len(stem) > 2 and stem[-1] in "бвгґджзклмнпрстфхцчшщ":  # noqa: PLR2004
                soft = "ь" if ending in {"я", "ю", "ем"} and stem[-1] in "лнрт" else ""
                yield Form(stem + soft, case, Sex.MALE, GUESSED * 0.6)
    if word[-1:] in "бвгґджзйклмнпрстфхцчшщь":
        yield Form(word, "Nom", Sex.MALE, GUESSED)
        yield from (Form(word, case, Sex.FEMALE, GUESSED * 0.5) for case in _EVERY_CASE)


@cache
def _declension() -> Mapping[str, Any]:
    return tomllib.loads(resource("reading/declension.toml").read_text(encoding="utf-8"))


def _cased(word: str, written: str) -> str:
    """Return the word with a capital as names have it, also where a chat wrote none; a dotted initial stays."""
    return written if written.endswith(".") else word[:1].upper() + word[1:]
