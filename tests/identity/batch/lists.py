"""Two lists of invented people, large enough to learn from, written as two offices would write them."""

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path
from random import Random  # noqa: TID251 - seeded by the caller

GIVEN = {
    "Руслан": "Ruslan",
    "Сергей": "Serguéi",
    "Тимур": "Timur",
    "Олег": "Oleg",
    "Виктор": "Viktor",
    "Антон": "Anton",
    "Павел": "Pável",
    "Роман": "Roman",
    "Максим": "Maksim",
    "Андрей": "Andréi",
    "Денис": "Denis",
    "Илья": "Iliá",
}
FATHERS = {
    "Сергеевич": "Serguéi",
    "Олегович": "Oleg",
    "Викторович": "Viktor",
    "Антонович": "Anton",
    "Павлович": "Pável",
}
STEMS = {
    "Дорош": "Dorosh",
    "Верещ": "Veresch",
    "Калин": "Kalin",
    "Мирон": "Miron",
    "Тарас": "Tarás",
    "Бород": "Borod",
    "Лучин": "Luchin",
    "Сомов": "Sómov",
    "Гордей": "Gordei",
    "Ладож": "Ladozh",
    "Ветров": "Vetrov",
    "Зимор": "Zimor",
    "Пуст": "Pust",
    "Крамар": "Kramar",
    "Носач": "Nosach",
    "Репин": "Repin",
}
ENDS = {
    "енков": "enkov",
    "енко": "enko",
    "ин": "in",
    "ский": "skiy",
    "чук": "chuk",
    "ов": "ov",
    "ак": "ak",
    "ец": "ets",
}
TOWNS = {"Воронеж": "Vorónezh", "Полтава": "Poltava", "Харьков": "Járkov", "Чита": "Chitá", "Рязань": "Riazán"}
COLUMNS = ("id", "name", "father", "birth", "town", "unit", "mother")


def made(people: int, *, seed: int) -> tuple[list[dict[str, str]], list[dict[str, str]], set[tuple[str, str]]]:
    """Return a list of sightings, one of enquiries, and who is whom; six in ten are on both."""
    draw = Random(seed)  # noqa: S311 - people are made up, not secrets
    left, right, truth = [], [], set()
    for at in range(people):
        given, father, town = draw.choice([*GIVEN]), draw.choice([*FATHERS]), draw.choice([*TOWNS])
        stem, end, infix = draw.choice([*STEMS]), draw.choice([*ENDS]), draw.choice(["", "ан", "ор", "ил", "ом", "ут"])
        latin = {"": "", "ан": "an", "ор": "or", "ил": "il", "ом": "om", "ут": "ut"}[infix]
        year, month, day = draw.randrange(1970, 2005), draw.randrange(1, 13), draw.randrange(1, 29)
        unit, where = draw.choice(["74", "87", "214"]), draw.random()
        if where < 0.8:
            birth = draw.choice([f"{year}-{month:02}-{day:02}", f"{year}", f"~{year + draw.choice([0, 0, 1])}", ""])
            seen = (f"S{at}", f"{GIVEN[given]} {STEMS[stem]}{latin}{ENDS[end]}", "", birth)
            left.append(dict(zip(COLUMNS, (*seen, TOWNS[town], f"brigada {unit}", ""), strict=True)))
        if where < 0.6 or where >= 0.8:
            asked = (f"E{at}", f"{stem}{infix}{end} {given} {father}", FATHERS[father], f"{year}-{month:02}-{day:02}")
            right.append(dict(zip(COLUMNS, (*asked, town, f"{unit} бригада", "Галина"), strict=True)))
        if where < 0.6:
            truth.add((f"S{at}", f"E{at}"))
    return left, right, truth


def write(path: Path, rows: Iterable[Mapping[str, str]]) -> Path:
    """Write a list as CSV, with the columns of its first record."""
    held = list(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*held[0]])
        writer.writeheader()
        writer.writerows(held)
    return path


def read(path: Path) -> list[dict[str, str]]:
    """Read a result."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
