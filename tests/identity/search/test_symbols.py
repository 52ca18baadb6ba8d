from importlib.util import find_spec
from pathlib import Path

import pytest

from paradero.identity.search.names_index import NamesIndex
from paradero.identity.search.stored import StoredIndexError
from paradero.identity.search.symbols import SymbolsMissing, rigour_symbols, symbols_of

HELD = ["Брайан Райт", "Брайан Грант", "Кюллёнен, Мерья", "Роберт Фостер Беннетт", "Эндрю Беннетт"]
WRIGHT, OTHER = 7, 8
installed = pytest.mark.skipif(find_spec("rigour") is None, reason="extra [symbols] is not installed")


class Table:
    """A table of three rows, so that what an index makes of symbols is tested without the extra."""

    version = "a table of three rows"

    def of(self, word: str) -> frozenset[int]:
        return {
            "wright": frozenset({WRIGHT, OTHER}),
            "райт": frozenset({WRIGHT}),
            "кюллёнен": frozenset({OTHER}),
        }.get(word, frozenset())


def _bits(index: NamesIndex, asked: str) -> dict[str, float]:
    return {HELD[place]: bits for place, bits in index.search([asked], 5)[0]}


def test_a_shared_symbol_is_an_agreement_that_sounds_do_not_show() -> None:
    """No practice of spelling reads "Wright" as "Райт"."""
    without, told = _bits(NamesIndex(HELD), "Brian Wright"), _bits(NamesIndex(HELD, symbols=Table()), "Brian Wright")

    assert told["Брайан Райт"] > without["Брайан Райт"] + 8
    assert told["Брайан Грант"] == pytest.approx(without["Брайан Грант"])


def test_a_word_is_asked_of_the_table_as_it_was_written() -> None:
    """The search folds "ё" and "е"; the table knows "Кюллёнен" alone."""
    assert _bits(NamesIndex(HELD, symbols=Table()), "Wright")["Кюллёнен, Мерья"] > 0


def test_a_symbol_that_many_hold_says_less() -> None:
    many = [*HELD, *(f"Райт Петро {letter}" for letter in "АБВГД")]
    few_bits = NamesIndex(HELD, symbols=Table()).search(["Brian Wright"], 1)[0][0][1]
    many_bits = NamesIndex(many, symbols=Table()).search(["Brian Wright"], 1)[0][0][1]

    assert many_bits < few_bits


def test_names_that_come_later_are_found_by_symbol_too() -> None:
    index = NamesIndex(HELD[1:], symbols=Table())
    index.add(len(HELD), [HELD[0]])
    index.remove(0)

    assert index.search(["Wright"], 1)[0][0][0] in {len(HELD), 1}
    assert len(HELD) in {place for place, bits in index.search(["Brian Wright"], 5)[0] if bits > 0}


def test_an_index_on_the_disk_belongs_to_its_table(tmp_path: Path) -> None:
    """Opened with another table, or none, it would miss what it says it finds."""
    said = NamesIndex(HELD, symbols=Table()).put(tmp_path)
    again = NamesIndex.opened(tmp_path, said, symbols=Table())

    assert again.search(["Brian Wright"], 1)[0][0][0] == 0
    with pytest.raises(StoredIndexError, match="another table of symbols"):
        NamesIndex.opened(tmp_path, said)


@installed
@pytest.mark.parametrize(
    ("asked", "found"),
    [("Brian Wright", "Брайан Райт"), ("Merja Kyllönen", "Кюллёнен, Мерья"), ("Bob Bennett", "Роберт Фостер Беннетт")],
)
def test_the_extra_finds_names_that_are_spelled_by_no_rule(asked: str, found: str) -> None:
    index = NamesIndex(HELD, symbols=rigour_symbols())

    assert HELD[index.search([asked], 1)[0][0][0]] == found


@installed
def test_short_forms_lead_to_the_symbols_of_the_name_in_full() -> None:
    """The table has no row that joins "Bob" and "Роберт"; the lexicon knows that "Bob" is Robert."""
    assert symbols_of("bob", rigour_symbols()) & rigour_symbols().of("роберт")


@pytest.mark.skipif(find_spec("rigour") is not None, reason="the extra [symbols] is installed")
def test_without_the_extra_it_is_said_what_to_install() -> None:
    with pytest.raises(SymbolsMissing, match=r"paradero\[symbols\]"):
        rigour_symbols()
