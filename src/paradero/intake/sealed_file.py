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
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from paradero.intake.durable import write_all
from paradero.intake.item_keys import NONCE_BYTES

PIECE_BYTES = 1 << 20
TAG_BYTES = 16
KEY_BYTES = 32
FIRST, SECOND = b"paradero sealed 1\n", b"paradero sealed 2\n"
HEAD_BYTES = len(SECOND) + NONCE_BYTES + KEY_BYTES + TAG_BYTES
LOCKED_BYTES = PIECE_BYTES + TAG_BYTES
SMALL_BYTES = 1 << 15
"""A file of fewer bytes is read at once; to make room for a whole piece takes longer than all that is done with few."""

_NONCE = slice(len(SECOND), len(SECOND) + NONCE_BYTES)
_OWN_KEY = slice(len(SECOND) + NONCE_BYTES, HEAD_BYTES)


class FileBrokenError(ValueError):
    """A file is not what was sealed under this key."""


@dataclass(slots=True, kw_only=True)
class Written:
    """A sealed file but for its head, which waits for the item's key."""

    path: str
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
        with suppress(FileNotFoundError):
            os.unlink(self.path)  # noqa: PTH108 -- a path of each takes as long to make

    def _let_go(self) -> None:
        handle, self.handle = self.handle, None
        if handle is not None:
            os.close(handle)


def write_pieces(path: str, pieces: Iterable[bytes]) -> Written:
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
        Path(path).unlink()  # a full disk must not be left fuller
        raise
    return Written(
        path=path,
        handle=handle,
        sha256=digest.hexdigest(),
        sha512=second.hexdigest(),
        size_bytes=size,
        own_key=own_key,
    )


def read_pieces(path: str, key: bytes, bound_to: bytes) -> Iterator[bytes]:
    """Return the bytes of a sealed file in pieces; each piece is proven when it is there, the whole at the end.

    Raises:
        FileNotFoundError: If it is not there.
        FileBrokenError: If the file was altered, cut off, or sealed under another key.
    """
    handle = os.open(path, os.O_RDONLY)
    try:
        begun = os.read(handle, SMALL_BYTES)
    finally:
        os.close(handle)
    if len(begun) < SMALL_BYTES and begun.startswith(SECOND):
        try:
            cipher = AESGCM(AESGCM(key).decrypt(begun[_NONCE], begun[_OWN_KEY], bound_to))
            return iter((cipher.decrypt(_ONLY, memoryview(begun)[HEAD_BYTES:], None),))
        except (InvalidTag, ValueError):  # too short a nonce or tag is a ValueError
            pass  # a system may give less than there is: read in earnest, it is told what it is
    return _each(path, key, bound_to)


def _each(path: str, key: bytes, bound_to: bytes) -> Iterator[bytes]:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 -- as it was opened
        try:
            head = _read(file.fileno(), HEAD_BYTES)
            if not head.startswith(SECOND):
                yield _of_first_kind(head + file.readall(), key, bound_to)
                return
            cipher = AESGCM(AESGCM(key).decrypt(head[_NONCE], head[_OWN_KEY], bound_to))
            number, locked = 0, _read(file.fileno(), LOCKED_BYTES)
            while locked or not number:  # there is one piece at least, be it empty; without any it was cut off
                after = _read(file.fileno(), LOCKED_BYTES) if len(locked) == LOCKED_BYTES else b""
                yield cipher.decrypt(_nonce(number, last=not after), locked, None)
                number, locked = number + 1, after
        except (InvalidTag, ValueError):
            raise FileBrokenError from None


def _read(handle: int, wanted: int) -> bytes:
    """Return as many bytes as are wanted, or all that are left."""
    found = os.read(handle, wanted)
    while found and len(found) < wanted and (more := os.read(handle, wanted - len(found))):
        found += more
    return found


def files_besides(folder: Path, names: set[str]) -> Iterator[str]:
    """Yield the names of all files below a folder but for these; a folder that is a link is passed over."""
    for inside in folder.iterdir():
        found = {inside.name}
        if inside.is_dir():  # as texts: to make a path of each takes as long as to check the file
            linked = inside.is_symlink()
            found = set() if linked else {f"{inside.name}/{name}" for name in os.listdir(inside)}  # noqa: PTH208
        for name in found - names:
            path = folder / name
            if not path.is_dir():
                yield name
            elif not path.is_symlink():
                yield from (each.relative_to(folder).as_posix() for each in path.rglob("*") if not each.is_dir())


def _of_first_kind(whole: bytes, key: bytes, bound_to: bytes) -> bytes:
    if not whole.startswith(FIRST):
        raise FileBrokenError
    locked = whole[len(FIRST) :]
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


_ONLY = _nonce(0, last=True)
