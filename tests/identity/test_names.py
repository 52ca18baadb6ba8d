"""Parts of a name that another way of reading it, or another name of the same person, fills in."""

import pytest

from paradero.identity import MODEL, Rarity
from paradero.identity.names import compare_names
from paradero.terms.matching import Comparison
from paradero.terms.person import Description, PersonName

NONE_HELD = Rarity()


def compared(sought: tuple[str, ...], *seen: str) -> dict[str, Comparison]:
    sides = (Description(names=tuple(PersonName(as_written=text) for text in names)) for names in (sought, seen))
    return {one.field: one for one in compare_names(*sides, rarity=NONE_HELD, model=MODEL).comparisons}


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("Руслан Данилевич", "Данилевич Руслан Сергеевич"),
        ("Ruslan Yanovich", "Янович Руслан Сергеевич"),
        ("Руслан Ігнатович", "Игнатович Руслан Сергеевич"),
        ("Maksim Stefanovich", "Стефанович Максим Артёмович"),
    ],
)
def test_a_surname_that_could_be_a_patronymic_is_not_both(short: str, whole: str) -> None:
    """Данилевич as his surname agreed, and as his father's name told against him in the same breath."""
    for compared_names in (compared((short,), whole), compared((whole,), short)):
        assert compared_names["family_name"].weight_bits > 5
        assert compared_names["given_name"].weight_bits > 3
        assert compared_names["patronymic"].weight_bits == 0


def test_a_surname_that_is_also_the_fathers_name_counts_once() -> None:
    alone = compared(("Руслан Данилевич",), "Данилевич Руслан Данилович")

    assert alone["family_name"].weight_bits > 5
    assert alone["patronymic"].weight_bits == 0


def test_two_spellings_of_such_a_surname_are_one_word() -> None:
    said_twice = compared(("Ruslan Danilevich", "Руслан Данилевич"), "Данилевич Руслан Сергеевич")

    assert said_twice["patronymic"].weight_bits == 0


def test_a_patronymic_from_another_name_of_the_person_counts() -> None:
    """A report says "Руслан Дорошенков" once, and "Руслан Сергеевич" after that."""
    names = ("Руслан Дорошенков", "Руслан Сергеевич")

    assert compared(names, "Дорошенков Руслан Сергеевич")["patronymic"].reason == "same_father"
    assert compared(names, "Дорошенков Руслан Олегович")["patronymic"].reason == "other_father"


def test_what_one_name_leaves_out_any_other_fills_in() -> None:
    found = compared(("Руслан Сергеевич", "Дорошенков"), "Дорошенков Руслан Сергеевич")

    assert [found[field].reason for field in ("family_name", "given_name", "patronymic")] == [
        "same_spelling",
        "same_spelling",
        "same_father",
    ]


def test_the_second_of_two_initials_tells_of_the_father() -> None:
    assert compared(("Дорошенков Р. П.",), "Дорошенков Павел Русланович")["patronymic"].reason == "other_initial"
    assert compared(("Дорошенков Р. П.",), "Дорошенков Руслан Павлович")["patronymic"].reason == "initial"
