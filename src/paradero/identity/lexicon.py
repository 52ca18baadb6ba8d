"""The given names we know: their spellings in other languages, short forms, cognates, sex, and how common they are."""

import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from paradero.identity.inflection import Case, given_name_forms, patronymic_nominative
from paradero.identity.readings import is_cyrillic, readings
from paradero.terms.person import Sex
from paradero.terms.resources import resource

FULL, SHORT, COGNATE = "full", "short", "cognate"
_KINDS = {"forms": FULL, "short": SHORT, "cognates": COGNATE}
_PATRONYMIC_ENDS = ("oviC", "eviC", "iviC", "aviC", "iC", "ovna", "evna", "ivna", "avna", "iCna")
SHARE_UNIT = 1000


@dataclass(frozen=True, slots=True)
class Known:
    """A name in the lexicon: the name it belongs to, whose it is, and in what way it was written."""

    canonical: str
    sex: Sex
    kind: str
    """`FULL`, `SHORT` or `COGNATE`."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lexicon by writing, by sound and by inflected form; all in lower case."""

    by_text: dict[str, tuple[Known, ...]]
    by_sound: dict[str, tuple[Known, ...]]
    inflected: dict[str, tuple[tuple[Known, Case, str], ...]]
    fathers: dict[str, str]
    """The start of a patronymic, in sounds, to the father's name."""
    shares: dict[str, float]
    """Share of people of the name's sex who bear it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One writing of one name: a row of the lexicon as a plain table."""

    text: str
    """As `plain` gives it."""
    number: int
    """Counts the canonical names from 0; the same in every row of a name."""
    canonical: str
    sex: Sex
    kind: str
    """`FULL`, `SHORT` or `COGNATE`."""
    share: float
    """Share of people of that sex who bear the canonical name."""


def plain(word: str) -> str:
    """Return a word as the lexicon keeps it: lower case, composed letters, ё as е, one kind of apostrophe."""
    composed = unicodedata.normalize("NFC", word).lower().replace("ё", "е")
    return composed.replace("’", "'").replace("ʼ", "'")


def _sections(table: dict[str, object]) -> list[tuple[Sex, str, dict[str, object]]]:
    found = []
    for sex in Sex:
        for key, value in table[sex.value].items():  # type: ignore[attr-defined]  # TOML: the file's shape is tested
            nested = value if isinstance(value, dict) and "share" not in value else {key: value}
            found += [(sex, name, row) for name, row in nested.items()]
    return found


def _father_key(code: str) -> str:
    return code.rstrip("aeiou")


@cache
def lexicon() -> Lexicon:
    """Return the shipped lexicon, read once from `resources/names/given_names.toml`."""
    table = tomllib.loads(resource("names/given_names.toml").read_text(encoding="utf-8"))
    text: dict[str, dict[Known, None]] = {}
    sound: dict[str, dict[Known, None]] = {}
    inflected: dict[str, dict[tuple[Known, Case, str], None]] = {}
    fathers: dict[str, str] = {}
    shares: dict[str, float] = {}
    for sex, canonical, row in _sections(table):
        shares[canonical] = float(str(row["share"])) / SHARE_UNIT
        writings = [(canonical, FULL)] + [
            (word, kind) for key, kind in _KINDS.items() for word in str(row.get(key, "")).split()
        ]
        for written, kind in writings:
            known, word = Known(canonical, sex, kind), plain(written)
            text.setdefault(word, {})[known] = None
            for code in readings(word):
                sound.setdefault(code, {})[known] = None
                if sex is Sex.MALE and kind == FULL:
                    fathers.setdefault(_father_key(code), canonical)
            if is_cyrillic(word) and kind != COGNATE:
                for form, cases in given_name_forms(word, sex).items():
                    inflected.setdefault(form, {}).update({(known, case, word): None for case in cases})
    return Lexicon(
        by_text={key: tuple(value) for key, value in text.items()},
        by_sound={key: tuple(value) for key, value in sound.items()},
        inflected={key: tuple(value) for key, value in inflected.items()},
        fathers=fathers,
        shares=shares,
    )


def entries() -> Iterator[Entry]:
    """Give every writing of every name in the lexicon; one writing may stand for several names."""
    names = lexicon()
    numbers = {canonical: number for number, canonical in enumerate(names.shares)}
    for text, rows in names.by_text.items():
        for one in rows:
            share = names.shares[one.canonical]
            yield Entry(text, numbers[one.canonical], one.canonical, one.sex, one.kind, share)


@lru_cache(maxsize=200_000)
def known_names(word: str) -> tuple[Known, ...]:
    """Return what a word in its dictionary form may be as a given name: by its letters, else by its sound.

    >>> {known.canonical for known in known_names("serguéi")}
    {'Сергей'}
    """
    names = lexicon()
    written = names.by_text.get(plain(word), ())
    if any(known.kind != SHORT for known in written):
        return written
    heard = {known: None for code in readings(word) for known in names.by_sound.get(code, ()) if known.kind != COGNATE}
    return tuple(dict.fromkeys((*written, *heard)))


@lru_cache(maxsize=50_000)
def father_of(patronymic: str) -> str | None:
    """Return the father's name, as the lexicon has it, that a patronymic in its dictionary form tells, or `None`.

    >>> father_of("сергійович"), father_of("sergeevich"), father_of("ильинична")
    ('Сергей', 'Сергей', 'Илья')
    """
    fathers = lexicon().fathers
    for code in readings(patronymic):
        for end in _PATRONYMIC_ENDS:
            if code.endswith(end):
                stem = _father_key(code.removesuffix(end))
                found = fathers.get(stem) or fathers.get(stem.removesuffix("in"))
                if found:
                    return found
    return None


@lru_cache(maxsize=100_000)
def is_patronymic(word: str) -> bool:
    """Tell whether a word ends as a patronymic does, in its dictionary form."""
    return any(patronymic_nominative(word, Case.NOMINATIVE, sex) for sex in Sex)
