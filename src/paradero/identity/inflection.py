"""From the form a sentence gives a name to the form of the dictionary: "Дорошенкова Руслана Сергеевича" is a man.

A mother writes whom she seeks in the accusative. One word alone may stand for several people ("Руслана" is a woman, or
a man in the accusative), so nothing is decided here: each function answers for one case and sex at a time.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from typing import Any

from paradero.identity.readings import is_cyrillic, readings
from paradero.terms.person import Sex
from paradero.terms.resources import resource


class Case(Enum):
    """The cases that move the ending of a name."""

    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    ACCUSATIVE = "accusative"
    DATIVE = "dative"
    INSTRUMENTAL = "instrumental"


@dataclass(frozen=True, slots=True)
class Nominative:
    """A word in its dictionary form, and whether the ending was a sure sign of the case."""

    text: str
    sure: bool


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resource("names/declension.toml").read_text(encoding="utf-8"))


@cache
def _feminine_pairs(*, cyrillic: bool) -> tuple[tuple[str, str], ...]:
    table = tomllib.loads(resource("names/surnames.toml").read_text(encoding="utf-8"))["feminine"]
    return tuple((one, other) for one, other in table["cyrillic" if cyrillic else "latin"])


def same_case(case: Case, sex: Sex) -> Case:
    """Return the case whose endings serve: a man's accusative is his genitive."""
    return Case.GENITIVE if case is Case.ACCUSATIVE and sex is Sex.MALE else case


@lru_cache(maxsize=100_000)
def masculine(surname: str) -> str:
    """Return the masculine writing of a surname in its dictionary form; one without a feminine ending stays.

    >>> masculine("дорошенкова"), masculine("doroshenkova"), masculine("верещак")
    ('дорошенков', 'doroshenkov', 'верещак')
    """
    for feminine, male in _feminine_pairs(cyrillic=is_cyrillic(surname)):
        if surname.endswith(feminine) and len(surname) >= len(feminine) + 2:
            return surname.removesuffix(feminine) + male
    return surname


def has_feminine_ending(surname: str) -> bool:
    """Tell whether a surname ends as only a woman's does where surnames have two forms.

    A Belarusian woman is Іванава, and a man may be a Кварацхава: that ending tells nothing.
    """
    return masculine(surname) != surname and not surname.endswith("ава")


_MASCULINE = re.compile(
    r"(ов|ев|ёв|єв|ин|ін|їн|ский|цкий|ський|цький|ый|ov|ev|ow|ew|off|eff|in|ine|sky|ski|skij|skiy|skyi|skii|zky)$"
)


def has_masculine_ending(surname: str) -> bool:
    """Tell whether a surname ends as only a man's does where surnames have two forms."""
    return _MASCULINE.search(surname) is not None


@lru_cache(maxsize=100_000)
def surname_nominative(word: str, case: Case, sex: Sex) -> Nominative | None:
    """Return a surname's dictionary form if the word can be that case of that sex, else `None`."""
    if case is Case.NOMINATIVE:
        return Nominative(word, sure=False)
    endings = _table()["surname"][sex.value].get(same_case(case, sex).value)
    for sure in (True, False):
        for ending, dictionary in endings["known" if sure else "loose"] if endings else ():
            if word.endswith(ending) and len(word) >= len(ending) + 2:
                return Nominative(word.removesuffix(ending) + dictionary, sure=sure)
    stays = word.endswith(("о", "е", "и", "ых", "их", "дзе")) or sex is Sex.FEMALE
    return Nominative(word, sure=False) if stays and not has_feminine_ending(word) else None


@cache
def _patronymic_endings(case: Case, sex: Sex) -> tuple[tuple[str, str], ...]:
    table = _table()["patronymic"][sex.value]
    if case is Case.NOMINATIVE:
        return tuple((ending, ending) for ending in table["endings"])
    added = table.get(case.value, "").split()
    stems = [(ending, ending if sex is Sex.MALE else ending[:-1]) for ending in table["endings"]]
    return tuple((stem + more, ending) for ending, stem in stems for more in added)


@cache
def _bent_endings() -> tuple[str, ...]:
    oblique = [case for case in Case if case is not Case.NOMINATIVE]
    return tuple({ending for case in oblique for sex in Sex for ending, _ in _patronymic_endings(case, sex)})


