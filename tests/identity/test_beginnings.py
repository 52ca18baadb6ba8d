"""What initials and abbreviations are held to: a name in any of its languages."""

import pytest

from paradero.identity.same_name import same_name
from paradero.identity.search.names_index import NamesIndex


@pytest.mark.parametrize(
    ("asked", "right", "wrong"),
    [
        ("Вал. Хоменчук", "Хоменчук Валентина", "Хоменчук Василий"),
        ("Мик. Хоменчук", "Хоменчук Николай", "Хоменчук Михаил"),
        ("Мих. Хоменчук", "Хоменчук Михаил", "Хоменчук Николай"),
        ("Ник. Хоменчук", "Хоменчук Николай", "Хоменчук Назар"),
        ("Хоменчук Анна Серг.", "Хоменчук Анна Сергеевна", "Хоменчук Анна Семёновна"),
        ("Serg. Khomenchuk", "Хоменчук Сергій", "Хоменчук Семён"),
        ("О. Хоменчук", "Хоменчук Елена", "Хоменчук Евгений"),
        ("Г. Хоменчук", "Хоменчук Анна", "Хоменчук Алла"),
        ("U. Khamianchuk", "Хоменчук Владимир", "Хоменчук Василий"),
        ("Алдр. Хоменчук", "Хоменчук Александр", "Хоменчук Денис"),
        ("О. М. Хоменчук", "Хоменчук Елена Николаевна", "Хоменчук Елена Петровна"),
    ],
)
def test_what_begins_as_the_name_does_in_any_language_is_that_name(asked: str, right: str, wrong: str) -> None:
    assert NamesIndex([wrong, right]).search([asked])[0][0][0] == 1
    assert same_name(asked, right) > same_name(asked, wrong)
    assert same_name(right, asked) > same_name(wrong, asked)


def test_a_name_that_begins_so_itself_is_nearer_than_one_that_does_in_another_language() -> None:
    found = NamesIndex(["Хоменчук Елена", "Хоменчук Ольга"]).search(["О. Хоменчук"])[0]
    assert [place for place, _ in found] == [1, 0]


def test_an_abbreviation_says_more_than_its_first_letter() -> None:
    index = NamesIndex(["Хоменчук Валентина"])
    (short,), (shorter,) = index.search(["Вал. Хоменчук", "В. Хоменчук"])
    assert short[1] > shorter[1]


def test_an_abbreviation_is_no_word_of_its_own() -> None:
    """ "Вал" is a surname, "Вал." is not."""
    index = NamesIndex(["Вал. Хоменчук", "Хоменчук Вал"])
    assert index.search(["Вал Тимофей"])[0][0][0] == 1
