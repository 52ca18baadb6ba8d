"""The tables of given names: every slip in one is found here."""

import gzip
import re
import subprocess
import sys
import unicodedata

import pytest

from paradero.identity.known import letters
from paradero.identity.lexicon import COGNATE, FULL, entries, known_names, lexicon, patronymic_entries, plain
from paradero.identity.name_tables import (
    BY_SPELLING,
    NameRow,
    counted_rows,
    hand_written_rows,
    hand_written_tables,
    patronymic_rows,
)
from paradero.terms.person import Sex
from paradero.terms.resources import resource

MOST_SECONDS = 2.0
"""Of the processor's time; the lexicon takes from a quarter of a second to one, by the machine."""
MOST_MEGABYTES = 60
WORD = re.compile(r"[^\W\d_][\w']*")
PACKED = ("given_names.tsv.gz", "patronymics.tsv.gz")


def _words(row: NameRow) -> list[str]:
    return [row.canonical, *row.forms, *row.short, *row.cognates]


def test_every_table_states_its_usual_share_and_holds_both_sexes() -> None:
    for table, content in hand_written_tables().items():
        assert set(content) == {"share", *(sex.value for sex in Sex)}, table
        assert 0 < float(str(content["share"])) < 1
    assert set(hand_written_tables()) > BY_SPELLING


def test_rows_hold_only_what_the_readme_tells() -> None:
    """A key that is misspelt would be left out in silence."""
    rows = [
        row
        for content in hand_written_tables().values()
        for sex in Sex
        for row in content[sex.value].values()  # type: ignore[attr-defined]  # TOML: its shape is tested above
    ]
    keys = {key for row in rows if isinstance(row, dict) for key in row}
    assert keys <= {"share", "forms", "short", "cognates", "cognate_of"}


def test_every_written_word_is_one_composed_word_in_one_alphabet() -> None:
    for row in hand_written_rows():
        for word in _words(row):
            assert WORD.fullmatch(word), word
            assert unicodedata.is_normalized("NFC", word), word
            alphabets = {unicodedata.name(letter).split()[0] for letter in word if letter.isalpha()}
            assert len(alphabets) == 1, word


def test_no_row_lists_a_writing_twice() -> None:
    for row in hand_written_rows():
        full = [plain(word) for word in (row.canonical, *row.forms)]
        assert len(full) == len(set(full)), row.canonical
        assert len(row.short) == len(set(row.short)), row.canonical


def test_a_cognate_s_counterpart_has_a_row_of_its_own() -> None:
    names = {(row.sex, row.canonical) for row in hand_written_rows()}
    for row in hand_written_rows():
        assert all((row.sex, hub) in names and hub != row.canonical for hub in row.cognate_of), row.canonical


@pytest.mark.parametrize(
    ("table", "fewest"), [("spanish", 500), ("caucasian", 800), ("turkic", 700), ("mongolic", 290)]
)
def test_no_people_is_left_with_a_handful(table: str, fewest: int) -> None:
    content = hand_written_tables()[table]
    assert sum(len(content[sex.value]) for sex in Sex) >= fewest  # type: ignore[arg-type]  # TOML, as above


def test_counted_names_are_in_order_and_each_once() -> None:
    rows = list(counted_rows())
    assert len(rows) > 4000
    assert [row.share for row in rows] == sorted((row.share for row in rows), reverse=True)
    assert len({(row.sex, row.canonical) for row in rows}) == len(rows)
    assert all(unicodedata.is_normalized("NFC", word) for row in rows for word in _words(row))


def test_no_patronymic_is_counted_as_a_name() -> None:
    assert not [row.canonical for row in counted_rows() if row.canonical.endswith(("вич", "вна"))]


def test_the_father_of_every_listed_patronymic_is_a_name_of_the_lexicon() -> None:
    shares = lexicon().shares
    assert all(row.father in shares for row in patronymic_rows())


@pytest.mark.parametrize("name", PACKED)
def test_packed_tables_hold_no_moment_of_packing(name: str) -> None:
    """The same input gives the same bytes, so that a change can be seen to be one."""
    packed = resource(f"names/{name}").read_bytes()
    assert packed[4:8] == bytes(4)
    assert gzip.decompress(packed).decode().endswith("\n")
    assert len(packed) < 100_000


def test_the_plain_table_says_what_the_lexicon_knows() -> None:
    rows = list(entries())
    assert len(rows) > 20_000
    assert len({row.number for row in rows}) == len({row.canonical for row in rows})
    assert {(row.canonical, row.kind) for row in rows if row.text == "хуан"} == {("Juan", FULL), ("Иван", COGNATE)}
    assert all(0 < row.share < 0.2 for row in rows)


def test_patronymics_of_both_sexes_are_given_in_three_languages() -> None:
    rows = set(patronymic_entries())
    assert ("сергеевич", "Сергей", Sex.MALE) in rows
    assert ("сергіївна", "Сергей", Sex.FEMALE) in rows
    assert ("сяргееўна", "Сергей", Sex.FEMALE) in rows
    assert ("яковлевич", "Яков", Sex.MALE) in rows


@pytest.mark.parametrize(
    ("one", "other"),
    [("José", "jose"), ("Вільям", "вильям"), ("Қайрат", "кайрат"), ("Łukasz", "lukasz"), ("Анна", "ана")],
)
def test_marks_that_get_lost_do_not_part_two_writings(one: str, other: str) -> None:
    assert letters(plain(one)) == letters(plain(other))


def test_a_common_name_comes_before_a_rare_one_of_the_same_writing() -> None:
    assert known_names("саня")[0].canonical == "Александр"


def test_names_in_oblique_cases_go_back_to_the_writing_they_are_most_like() -> None:
    assert lexicon().inflected.get("сергія")[0][2] == "сергій"
    assert lexicon().inflected.get("сергея")[0][2] == "сергей"
    assert "хуана" in lexicon().inflected
    assert "дорошенкова" not in lexicon().inflected


def test_the_lexicon_is_loaded_quickly_and_is_small() -> None:
    """Every command of the desk that reads a name loads it; the peak is the process's own, none of its parent's."""
    code = (
        "import re, time\n"
        "from pathlib import Path\n"
        "from paradero.identity.lexicon import lexicon\n"
        "peak = lambda: int(re.search(r'VmHWM:\\s+(\\d+) kB', Path('/proc/self/status').read_text())[1])\n"
        "before, start = peak(), time.process_time()\n"
        "lexicon()\n"
        "print(time.process_time() - start, peak() - before)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    seconds, kilobytes = map(float, done.stdout.split())
    assert seconds < MOST_SECONDS
    assert 0 < kilobytes / 1024 < MOST_MEGABYTES
