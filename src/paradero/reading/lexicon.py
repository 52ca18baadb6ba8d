"""A language's cue tables, read from `resources/reading/<language>.toml`; `README.md` there says what goes where."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from paradero.reading.words import Words, plain, word_matches
from paradero.terms.claims import Status
from paradero.terms.person import Relation, Sex
from paradero.terms.resources import resource


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusCues:
    """Words that say what became of somebody, by where the person stands."""

    object: Words
    """Verbs done to the person: "capture", in the passive too."""
    subject: Words
    """Verbs that the person does: "die", "surrender", "return"."""
    state: Words
    """What the person is called or is: "captive", "captured", "in the hands of"."""
    event: Words
    """The event as a noun, the person after "of" or before as a possessive: "capture", "captivity"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Every cue of one language. Each `Words` field is the key of the same name in the table `[words]`."""

    language: str
    status: Mapping[Status, StatusCues]
    kin: Mapping[Relation, Words]
    kin_sex: Mapping[Relation, Sex]
    sides: Mapping[str, Words]
    """ISO 3166 code to the demonyms and genitives of that side: "ruso", "de Rusia"."""
    numerals: Mapping[str, int]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    """Monday is 0."""
    platforms: Mapping[str, Words]
    """The platform's usual name to the ways it is written."""
    words: Mapping[str, Words]
    cut_line: tuple[re.Pattern[str], ...]
    """A line that fits is not the report."""
    cut_next: tuple[re.Pattern[str], ...]
    """A line that fits is a label ("Read also"): it and a headline on the next line are cut."""
    cut_rest: tuple[re.Pattern[str], ...]
    """A line that fits ends the report: it and everything after are cut."""
    wish: tuple[re.Pattern[str], ...]
    """Parts of sentences in which a captive says what he wants; marked for the eye only."""
    articles: bool
    """Whether the language has them; where it has none, a bare "soldier" may be one who was named before."""
    places: Mapping[str, str]
    """Exonyms: a name as this language writes it to the gazetteer's main (English) name."""

    def __getitem__(self, name: str) -> Words:
        """Return the table `[words]` holds under that name, empty where the language has none."""
        return self.words.get(name, EMPTY)

    def relation(self, word: str, lemma: str) -> Relation | None:
        """Return which relative a noun names."""
        return _relation(self.language, word, lemma)


EMPTY = Words()


def _words(value: Any) -> Words:
    return Words(tuple(value))


def _patterns(value: Any) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(entry, re.IGNORECASE) for entry in value)


def _status(table: Mapping[str, Any]) -> StatusCues:
    return StatusCues(**{part: _words(table.get(part, ())) for part in ("object", "subject", "state", "event")})


SEX_OF_KIN = {
    Sex.FEMALE: (
        *(Relation.MOTHER, Relation.WIFE, Relation.FIANCEE, Relation.DAUGHTER),
        *(Relation.SISTER, Relation.AUNT, Relation.GRANDMOTHER),
    ),
    Sex.MALE: (
        *(Relation.FATHER, Relation.HUSBAND, Relation.SON),
        *(Relation.BROTHER, Relation.UNCLE, Relation.GRANDFATHER),
    ),
}


@lru_cache(maxsize=8)
def lexicon(language: str) -> Lexicon:
    """Return the cue tables of a language, read once.

    Raises:
        FileNotFoundError: If `resources/reading` has no table of that language.
    """
    table = tomllib.loads(resource(f"reading/{language}.toml").read_text(encoding="utf-8"))
    lines = table.get("lines", {})
    return Lexicon(
        language=language,
        status={Status(name): _status(cues) for name, cues in table["status"].items()},
        kin={Relation(name): _words(entries) for name, entries in table["kin"].items()},
        kin_sex={relation: sex for sex, relations in SEX_OF_KIN.items() for relation in relations},
        sides={code: _words(entries) for code, entries in table["sides"].items()},
        numerals=dict(table["numerals"]),
        months=dict(table.get("months", {})),
        weekdays=dict(table.get("weekdays", {})),
        platforms={name: _words(entries) for name, entries in table["platforms"].items()},
        words={name: _words(entries) for name, entries in table["words"].items()},
        cut_line=_patterns(lines.get("cut_line", ())),
        cut_next=_patterns(lines.get("cut_next", ())),
        cut_rest=_patterns(lines.get("cut_rest", ())),
        wish=_patterns(table.get("wishes", {}).get("patterns", ())),
        articles=bool(table.get("articles", True)),
        places={written.casefold(): name for written, name in table.get("places", {}).items()},
    )


@lru_cache(maxsize=20_000)
def _relation(language: str, word: str, lemma: str) -> Relation | None:
    for relation, words in lexicon(language).kin.items():
        if any(word_matches(plain(entry), plain(word), lemma) for entry in words.entries):
            return relation
    return None
