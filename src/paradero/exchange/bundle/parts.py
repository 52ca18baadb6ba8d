"""What goes into a bundle, and what comes out of one again."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from paradero.terms.chain import Head, Link, canonical
from paradero.terms.daily_root import day_text

ORIGINAL = "original"
SEAL_RECORD = "derived seal record"
CUSTODY_ENTRY = "derived custody entry"
LEAVES = (ORIGINAL, SEAL_RECORD, CUSTODY_ENTRY)
"""What a leaf of a day may be of, where a bundle can prove it: an item's bytes, its line in the manifest
(`seal_record`), an entry of the custody log about it."""

Pieces = Callable[[], Iterable[bytes]]
"""Gives the bytes of an item from their beginning, in pieces of at most a megabyte, as often as it is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """How an item was fetched from its address, as its collector's tool says it."""

    at: datetime
    tool: str | None = None
    record_id: str | None = None
    """The `WARC-Record-ID` under which the tool kept it."""
    page_sha256: str | None = None
    """Of the page's source."""
    picture_sha256: str | None = None
    """Of a picture of the whole page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reduced:
    """What was left out before the bytes were sealed: personal parts of people who published nothing."""

    rule: str
    fields: int
    received_sha256: str
    """Of the bytes as they were received, which are kept nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What a seal record has beside what every line of a manifest has: it was made when the item was sealed."""

    salt: str
    """64 hexadecimal digits drawn for this record alone, so that nobody finds its text by trying digests."""
    software: str
    """Name and version of what sealed it."""
    method: str
    """How the bytes came in: `"file"`, `"upload"`, `"web archive"`, `"bundle"`."""
    name_sha256: str
    """Of the name under which the bytes came, which may be somebody's and stays at home, behind a salt of its own."""
    reports: int
    """How many publications were in the bytes; address, publisher and claimed day are those of the first."""
    archive: str | None = None
    """The reference of the archive that it was taken out of."""
    captured_from: str | None = None
    """The web address under which a crawler found it."""
    claimed_zone: str | None = None
    """In which the claimed day is that day, as `"+00:00"`, where the bytes state the moment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleItem:
    """One sealed item: what was written down when it was sealed, and its bytes."""

    ref: str
    sha256: str
    sha512: str
    size_bytes: int
    media_type: str
    kind: str
    reader: str
    """Name and version of what read it."""
    address: str | None = None
    """Where it was published, as it or its capture says."""
    publisher: str | None = None
    claimed_on: date | None = None
    """The day of publication, as it is claimed ..."""
    claimed_from: str | None = None
    """... and by whom."""
    collected_at: datetime
    collector: str
    """The user who took it in."""
    capture: Capture | None = None
    reduced: Reduced | None = None
    recorded: Recorded | None = None
    """`None` where it was sealed before there were seal records: then the manifest was written when it was bundled."""
    pieces: Pieces = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class DestroyedItem:
    """An item that was destroyed by order: its leaf and its custody stay, and nothing else."""

    ref: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleDay:
    """The root of one day over all that was sealed on it, chained to the day before; `text` is what is stamped."""

    day: date
    size: int
    """How many leaves there are."""
    root: str
    """In hexadecimal, as RFC 6962 has it."""
    previous: str
    """The hash of the day that was sealed before it."""
    custody: int | None = None
    """The last entry of the custody log that has a leaf on this day or before. A day that names it has a seal record
    beside each original, too; one that does not promises neither."""

    @property
    def text(self) -> bytes:
        """The one JSON text of the day."""
        return day_text(day=self.day, size=self.size, root=self.root, previous=self.previous, custody=self.custody)

    @property
    def hash(self) -> str:
        """The SHA-256 of the text."""
        return hashlib.sha256(self.text).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleProof:
    """That a leaf stands in the tree of a day: the hashes beside its way up to the root, lowest first."""

    day: date
    place: int
    """Of the leaf, counted from 0."""
    what: str
    """One of `LEAVES`."""
    item: str
    sha256: str
    path: tuple[str, ...]

    @property
    def leaf(self) -> bytes:
        """The one JSON text of the leaf."""
        return canonical({"sha256": self.sha256, "what": self.what, "item": self.item})


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleToken:
    """What a timestamp authority answered to the text of a day (RFC 3161)."""

    day: date
    der: bytes
    certificates: bytes
    """In PEM: those of the authority, up to the one that signed itself."""
    is_bare: bool = False
    """Whether `der` is the token alone and not the whole answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleParts:
    """Everything that goes into a bundle."""

    items: tuple[BundleItem, ...]
    destroyed: tuple[DestroyedItem, ...] = ()
    custody: tuple[Link, ...]
    """The entries of the custody log about these items and no others, in order."""
    custody_head: Head
    """The last entry of the whole log when the bundle was made."""
    days: tuple[BundleDay, ...] = ()
    """Earliest first; days that follow upon each other without a gap let a later token vouch for earlier days."""
    proofs: tuple[BundleProof, ...] = ()
    tokens: tuple[BundleToken, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBundle:
    """A bundle whose every byte was held against its digests, chain and proofs; the items need its file open."""

    parts: BundleParts
    made_at: datetime
    software: str
    fingerprint: str
    """The SHA-256 of `datapackage.json`: it stands for everything, and can be read out over a telephone."""
    unproven: tuple[str, ...]
    """References of the items whose bytes no proof leads to the root of a day, as those taken in today."""
    unrecorded: tuple[str, ...]
    """References of the items of whose manifest's line (publisher, address, claimed day) the same is to be said."""
    unproven_entries: tuple[int, ...]
    """Numbers of the entries of the custody log of which the same is to be said."""
    unstamped: tuple[date, ...]
    """The days that no token is over, neither over themselves nor over a day that follows upon them."""
