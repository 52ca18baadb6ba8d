"""One word of a name as family name, given name or patronymic: what it would be then, and what speaks for it."""

import math
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from paradero.identity.inflection import (
    Case,
    has_feminine_ending,
    has_masculine_ending,
    masculine,
    patronymic_nominative,
    same_case,
    surname_nominative,
)
from paradero.identity.lexicon import COGNATE, FULL, SHORT, Known, father_of, is_patronymic, known_names, lexicon, plain
from paradero.identity.model import MODEL
from paradero.identity.patronymics import heard_in_russian
from paradero.identity.readings import is_cyrillic, is_initial, readings, without_particle
from paradero.terms.person import Sex


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name in one way of reading it."""

    written: str
    nominative: str
    sounds: tuple[str, ...]
    known: tuple[Known, ...] = ()
    """What it may be as a given name; empty in other roles."""
    initial: bool = False


def said(words: tuple[Word, ...]) -> str | None:
    """Return words as they were written, or `None` for none."""
    return " ".join(word.written for word in words) or None


def _word(written: str, nominative: str, known: tuple[Known, ...] = ()) -> Word:
    return Word(written, nominative, readings(nominative) or (nominative,), known, initial=is_initial(written))


def _known_in(word: str, case: Case, sex: Sex) -> tuple[tuple[Known, ...], str]:
    """Return what a word may be as a given name of that sex in that case, and its dictionary form."""
    if case is Case.NOMINATIVE:
        return tuple(known for known in known_names(word) if known.sex is sex), word
    rows = lexicon().inflected.get(plain(word), ())
    fits = [
        (known, form) for known, seen, form in rows if known.sex is sex and same_case(seen, sex) is same_case(case, sex)
    ]
    if not fits and _stays(word, sex):
        return tuple(known for known in known_names(word) if known.sex is sex), word
    return tuple(known for known, _ in fits), fits[0][1] if fits else word


def _stays(word: str, sex: Sex) -> bool:
    """Tell whether a given name is the same in every case: a woman's that ends in no а, я or ь, as Ляйсан."""
    return sex is Sex.FEMALE and is_cyrillic(word) and word[-1] in _CONSONANTS


_CONSONANTS = "бвгджзйклмнпрстфхцчшщ"
COMMON_SHARE = 1e-3
"""A name borne by this share says all that a listed name can say for its role; half a bit less for each halving."""
LEAST_LISTED_BITS = 1.0
_BY_KIND = {FULL: "known_given_name", SHORT: "known_short_name", COGNATE: "known_cognate"}


def _listed_bits(known: Known) -> float:
    """Return what a listed name says for a given name: the rarer it is, the likelier its bearer is a surname."""
    rare = max(0.0, 0.5 * math.log2(COMMON_SHARE / lexicon().shares[known.canonical]))
    return max(LEAST_LISTED_BITS, MODEL.roles[_BY_KIND[known.kind]] - rare)


def _as_given(word: str, case: Case, sex: Sex) -> tuple[Word, float]:
    if is_initial(word):
        return _word(word, word), MODEL.roles["initial_as_given"]
    known, nominative = _known_in(word, case, sex)
    if known:
        return _word(word, nominative, known), max(_listed_bits(one) for one in known)
    if is_patronymic(word):
        return _word(word, word), MODEL.roles["patronymic_as_surname"]
    if known_names(word):  # a name in the dictionary's form, but of the other sex or where another case is asked for
        return _word(word, word), MODEL.roles["impossible_form"]
    return _word(word, word), 0.0 if case is Case.NOMINATIVE else MODEL.roles["unknown_name_inflected"]


def _as_patronymic(word: str, case: Case, sex: Sex) -> tuple[Word, float]:
    if is_initial(word):
        return _word(word, word), 0.0
    found = patronymic_nominative(word, case, sex)
    if found is None and sex is Sex.MALE and (son := _is_son_of(word)):
        return _patronymic(word, word), MODEL.roles[son]
    if found is None:
        return _word(word, word), MODEL.roles["no_patronymic_ending"]
    known = father_of(found.text) is not None
    return _patronymic(word, found.text), MODEL.roles["patronymic_ending" if known else "patronymic_of_unknown_father"]


def _patronymic(written: str, nominative: str) -> Word:
    """Return a patronymic, a Turkic one with what it is in Russian."""
    word = _word(written, nominative)
    sounds = (*word.sounds, *(other for code in word.sounds for other in heard_in_russian(code)))
    return replace(word, sounds=tuple(dict.fromkeys(sounds)))


_LEAST_SON = 8
_NO_SON = ("kuly", "guly", "quly", "kulı", "gulı", "qulı")
"""What ends so is a name of its own: Gurbanguly."""


def _is_son_of(word: str) -> str | None:
    """Return the row for a word in Latin letters that is "son" after a father's name: Serikuly, but not Yuly."""
    bare = unicodedata.normalize("NFD", word).translate(_LENGTH_MARKS)
    if is_cyrillic(word) or not bare.endswith(("uly", "uli", "ulu", "ulı")):
        return None
    if father_of(word) is not None:
        return "patronymic_ending"
    if len(bare) < _LEAST_SON or not bare.endswith(("uly", "ulı")):
        return None
    own = bare.endswith(_NO_SON) and bare[-5] not in "ei"
    return None if own else "patronymic_of_unknown_father"


_LENGTH_MARKS = str.maketrans("", "", "\u0304\u0301")


def _as_family(word: str, case: Case, sex: Sex) -> tuple[Word, float]:
    if is_initial(word):
        return _word(word, word), MODEL.roles["no_patronymic_ending"]
    found = surname_nominative(word, case, sex)
    if found is None:
        return _word(word, word), MODEL.roles["impossible_form"]
    wrong = has_feminine_ending(found.text) if sex is Sex.MALE else has_masculine_ending(found.text)
    bits = MODEL.roles["wrong_sex_surname"] if wrong else 0.0
    typical = has_feminine_ending(found.text) or has_masculine_ending(found.text) or found.text.endswith(_ENDINGS)
    bits += MODEL.roles["surname_ending"] if typical else 0.0
    bits += MODEL.roles["given_name_as_surname"] if known_names(word) else 0.0
    bits += MODEL.roles["patronymic_as_surname"] if is_patronymic(word) else 0.0
    bits += 0.0 if case is Case.NOMINATIVE or found.sure else -1.0
    return replace(_word(word, found.text), sounds=_sounds_of_family(found.text) or (word,)), bits


def _sounds_of_family(nominative: str) -> tuple[str, ...]:
    """Return how a family name may sound: as a man's, as it is written, and without the particle before it."""
    writings = (masculine(nominative), nominative, without_particle(nominative) or "")
    return tuple(dict.fromkeys(code for writing in writings for code in readings(writing)))


_ENDINGS = (
    "енко",
    "ko",
    "чук",
    "юк",
    "ук",
    "chuk",
    "uk",
    "ян",
    "yan",
    "ian",
    "швили",
    "shvili",
    "дзе",
    "dze",
    "ich",
    "ич",
    "ых",
    "их",
    "ець",
    "ets",
)

ROLES = {"G": _as_given, "P": _as_patronymic, "F": _as_family}


@lru_cache(maxsize=200_000)
def in_role(role: str, word: str, case: Case, sex: Sex) -> tuple[Word, float]:
    """Return a lower-case word in the role `"F"`, `"G"` or `"P"`, and the bits that speak for it there."""
    return ROLES[role](word, case, sex)
