"""Which names of a report are one person's."""

import pytest
from tests.reading.people.written import document, name

from paradero.reading.people.same_person import one_each


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("es", "Óscar Quintero Rojas", "Quintero"),
        ("es", "Maximiliano Antiñir", "Maxi"),
        ("ru", "Алексей Дорошенков", "Лёша"),
        ("ru", "Руслана Дорошенкова", "Дорошенкову"),
        ("ru", "Руслан Сергеевич", "Дорошенков Руслан"),
        ("uk", "Сергій Швайка", "Швайки"),
        ("en", "Oleksandr Petrenko", "O. Petrenko"),
    ],
)
def test_two_forms_of_a_name_are_one_person(language: str, one: str, other: str) -> None:
    """A mother reads of one son, not of two."""
    report = document(f"{one} wrote.\n{other} wrote.", language)

    assert len(one_each(report, [name(report, one), name(report, other)])) == 1


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("es", "Ana Quintero", "Luis Quintero"),
        ("uk", "Параска Іллівна Дзюба", "Ілля"),
        ("ru", "Иван Жук", "Пётр Жук"),
        ("es", "Óscar Rojas", "Marisol"),
    ],
)
def test_two_names_are_two_persons(language: str, one: str, other: str) -> None:
    """What is told of a brother is not told of him; nor is a father's name the father."""
    report = document(f"{one} wrote.\n{other} wrote.", language)

    assert len(one_each(report, [name(report, one), name(report, other)])) == 2


def test_a_short_form_that_may_be_two_persons_is_nobody_known() -> None:
    """Of two men called Алексей, Лёша is neither for sure."""
    report = document("Алексей Жук звонил.\nАлексей Орлов звонил.\nЛёша звонил.", "ru")
    names = [name(report, words) for words in ("Алексей Жук", "Алексей Орлов", "Лёша")]

    assert len(one_each(report, names)) == 3


def test_a_call_sign_belongs_to_whom_its_sentence_names_before_it() -> None:
    """ "Гуйва, позывной Пасечник" is one man; the name of the next line has no part in it."""
    report = document("Александр Гуйва , позывной Пасечник , пропал.\nИван Жук звонил.", "ru")
    names = [name(report, "Александр Гуйва"), name(report, "Пасечник", call_sign=0.9), name(report, "Иван Жук")]

    people = one_each(report, names)

    assert [len(found) for found in people] == [2, 1]
    assert names[1] in people[0]
