"""What the key columns hold of a record."""

from typing import Any

import pytest

from paradero.identity.batch.births import birth_keys
from paradero.identity.batch.keys import RecordKeys


def keys(**record: str) -> dict[str, Any]:
    return RecordKeys()(record)


def shared(column: str, one: dict[str, Any], other: dict[str, Any]) -> bool:
    return bool(set(one[column] or ()) & set(other[column] or ()))


SAME = [
    ("family", "Хоменко Сергій", "Serguéi Jomenko"),
    ("given", "Хоменко Сергій", "Serguéi Jomenko"),
    ("family", "Дорошенкова Галина", "Ruslan Doroshenkov"),
    ("father", "Дорошенков Руслан Сергеевич", "Doroshenkov Ruslan Serguéyevich"),
    ("family_near", "Верещак Антон", "Anton Vershchak"),
    ("given_first", "Дорошенков Р. С.", "Ruslan Doroshenkov"),
]


@pytest.mark.parametrize(("column", "one", "other"), SAME)
def test_one_person_shares_keys_across_scripts(column: str, one: str, other: str) -> None:
    assert shared(column, keys(name=one), keys(name=other))


def test_two_families_of_surnames_share_no_fine_key() -> None:
    assert not shared("family", keys(name="Дорошенко Руслан"), keys(name="Дорошенков Руслан"))


def test_a_name_in_parts_is_taken_as_it_is_parted() -> None:
    """A list that knows which is which must not be second-guessed."""
    apart = keys(family_name="Тимур", given_name="Руслан", patronymic="Сергеевич")

    assert apart["given"] == ("Руслан",)
    assert apart["father"] == ("Сергей",)
    assert "timur" in apart["family"]


def test_a_comma_says_which_is_the_family_name() -> None:
    assert keys(name="Тимур, Руслан")["given"] == ("Руслан",)


def test_a_father_s_name_meets_the_patronymic() -> None:
    assert shared("father", keys(name="Ruslan Doroshenkov", father="Serguéi"), keys(name="Дорошенков Руслан Сергеевич"))


TOGETHER = [
    ("father", "Асанов Бакыт Нурлан уулу", "Асанов Бакыт Нурланович"),
    ("father", "Sadiqov Elşən Vaqif oğlu", "Садыков Эльшан Вагифович"),
    ("family", "Тер-Манукян Ваагн", "Ваагн Манукян"),
    ("family", "Ter Manukyan, Vahagn", "Тер-Манукян, Ваагн"),
    ("family", "მამუკაძე ლევან", "Мамукадзе Леван"),
    ("given", "მამუკაძე ლევან", "Мамукадзе Леван"),
]


@pytest.mark.parametrize(("column", "one", "other"), TOGETHER)
def test_particles_and_other_scripts_are_read_as_the_search_reads_them(column: str, one: str, other: str) -> None:
    assert shared(column, keys(name=one), keys(name=other))


def test_an_abbreviation_is_an_initial() -> None:
    short, full = keys(name="Хоменко Анна Бор."), keys(name="Хоменко Анна Борисовна")

    assert short["father"] is None
    assert shared("father_first", short, full)
    assert keys(name="Анна Бор. Хоменко")["given"] == ("Анна",)


def test_a_particle_is_no_name_of_its_own() -> None:
    assert not shared("given", keys(name="Асанов Бакыт Нурлан уулу"), keys(name="Асанов Нурлан"))


@pytest.mark.parametrize("written", ["Харьков", "Харків", "Járkov", "Kharkiv"])
def test_a_town_is_one_town_in_every_language(written: str) -> None:
    assert shared("town", keys(town=written), keys(town="г. Харьков"))


def test_a_unit_is_compared_by_number_and_by_number_with_kind() -> None:
    spanish, russian = keys(unit="brigada 214"), keys(unit="214 бригада")

    assert shared("unit_whole", spanish, russian)
    assert not shared("unit_whole", keys(unit="полк 214"), russian)
    assert shared("unit", keys(unit="полк 214"), russian)


def test_a_mother_is_compared_by_her_own_name() -> None:
    assert shared("mother", keys(mother="Доpошенкова Галина"), keys(mother="Galina"))


BIRTHS = [
    ("1991-03-12", "1991-03-12", 1991, False),
    ("12.03.1991", "1991-03-12", 1991, False),
    ("1991", None, 1991, False),
    ("~1991", None, 1991, True),
    ("", None, None, None),
]


@pytest.mark.parametrize(("written", "born", "year", "aged"), BIRTHS)
def test_a_birth_is_read_as_far_as_it_is_known(written: str, born: str, year: int, aged: bool) -> None:  # noqa: FBT001
    found = birth_keys(written)

    assert found is not None
    assert (found.born, found.year, found.aged) == (born, year, aged)


@pytest.mark.parametrize("written", ["soon", "1991-02-30", "91", "0091-01-01", "1991-03"])
def test_what_is_no_birth_is_counted_and_weighs_nothing(written: str) -> None:
    read = RecordKeys()

    assert read({"name": "Руслан", "birth": written})["year"] is None
    assert read.unread_births == 1


def test_nothing_known_gives_no_keys() -> None:
    assert set(keys().values()) == {None}


def test_how_often_a_name_is_borne_is_counted_by_what_it_is_in_the_lexicon() -> None:
    read = RecordKeys()
    for name in ("Хоменко Сергій", "Serguéi Jomenko", "Сергей Дорошенков"):
        read({"name": name})

    assert read.counts["given_1"]["Сергей"] == 3
