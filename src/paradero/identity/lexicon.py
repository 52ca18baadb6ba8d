"""The given names we know: their spellings in other languages, short forms, cognates, sex, and how common they are."""

import gc
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, lru_cache

from paradero.identity.inflection import Case, patronymic_nominative
from paradero.identity.known import COGNATE, FULL, SHORT, UNHEARD, Known, letters, plain
from paradero.identity.name_tables import NameRow, all_rows, patronymic_rows
from paradero.identity.oblique_names import Inflected
from paradero.identity.patronymics import patronymics
from paradero.identity.readings import is_cyrillic, readings
from paradero.terms.person import Sex

__all__ = [
    "COGNATE",
    "FULL",
    "SHORT",
    "Entry",
    "Known",
    "Lexicon",
    "entries",
    "father_heard",
    "father_of",
    "is_patronymic",
    "known_names",
    "lexicon",
    "patronymic_entries",
    "plain",
]

_PATRONYMIC_ENDS = (
    *("oviC", "eviC", "iviC", "aviC", "iC", "ovna", "evna", "ivna", "avna", "iCna"),
    *("oglu", "ogli", "uglu", "ugli", "kizi", "gizi", "xizi", "uli", "ulu"),
)
LEAST_SHARE_TO_HEAR = 8e-6
"""A name that is rarer is known by its spelling alone: its sound says too little."""


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


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lexicon by writing, by sound and by inflected form; all in lower case."""

    by_text: dict[str, tuple[Known, ...]]
    by_letters: dict[str, tuple[Known, ...]]
    """By writing without the marks that are lost on the way: "jose", "вилям"."""
    by_sound: dict[str, tuple[Known, ...]]
    fathers: dict[str, str]
    """The start of a patronymic, in sounds, to the father's name."""
    patronymics: dict[str, str]
    """Patronymics that the usual rule does not give to the father's name."""
    shares: dict[str, float]
    """Share of people of the name's sex who bear it."""
    heard: frozenset[str]
    """The names that are also known by their sound."""
    inflected: Inflected


def _father_key(code: str) -> str:
    return code.rstrip("aeiou")


@dataclass(slots=True)
class _Writings:
    """The lexicon while it is put together."""

    text: defaultdict[str, list[Known]] = field(default_factory=lambda: defaultdict(list))
    sound: defaultdict[str, list[Known]] = field(default_factory=lambda: defaultdict(list))
    fathers: dict[str, str] = field(default_factory=dict)

    def add(self, row: NameRow) -> None:
        """Take in every writing of a name."""
        full = Known(row.canonical, row.sex, FULL)
        for word in (row.canonical, *row.forms):
            self._write(word, full, row)
        for word in row.short:
            self._write(word, Known(row.canonical, row.sex, SHORT), row)
        for word in row.cognates:
            self.text[plain(word)].append(Known(row.canonical, row.sex, COGNATE))
        for hub in row.cognate_of:
            cognate = Known(hub, row.sex, COGNATE)
            for word in (row.canonical, *row.forms):
                self.text[plain(word)].append(cognate)

    def _write(self, written: str, known: Known, row: NameRow) -> None:
        word = plain(written)
        self.text[word].append(known)
        if row.by_sound and row.share >= LEAST_SHARE_TO_HEAR:
            # The practices do not know all letters of all peoples: what they leave out would make "Қайрат" an "Айрат".
            for code in readings(word) if not UNHEARD.search(word) else ():
                self.sound[code].append(known)
                if known.kind == FULL and known.sex is Sex.MALE:
                    self.fathers.setdefault(_father_key(code), known.canonical)


def _settled(found: dict[str, list[Known]]) -> dict[str, tuple[Known, ...]]:
    return {key: tuple(rows) if len(rows) == 1 else tuple(dict.fromkeys(rows)) for key, rows in found.items()}


def _by_letters(text: dict[str, tuple[Known, ...]]) -> dict[str, tuple[Known, ...]]:
    found: dict[str, tuple[Known, ...]] = {}
    for word, rows in text.items():
        bare = letters(word)
        known = found.setdefault(bare, rows)
        if known is not rows:
            found[bare] = tuple(dict.fromkeys((*known, *rows)))
    return found


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Hold the garbage collector: it would go through all that is loaded again and again, and none of it is garbage."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


@cache
def lexicon() -> Lexicon:
    """Return the shipped lexicon, read once from `resources/names`."""
    with _nothing_collected():
        return _read_lexicon()


