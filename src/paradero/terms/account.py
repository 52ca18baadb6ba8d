"""What a reader found in one report: the account that a person could sign."""

from dataclasses import dataclass
from enum import Enum

from paradero.terms.claims import Claim, Count, Modality
from paradero.terms.dates import Days
from paradero.terms.edges import Relay
from paradero.terms.person import Description
from paradero.terms.spans import Found, Span


class Role(Enum):
    """What a person is in the report; it is found before any status is given."""

    CAPTIVE = "captive"
    MISSING = "missing"
    DEAD = "dead"
    RETURNED = "returned"
    KIN = "kin"
    OFFICIAL = "official"
    POSTER = "poster"
    SPEAKER = "speaker"
    JOURNALIST = "journalist"
    HELPER = "helper"
    """Searches, negotiates, treats, volunteers."""
    WITNESS = "witness"
    FIGHTER = "fighter"
    MENTIONED = "mentioned"


SOUGHT_ROLES = frozenset({Role.CAPTIVE, Role.MISSING, Role.DEAD, Role.RETURNED})
"""The roles whose holders a family may be looking for."""


class MentionKind(Enum):
    """How a report points at somebody."""

    NAMED = "named"
    UNNAMED = "unnamed"
    GROUP = "group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One field of a description and where it was read."""

    field: str
    """A field of `Description`, as `"home"`."""
    value: str
    """As written."""
    found: Found


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRead:
    """A person or group in the report, with every mention and every fact in its place."""

    kind: MentionKind
    label: str
    """The name, or for the unnamed the words used ("un soldado ruso")."""
    role: Role
    role_found: Found
    description: Description
    mentions: tuple[Found, ...]
    facts: tuple[Fact, ...] = ()


def may_be_sought(person: PersonRead) -> bool:
    """Tell whether a family may be looking for this person: only such persons become sightings.

    A named person whose role the reader could not tell is one of them, for its doubt must not hide a man from his
    mother; `docs/decisions/0005-whom-a-family-may-seek.md` has what that costs.
    """
    return person.role in SOUGHT_ROLES or (person.role is Role.MENTIONED and person.kind is MentionKind.NAMED)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRead:
    """A place as written and in its usual form; `candidates` are gazetteer ids, likeliest first, never one answer."""

    as_written: str
    usual: str
    found: Found
    candidates: tuple[int, ...] = ()
    country: str | None = None
    """ISO 3166 of the country it likeliest lies in; `"sea"` for a sea."""
    mentions: tuple[Span, ...] = ()
    """Every place where the report names it, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRead:
    """A date as written and, where publication is known or the text gives the year, the days it means."""

    as_written: str
    days: Days | None
    found: Found


@dataclass(frozen=True, slots=True, kw_only=True)
class Instruction:
    """What an authority tells people to do: under which condition, through which stops in order."""

    by: str | None
    condition: str | None
    stops: tuple[str, ...]
    """In order of travel, each as written; alternatives stay together ("Varsovia o Lublin")."""
    contact: str | None
    """A hotline's or channel's name."""
    found: Found


@dataclass(frozen=True, slots=True, kw_only=True)
class KinRead:
    """A kin link as the report states it: person `of` is the `relation` of person `to`, both places in the account."""

    of: int
    relation: str
    """In English, as the corpus has it: mother, son, aunt_or_uncle, in_law ..."""
    to: int
    found: Found


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatmentRead:
    """What a report tells of how a captive, missing or returned person is treated, or of their health."""

    kind: str
    """`"treatment"` or `"health"`."""
    person: int | None
    value: str
    """`"good"`, `"bad"` or `"mixed"`."""
    found: Found
    from_captivity: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRead:
    """An agreement as somebody announces it, never as one in force."""

    kind: str
    """`"ceasefire"`, `"corridor"`, `"exchange"` or `"repatriation"`."""
    modality: Modality
    found: Found
    count: Count | None = None
    when: Days | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Testimony:
    """Words of somebody who was held when speaking; they can raise nothing above alleged (R7)."""

    person: int | None
    found: Found


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Everything read from one report. What could not be read is said in `gaps`; unknown stays unknown.

    Wishes are not in it: nothing that stores or matches may hold them (rule R6). `reading.wishes` marks their spans
    for the reader's eye alone.
    """

    language: str
    reader: str
    """The reader's name and version."""
    persons: tuple[PersonRead, ...] = ()
    claims: tuple[Claim, ...] = ()
    places: tuple[PlaceRead, ...] = ()
    dates: tuple[DateRead, ...] = ()
    instructions: tuple[Instruction, ...] = ()
    kin: tuple[KinRead, ...] = ()
    treatments: tuple[TreatmentRead, ...] = ()
    agreements: tuple[AgreementRead, ...] = ()
    testimony: tuple[Testimony, ...] = ()
    relays: tuple[Relay, ...] = ()
    """Who filmed, posted or passed on what it shows or tells, as its words say."""
    cut: tuple[Span, ...] = ()
    """Lines that were not read because they are not the report: teasers, credits, captions of other stories."""
    passed_over: tuple[Found, ...] = ()
    """Sentences that may tell what became of somebody and in which no such claim was read: a person has to read them.
    Empty where the reader does not tell (the rules alone, another reader)."""
    gaps: tuple[str, ...] = ()
