"""How an item lies on the disk: encrypted in pieces, so that one of any size is written and read in flat memory.

    "paradero sealed 2" and a line end | nonce | the file's own key, locked under the item's | pieces

Each piece is up to a megabyte under AES-256-GCM, with its number and whether it is the last as its nonce, so that no
piece can be left out, moved or cut off (STREAM: Hoang, Reyhanitabar, Rogaway and Vizar, CRYPTO 2015). The file's own
key is drawn before the item's digest is known; only its head is bound to the digest, and written last. Files of the
first kind, with all bytes in one piece, are read as well.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from paradero.intake.durable import write_all
from paradero.intake.item_keys import NONCE_BYTES

PIECE_BYTES = 1 << 20
TAG_BYTES = 16
KEY_BYTES = 32
FIRST, SECOND = b"paradero sealed 1\n", b"paradero sealed 2\n"
HEAD_BYTES = len(SECOND) + NONCE_BYTES + KEY_BYTES + TAG_BYTES


class FileBrokenError(ValueError):
    """A file is not what was sealed under this key."""


@dataclass(slots=True, kw_only=True)
class Written:
    """A sealed file but for its head, which waits for the item's key."""

    path: Path
    handle: int | None
    """Open for writing until `sync` or `give_up`."""
    sha256: str
    sha512: str
    size_bytes: int
    own_key: bytes

    def finish(self, key: bytes, bound_to: bytes) -> None:
        """Write the head."""
        assert self.handle is not None  # noqa: S101 -- finished once
        nonce = os.urandom(NONCE_BYTES)
        os.pwrite(self.handle, SECOND + nonce + AESGCM(key).encrypt(nonce, self.own_key, bound_to), 0)

    def sync(self) -> None:
        """Make the finished file durable and let go of it."""
        assert self.handle is not None  # noqa: S101 -- synced once
        os.fsync(self.handle)
        self._let_go()

    def give_up(self) -> None:
        """Let go of it and remove what was written, unless it has been given another name since."""
        self._let_go()
        self.path.unlink(missing_ok=True)

    def _let_go(self) -> None:
        handle, self.handle = self.handle, None
        if handle is not None:
            os.close(handle)


def write_pieces(path: Path, pieces: Iterable[bytes]) -> Written:
    """Write bytes, encrypted under a key of their own, to a new file that is not yet durable and has no head.

    Raises:
        OSError: If the disk does not take it; nothing is left of it then.
    """
    own_key = os.urandom(KEY_BYTES)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    digest, second, size = hashlib.sha256(), hashlib.sha512(), 0
    try:
        cipher, head = AESGCM(own_key), bytes(HEAD_BYTES)
        for number, (piece, last) in enumerate(_of_one_size(pieces)):
            digest.update(piece)
            second.update(piece)
            size += len(piece)
            locked = cipher.encrypt(_nonce(number, last=last), piece, None)
            write_all(handle, locked if number else head + locked)
    except BaseException:
        os.close(handle)
        path.unlink()  # a full disk must not be left fuller
        raise
    return Written(
        path=path,
        handle=handle,
        sha256=digest.hexdigest(),
        sha512=second.hexdigest(),
        size_bytes=size,
        own_key=own_key,
    )


def read_pieces(file: BinaryIO, key: bytes, bound_to: bytes) -> Iterator[bytes]:
    """Yield the bytes of a sealed file; each piece is proven when it is yielded, the whole at the end.

    Raises:
        FileBrokenError: If the file was altered, cut off, or sealed under another key.
    """
    try:
        head = file.read(HEAD_BYTES)
        if head.startswith(FIRST):
            yield _all_at_once(head[len(FIRST) :] + file.read(), key, bound_to)
        elif head.startswith(SECOND):
            at = len(SECOND) + NONCE_BYTES
            own_key = AESGCM(key).decrypt(head[len(SECOND) : at], head[at:], bound_to)
            yield from _each(file, AESGCM(own_key))
        else:
            raise FileBrokenError
    except (InvalidTag, ValueError):  # too short a nonce or tag is a ValueError
        raise FileBrokenError from None


def _each(file: BinaryIO, cipher: AESGCM) -> Iterator[bytes]:
    number, locked = 0, file.read(PIECE_BYTES + TAG_BYTES)
    while locked:
        after = file.read(PIECE_BYTES + TAG_BYTES) if len(locked) == PIECE_BYTES + TAG_BYTES else b""
        yield cipher.decrypt(_nonce(number, last=not after), locked, None)
        number, locked = number + 1, after
    if not number:
        raise FileBrokenError


def _all_at_once(locked: bytes, key: bytes, bound_to: bytes) -> bytes:
    return AESGCM(key).decrypt(locked[:NONCE_BYTES], locked[NONCE_BYTES:], bound_to)


def _of_one_size(pieces: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Yield the bytes in pieces of `PIECE_BYTES` and whether it is the last, which alone may be shorter, or empty."""
    waiting = bytearray()
    for piece in pieces:
        waiting += piece
        while len(waiting) > PIECE_BYTES:
            yield bytes(waiting[:PIECE_BYTES]), False
            del waiting[:PIECE_BYTES]
    yield bytes(waiting), True


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(NONCE_BYTES - 1, "big") + bytes([last])
