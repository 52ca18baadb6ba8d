"""A name typed in one script finds the name written in another."""

import pytest

from paradero.records.folding import LONGEST, fold, name_keys, neutral


@pytest.mark.parametrize(
    "spellings",
    [
        ("Дорошенков", "Doroshenkov", "Doroschenkow", "Dorošenkov"),
        ("Хоменко Сергій", "Khomenko Serhii", "Jomenko Serhii", "Homenko Sergiy"),
        ("Дашиев", "Dashiev", "Dachiev", "Dashijew"),
        ("Верещак", "Vereshchak", "Wereschtschak"),
        ("Лисогор", "Lysohor", "Lisogor"),
        ("Залізняк", "Zalizniak", "Zaliznyak", "Зализняк"),
        ("Юлия", "Yulia", "Julia", "Iulia"),
        ("Арефьев", "Arefiev", "Arefjew", "Arefyev"),
    ],
)
def test_spellings_of_one_name_meet(spellings: tuple[str, ...]) -> None:
    assert len({neutral(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(("one", "other"), [("Дорошенков", "Khomenko"), ("Timur", "Тарас"), ("Artem", "Максим")])
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert neutral(one) != neutral(other)


def test_accents_capitals_and_hyphens_make_no_difference() -> None:
    assert fold(" PÉREZ-Gómez,  Lucía ") == fold("perez gomez lucia") == "perez gomez lucia"


def test_a_name_is_found_from_each_of_its_words_on() -> None:
    assert [folded for folded, _ in name_keys("Ruslan Serguéyevich Doroshenkov")] == [
        "ruslan sergueyevich doroshenkov",
        "sergueyevich doroshenkov",
        "doroshenkov",
    ]


def test_an_endless_name_is_cut_to_what_a_row_holds() -> None:
    assert all(len(folded) <= LONGEST and len(plain) <= LONGEST for folded, plain in name_keys("Ж" * 1000))
