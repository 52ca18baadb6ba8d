import pytest
from hypothesis import given, strategies as st

from paradero.identity.readings import readings, skeleton, tokens

ONE_SOUND = [
    "Хоменко Jomenko Khomenko Chomenko",
    "Дорошенков Doroshenkov Doroschenkow Dorošenkov Doroszenkow Dorochenkov",
    "Гераськин Gueraskin Geraskin Heraskin",
    "Жуков Zhukov Schukow Żukow Joukov Žukov",
    "Щукин Shchukin Schtschukin Szczukin Chtchoukine Ščukin",
    "Ткаченко Tkachenko Tkatschenko Tkaczenko Tkatchenko Tkačenko",
    "Цыбин Tsybin Zybin Cybin",
    "Фёдор Fiódor Fyodor Fedor Fjodor Федор",
    "Сергей Serguéi Sergey Sergej Sergueï",
    "Юлия Yulia Iuliia Julija Julia",
    "Гаврилюк Havryliuk Gavrilyuk",
    "Джафаров Dzhafarov Jafarov Dschafarow Djafarov",
    "Верещак Vereshchak Wereschtschak Wereszczak Vereshchak",
    "Лисогор Lysohor Lisogor",
    "Дашиев Dashiev Daschijew Dasziew Dachiev",
    "Хасан Khasan Jasan Hasan",
    "Ёлкина Elkina Yolkina",
    "Дзяніс Дзянис",
    "Павлюченко Паўлючэнка",
]
SEPARATE = [
    ("Власов", "Волосов"),
    ("Дорошенко", "Дорошенков"),
    ("Филатьев", "Филатов"),
    ("Мишин", "Мисин"),
    ("Руслан", "Руслана"),
]


@pytest.mark.parametrize("spellings", ONE_SOUND[:-1])
def test_spellings_of_one_name_share_a_reading(spellings: str) -> None:
    first, *others = spellings.lower().split()
    for other in others:
        assert set(readings(first)) & set(readings(other)), other


def test_belarusian_vowels_are_found_by_the_skeleton() -> None:
    """Belarusian writes unstressed o as a: found, and then weighed as a swap."""
    one, other = ONE_SOUND[-1].lower().split()
    assert {skeleton(code) for code in readings(one)} & {skeleton(code) for code in readings(other)}


@pytest.mark.parametrize(("one", "other"), SEPARATE)
def test_different_names_share_no_reading(one: str, other: str) -> None:
    assert not set(readings(one.lower())) & set(readings(other.lower()))


def test_words_are_parted_at_spaces_commas_and_hyphens() -> None:
    assert tokens("Анжеро-Судженский, В'ячеслав О'Нил") == ("анжеро", "судженский", "в'ячеслав", "о'нил")


@given(st.text(max_size=40))
def test_any_text_reads_without_fault(text: str) -> None:
    for word in tokens(text):
        assert all(readings(word))
        assert all(code.isascii() and code.isalpha() for code in readings(word))
