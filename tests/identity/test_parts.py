"""Which word is which: a table that a translator can extend."""

import pytest
from hypothesis import given, strategies as st

from paradero.identity.parts import ways_to_read
from paradero.terms.person import PersonName, Sex

MALE, FEMALE = Sex.MALE, Sex.FEMALE

CASES = [
    # as written, family name, given name, patronymic, sex
    ("Ruslan Doroshenkov", "doroshenkov", "ruslan", None, MALE),
    ("Doroschenkow, Ruslan", "doroschenkow", "ruslan", None, MALE),
    ("ДОРОШЕНКОВ РУСЛАН СЕРГЕЕВИЧ", "дорошенков", "руслан", "сергеевич", MALE),
    ("ищу Дорошенкова Руслана Сергеевича", "дорошенков", "руслан", "сергеевич", MALE),
    ("ищу сына Дорошенкова Руслана", "дорошенков", "руслан", None, MALE),
    ("помогите найти: Дорошенкову Руслану Сергеевну", "дорошенкова", "руслана", "сергеевна", FEMALE),
    ("Дорошенкову Руслану Сергеевичу", "дорошенков", "руслан", "сергеевич", MALE),
    ("Дорошенковым Русланом Сергеевичем", "дорошенков", "руслан", "сергеевич", MALE),
    ("Дорошенкова Руслана Сергеевна", "дорошенкова", "руслана", "сергеевна", FEMALE),
    ("Дорошенковой Русланы Сергеевны", "дорошенкова", "руслана", "сергеевна", FEMALE),
    ("шукаю Хоменка Сергія Олександровича", "хоменко", "сергій", "олександрович", MALE),
    ("шукаю брата Лисогора Максима", "лисогор", "максим", None, MALE),
    ("нет связи с Лисогором Максимом Ивановичем", "лисогор", "максим", "иванович", MALE),
    ("нет связи с Козловской Татьяной Петровной", "козловская", "татьяна", "петровна", FEMALE),
    ("няма сувязі з Казлоўскай Таццянай Пятроўнай", "казлоўская", "таццяна", "пятроўна", FEMALE),
    ("шукаю Сцяпанава Дзяніса Пятровіча", "сцяпанаў", "дзяніс", "пятровіч", MALE),
    ("ад Сямёнавай Вольгі Пятроўны", "сямёнава", "вольга", "пятроўна", FEMALE),
    ("ищу: Дорошенков Руслан", "дорошенков", "руслан", None, MALE),
    ("шукаю Сергій Хоменко", "хоменко", "сергій", None, MALE),
    ("ищу Дорошенкова Руслана", "дорошенков", "руслан", None, MALE),
    ("Дорошенкова Руслана", "дорошенкова", "руслана", None, FEMALE),
    ("Лисогора Артема шукаю", "лисогор", "артем", None, MALE),
    ("шукаю Верещак Олену", "верещак", "олена", None, FEMALE),
    ("Олена Верещак", "верещак", "олена", None, FEMALE),
    ("Тимур Баирович Дашиев", "дашиев", "тимур", "баирович", MALE),
    ("разыскиваю Дашиева Тимура Баировича", "дашиев", "тимур", "баирович", MALE),
    ("Dashiev Timur", "dashiev", "timur", None, MALE),
    ("Yeison Cuastumal", "cuastumal", "yeison", None, MALE),
    ("busco a mi hijo Yeison Cuastumal", "cuastumal", "yeison", None, MALE),
    ("Р. Дорошенков", "дорошенков", "р", None, MALE),
    ("Roman Abramenko", "abramenko", "roman", None, MALE),
]


@pytest.mark.parametrize(("written", "family", "given_name", "patronymic", "sex"), CASES)
def test_the_best_way_of_reading(written: str, family: str, given_name: str, patronymic: str | None, sex: Sex) -> None:
    way = ways_to_read(PersonName(as_written=written))[0]
    assert [word.nominative for word in way.family] == [family]
    assert [word.nominative for word in way.given] == [given_name]
    assert (way.patronymic.nominative if way.patronymic else None) == patronymic
    assert way.sex is sex


def test_parts_given_in_fields_win_over_any_guess() -> None:
    name = PersonName(as_written="Максим Артем", given_name="Артем", family_name="Максим")
    (way,) = {(way.family[0].nominative, way.given[0].nominative) for way in ways_to_read(name)}
    assert way == ("максим", "артем")


def test_fields_in_the_accusative_are_read_as_the_nominative() -> None:
    name = PersonName(as_written="", given_name="Руслана", patronymic="Сергеевича", family_name="Дорошенкова")
    assert ways_to_read(name)[0].family[0].nominative == "дорошенков"


def test_a_word_keeps_the_spelling_it_was_written_in() -> None:
    way = ways_to_read(PersonName(as_written="ищу Дорошенкова Руслана"))[0]
    assert (way.family[0].written, way.given[0].written) == ("Дорошенкова", "Руслана")


@given(st.text(max_size=60), st.sampled_from([None, *Sex]))
def test_any_name_can_be_read(text: str, stated: Sex | None) -> None:
    ways = ways_to_read(PersonName(as_written=text), stated)
    assert all(way.cost_bits <= 0 for way in ways)
    assert not ways or ways[0].cost_bits == 0


def test_a_whole_page_in_the_field_of_a_name_holds_nothing_up() -> None:
    ways = ways_to_read(PersonName(as_written="ищу " + "Дорошенкова " * 5000 + "я" * 100_000))
    assert len(ways) <= 4
