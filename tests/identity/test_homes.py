"""Homes as families and reports write them: tables that a translator can extend."""

import pytest

from paradero.identity import MODEL
from paradero.identity.homes import compare_homes
from paradero.identity.towns import home_keys, home_of
from paradero.terms.matching import Outcome

ONE_TOWN = [
    ("Полтава", "Poltava"),
    ("г. Воронеж", "Vorónezh"),
    ("Черкаси", "Cherkasy"),
    ("Черкаси", "Черкассы"),
    ("Київ", "Kiev"),
    ("Москва", "Moscú"),
    ("Харків", "Járkov"),
    ("Улан-Удэ", "Ulán-Udé, Buriatia"),
    ("Житомир", "Yitómir"),
    ("Белгород", "Білгород"),
    ("Кривий Ріг", "Krivói Rog"),
    ("Pasto", "Pasto, Nariño"),
    ("Пасто", "San Juan de Pasto"),
    ("Кали", "Santiago de Cali"),
    ("Бахмут", "Артёмовск"),
    ("Bajmut", "Артемівськ"),
    ("Kropyvnytskyi", "Kirovohrad"),
    ("Кропивницький", "Кировоград"),
    ("Gorlovka", "Horlivka"),
    ("Дніпро", "Днепропетровск"),
    ("Торецьк", "Дзержинск"),
    ("Покровськ", "Красноармейск"),
    ("Самар", "Новомосковськ"),
    ("Мариуполь", "Жданов"),
    ("Нижний Новгород", "Горький"),
    ("Екатеринбург", "Свердловск"),
    ("Куп'янськ", "Купянск"),
    ("Рени", "Reni"),
    ("Ош", "Osh"),
    ("из Полтавы", "Poltava"),
    ("з Миколаєва", "Nikoláiev"),
    ("родом из Нижнего Новгорода", "Nizhny Novgorod"),
    ("Первомайск, Луганская обл.", "Первомайськ, Луганська область"),
    ("деревня Незнамовка", "Neznamovka"),
    ("Jasaviurt", "Хасавюрт"),
]
NEAR = [
    ("Белгород", "Строитель", "near_town"),
    ("Pasto", "Yacuanquer", "near_town"),
    ("Донецьк", "Макіївка", "near_town"),
    ("Полтава", "región de Poltava", "in_region"),
    ("Кременчук", "Полтавська область", "in_region"),
    ("Ипатово", "Ставропольский край", "in_region"),
    ("Хасавюрт", "Daguestán", "in_region"),
    ("Іршава", "Закарпатська обл.", "in_region"),
    ("Горлівка", "Донбас", "in_region"),
    ("Ipiales", "departamento de Nariño", "in_region"),
    ("Полтавщина", "Poltava oblast", "in_region"),
    ("Кременчук", "Полтава", "same_region"),
    ("Россошь", "Воронеж", "same_region"),
    ("Незнамовка", "Neznamovla", "similar_town"),
]
OTHER = [
    ("Белгород", "Vladivostok"),
    ("Полтава", "Pasto"),
    ("Воронеж", "Житомир"),
    ("Первомайськ, Миколаївська область", "Первомайск, Луганская обл."),
    ("Полтавська область", "Харківська область"),
    ("Кременчук", "Харківщина"),
    ("Cali", "Medellín"),
]


@pytest.mark.parametrize(("sought", "seen"), ONE_TOWN)
def test_a_town_is_one_town_in_any_language_and_by_its_older_name(sought: str, seen: str) -> None:
    row = compare_homes(sought, seen, model=MODEL)

    assert (row.reason, row.outcome) == ("same_town", Outcome.AGREES)
    assert row.weight_bits > 0


@pytest.mark.parametrize(("sought", "seen", "reason"), NEAR)
def test_a_place_near_or_in_the_region_is_between_same_and_other(sought: str, seen: str, reason: str) -> None:
    row = compare_homes(sought, seen, model=MODEL)

    assert row.reason == reason
    assert MODEL.bits("home.differs") < row.weight_bits < MODEL.bits("home.agrees")
    assert row.weight_bits == compare_homes(seen, sought, model=MODEL).weight_bits


@pytest.mark.parametrize(("sought", "seen"), OTHER)
def test_another_town_speaks_against(sought: str, seen: str) -> None:
    row = compare_homes(sought, seen, model=MODEL)

    assert (row.reason, row.outcome) == ("other_town", Outcome.DIFFERS)
    assert row.weight_bits < 0


def test_a_large_town_says_less_than_a_small_one() -> None:
    """Half of a crowd may be from Moscow; hardly anybody is from Reni."""
    weights = [compare_homes(town, town, model=MODEL).weight_bits for town in ("Москва", "Воронеж", "Полтава", "Рени")]

    assert weights == sorted(weights)
    assert weights[-1] - weights[0] > 3


def test_a_name_of_several_towns_is_read_as_the_one_that_fits_best() -> None:
    assert len(home_of("Первомайск").towns) > 2
    assert compare_homes("Первомайск", "Первомайськ, Миколаївська область", model=MODEL).reason == "same_town"
    assert [town.usual for town in home_of("Первомайськ, Миколаївська область").towns] == ["Pervomaysk"]


@pytest.mark.parametrize("written", ["—", "", "г.", "Полтавский район", "город"])
def test_what_names_no_place_is_not_compared(written: str) -> None:
    assert compare_homes(written, "Полтава", model=MODEL).outcome is Outcome.NOT_KNOWN


def test_homes_of_one_town_meet_under_an_exact_key() -> None:
    assert set(home_keys("Бахмут")) & set(home_keys("Artemivsk"))
    assert set(home_keys("деревня Незнамовка")) & set(home_keys("Neznamovka"))
    assert not set(home_keys("Полтава")) & set(home_keys("Pasto"))
