"""A crowd of invented people in mixed writing, so that nobody is found for want of others."""

from itertools import cycle, islice, product

from paradero.terms.person import Description, PersonName, Sex

SURNAMES = (
    "Вербицький",
    "Гайдученко",
    "Ostrovets",
    "Pidhirnyi",
    "Самсоненков",
    "Троянський",
    "Bezverjov",
    "Дорогавцев",
    "Dorosh",
    "Дорошук",
    "Doronin",
    "Рукавичников",
    "Halushchak",
    "Мирошкин",
    "Terejov",
    "Кулагінський",
    "Lozovik",
)
GIVEN_NAMES = (
    "Руслан",
    "Serguéi",
    "Максим",
    "Andriy",
    "Тимур",
    "Oleksandr",
    "Дмитрий",
    "Iván",
    "Олег",
    "Nikolái",
    "Артем",
    "Yuri",
)
PATRONYMICS = ("Сергеевич", "", "Петрович", "", "Олександрович")


def named(written: str, **known: object) -> Description:
    """Return the description of somebody of whom little more than a name is said."""
    return Description(names=(PersonName(as_written=written),), **known)  # type: ignore[arg-type]


def crowd() -> list[tuple[str, Description]]:
    """Return two hundred and four people with references."""
    pairs = product(SURNAMES, GIVEN_NAMES)
    names = (f"{given} {patronymic} {surname}" for (surname, given), patronymic in zip(pairs, cycle(PATRONYMICS)))
    return [(f"S-{place}", named(name, sex=Sex.MALE)) for place, name in enumerate(islice(names, 204))]
