"""Evidence as a file: a WACZ that a court's expert verifies without Paradero, and that another desk reads back."""

from paradero.exchange.bundle.manifest import COUNTED, ENTRY
from paradero.exchange.bundle.parts import (
    CUSTODY_ENTRY,
    ORIGINAL,
    SEAL_RECORD,
    BundleDay,
    BundleItem,
    BundleParts,
    BundleProof,
    BundleToken,
    Capture,
    DestroyedItem,
    ReadBundle,
    Recorded,
    Reduced,
)
from paradero.exchange.bundle.reading import read_bundle
from paradero.exchange.bundle.records import item_of_record, seal_record
from paradero.exchange.bundle.refused import BundleRefused
from paradero.exchange.bundle.writing import write_bundle

__all__ = [
    "COUNTED",
    "CUSTODY_ENTRY",
    "ENTRY",
    "ORIGINAL",
    "SEAL_RECORD",
    "BundleDay",
    "BundleItem",
    "BundleParts",
    "BundleProof",
    "BundleRefused",
    "BundleToken",
    "Capture",
    "DestroyedItem",
    "ReadBundle",
    "Recorded",
    "Reduced",
    "item_of_record",
    "read_bundle",
    "seal_record",
    "write_bundle",
]
