"""A name of the lexicon that two words may stand for, weighed by how likely each stands for it."""

import pytest

from paradero.identity import MODEL, Rarity
from paradero.identity.given_names import compare_given_word
from paradero.identity.parts import ways_to_read
from paradero.terms.person import PersonName

NONE_HELD = Rarity()


def bits(sought: str, seen: str) -> float:
    one, other = (
        ways_to_read(PersonName(as_written=f"Дорошенков {text}", family_name="Дорошенков", given_name=text))
        for text in (sought, seen)
    )
    return compare_given_word(one[0].given[0], other[0].given[0], rarity=NONE_HELD, model=MODEL).weight_bits


def test_a_rare_name_that_a_common_ones_spelling_may_be_weighs_little_more_than_the_common_one() -> None:
    """“Kirill” is far likelier Кирилл than the Kiril of the Balkans, though both words may be either."""
    assert bits("Кирил", "Kirill") == pytest.approx(bits("Кирилл", "Kirill"), abs=0.5)


def test_a_rare_name_alone_weighs_what_it_is_worth() -> None:
    assert bits("Зорикто", "Zorikto") > bits("Сергей", "Serguéi") + 3
