"""Build the counted tables of given names and patronymics from two open collections.

    python scripts/build_given_names.py RUSSIANNAMES NAMES_TRANSLATOR

Each argument is the folder of the installed package of that name (docs/reference/sources.md says which versions).
It needs `pandas`, `pyarrow` and `dawg-python` beside Paradero, in an environment of its own; the desk never runs it.
Only given names and patronymics are read. The result is the same bytes whenever it is run on the same input.
"""

import gzip
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import pandas as pd
from dawg_python import RecordDAWG
from rapidfuzz.distance import OSA

from paradero.identity.known import letters, plain
from paradero.identity.lexicon import father_heard
from paradero.identity.name_tables import COUNTED_UNIT, NameRow, hand_written_rows
from paradero.identity.patronymics import patronymics
from paradero.terms.person import Sex
from paradero.terms.resources import resource

LEAST_COUNT = 3
"""Of names counted once or twice every second is a slip of somebody's pen."""
SLIP_RATIO = 250
"""A name one slip away from a name so many times commoner is taken for the slip, unless it is in our own tables."""
SHORTEST_SLIP = 5
WORD = re.compile(r"[А-ЯЁІЇЄҐ][а-яёіїєґ']+")
NO_GIVEN_NAME = re.compile(r"(.{3}(ов|ев|ёв|ова|ева|ин|ина|ии|ого|ому)|вич|вна|ична|оглы|кызы)$")
GLIDE = re.compile("и(?=[аеоуюя])")
SEX = {"m": Sex.MALE, "f": Sex.FEMALE}
LETTER = {sex: letter for letter, sex in SEX.items()}
Name = tuple[Sex, str]


def counted_names(folder: Path) -> dict[Name, int]:
    """Return the given names in lower case with how often each was counted."""
    table = pd.read_parquet(folder / "data" / "names.parquet")
    found: defaultdict[Name, int] = defaultdict(int)
    for text, letter, count in zip(table["text"], table["gender"], table["count"], strict=True):
        if letter in SEX and WORD.fullmatch(text) and count >= LEAST_COUNT:
            found[SEX[letter], plain(text)] += int(count)
    return dict(found)


def ukrainian_to_russian(folder: Path, pool: str) -> Iterator[tuple[str, str]]:
    """Give each Ukrainian form of a pool with the commonest Russian form, both in lower case."""
    rules = json.loads((folder / "data" / f"{pool}.rules.json").read_text(encoding="utf-8"))
    forms = RecordDAWG(">BH").load(str(folder / "data" / f"{pool}.dawg"))
    for key, (rank, rule) in forms.iteritems():
        dropped, added, _ = rules[rule]
        if rank == 0 and WORD.fullmatch(key.capitalize()):
            yield plain(key), plain(key[: len(key) - dropped] + added)


def spelling_key(word: str) -> str:
    """Return what two spellings of one name share: "наталия" and "наталья", "абдулла" and "абдула".

    It is much finer than a sound, by which Ания, Яна and Анна would be one.
    """
    return GLIDE.sub("", letters(word))


class Ours:
    """The hand-written names by writing and by spelling key."""

    def __init__(self) -> None:
        self.by_text: dict[Name, str] = {}
        self.by_key: dict[Name, str] = {}
        self.short: set[str] = set()
        for row in hand_written_rows():
            self._take(row)

    def _take(self, row: NameRow) -> None:
        for word in map(plain, (row.canonical, *row.forms)):
            self.by_text.setdefault((row.sex, word), row.canonical)
            if row.by_sound:
                self.by_key.setdefault((row.sex, spelling_key(word)), row.canonical)
        self.short |= {plain(word) for word in row.short}

    def name(self, sex: Sex, word: str) -> str | None:
        """Return the hand-written name that a counted one is."""
        return self.by_text.get((sex, word)) or self.by_key.get((sex, spelling_key(word)))


def is_slip(name: Name, count: int, common: list[tuple[Name, int]]) -> bool:
    """Tell whether a name is one slip away from one that is very much commoner."""
    sex, word = name
    return any(
        other_sex is sex and OSA.distance(word, other, score_cutoff=1) <= 1
        for (other_sex, other), others in common
        if others >= SLIP_RATIO * count and max(len(word), len(other)) >= SHORTEST_SLIP and word != other
    )


