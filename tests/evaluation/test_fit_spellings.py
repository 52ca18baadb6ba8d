from collections import defaultdict

import pytest
from benchmarks.fit_spellings import Pair, count_alignments, half, learn, table, units

PAIRS = [
    Pair("хоменко", "khomenko", 3.0),
    Pair("хоменко", "chomenko", 1.0),
    Pair("ткач", "tkach", 2.0),
    Pair("чумак", "chumak", 2.0),
    Pair("мартин", "martyn", 1.0),
    Pair("харченко", "kharchenko", 2.0),
]


def test_who_writes_what_is_learned_from_whole_words() -> None:
    """Nobody says which letters of a pair belong together; alignment tells."""
    shares = learn(PAIRS)
    assert max(shares["ч"], key=lambda written: shares["ч"][written]) == "ch"
    assert max(shares["^х"], key=lambda written: shares["^х"][written]) == "kh"
    assert shares["^х"]["ch"] > shares["^х"].get("h", 0.0)


def test_every_alignment_of_a_pair_counts_each_letter_once() -> None:
    counts: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    count_alignments(Pair("ткач", "tkach", 1.0), {}, counts)
    letters = sum(len(unit.strip("^$")) * sum(row.values()) for unit, row in counts.items())
    assert letters == pytest.approx(4)


def test_the_commonest_writing_costs_nothing_and_rows_are_ordered() -> None:
    rows = [line.split("\t") for line in table({"ч": {"ch": 0.8, "tsch": 0.2}, "^х": {"kh": 1.0}}).splitlines()]
    assert rows == [["^х", "kh", "0.00"], ["ч", "ch", "0.00"], ["ч", "tsch", "2.00"]]


def test_units_are_marked_at_the_ends_of_a_word() -> None:
    assert list(units("ия")) == [(0, 1, "^и"), (0, 2, "^ия$"), (1, 2, "я$")]


def test_a_word_is_always_in_the_same_half() -> None:
    assert {half("хоменко"), half("дашиев"), half("верещак"), half("лисогор")} == {0, 1}
    assert half("хоменко") == half("хоменко")
