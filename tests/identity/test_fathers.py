"""What two sides say of the father: a patronymic, or his own name in any spelling, known to the lexicon or not."""

import pytest

from paradero.identity import MODEL, Rarity
from paradero.identity.fathers import compare_fathers, father
from paradero.identity.parts import ways_to_read
from paradero.terms.matching import Comparison, Outcome
from paradero.terms.person import Description, PersonName

NONE_HELD = Rarity()


def compared(patronymic: str, own_name: str) -> Comparison:
    name = PersonName(as_written="", family_name="Дорошенков", given_name="Руслан", patronymic=patronymic)
    sought = father(ways_to_read(name)[0], Description())
    seen = father(None, Description(father_name=own_name))
    return compare_fathers(sought, seen, rarity=NONE_HELD, model=MODEL)


@pytest.mark.parametrize(
    ("patronymic", "own_name"),
    [
        ("Семёнович", "Semen"),
        ("Юрьевич", "Juri"),
        ("Семенівна", "Semén"),
        ("Георгиевич", "Georgi"),
        ("Константинович", "Konstantine"),
    ],
)
def test_a_fathers_name_that_may_be_several_is_any_of_them(patronymic: str, own_name: str) -> None:
    """Semen was taken for Сэмэн, and Juri for Георгий, and for nobody else."""
    assert compared(patronymic, own_name).reason == "same_father"


@pytest.mark.parametrize(
    ("patronymic", "own_name"), [("Чеславович", "Cheslav"), ("Чеславівна", "Tscheslaw"), ("Зореславович", "Zoreslav")]
)
def test_the_name_of_a_father_that_nobody_listed_is_heard_in_the_patronymic(patronymic: str, own_name: str) -> None:
    found = compared(patronymic, own_name)

    assert found.outcome is not Outcome.DIFFERS
    assert found.weight_bits > 0


@pytest.mark.parametrize(
    ("patronymic", "own_name"), [("Семёнович", "Juri"), ("Чеславович", "Zoreslav"), ("Юрьевич", "Semen")]
)
def test_another_father_is_another(patronymic: str, own_name: str) -> None:
    assert compared(patronymic, own_name).reason == "other_father"


def test_a_name_that_may_be_several_says_less() -> None:
    assert compared("Юрьевич", "Juri").weight_bits < compared("Юрьевич", "Юрий").weight_bits
    assert compared("Семёнович", "Semen").weight_bits < compared("Семёнович", "Семён").weight_bits


@pytest.mark.parametrize("written", ["?", "—", " "])
def test_what_stands_for_a_father_s_name_and_has_no_letter_is_not_known(written: str) -> None:
    assert compared("Юрьевич", written).outcome is Outcome.NOT_KNOWN
