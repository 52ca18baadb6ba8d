"""The hand-edited tables: a slip in one is found here and not by a family."""

from collections import Counter

import pytest

from paradero.identity import MODEL, THRESHOLD
from paradero.identity.lexicon import known_names, lexicon
from paradero.identity.model import match_weight_bits, probability
from paradero.identity.name_tables import hand_written_rows
from paradero.identity.readings import readings
from paradero.terms.person import Sex


def test_every_row_of_the_model_says_where_its_numbers_come_from() -> None:
    assert all(len(row.why) > 5 for row in MODEL.rows.values())
    assert all(0 < row.m <= 1 and (row.u is None or 0 < row.u <= 1) for row in MODEL.rows.values())
    assert MODEL.name.rpartition("-")[2].isdigit()
    assert 0 < THRESHOLD < 1


@pytest.mark.parametrize("row", [name for name in MODEL.rows if name.endswith(("differs", "far", "other_ending"))])
def test_a_difference_never_speaks_for_one_person(row: str) -> None:
    assert MODEL.bits(row) < 0


def test_the_prior_falls_as_sightings_grow() -> None:
    assert MODEL.prior_bits(10) == MODEL.prior_bits(100) > MODEL.prior_bits(1000) > MODEL.prior_bits(1_000_000)


def test_probability_and_bits_are_two_ways_to_say_it() -> None:
    assert probability(0) == 0.5
    assert probability(-1e9) > 0
    assert probability(10) == pytest.approx(1024 / 1025)
    with pytest.raises(ValueError, match="probabilities"):
        match_weight_bits(m=0.5, u=0)


def test_no_name_is_listed_twice() -> None:
    """TOML refuses a key twice in one table, not in two."""
    names = Counter((row.sex, row.canonical) for row in hand_written_rows())
    assert [name for name, count in names.items() if count > 1] == []


def test_shares_of_given_names_leave_room_for_the_others() -> None:
    names = lexicon()
    for sex in Sex:
        own = {known.canonical for rows in names.by_text.values() for known in rows if known.sex is sex}
        assert 0.6 < sum(names.shares[name] for name in own) < 1.3


def test_every_name_in_the_lexicon_is_found_by_its_own_writing() -> None:
    for written, rows in lexicon().by_text.items():
        assert set(rows) <= set(known_names(written))
        assert readings(written)
