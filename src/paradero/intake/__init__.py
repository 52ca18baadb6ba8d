"""Takes in what was published: bytes to reports, sealed and provable."""

from paradero.intake.findings import Drift, Finding
from paradero.intake.fingerprints import Fingerprint, fingerprint, news_text, shared
from paradero.intake.item_keys import ItemKeys, KeyBrokenError, KeyState
from paradero.intake.item_reader import Declared, ItemReader, Opened
from paradero.intake.key_file import KeyFileRefused
from paradero.intake.looks import is_media
from paradero.intake.opening import LARGEST_BYTES, READERS, open_bytes, open_bytes_as, open_parcel, require_size
from paradero.intake.parcels import Parcel, Quarantined
from paradero.intake.sealed_place import sealed_place
from paradero.intake.sealed_store import Seal, SealBroken, SealDestroyed, SealedStore, SealMissing
from paradero.intake.unreadable import Unreadable

__all__ = [
    "LARGEST_BYTES",
    "READERS",
    "Declared",
    "Drift",
    "Finding",
    "Fingerprint",
    "ItemKeys",
    "ItemReader",
    "KeyBrokenError",
    "KeyFileRefused",
    "KeyState",
    "Opened",
    "Parcel",
    "Quarantined",
    "Seal",
    "SealBroken",
    "SealDestroyed",
    "SealMissing",
    "SealedStore",
    "Unreadable",
    "fingerprint",
    "is_media",
    "news_text",
    "open_bytes",
    "open_bytes_as",
    "open_parcel",
    "require_size",
    "sealed_place",
    "shared",
]
