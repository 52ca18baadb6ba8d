"""What was published, as text: a page is one report, a channel's export one report a message."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from paradero.terms.dates import DateKnownFrom
from paradero.terms.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedPiece:
    """Where a stretch of the report's text stands in the decoded bytes of its item, both in characters.

    Where both are equally long they are the same characters; otherwise the sealed stretch is the text's in escapes of
    its format (`&aacute;` for one letter). Text in no piece is a folded line end or the line between two blocks.
    Of a WARC record the decoded bytes are those of the body it keeps, unpacked: `payload_text` gives them.
    """

    text: Span
    sealed: Span


class BlockKind(Enum):
    """What a block of a page is."""

    TITLE = "title"
    BODY = "body"
    CAPTION = "caption"
    OUTSIDE = "outside the report"
    """Menus, teasers, cookie bars: kept in the text, never read as the report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A run of the text that belongs together: a paragraph, a heading, a caption."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """A picture, video or sound that a report carries: what is known of it, never the picture itself (R1)."""

    kind: str
    """`"image"`, `"video"` or `"audio"`."""
    address: str | None = None
    """The file name or web address the report gives; `None` where it only says that there was one."""
    caption: str | None = None
    size_bytes: int | None = None
    duration_s: float | None = None
    sha256: str | None = None


class PointerKind(Enum):
    """In what way a report refers to another publication, as its platform's fields or its own markup say."""

    REPOSTS = "reposts"
    QUOTES = "quotes"
    REPLIES_TO = "replies to"
    LINKS_TO = "links to"
    EMBEDS = "embeds"
    FORWARDS = "forwards"
    CARRIES_MEDIA_OF = "carries media of"
    """Its picture or video was first published there, and the platform says so."""
    EDITS = "edits"
    """That is an earlier version of it."""
    EDITED_INTO = "was edited into"
    """That is a later version of it, so this is not how it reads now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """Another publication that a report refers to, as far as its bytes name it; whether it exists is not known."""

    kind: PointerKind
    address: str | None = None
    """Where it was published, or where the platform leads from there: `https://x.com/i/status/...`."""
    name: str | None = None
    """Who published it, written as `Report.source` writes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One published piece of text inside an item. Every span read from it counts characters of `text`."""

    text: str
    blocks: tuple[Block, ...]
    pieces: tuple[SealedPiece, ...]
    source: str | None = None
    """The outlet or channel that published it."""
    author: str | None = None
    passed_on_from: str | None = None
    """Whose post this one forwards or reposts; what it says of a post that it quotes is its own word."""
    address: str | None = None
    """Where it was published, as it says itself."""
    platform: str | None = None
    """`"Telegram"`, `"X"` ... where it was published on one."""
    published_on: date | None = None
    date_known_from: DateKnownFrom = DateKnownFrom.UNKNOWN
    media: tuple[Media, ...] = ()
    points_to: tuple[Pointer, ...] = ()
    """What it refers to, each once."""
    published_at: datetime | None = None
    """The moment, where the bytes state it with its zone or as seconds; never displayed to the second (rule R2)."""
    edited: bool = False
    """Whether the bytes say that it was changed after it was published."""
