"""What the acts are asked and what they answer."""

from dataclasses import dataclass
from datetime import datetime

from paradero.terms.person import Description
from paradero.terms.verdict import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What became of one parcel, told once it is stored (rule R15)."""

    name: str
    """The file, or the place in an archive, as it was handed in."""
    item_ref: str
    new: bool
    """False where the same bytes were held already: one item, one more arrival."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A parcel that was not received, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotProven:
    """Something that a bundle which was taken in does not prove."""

    name: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What became of taking bytes in. It is answered only once everything is stored (rule R15)."""

    item_ref: str
    new: bool
    """False where the same bytes were held already: one item, one more arrival."""
    read: bool
    """False where a worker is still at it, or has still to come to it."""
    reports: int
    sightings: tuple[str, ...]
    origins: tuple[str, ...]
    """The origin of each report, in order; an origin that others share is the same piece of news."""
    gaps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EnquiryRequest:
    """What a family asks, as the desk received it."""

    description: Description
    language: str
    own_words: str
    """Kept verbatim."""
    enquirer: str | None = None
    own_reference: str | None = None
    """The asking office's file number: the same number twice is the same enquiry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedEnquiry:
    """The enquiry's reference, given only once the enquiry is stored (rule R15)."""

    ref: str
    new: bool
    """False where the office's own file number was opened before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """What a search for candidates brought."""

    new: tuple[str, ...]
    kept: int
    """Candidates found again and left as they were."""
    reweighed: int
    """Candidates whose explanation a newer model changed."""
    enquiries: int
    sightings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One person's judgement of two as it now stands; `verdict` is `None` after it was undone."""

    left: str
    """An enquiry's or a sighting's reference, the smaller of the two."""
    right: str
    verdict: Verdict | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One thing a search found."""

    kind: str
    """`"enquiry"`, `"sighting"`, `"candidate"`, `"item"` or `"source"`."""
    ref: str
    label: str
    """The name, or for an item its source; empty where there is none."""
    item_ref: str | None = None
    """For a sighting, the item to open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    """What a reference or a name found."""

    asked: str
    by: str
    """`"reference"` or `"name"`."""
    hits: tuple[Hit, ...]
    more: bool
    """There are more than are shown: write more of the name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """Something `verify` found wrong."""

    where: str
    """`"store"`, `"keys"`, `"database"`, `"audit"`, `"custody"`, `"anchors"`, `"archives"` or `"reports"`."""
    ref: str | None
    """The item's reference or digest, or the chain's place, where there is one."""
    sentence: str
    harmless: bool = False
    """A left-over of a process that was killed: nothing acknowledged is touched, and `sweep` removes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What was checked and what was found."""

    items: int
    reports: int
    audit_entries: int
    custody_entries: int
    troubles: tuple[Trouble, ...]
    destroyed: tuple[str, ...]
    """Items destroyed by order: nothing is wrong with them, and nothing of them can be read."""

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong; what a killed process left over is not counted."""
        return all(trouble.harmless for trouble in self.troubles)
