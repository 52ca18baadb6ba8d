"""Which given names a word may stand for, short forms and the cases of Russian and Ukrainian included."""

import gzip
import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache

from paradero.reading.analysers.inflection import word_forms
from paradero.terms.fold import fold
from paradero.terms.person import Sex
from paradero.terms.resources import resource

DECLINED = frozenset({"ru", "uk"})
SEXES = {"m": Sex.MALE, "f": Sex.FEMALE}

CYRILLIC = re.compile("[\u0400-\u04ff]")
LATIN = str.maketrans(
    dict(zip("абвгґдезийіїклмнопрстуфхцыэєё", "abvggdeziiiiklmnoprstufhcieeo", strict=True))
    | {"ж": "zh", "ч": "ch", "ш": "sh", "щ": "sch", "ю": "iu", "я": "ia", "ь": "", "ъ": "", "'": ""}
)
ALIKE = (
    *(
        ("shch", "sch"),
        ("kh", "h"),
        ("ph", "f"),
        ("gu", "g"),
        ("ye", "e"),
        ("ie", "e"),
        ("yo", "o"),
        ("io", "o"),
        ("ya", "ia"),
    ),
    *(("yu", "iu"), ("j", "h"), ("y", "i"), ("x", "ks"), ("w", "v"), ("ts", "c"), ("tz", "c"), ("h", "g")),
)
"""What transcriptions spell in several ways, in the order in which it is made alike; г is g for some, h for others."""
DOUBLED = re.compile(r"(.)\1+")

Given = tuple[Sex, str]
"""A given name as the tables call it, and the sex of who bears it."""


@lru_cache(maxsize=50_000)
def given(word: str, language: str) -> frozenset[Given]:
    """Return the given names that a word of a report may stand for; none for a word that is no given name.

    >>> given("Лёши", "ru") & given("Алексея", "ru") == {(Sex.MALE, "Алексей")}
    True
    """
    if language not in DECLINED:
        return _table().get(fold(word)) or _by_sound().get(_sound(word), frozenset())
    forms = {word, *(form.nominative for form in word_forms(word, language))}
    return frozenset(name for form in forms for name in _table().get(fold(form), ()))


def sexes(word: str, language: str) -> frozenset[Sex]:
    """Return the sexes of those who bear a given name."""
    return frozenset(sex for sex, _ in given(word, language))


@cache
def _table() -> dict[str, frozenset[Given]]:
    found: dict[str, set[Given]] = {}
    for name, forms in (*_written(), *_counted()):
        for form in forms:
            found.setdefault(fold(form), set()).add(name)
    return {form: frozenset(names) for form, names in found.items()}


@cache
def _by_sound() -> dict[str, frozenset[Given]]:
    """Return the names that the tables hold in Cyrillic under a rough Latin spelling."""
    found: dict[str, set[Given]] = {}
    for form, names in _table().items():
        if CYRILLIC.match(form):
            found.setdefault(_sound(form), set()).update(names)
    return {form: frozenset(names) for form, names in found.items()}


@lru_cache(maxsize=20_000)
def _sound(word: str) -> str:
    """Return a name as all its transcriptions into Latin letters spell it: Oleksi and Oleksii, Yulia and Iuliia."""
    rough = fold(word).translate(LATIN).replace("'", "")
    for written, said in ALIKE:
        rough = rough.replace(written, said)
    return DOUBLED.sub(r"\1", rough)


def _written() -> Iterator[tuple[Given, list[str]]]:
    """Give the names of the tables that people wrote, each with its other spellings and short forms."""
    for file in sorted(resource("names/given_names").glob("*.toml")):
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        for sex in Sex:
            for name, row in table.get(sex.value, {}).items():
                listed = {"forms": row} if isinstance(row, str) else row
                yield (sex, name), [name, *str(listed.get("forms", "")).split(), *str(listed.get("short", "")).split()]


def _counted() -> Iterator[tuple[Given, list[str]]]:
    """Give the names that were counted among people, commonest first."""
    with gzip.open(resource("names/given_names.tsv.gz"), "rt", encoding="utf-8") as lines:
        for line in lines:
            sex, _, name, forms = line.rstrip("\n").split("\t")
            yield (SEXES[sex], name), [name, *forms.split()]
