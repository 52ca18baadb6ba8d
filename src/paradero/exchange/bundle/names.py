"""The members of a bundle: what they are called, and how each lies in the zip.

No folder lies inside another one: `wacz validate` compares only the last two parts of a path.
"""

import re

from paradero.exchange.bundle.parts import BundleItem
from paradero.exchange.bundle.refused import LARGEST_PACKED

ARCHIVE = "archive/data.warc.gz"
INDEX = "indexes/index.cdx.gz"
INDEX_OF_INDEX = "indexes/index.idx"
PAGES = "pages/pages.jsonl"
MANIFEST = "paradero/manifest.json"
CUSTODY = "paradero/custody.jsonl"
ROOTS = "paradero/roots.json"
SUMS = "paradero/SHA256SUMS"
PROCEDURE = "paradero/VERIFY.txt"
SCRIPT = "paradero/verify.sh"
PACKAGE = "datapackage.json"
DIGEST = "datapackage-digest.json"

_KNOWN = {ARCHIVE, INDEX, INDEX_OF_INDEX, PAGES, MANIFEST, CUSTODY, ROOTS, SUMS, PROCEDURE, SCRIPT, PACKAGE, DIGEST}
_ITEM = re.compile(r"items/[0-9a-f]{64}\.[a-z0-9]{1,8}")
_PROOF = re.compile(r"paradero/(?:\d{4}-\d{2}-\d{2}(?:\.json|(?:-\d{1,3})?\.(?:tsr|tst))|authority-[0-9a-f]{16}\.pem)")

_ENDINGS = {
    "application/json": "json",
    "application/pdf": "pdf",
    "application/warc": "warc",
    "application/xhtml+xml": "xhtml",
    "application/xml": "xml",
    "audio/mp4": "m4a",
    "audio/mpeg": "mp3",
    "audio/ogg": "ogg",
    "audio/wav": "wav",
    "image/gif": "gif",
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
    "text/html": "html",
    "text/plain": "txt",
    "text/xml": "xml",
    "video/mp4": "mp4",
    "video/quicktime": "mov",
    "video/webm": "webm",
    "video/x-matroska": "mkv",
}
_TEXT_BESIDE = {"application/json", "application/xhtml+xml", "application/xml", "application/warc"}


def is_known(name: str) -> bool:
    """Tell whether a bundle may have a member of this name."""
    return name in _KNOWN or bool(_ITEM.fullmatch(name) or _PROOF.fullmatch(name))


def item_name(item: BundleItem) -> str:
    """Return the member that holds an item's bytes; nothing of it comes from outside but the digest."""
    return f"items/{item.sha256}.{_ENDINGS.get(item.media_type, 'bin')}"


def is_text(media_type: str) -> bool:
    """Tell whether bytes of a media type are characters, and so are worth packing."""
    return media_type.startswith("text/") or media_type in _TEXT_BESIDE


def may_be_packed(item: BundleItem) -> bool:
    """Tell whether an item's bytes are packed in the zip, as long as the zip's allowance lasts."""
    return is_text(item.media_type) and item.size_bytes <= LARGEST_PACKED
