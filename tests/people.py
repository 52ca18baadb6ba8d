"""The invented cast of the tests, each with a fixed part to play; nobody here is anybody."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from paradero.terms.person import Birth, Description, Kin, PersonName, Relation, Sex

# Those who are looked for.

RUSLAN: Final = Description(
    names=(
        PersonName(
            as_written="Дорошенков Руслан Сергеевич",
            given_name="Руслан",
            patronymic="Сергеевич",
            family_name="Дорошенков",
        ),
    ),
    sex=Sex.MALE,
    birth=Birth(born_on=date(1991, 3, 12)),
    father_name="Сергей",
    home="Воронеж",
    unit="полк 87",
    side="RU",
    kin=(Kin(relation=Relation.MOTHER, name="Галина"),),
)
"""Born in Voronezh; his mother Galina asks for him."""

RUSLAN_IN_SPANISH: Final = Description(
    names=(PersonName(as_written="Ruslan Doroshenkov", given_name="Ruslan", family_name="Doroshenkov"),),
    sex=Sex.MALE,
    birth=Birth(age=33, age_said_on=date(2024, 5, 24)),
    home="Vorónezh",
    kin=(Kin(relation=Relation.MOTHER, name="Galina"),),
)
"""The same man as the Spanish press writes of him."""

SERHII: Final = Description(
    names=(
        PersonName(
            as_written="Хоменко Сергій Олександрович",
            given_name="Сергій",
            patronymic="Олександрович",
            family_name="Хоменко",
        ),
    ),
    sex=Sex.MALE,
    birth=Birth(born_on=date(1991, 3, 12)),
    father_name="Олександр",
    home="Полтава",
    side="UA",
)
"""Shares a birthday with Ruslan and nothing else."""

TIMUR: Final = Description(
    names=(
        PersonName(as_written="Дашиев Тимур Баирович", given_name="Тимур", patronymic="Баирович", family_name="Дашиев"),
    ),
    sex=Sex.MALE,
    father_name="Баир",
    home="Улан-Удэ",
    side="RU",
)

OLENA: Final = Description(
    names=(PersonName(as_written="Верещак Олена", given_name="Олена", family_name="Верещак"),),
    sex=Sex.FEMALE,
    home="Житомир",
    unit="бригада 214",
    side="UA",
)
"""A medic."""

YEISON: Final = Description(
    names=(PersonName(as_written="Yeison Cuastumal", given_name="Yeison", family_name="Cuastumal"),),
    sex=Sex.MALE,
    home="Pasto",
    side="UA",
    kin=(Kin(relation=Relation.MOTHER, name="Rosalba"),),
)
"""A volunteer from Colombia; his mother Rosalba asks for him."""

MAKSYM: Final = Description(
    names=(PersonName(as_written="Лисогор Максим", given_name="Максим", family_name="Лисогор"),),
    sex=Sex.MALE,
    home="Черкаси",
    side="UA",
    kin=(Kin(relation=Relation.BROTHER, name="Артем"),),
)
ARTEM: Final = Description(
    names=(PersonName(as_written="Лисогор Артем", given_name="Артем", family_name="Лисогор"),),
    sex=Sex.MALE,
    home="Черкаси",
    side="UA",
    kin=(Kin(relation=Relation.BROTHER, name="Максим"),),
)
"""Maksym and Artem are brothers: everything agrees but the given name."""

SOUGHT: Final = (RUSLAN, SERHII, TIMUR, OLENA, YEISON, MAKSYM, ARTEM)


# Those who speak, post, publish.


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Somebody who says something in a report: the name in Latin letters, in the person's own, and what they are."""

    name: str
    own: str
    post: str


SPOKESMAN: Final = Voice(
    name="Hryhorii Zalizniak",
    own="Григорій Залізняк",
    post="spokesman of the Coordination Centre for the Missing",
)
COLONEL: Final = Voice(name="Pavel Dronov", own="Павел Дронов", post="colonel")
BLOGGER: Final = Voice(name="Iryna Sukhodil", own="Ірина Суходіл", post="blogger")
JOURNALISTS: Final = (
    Voice(name="Lucía Arbeláez", own="Lucía Arbeláez", post="journalist"),
    Voice(name="Mateo Fuentealba", own="Mateo Fuentealba", post="journalist"),
)

COORDINATION_CENTRE: Final = "Coordination Centre for the Missing"
OUTLETS: Final = (
    "El Faro del Sur",
    "La Voz de Levante",
    "Diario Nuevo Andén",
    "Голос Приазовья",
    "Вісник Подніпров'я",
    "The Northern Courier",
)
CHANNELS: Final = ("Шукай своїх разом", "Вести с переправы")
HOTLINE: Final = "Volver a casa"
UNITS: Final = ("brigada 214", "polk 87")
STAFF: Final = ("marta", "oleh", "vera")
"""User names at the desk."""

NAMES_OF_THE_CAST: Final = tuple(
    sorted(
        {part for person in SOUGHT for name in person.names for part in name.as_written.split()}
        | {"Doroshenkov", "Khomenko", "Dashiev", "Vereshchak", "Cuastumal", "Lysohor", "Ruslan", "Galina", "Галина"}
    )
)
"""What must never turn up in an audit entry, a custody entry or a log (rule R10)."""
