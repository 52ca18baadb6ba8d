"""The person of an enquiry form: its fields checked one by one."""

import unicodedata
from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any, TypeVar

from paradero.terms.person import Birth, Description, Kin, PersonName, Relation, Sex

PERSON_FIELDS = (
    "name",
    "family_name",
    "given_name",
    "patronymic",
    "sex",
    "born_on",
    "birth_year",
    "age",
    "age_on",
    "father_name",
    "mother_maiden_name",
    "home",
    "unit",
    "rank",
    "side",
    "died_on",
    "last_heard_on",
    "kin",
)

LONGEST = 300
MOST_KIN = 30
OLDEST = 120
FIRST_YEAR = 1900
LAST_YEAR = 2100
COUNTRY_LETTERS = 2

_LINES = frozenset("\n\r")
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the reading direction of whatever follows, on screens and in a colleague's terminal."""

Member = TypeVar("Member", bound=Enum)


class FieldRefused(Exception):
    """One field cannot be read; `why` completes the sentence that names it."""

    def __init__(self, field: str, why: str) -> None:
        """Keep both."""
        super().__init__(field, why)
        self.field = field
        self.why = why


def described(person: Mapping[str, Any]) -> Description:
    """Return the description that a form's person gives.

    Raises:
        FieldRefused: If a field cannot be read, or nothing at all is given.
    """
    name = _name(person)
    description = Description(
        names=(name,) if name else (),
        sex=_member(Sex, person, "sex"),
        birth=_birth(person),
        father_name=text_of(person, "father_name"),
        mother_maiden_name=text_of(person, "mother_maiden_name"),
        home=text_of(person, "home"),
        unit=text_of(person, "unit"),
        rank=text_of(person, "rank"),
        side=_side(person),
        died_on=_day(person, "died_on"),
        last_heard_on=_day(person, "last_heard_on"),
        free_on=_day(person, "last_heard_on"),  # the form asks for the last word from them in freedom
        kin=_kin(person.get("kin")),
    )
    if description == Description():
        raise FieldRefused("person", "says nothing of the person; give at least a name")
    return description


def text_of(row: Mapping[str, Any], field: str, *, longest: int = LONGEST, verbatim: bool = False) -> str | None:
    """Return a field's text without blanks around it, or `None` where there is none.

    Args:
        row: The fields.
        field: Which of them.
        longest: How many letters it may have.
        verbatim: Let several lines through, and what turns the reading direction.

    Raises:
        FieldRefused: If it is no text, is too long, or holds what no person writes and a screen could obey.
    """
    value = row.get(field)
    if value is None:
        return None
    if not isinstance(value, str):
        raise FieldRefused(field, f"is text, not {value!r}")
    if len(value) > longest:
        raise FieldRefused(field, f"has {len(value)} letters; {longest} is the most")
    value = value.strip()
    odd = next((letter for letter in value if _is_odd(letter, verbatim=verbatim)), None)
    if odd is not None:
        raise FieldRefused(field, f"holds the character U+{ord(odd):04X}, which is no letter. Delete it")
    return value or None


def _is_odd(letter: str, *, verbatim: bool) -> bool:
    if letter in _LINES or letter in _TURNS:
        return not verbatim
    return letter != "\t" and unicodedata.category(letter) in {"Cc", "Cs"}


def _name(person: Mapping[str, Any]) -> PersonName | None:
    parts = {field: text_of(person, field) for field in ("family_name", "given_name", "patronymic")}
    written = text_of(person, "name") or " ".join(part for part in parts.values() if part)
    if written and not any(letter.isalpha() for letter in written):
        raise FieldRefused("name", "holds no letter. Leave it out where no name is known")
    return PersonName(as_written=written, **parts) if written else None


def _birth(person: Mapping[str, Any]) -> Birth | None:
    birth = Birth(
        born_on=_day(person, "born_on"),
        year=_number(person, "birth_year", FIRST_YEAR, LAST_YEAR),
        age=_number(person, "age", 0, OLDEST),
        age_said_on=_day(person, "age_on"),
    )
    if birth.age_said_on and birth.age is None:
        raise FieldRefused("age_on", "says when an age was said, but no age is given")
    return None if birth == Birth() else birth


def _day(person: Mapping[str, Any], field: str) -> date | None:
    written = text_of(person, field)
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise FieldRefused(field, f"is a day as 1991-03-12, not {written!r}") from None


def _number(person: Mapping[str, Any], field: str, least: int, most: int) -> int | None:
    value = person.get(field)
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    whole = int(value) if isinstance(value, str) and value.strip().isdecimal() and len(value) < LONGEST else value
    if not isinstance(whole, int) or isinstance(whole, bool) or not least <= whole <= most:
        raise FieldRefused(field, f"is a whole number from {least} to {most}, not {value!r}")
    return whole


def _side(person: Mapping[str, Any]) -> str | None:
    side = text_of(person, "side")
    if side is None:
        return None
    if len(side) != COUNTRY_LETTERS or not (side.isascii() and side.isalpha()):
        raise FieldRefused("side", f"is the two letters of a country, as UA or RU, not {side!r}")
    return side.upper()


def _member(kind: type[Member], row: Mapping[str, Any], field: str) -> Member | None:
    written = text_of(row, field)
    if written is None:
        return None
    try:
        return kind(written.lower())
    except ValueError:
        known = ", ".join(str(member.value) for member in kind)
        raise FieldRefused(field, f"is one of {known}, not {written!r}") from None


def _kin(value: Any) -> tuple[Kin, ...]:
    if value is None:
        return ()
    entries = _written_kin(value) if isinstance(value, str) else value
    if not isinstance(entries, list) or len(entries) > MOST_KIN:
        raise FieldRefused("kin", f"is a list of at most {MOST_KIN} relatives, each with relation and name")
    return tuple(_relative(entry) for entry in entries)


def _relative(entry: Any) -> Kin:
    if not isinstance(entry, dict) or not set(entry) <= {"relation", "name"}:
        raise FieldRefused("kin", f"has an entry that is not a relation and a name: {entry!r}")
    relation = _member(Relation, entry, "relation")
    if relation is None:
        raise FieldRefused("kin", "has a relative without a relation, as mother or brother")
    return Kin(relation=relation, name=text_of(entry, "name"))


def _written_kin(text: str) -> list[dict[str, str]]:
    """Return the relatives of `mother: Galina; brother`."""
    parts = (part.partition(":") for part in text.split(";") if part.strip())
    return [{"relation": relation.strip(), "name": name.strip()} for relation, _, name in parts]
