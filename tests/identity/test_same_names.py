"""Pairs of writings that are one name, and pairs that are not: tables that a translator can extend."""

import pytest
from tests.identity.crowd import named

from paradero.identity import THRESHOLD, Rarity, compare
from paradero.identity.comparing import compare_names
from paradero.identity.model import MODEL
from paradero.terms.person import Description, PersonName

NONE_HELD = Rarity()

SAME = [
    ("Хоменко Сергій", "Serguéi Jomenko"),
    ("Хоменко Сергій", "Siarhei Khomenka"),
    ("Хоменко Сергей", "Sergio Jomenko"),
    ("Дорошенков Дмитрий", "Dima Doroshenkov"),
    ("Дорошенков Дмитро", "Митя Дорошенков"),
    ("Лисогор Олександр", "Саша Лисогор"),
    ("Лисогор Александр", "Oleksandr Lysohor"),
    ("Верещак Олена", "Елена Верещак"),
    ("Лена Верещак", "Olena Vereshchak"),
    ("Микола Гайдученко", "Николай Гайдученко"),
    ("Павло Зінчук", "Павел Зинчук"),
    ("Євген Зализняк", "Evgeni Zalizniak"),
    ("Алексей Дорошенков", "Alexéi Doroshenkov"),
    ("Фёдор Щукин", "Fedor Schtschukin"),
    ("Дашиев Тимур", "Timur Daschijew"),
    ("Дашиев Чингис", "Чингиз Дашиев"),
    ("Магомед Алиев", "Magomed Aliyev"),
    ("Ибрагим Джафаров", "Ibrahim Jafarov"),
    ("Yeison Cuastumal", "Йейсон Куастумал"),
    ("Рыгор Лисогор", "Григорий Лисогор"),
    ("Дзмітрый Хоменко", "Dmitry Khomenko"),
    ("Дорошенкова Елена", "Olena Doroshenkova"),
    ("Вересаевская Анна", "Ganna Veresáievskaya"),
    ("Іван Жуков", "Ivan Schukow"),
]
DIFFERENT = [
    ("Дорошенков Руслан", "Ruslan Doroshenko"),
    ("Дорошенков Руслан", "Ruslana Doroshenkova"),
    ("Евгений Лисогор", "Евгения Лисогор"),
    ("Филатьев Павел", "Филатов Павел"),
    ("Лисогор Максим", "Лисогор Артем"),
    ("Власов Иван", "Волосов Иван"),
    ("Иваненко Олег", "Иванов Олег"),
    ("Хоменко Сергій", "Serhii Homin"),
    ("Валерий Дашиев", "Валерия Дашиева"),
    ("Александр Дашиев", "Алексей Дашиев"),
    ("Тимур Дашиев", "Тимур Доржиев"),
    ("Ковалёв Пётр", "Ковальчук Пётр"),
]
ONE_NAME_BITS = 11.0


def _name_bits(one: str, other: str) -> float:
    return compare_names(named(one), named(other), rarity=NONE_HELD, model=MODEL).bits


@pytest.mark.parametrize(("one", "other"), SAME)
def test_writings_of_one_name_meet(one: str, other: str) -> None:
    assert _name_bits(one, other) > ONE_NAME_BITS


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_look_alikes_are_two_names(one: str, other: str) -> None:
    assert _name_bits(one, other) < ONE_NAME_BITS


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_look_alikes_are_not_likely_with_nothing_else_known(one: str, other: str) -> None:
    assert compare(named(one), named(other), rarity=NONE_HELD).probability < 0.25


def test_a_call_name_does_not_hide_that_the_surnames_differ() -> None:
    """A second, shorter name adds a way to agree and takes no disagreement away."""
    called = Description(names=(PersonName(as_written="Дашиев Тимур"), PersonName(as_written="Тимур")))
    other = named("Timur Lysohor")
    assert compare(called, other, rarity=NONE_HELD).probability < 0.01
    alias = Description(names=(PersonName(as_written="Дашиев Тимур"), PersonName(as_written="Лисогор Тимур")))
    assert compare(alias, other, rarity=NONE_HELD).probability > 0.5


def test_a_patronymic_that_is_said_once_holds_for_all_names_of_a_person() -> None:
    seen = Description(names=(PersonName(as_written="Тимур Дашиев"), PersonName(as_written="Тимур Батоевич")))
    explanation = compare(named("Дашиев Тимур Баирович"), seen, rarity=NONE_HELD)
    assert explanation.contradictions == ("patronymic",)
    assert explanation.probability < THRESHOLD / 2


def test_a_common_name_says_less_than_a_rare_one() -> None:
    assert _name_bits("Иванов Сергей", "Serguéi Ivanov") < _name_bits("Дашиев Солбон", "Solbon Dashiev") - 5


def test_a_father_is_the_same_by_patronymic_and_by_name() -> None:
    sought, seen = named("Хоменко Сергій Олександрович"), named("Serhii Khomenko", father_name="Alexander")
    row = next(one for one in compare(sought, seen, rarity=NONE_HELD).comparisons if one.field == "patronymic")
    assert (row.reason, row.weight_bits > 2) == ("same_father", True)


def test_a_second_given_name_that_differs_speaks_against() -> None:
    alone = _name_bits("Yeison Cuastumal", "Yeison Andrés Cuastumal")
    assert _name_bits("Jeison Orlando Cuastumal", "Yeison Andrés Cuastumal") < alone - 3
