"""What a file or an archive brings: parcels, each to become an item of its own, and what had to be left aside."""

from collections.abc import Iterable
from dataclasses import dataclass

from paradero.intake.item_reader import Declared


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """The bytes of one item on their way in."""

    name: str
    """How a refusal names it; its ending helps to tell its kind."""
    size_bytes: int
    pieces: Iterable[bytes]
    """Its bytes, in pieces of at most a megabyte, to be read once and before the next parcel is asked for."""
    declared: Declared


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarantined:
    """A part of an archive that could not be taken out of it; the rest of the archive goes in."""

    name: str
    """The archive and the place in it, as `"capture.warc.gz, record 12"`."""
    reason: str
    """What was found, as the end of a sentence: `"it is cut off after 812 of 4,096 bytes"`."""