@cache
def _last_letters() -> frozenset[str]:
    return frozenset(ending[-2:] for ending in _bent_endings())


def is_bent_patronymic(word: str) -> bool:
    """Tell whether a lower-case word is a patronymic in another case than the dictionary's, by its ending.

    >>> is_bent_patronymic("дамировны"), is_bent_patronymic("дамировна"), is_bent_patronymic("дамир кызы")
    (True, False, False)
    """
    return word[-2:] in _last_letters() and word.endswith(_bent_endings())


_SOUND_OF_PATRONYMIC = {
    Sex.MALE: re.compile(r"(([oeia]v[i]|il[i]|kuzmi|fomi|luki|nikiti|savi)(C|c|x|S)|[ou]gl[iu])$"),
    Sex.FEMALE: re.compile(r"([oeia]vna|iCna|[kgx]izi)$"),
}
_APART = re.compile(r"[ -](uly|uli|ulu|ulı|uulu)$")


@cache
def _undeclined(sex: Sex) -> tuple[str, ...]:
    return tuple(_table()["patronymic"][sex.value]["undeclined"])


def _is_undeclined(word: str, sex: Sex) -> bool:
    """Tell whether a word is a Turkic patronymic, which stays as it is in every case: Асан уулу, Серікұлы."""
    if not word.endswith(_undeclined(sex)) or len(word) < _LEAST_UNDECLINED:
        return False
    return not word.endswith(("кулы", "гулы"))  # as in Имамкулы, a name of its own


_LEAST_UNDECLINED = 6


@lru_cache(maxsize=100_000)
def patronymic_nominative(word: str, case: Case, sex: Sex) -> Nominative | None:
    """Return a patronymic's dictionary form if the word can be one in that case and sex, else `None`."""
    if not is_cyrillic(word):
        sounds = _SOUND_OF_PATRONYMIC[sex]
        apart = sex is Sex.MALE and _APART.search(word)
        fits = case is Case.NOMINATIVE and (apart or any(sounds.search(code) for code in readings(word)))
        return Nominative(word, sure=True) if fits else None
    if _is_undeclined(word, sex):
        return Nominative(word, sure=True)
    for ending, dictionary in _patronymic_endings(same_case(case, sex), sex):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return Nominative(word.removesuffix(ending) + dictionary, sure=True)
    return None


def given_name_forms(name: str, sex: Sex) -> dict[str, set[Case]]:
    """Return the oblique forms of a given name in lower-case Cyrillic, each with the cases it may be."""
    found: dict[str, set[Case]] = {}
    for ending, cases in _table()["given"][sex.value]:
        if name.endswith(ending):
            stem = _table()["stems"].get(name, name.removesuffix(ending))
            stem = stem.removesuffix("ь") if stem.endswith("рь") and ending == "" else stem
            for case, added in cases.items():
                for more in added.split():
                    soft = more.translate(str.maketrans({"а": "я", "у": "ю"})) if name == "ігор" else more
                    found.setdefault(stem + soft, set()).add(Case(case))
            break
    return found


@cache
def _nominative_endings(sex: Sex) -> tuple[tuple[str, str], ...]:
    """Return the oblique endings of given names with the dictionary's endings they may go back to, each pair once."""
    rows = _table()["given"][sex.value]
    pairs = {(added, ending): None for ending, cases in rows for several in cases.values() for added in several.split()}
    soft = {(added.translate(_SOFTENED), ending): None for added, ending in pairs}
    return tuple(pairs | soft)


_SOFTENED = str.maketrans({"а": "я", "у": "ю"})


def given_name_nominatives(form: str, sex: Sex) -> Iterator[tuple[str, Case]]:
    """Give the dictionary forms that an oblique form of a given name may go back to, whether such names exist or not.

    >>> ("руслан", Case.GENITIVE) in given_name_nominatives("руслана", Sex.MALE)
    True
    """
    stems = {name: None for name, stem in _table()["stems"].items() if form.startswith(stem)}
    back = {
        form.removesuffix(added) + ending: None
        for added, ending in _nominative_endings(sex)
        if form.endswith(added) and len(form) > len(added)
    }
    for name in back | stems:
        for case in given_name_forms(name, sex).get(form, ()):
            yield name, case
