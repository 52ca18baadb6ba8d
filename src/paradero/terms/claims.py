"""What a report asserts about persons, and who says so."""

from dataclasses import dataclass
from enum import Enum

from paradero.terms.dates import Days
from paradero.terms.spans import Found


class Status(Enum):
    """What is said to have become of a person."""

    CAPTURED = "captured"
    MISSING = "missing"
    KILLED = "killed"
    WOUNDED = "wounded"
    RETURNED = "returned"


class Modality(Enum):
    """In what way something is said."""

    ASSERTED = "asserted"
    ALLEGED = "alleged"
    PLANNED = "planned"
    CONDITIONAL = "conditional"
    DENIED = "denied"
    REFUTED = "refuted later in the report"


class Hedge(Enum):
    """How far a speaker stands behind the words, strongest first."""

    NONE = "none"
    DISTANCED = "distanced"
    """According to somebody; reportedly."""
    DOUBTED = "doubted"
    """Apparently, allegedly, unverified."""


class Speaker(Enum):
    """What a link of the chain is."""

    PERSON = "person"
    CAPTIVE = "captive"
    """Speaks from captivity and may be made to: such a link can raise nothing above alleged (R7)."""
    KIN = "kin"
    OFFICIAL = "official"
    POSTER = "poster"
    OUTLET = "outlet"
    PLATFORM = "platform"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One link of the chain of who says so."""

    name: str
    """As the report writes it, or the outlet's name from the item's own data."""
    speaker: Speaker
    hedge: Hedge = Hedge.NONE
    found: Found | None = None
    """`None` for a link that comes from the item's own data, as the outlet does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number of people as bounds: "more than 200" is at least 201 said as `low=200`, `exact=False`."""

    low: int | None
    high: int | None
    exact: bool
    of: str
    """What is counted, as written ("soldados", "integrantes")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One assertion: of a person (`person` is its place in the account), of a group (`count`), or of neither."""

    says: str
    """The sentence or clause, as written."""
    found: Found
    status: Status | None = None
    modality: Modality = Modality.ASSERTED
    hedge: Hedge = Hedge.NONE
    person: int | None = None
    count: Count | None = None
    when: Days | None = None
    chain: tuple[Attribution, ...] = ()
    """In order from the innermost: who speaks, who published or passed it on, the platform, the outlet."""
    from_captivity: bool = False
    said: Found | None = None
    """The word by which somebody of the chain says it."""
    hedged: Found | None = None
    """The word that keeps a distance from it."""
    hedge_grade: int | None = None
    """1 a doubting verb of saying, 2 likelihood or rumour, 3 not confirmed."""
