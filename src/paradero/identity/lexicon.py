"""The given names we know: their spellings in other languages, short forms, cognates, sex, and how common they are."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from paradero.identity.inflection import Case, given_name_nominatives, patronymic_nominative
from paradero.identity.name_tables import NameRow, all_rows, patronymic_rows
from paradero.identity.patronymics import patronymics
from paradero.identity.readings import is_cyrillic, readings
from paradero.terms.person import Sex

FULL, SHORT, COGNATE = "full", "short", "cognate"
_PATRONYMIC_ENDS = ("oviC", "eviC", "iviC", "aviC", "iC", "ovna", "evna", "ivna", "avna", "iCna")
LEAST_SHARE_TO_HEAR = 8e-6
"""A name that is rarer is known by its spelling alone: its sound says too little."""
LEAST_SHARE_TO_BEND = 1e-5
"""A name that is rarer is not looked for in an oblique case: "Ерёма" seldom, "Ерёмин" often."""


@dataclass(frozen=True, slots=True)
class Known:
    """A name in the lexicon: the name it belongs to, whose it is, and in what way it was written."""

    canonical: str
    sex: Sex
    kind: str
    """`FULL`, `SHORT` or `COGNATE`."""


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


class Inflected:
    """The oblique forms of the names that are not too rare, worked out when they are asked for."""

    def __init__(self, by_text: dict[str, tuple[Known, ...]], shares: dict[str, float]) -> None:
        """Take the writings in the dictionary form and the shares of the names."""
        self._by_text = by_text
        self._shares = shares
        self._found: dict[str, tuple[tuple[Known, Case, str], ...]] = {}

    def get(self, form: str, default: tuple[tuple[Known, Case, str], ...] = ()) -> tuple[tuple[Known, Case, str], ...]:
        """Return what names a word may be in an oblique case, in which case, and each in its dictionary form."""
        found = self._found.get(form)
        if found is None:
            found = self._found[form] = tuple(dict.fromkeys(self._look(form))) if is_cyrillic(form) else ()
        return found or default

    def __contains__(self, form: object) -> bool:
        """Tell whether a word may be a known name in an oblique case."""
        return isinstance(form, str) and bool(self.get(form))

    def _look(self, form: str) -> Iterator[tuple[Known, Case, str]]:
        for sex in Sex:
            for name, case in given_name_nominatives(form, sex):
                for known in self._by_text.get(name, ()):
                    bends = known.kind != COGNATE and self._shares[known.canonical] >= LEAST_SHARE_TO_BEND
                    if known.sex is sex and bends:
                        yield known, case, name


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


def plain(word: str) -> str:
    """Return a word as the lexicon keeps it: lower case, composed letters, ё as е, one kind of apostrophe."""
    composed = unicodedata.normalize("NFC", word).lower().replace("ё", "е")
    return composed.replace("’", "'").replace("ʼ", "'")


_LETTERS = str.maketrans(
    {"і": "и", "ї": "и", "й": "и", "ы": "и", "э": "е", "є": "е", "ґ": "г", "ь": "", "ъ": "", "'": "", "ў": "в"}
    | {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "a"}
)


def letters(word: str) -> str:
    """Return a plain word without the marks and the differences of alphabet that get lost on the way.

    >>> letters("josé"), letters("вільям") == letters("вильям")
    ('jose', True)
    """
    bare = "".join(letter for letter in unicodedata.normalize("NFD", word.translate(_LETTERS)) if letter.isalnum())
    return "".join(letter for place, letter in enumerate(bare) if bare[place - 1 : place] != letter)


def _father_key(code: str) -> str:
    return code.rstrip("aeiou")


@dataclass(slots=True)
class _Writings:
    """The lexicon while it is put together."""

    text: defaultdict[str, dict[Known, None]] = field(default_factory=lambda: defaultdict(dict))
    sound: defaultdict[str, dict[Known, None]] = field(default_factory=lambda: defaultdict(dict))
    fathers: dict[str, str] = field(default_factory=dict)

    def add(self, row: NameRow) -> None:
        """Take in every writing of a name."""
        full = Known(row.canonical, row.sex, FULL)
        for word in (row.canonical, *row.forms):
            self._write(word, full, row)
        for word in row.short:
            self._write(word, Known(row.canonical, row.sex, SHORT), row)
        for word in row.cognates:
            self.text[plain(word)][Known(row.canonical, row.sex, COGNATE)] = None
        for hub in row.cognate_of:
            for word in (row.canonical, *row.forms):
                self.text[plain(word)].setdefault(Known(hub, row.sex, COGNATE))

    def _write(self, written: str, known: Known, row: NameRow) -> None:
        word = plain(written)
        self.text[word][known] = None
        if row.by_sound and row.share >= LEAST_SHARE_TO_HEAR:
            for code in readings(word):
                self.sound[code][known] = None
                if known.kind == FULL and known.sex is Sex.MALE:
                    self.fathers.setdefault(_father_key(code), known.canonical)


def _by_letters(text: dict[str, tuple[Known, ...]]) -> dict[str, tuple[Known, ...]]:
    found: defaultdict[str, dict[Known, None]] = defaultdict(dict)
    for word, rows in text.items():
        bare = letters(word)
        if bare != word:
            found[bare].update(dict.fromkeys(rows))
    return {bare: tuple(rows) for bare, rows in found.items()}


@cache
def lexicon() -> Lexicon:
    """Return the shipped lexicon, read once from `resources/names`."""
    rows = all_rows()
    writings = _Writings()
    shares: dict[str, float] = {}
    for row in rows:
        shares[row.canonical] = max(shares.get(row.canonical, 0.0), row.share)
        writings.add(row)
    text = {word: tuple(found) for word, found in writings.text.items()}
    return Lexicon(
        by_text=text,
        by_letters=_by_letters(text),
        by_sound={code: tuple(found) for code, found in writings.sound.items()},
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
    heard = (known for code in readings(word) for known in names.by_sound.get(code, ()) if known.kind != COGNATE)
    return tuple(dict.fromkeys((*written, *bare, *heard)))


@lru_cache(maxsize=50_000)
def father_of(patronymic: str) -> str | None:
    """Return the father's name, as the lexicon has it, that a patronymic in its dictionary form tells, or `None`.

    >>> father_of("сергійович"), father_of("sergeevich"), father_of("ильинична")
    ('Сергей', 'Сергей', 'Илья')
    """
    names = lexicon()
    listed = names.patronymics.get(plain(patronymic))
    if listed:
        return listed
    for code in readings(patronymic):
        for end in _PATRONYMIC_ENDS:
            if code.endswith(end):
                stem = _father_key(code.removesuffix(end))
                found = names.fathers.get(stem) or names.fathers.get(stem.removesuffix("in"))
                if found:
                    return found
    return None


@lru_cache(maxsize=100_000)
def is_patronymic(word: str) -> bool:
    """Tell whether a word ends as a patronymic does, in its dictionary form."""
    return any(patronymic_nominative(word, Case.NOMINATIVE, sex) for sex in Sex)
