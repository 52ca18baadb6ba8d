"""The tables of given names as they lie in `resources/names`: written by hand, and counted by others."""

import gzip
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field

from paradero.terms.person import Sex
from paradero.terms.resources import resource

SHARE_UNIT = 1000
"""Shares in the hand-written tables are for so many people of that sex."""
COUNTED_UNIT = 1_000_000
"""Shares in the counted tables are for so many."""
BY_SPELLING = frozenset({"english", "romance", "spanish", "germanic", "central_europe", "south_east"})
"""Tables whose names are known by their listed spellings alone: an English or a French name has no sound in common
with its Russian transcription that would not be shared with many other names."""


@dataclass(slots=True)
class NameRow:
    """One name with all that is listed of it."""

    canonical: str
    sex: Sex
    share: float
    """Share of people of that sex who bear it."""
    forms: list[str] = field(default_factory=list)
    """Other full writings, in any language."""
    short: list[str] = field(default_factory=list)
    cognates: list[str] = field(default_factory=list)
    """The name as another nation has it, where that is no row of its own."""
    cognate_of: list[str] = field(default_factory=list)
    """Canonical names that this name is the counterpart of."""
    by_sound: bool = True
    """Whether a writing that is not listed may be known by its sound."""


def hand_written_tables() -> dict[str, dict[str, object]]:
    """Return the hand-written tables as they are, under the names of their files."""
    folder = resource("names/given_names")
    return {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.toml"))}


def hand_written_rows() -> Iterator[NameRow]:
    """Give the rows of the hand-written tables; a row may be just the other writings of the name."""
    for table, content in hand_written_tables().items():
        usual = float(str(content["share"]))
        for sex in Sex:
            names = content.get(sex.value, {})
            for canonical, row in names.items():  # type: ignore[attr-defined]  # TOML: the file's shape is tested
                listed = {"forms": row} if isinstance(row, str) else row
                words = {key: str(listed.get(key, "")).split() for key in ("forms", "short", "cognates", "cognate_of")}
                share = float(str(listed.get("share", usual))) / SHARE_UNIT
                yield NameRow(canonical, sex, share, **words, by_sound=table not in BY_SPELLING)


def _lines(name: str) -> Iterator[list[str]]:
    with gzip.open(resource(f"names/{name}"), "rt", encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")


_SEX = {"m": Sex.MALE, "f": Sex.FEMALE}


def counted_rows() -> Iterator[NameRow]:
    """Give the rows of the counted names, commonest first, under their hand-written name where they have one."""
    for sex, share, canonical, forms in _lines("given_names.tsv.gz"):
        yield NameRow(canonical, _SEX[sex], int(share) / COUNTED_UNIT, forms.split())


@dataclass(frozen=True, slots=True)
class PatronymicRow:
    """One father's name with the patronymics that tell it and the usual rule does not give."""

    father: str
    male: tuple[str, ...]
    female: tuple[str, ...]


def patronymic_rows() -> Iterator[PatronymicRow]:
    """Give the patronymics that do not follow from the father's name by rule."""
    for father, male, female in _lines("patronymics.tsv.gz"):
        yield PatronymicRow(father, tuple(male.split()), tuple(female.split()))


def all_rows() -> list[NameRow]:
    """Return one row for each name and sex, the hand-written first.

    A name that is both written by hand and counted takes the mean of the two shares: the counts are of people of all
    ages, older than those who serve, and what we state is a guess at these.
    """
    rows = {(row.sex, row.canonical): row for row in hand_written_rows()}
    for row in counted_rows():
        known = rows.setdefault((row.sex, row.canonical), row)
        if known is not row:
            known.share = (known.share + row.share) / 2
            known.forms += row.forms
    return list(rows.values())
