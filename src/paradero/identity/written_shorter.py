"""Phrases of a name that are read as others that we know: whose child somebody is, and what a hyphen shortens."""

import re
import tomllib
from functools import cache

from paradero.terms.resources import resource

_SON, _DAUGHTER = "оглы", "кызы"
_LATIN = {_SON: "oglu", _DAUGHTER: "kizi"}
_SHORTENED = re.compile(
    r"\b([А-ЯЁІЇЄЎ][а-яёіїєў]{0,3})-([бвгджзклмнпрстфхцчшщ]{1,3}|[аеи]й|[вк]?[иі]ч|[вч]на)\b(?!-)\.?"
)
_PALOCHKA = re.compile("(?<=[гкптхцчГКПТХЦЧ])[I1](?=[а-яё])")
"""What is typed for the Caucasian Ӏ, which few keyboards have: Мух1амад. An І of Ukrainian is typed as i there."""
_CLOSED = re.compile("[бвгджзклмнпрстфхцчшщ]+")


@cache
def _phrases() -> tuple[re.Pattern[str], dict[str, tuple[str, list[list[str]]]]]:
    rows = tomllib.loads(resource("names/father_phrases.toml").read_text(encoding="utf-8"))["phrase"]
    meant = {
        word: (child, row["genitive"])
        for row in rows
        for child, words in ((_SON, row["sons"]), (_DAUGHTER, row["daughters"]))
        for word in words
    }
    return re.compile(rf"\b([^\W\d_]{{3,}}+)([ -])({'|'.join(meant)})\b", re.IGNORECASE), meant


def _as_turkic(found: re.Match[str]) -> str:
    father, between = found[1], found[2]
    child, endings = _phrases()[1][found[3].lower()]
    for ending, dictionary in endings:
        if father.lower().endswith(ending):
            father = father[: -len(ending)] + dictionary
            break
    return father + between + (_LATIN[child] if found[3].isascii() else child)


def fathers_as_turkic(text: str) -> str:
    """Return a text with the father's phrase of other peoples as the Turkic one.

    >>> fathers_as_turkic("Irakli Shotas dze"), fathers_as_turkic("Бэрэтэрэ Рэмэзан Юнысэ ыкъу")
    ('Irakli Shota oglu', 'Бэрэтэрэ Рэмэзан Юныс оглы')
    """
    return _phrases()[0].sub(_as_turkic, text)


@cache
def phrase_ends() -> re.Pattern[str]:
    """Return what finds where a father's phrase may end: no text without such a place holds one."""
    words = "|".join(sorted(_phrases()[1]))
    return re.compile(rf"[ -](?:{words})\b", re.IGNORECASE)


def _shortened(found: re.Match[str]) -> str:
    # What a contraction keeps of the end stays where no vowel stands in it: it is no other name's beginning.
    return found[1] + (found[2] if _CLOSED.fullmatch(found[2]) else "") + "."


def _hyphens_as_stops(text: str) -> str:
    return _SHORTENED.sub(_shortened, text) if "-" in text else text


def as_meant(text: str) -> str:
    """Return a text with abbreviations that a hyphen shortens ended by a full stop, and with the Caucasian letter Ӏ.

    >>> as_meant("Хоменко Ал-др Ник-ич"), as_meant("Мария-Анна Мөңгүн-оол"), as_meant("Г1алиев")
    ('Хоменко Алдр. Ник.', 'Мария-Анна Мөңгүн-оол', 'Гӏалиев')
    """
    return _PALOCHKA.sub("ӏ", _hyphens_as_stops(text))