def clusters(counts: dict[Name, int], ours: Ours) -> dict[Name, list[tuple[str, int]]]:
    """Return the names to ship, under their canonical name, with their writings and counts, commonest first."""
    ordered = sorted(counts.items(), key=lambda row: (-row[1], row[0][0].value, row[0][1]))
    common = [row for row in ordered if row[1] >= SLIP_RATIO * LEAST_COUNT]
    found: defaultdict[Name, list[tuple[str, int]]] = defaultdict(list)
    by_key: dict[Name, str] = {}
    for (sex, word), count in ordered:
        canonical = ours.by_text.get((sex, word))
        other_sex = next(one for one in Sex if one is not sex)
        if canonical is None:
            foreign_to_it = word in ours.short or (other_sex, word) in ours.by_text
            if foreign_to_it or NO_GIVEN_NAME.search(word) or is_slip((sex, word), count, common):
                continue
            canonical = ours.name(sex, word) or by_key.setdefault((sex, spelling_key(word)), word.capitalize())
        found[sex, canonical].append((word, count))
    return dict(found)


def add_ukrainian(found: dict[Name, list[tuple[str, int]]], pairs: Iterable[tuple[str, str]], ours: Ours) -> None:
    """Add the Ukrainian forms of the names that are shipped, where a form is no other name of ours."""
    homes = {(sex, word): canonical for (sex, canonical), words in found.items() for word, _ in words}
    for ukrainian, russian in sorted(pairs):
        for sex in Sex:
            canonical = homes.get((sex, russian))
            if canonical and (sex, ukrainian) not in homes and (sex, ukrainian) not in ours.by_text:
                homes[sex, ukrainian] = canonical
                found[sex, canonical].append((ukrainian, 0))


def name_lines(found: dict[Name, list[tuple[str, int]]], ours: Ours) -> Iterator[str]:
    """Give the lines of `given_names.tsv.gz`, commonest first: sex, share, canonical name, other writings."""
    totals = {sex: sum(count for (one, _), words in found.items() if one is sex for _, count in words) for sex in Sex}
    rows = []
    for (sex, canonical), words in found.items():
        share = round(COUNTED_UNIT * sum(count for _, count in words) / totals[sex])
        listed = {word for (one, word), name in ours.by_text.items() if one is sex and name == canonical}
        others = [word for word, _ in words if word not in listed and word != plain(canonical)]
        rows.append((-share, LETTER[sex], canonical, " ".join(others)))
    for share, letter, canonical, others in sorted(rows):
        yield f"{letter}\t{max(1, -share)}\t{canonical}\t{others}"


def fathers_of_patronymics(folder: Path, translator: Path, male: dict[str, str]) -> dict[str, dict[str, list[str]]]:
    """Return by father's canonical name the patronymics of each sex that their sound alone does not give."""
    by_rule = {word: name for text, name in male.items() for sex in Sex for word in patronymics(text, sex)}
    table = pd.read_parquet(folder / "data" / "midnames.parquet").sort_values(
        ["count", "text"], ascending=[False, True]
    )
    found: defaultdict[str, dict[str, list[str]]] = defaultdict(lambda: {"m": [], "f": []})
    homes: dict[str, tuple[str, str]] = {}
    rows = zip(table["text"], table["gender"], table["fname"], table["count"], strict=True)
    for text, letter, father, count in rows:
        name = male.get(plain(father)) if isinstance(father, str) else None
        if name and letter in SEX and WORD.fullmatch(text) and count >= LEAST_COUNT:
            homes.setdefault(plain(text), (name, letter))
    for ukrainian, russian in sorted(ukrainian_to_russian(translator, "patronymic")):
        home = homes.get(russian) or (
            (by_rule[russian], "m" if russian.endswith("ич") else "f") if russian in by_rule else None
        )
        if home:
            homes.setdefault(ukrainian, home)
    for word, (name, letter) in homes.items():
        ends = ("ич", "іч") if letter == "m" else ("на",)
        if word.endswith(ends) and father_heard(word) != name:
            found[name][letter].append(word)
    return found


def write(name: str, lines: Iterable[str]) -> None:
    """Write a table, compressed, the same bytes for the same lines."""
    path = resource(f"names/{name}")
    with path.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write("".join(f"{line}\n" for line in lines).encode())
    print(f"{name}: {path.stat().st_size:,} bytes")


def main() -> None:
    """Read both packages and write both tables."""
    counted, translator = map(Path, sys.argv[1:3])
    ours = Ours()
    found = clusters(counted_names(counted), ours)
    add_ukrainian(found, ukrainian_to_russian(translator, "first"), ours)
    write("given_names.tsv.gz", name_lines(found, ours))  # before the lexicon is asked, which reads it
    male = {word: name for (sex, name), words in found.items() if sex is Sex.MALE for word, _ in words}
    male |= {word: name for (sex, word), name in ours.by_text.items() if sex is Sex.MALE and name in male.values()}
    fathers = fathers_of_patronymics(counted, translator, male)
    rows = sorted((name, " ".join(sorted(words["m"])), " ".join(sorted(words["f"]))) for name, words in fathers.items())
    write("patronymics.tsv.gz", ("\t".join(row) for row in rows))


if __name__ == "__main__":
    main()
