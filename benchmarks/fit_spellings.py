"""Learns how Cyrillic letters are written in Latin ones from attested pairs, and measures it on pairs it has not seen.

    python -m benchmarks.fit_spellings ../shared/bench/identity/data/wd_tokens.tsv.gz --half 0 --measure
    python -m benchmarks.fit_spellings ../shared/bench/identity/data/wd_tokens.tsv.gz --write

A pair is a Cyrillic word and a Latin spelling of it. Each unit of one or two Cyrillic letters is written as none to
four Latin ones; which is which nobody says, so the shares are estimated by expectation and maximisation over every way
to align the two. Source: Dempster, Laird and Rubin (1977); the alignment of many letters with many as in Jiampojamarn,
Kondrak and Sherif (2007). Rows far below a unit's commonest are left out. About two minutes of CPU for all pairs.
"""

import argparse
import csv
import gzip
import hashlib
import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from paradero.identity.search.lexical import letters_of
from paradero.identity.search.tables import FIRST_CYRILLIC, KNOWN_LETTERS, letters
from paradero.identity.search.writing import LONGEST

ROOT = Path(__file__).resolve().parents[1]
TABLE = ROOT / "resources/names/spellings.tsv"
ROUNDS = 8
PAIRS = frozenset(("кс", "ий", "ый", "ья", "ье", "ьи", "ью", "ее", "ия", "ые", "ьо", "йо", "дж", "тс", "дз", "ъе"))
"""Two letters that are often written as one: ks as x, ий as y."""
PLAIN = 20.0
"""How many sightings a unit's share anywhere in a word counts for, beside its share at the word's start or end."""
SELDOM, LEFT_OUT = 1e-4, 1e-3
MOST_BITS = 9.0
Shares = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Pair:
    """A Cyrillic word, a Latin spelling of it, and how much it counts."""

    cyrillic: str
    latin: str
    weight: float


def _folded(word: str, *, cyrillic: bool) -> str:
    known = (number for number in letters_of(word.lower()) if number < KNOWN_LETTERS)
    return "".join(letters()[number] for number in known if (number >= FIRST_CYRILLIC) is cyrillic)


def read_pairs(path: Path) -> list[Pair]:
    """Return the attested pairs of a table with the columns ru, latin and count."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    pairs = (
        Pair(_folded(row["ru"], cyrillic=True), _folded(row["latin"], cyrillic=False), 1 + math.log(int(row["count"])))
        for row in rows
    )
    return [pair for pair in pairs if pair.cyrillic and 0 < len(pair.latin) <= 3 * len(pair.cyrillic) + 2]


def half(word: str) -> int:
    """Return in which half of all words a Cyrillic word is, 0 or 1."""
    return int(hashlib.sha256(word.encode()).hexdigest(), 16) % 2


def units(word: str) -> Iterator[tuple[int, int, str]]:
    """Give each unit of a word: where it begins, where it ends, and its name, marked at the word's start and end."""
    for begin in range(len(word)):
        for end in (begin + 1, begin + 2):
            letters_here = word[begin:end]
            if end <= len(word) and (end == begin + 1 or letters_here in PAIRS):
                yield begin, end, "^" * (begin == 0) + letters_here + "$" * (end == len(word))


def _share(shares: Shares, unit: str, written: str) -> float:
    unseen = LEFT_OUT if not written else SELDOM * 0.03 ** len(written)
    if not shares:
        return (0.02, 0.1, 0.025, 0.005, 0.001)[len(written)]
    return shares.get(unit, {}).get(written, 0.0) + unseen


def _steps(pair: Pair, shares: Shares) -> list[tuple[int, int, int, int, str, float]]:
    """Return every unit with every run of Latin letters it may stand for, in order, with the share of that."""
    latin = pair.latin
    return [
        (begin, end, at, at + length, unit, _share(shares, unit, latin[at : at + length]))
        for begin, end, unit in units(pair.cyrillic)
        for at in range(len(latin) + 1)
        for length in range(min(LONGEST, len(latin) - at) + 1)
    ]