def _read_lexicon() -> Lexicon:
    rows = sorted(all_rows(), key=lambda row: -row.share)  # where one writing stands for several, the commoner is first
    writings = _Writings()
    shares: dict[str, float] = {}
    for row in rows:
        shares[row.canonical] = max(shares.get(row.canonical, 0.0), row.share)
        writings.add(row)
    text = _settled(writings.text)
    return Lexicon(
        by_text=text,
        by_letters=_by_letters(text),
        by_sound=_settled(writings.sound),
        fathers=writings.fathers,
        patronymics={plain(word): row.father for row in patronymic_rows() for word in (*row.male, *row.female)},
        shares=shares,
        heard=frozenset(row.canonical for row in rows if row.by_sound and row.share >= LEAST_SHARE_TO_HEAR),
        inflected=Inflected(text, shares),
    )


def entries() -> Iterator[Entry]:
    """Give every writing of every name in the lexicon; one writing may stand for several names."""
    names = lexicon()
    numbers = {canonical: number for number, canonical in enumerate(names.shares)}
    for text, rows in names.by_text.items():
        for one in rows:
            share = names.shares[one.canonical]
            yield Entry(text, numbers[one.canonical], one.canonical, one.sex, one.kind, share)


def patronymic_entries() -> Iterator[tuple[str, str, Sex]]:
    """Give the patronymics we know in Cyrillic as `plain` gives them: the word, the father's name, whose it is.

    One word may tell of several fathers, the commoner name first.
    """
    names = lexicon()
    for row in patronymic_rows():
        yield from ((plain(word), row.father, Sex.MALE) for word in row.male)
        yield from ((plain(word), row.father, Sex.FEMALE) for word in row.female)
    seen: set[tuple[str, str]] = set()
    fathers = ((one, text) for text, rows in names.by_text.items() for one in rows if one.kind == FULL)
    male = [(one.canonical, text) for one, text in fathers if one.sex is Sex.MALE and is_cyrillic(text)]
    for father, text in sorted(male, key=lambda pair: -names.shares[pair[0]]):
        for sex in Sex:
            for word in patronymics(text, sex):
                if (word, father) not in seen:
                    seen.add((word, father))
                    yield word, father, sex


@lru_cache(maxsize=200_000)
def known_names(word: str) -> tuple[Known, ...]:
    """Return what a word in its dictionary form may be as a given name: by its letters, else by its sound.

    >>> {known.canonical for known in known_names("serguéi")}
    {'Сергей'}
    """
    names, text = lexicon(), plain(word)
    written = names.by_text.get(text, ())
    if any(known.kind == FULL and known.canonical in names.heard for known in written):
        return written
    bare = names.by_letters.get(letters(text), ()) if all(known.kind == SHORT for known in written) else ()
    heard = (known for code in readings(text) for known in names.by_sound.get(code, ()) if known.kind != COGNATE)
    found = dict.fromkeys((*written, *bare, *heard))
    return tuple(sorted(found, key=lambda known: known.canonical not in names.heard))


@lru_cache(maxsize=50_000)
def father_of(patronymic: str) -> str | None:
    """Return the father's name, as the lexicon has it, that a patronymic in its dictionary form tells, or `None`.

    >>> father_of("сергійович"), father_of("sergeevich"), father_of("ильинична")
    ('Сергей', 'Сергей', 'Илья')
    """
    return lexicon().patronymics.get(plain(patronymic)) or father_heard(patronymic)


def father_heard(patronymic: str) -> str | None:
    """Return the father's name that follows from the sound of a patronymic, exceptions aside, or `None`."""
    fathers = lexicon().fathers
    for code in readings(patronymic):
        for end in _PATRONYMIC_ENDS:
            if code.endswith(end):
                whole = code.removesuffix(end)
                stem = _father_key(whole)
                longer = whole + end[0] if end.endswith("zi") and whole != stem else ""  # Tofiq qızı: one k of two
                found = fathers.get(longer) or fathers.get(stem) or fathers.get(stem.removesuffix("in"))
                if found:
                    return found
    return None


@lru_cache(maxsize=100_000)
def is_patronymic(word: str) -> bool:
    """Tell whether a word ends as a patronymic does, in its dictionary form."""
    return any(patronymic_nominative(word, Case.NOMINATIVE, sex) for sex in Sex)
