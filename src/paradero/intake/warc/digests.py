"""What a record or an archive says of its own bytes, held against them."""

import hashlib
import re
from typing import Protocol

from paradero.intake.warc.headers import Header

NOT_AS_STATED = "its bytes are not those of which it states the digest (WARC-Block-Digest)"

_BASE_32 = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0123456789ABCDEFGHIJKLMNOPQRSTUV", "0189_-")
_STATED = re.compile(r"(md5|sha-?1|sha-?256|sha-?512):([0-9A-Za-z=+/_-]{20,140})", re.IGNORECASE)


class Digest(Protocol):
    """A digest in the making."""

    def update(self, data: bytes, /) -> None:
        """Take further bytes in."""

    def digest(self) -> bytes:
        """Return the digest of all bytes so far."""


class StatedDigest:
    """A digest as somebody stated it, in hexadecimal or base 32, and that of the bytes as they come."""

    def __init__(self, algorithm: str, stated: bytes) -> None:
        self._stated = stated
        self._found: Digest = hashlib.new(algorithm, usedforsecurity=False)

    def update(self, data: bytes) -> None:
        """Take further bytes in."""
        self._found.update(data)

    def holds(self) -> bool:
        """Tell whether the bytes are those it was stated of."""
        return self._found.digest() == self._stated


def stated_digest(written: str) -> StatedDigest | None:
    """Return a digest written as `"sha256:..."`, `None` where it is of no known form.

    >>> stated = stated_digest("sha1:ysr6xlaysfftfm6olkc2twi5ogr6y2xp")
    >>> stated is not None and stated.holds()
    False
    """
    found = _STATED.fullmatch(written.strip())
    if not found:
        return None
    algorithm = found[1].lower().replace("-", "")
    size = hashlib.new(algorithm, usedforsecurity=False).digest_size
    raw = _raw(found[2], size)
    return StatedDigest(algorithm, raw) if raw is not None and len(raw) == size else None


def _raw(written: str, size: int) -> bytes | None:
    """Return the bytes that are written in hexadecimal or base 32, whose digits are not those of Python's base 32."""
    digits = written.rstrip("=")
    try:
        if len(digits) == 2 * size:
            return bytes.fromhex(digits)
        digits = digits.upper().translate(_BASE_32)
        return (int(digits, 32) >> (5 * len(digits) - 8 * size)).to_bytes(size)
    except (ValueError, OverflowError):
        return None


def block_digest(header: Header) -> StatedDigest | None:
    """Return the digest that a record states of its content, `None` where it states none of a known form."""
    return stated_digest(header.fields.get("warc-block-digest", ""))


def digest_fault(header: Header, content: bytes) -> str | None:
    """Return why a record's content is not what it states of it, `None` where it is or nothing is stated."""
    digest = block_digest(header)
    if digest is None:
        return None
    digest.update(content)
    return None if digest.holds() else NOT_AS_STATED
