"""Takes in what was published: bytes to reports, sealed and provable."""

from paradero.intake.findings import Drift, Finding
from paradero.intake.fingerprints import Fingerprint, fingerprint, news_text, shared
from paradero.intake.item_keys import ItemKeys, KeyBrokenError, KeyState
from paradero.intake.item_reader import Capture, Declared, ItemReader, Opened
from paradero.intake.key_file import KeyFileRefused
from paradero.intake.limits import LARGEST_BYTES
from paradero.intake.opening import open_bytes, open_bytes_as, open_parcel, require_size
from paradero.intake.parcels import Parcel, Quarantined
from paradero.intake.seal_faults import SealBroken, SealDestroyed, SealMissing
from paradero.intake.sealed_place import sealed_place
from paradero.intake.sealed_store import Seal, SealedStore
from paradero.intake.text_items import READERS
from paradero.intake.unreadable import Unreadable
from paradero.intake.warc.hashed_stream import HashedStream
from paradero.intake.warc.parcels import parcels_of_warc
from paradero.intake.warc.wacz import parcels_of_wacz

__all__ = [
    "LARGEST_BYTES",
    "READERS",
    "Capture",
    "Declared",
    "Drift",
    "Finding",
    "Fingerprint",
    "HashedStream",
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
    "news_text",
    "open_bytes",
    "open_bytes_as",
    "open_parcel",
    "parcels_of_wacz",
    "parcels_of_warc",
    "require_size",
    "sealed_place",
    "shared",
]
