"""A person as somebody describes them: a family in an enquiry, or a report in a sighting."""

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Sex(Enum):
    """The sex a source gives, never one that was guessed from a face."""

    FEMALE = "female"
    MALE = "male"


class Relation(Enum):
    """What a relative is to the person."""

    MOTHER = "mother"
    FATHER = "father"
    WIFE = "wife"
    HUSBAND = "husband"
    PARTNER = "partner"
    FIANCEE = "fiancee"
    SON = "son"
    DAUGHTER = "daughter"
    CHILDREN = "children"
    SISTER = "sister"
    BROTHER = "brother"
    AUNT = "aunt"
    UNCLE = "uncle"
    GRANDMOTHER = "grandmother"
    GRANDFATHER = "grandfather"
    PARENTS = "parents"
    RELATIVE = "relative"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """A name as it was written, and its parts where the writer gave them apart."""

    as_written: str
    given_name: str | None = None
    patronymic: str | None = None
    family_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Birth:
    """What is known of a birth: a full date, a year, or an age in years that was said on a day."""

    born_on: date | None = None
    year: int | None = None
    age: int | None = None
    age_said_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """A relative of the person, named or not."""

    relation: Relation
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What one source says of one person; `None` and empty mean "not said".

    The fields follow article 122 of the Third Geneva Convention. `names` holds the fullest name first and then
    other spellings and call names; an unnamed person has none.
    """

    names: tuple[PersonName, ...] = ()
    sex: Sex | None = None
    birth: Birth | None = None
    father_name: str | None = None
    mother_maiden_name: str | None = None
    home: str | None = None
    unit: str | None = None
    rank: str | None = None
    side: str | None = None
    """The Power the person depends on, ISO 3166 alpha-2 (`"RU"`, `"UA"`), or `None`."""
    kin: tuple[Kin, ...] = ()
    died_on: date | None = None
    """The day of death that a paper or a report states."""
    last_heard_on: date | None = None
    """The last day on which the source has the person alive: for a family, the last word from them in freedom."""
    free_on: date | None = None
    """The last day on which the person was surely free and never yet captive; only a family says so.

    Whoever a report has alive may be captive, or back.
    """
    captive_by: date | None = None
    """A day on which the source has the person in captivity, the earliest that is certain."""