def count_alignments(pair: Pair, shares: Shares, counts: defaultdict[str, defaultdict[str, float]]) -> None:
    """Add how often each unit is written in each way, over all alignments of a pair (forward and backward)."""
    rows, columns = len(pair.cyrillic) + 1, len(pair.latin) + 1
    forward = [[0.0] * columns for _ in range(rows)]
    backward = [[0.0] * columns for _ in range(rows)]
    forward[0][0] = backward[-1][-1] = 1.0
    steps = _steps(pair, shares)
    for begin, end, at, to, _, share in steps:
        forward[end][to] += forward[begin][at] * share
    for begin, end, at, to, _, share in reversed(steps):
        backward[begin][at] += share * backward[end][to]
    total = forward[-1][-1]
    if total == 0.0:
        return
    for begin, end, at, to, unit, share in steps:
        expected = forward[begin][at] * share * backward[end][to] / total
        if expected:
            counts[unit][pair.latin[at:to]] += pair.weight * expected


def _maximised(counts: defaultdict[str, defaultdict[str, float]]) -> Shares:
    plain: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for unit, row in counts.items():
        for written, count in row.items():
            plain[unit.strip("^$")][written] += count
    anywhere = {
        unit: {written: count / sum(row.values()) for written, count in row.items()} for unit, row in plain.items()
    }
    shares = {
        unit: {
            written: (row.get(written, 0.0) + PLAIN * share) / (sum(row.values()) + PLAIN)
            for written, share in anywhere[unit.strip("^$")].items()
            if share > SELDOM
        }
        for unit, row in counts.items()
    }
    return {unit: {w: share for w, share in row.items() if share > SELDOM} for unit, row in anywhere.items()} | shares


def learn(pairs: Sequence[Pair]) -> Shares:
    """Return for each unit the share of each way to write it."""
    shares: Shares = {}
    for number in range(ROUNDS):
        counts: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
        for pair in pairs:
            count_alignments(pair, shares, counts)
        shares = _maximised(counts)
        print(f"round {number + 1} of {ROUNDS}: {sum(map(len, shares.values()))} rows", flush=True)  # noqa: T201
    return shares


def table(shares: Shares) -> str:
    """Return the shares as the product reads them: unit, Latin letters, bits against the unit's commonest writing."""
    rows = []
    for unit, row in sorted(shares.items()):
        most = max(row.values())
        ordered = sorted(row.items(), key=lambda one: (-one[1], one[0]))
        rows += [(unit, written, math.log2(most / share)) for written, share in ordered]
    return "".join(f"{unit}\t{written}\t{bits:.2f}\n" for unit, written, bits in rows if bits < MOST_BITS)


def measured(pairs: Sequence[Pair], every: Sequence[Pair]) -> str:
    """Return how often the right Cyrillic word is first, and among ten, asked with the Latin spelling."""
    from paradero.identity.search.names_index import NamesIndex  # noqa: PLC0415  # it reads the table just written

    held = sorted({pair.cyrillic for pair in every})
    right: defaultdict[str, set[str]] = defaultdict(set)
    for pair in every:
        right[pair.latin].add(pair.cyrillic)
    asked = sorted({pair.latin for pair in pairs})
    answers = NamesIndex(held).search(asked, limit=10)
    first = sum(bool(row) and held[row[0][0]] in right[latin] for latin, row in zip(asked, answers, strict=True))
    ten = sum(any(held[at] in right[latin] for at, _ in row) for latin, row in zip(asked, answers, strict=True))
    return f"{len(asked)} spellings of {len(held)} words: first {first / len(asked):.4f}, in ten {ten / len(asked):.4f}"


def main() -> None:
    """Learn, and write or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--half", type=int, choices=[0, 1], help="learn from this half of the words alone")
    parser.add_argument("--write", action="store_true", help=f"write {TABLE.relative_to(ROOT)}")
    parser.add_argument("--measure", action="store_true", help="measure on the other half; the table is put back after")
    given = parser.parse_args()
    every = read_pairs(given.pairs)
    chosen = [pair for pair in every if given.half is None or half(pair.cyrillic) == given.half]
    before, learned = TABLE.read_text(encoding="utf-8"), table(learn(chosen))
    TABLE.write_text(learned, encoding="utf-8")
    try:
        if given.measure:
            print(measured([pair for pair in every if half(pair.cyrillic) != given.half], every))  # noqa: T201
    finally:
        if not given.write:
            TABLE.write_text(before, encoding="utf-8")


if __name__ == "__main__":
    main()
