"""The sealed store: what was taken in, byte for byte, encrypted, under the name of its own SHA-256.

The order of a sealing is: key kept, temporary file written and synced, renamed, folder synced, key marked as sealed.
A process that dies in between leaves at most an unused key or a stray temporary file; `check` names them and `sweep`
clears them. docs/decisions/0003-sealed-store.md says why.
"""

import hashlib
import os
import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from paradero.intake.durable import TEMPORARY, make_folder, sync_folder, write_all
from paradero.intake.findings import Drift, Finding
from paradero.intake.item_keys import NONCE_BYTES, ItemKeys, KeyBrokenError, KeyState
from paradero.terms.failpoint import reached
from paradero.terms.refusal import Refusal

ENDING = ".sealed"
_HEADER = b"paradero sealed 1\n"
_ORIGINAL = "original"
_ITEM_FILE = re.compile(r"([0-9a-f]{64})\.sealed")


class SealBroken(Exception):
    """A sealed item, or a text kept under its key, is not what was sealed."""


class SealMissing(Exception):
    """The store does not hold the item, or has lost its file or key."""


class SealDestroyed(Refusal):
    """The item was destroyed by order and cannot come back."""


@dataclass(frozen=True, slots=True)
class Seal:
    """What proves an item: the SHA-256 of its bytes in hexadecimal, and how many they are."""

    sha256: str
    size_bytes: int


class SealedStore:
    """Keeps items encrypted with AES-256-GCM, each under its own key from `keys`."""

    def __init__(self, folder: Path, keys: ItemKeys) -> None:
        """Use `folder`, which is made where it is not there."""
        self.folder = folder
        self._keys = keys
        make_folder(folder)

    def seal(self, data: bytes) -> Seal:
        """Return the seal of `data` once it is stored durably; what is stored already is not written again.

        Raises:
            SealDestroyed: If these very bytes were destroyed by order.
        """
        seal = Seal(hashlib.sha256(data).hexdigest(), len(data))
        key, state = self._keys.begin(seal.sha256)
        if state is KeyState.DESTROYED:
            raise _destroyed(seal.sha256)
        path = self._path(seal.sha256)
        if state is KeyState.SEALED and path.is_file():
            return seal
        reached("seal: key kept")
        self._write(path, _HEADER + _locked(key, data, _bound(seal.sha256, _ORIGINAL)))
        self._keys.mark_sealed(seal.sha256)
        reached("seal: marked")
        return seal

    def derived_key(self, purpose: str) -> bytes:
        """Return a key of this store for another purpose, as to digest names so that nobody can look them up."""
        return self._keys.derived(purpose)

    def open(self, sha256: str) -> bytes:
        """Return the item's bytes, proven to be those that were sealed.

        Raises:
            SealBroken: If the file or its key was altered.
            SealMissing: If the file or its key is not there.
            SealDestroyed: If the item was destroyed by order.
        """
        key = self._key(sha256)
        try:
            kept = self._path(sha256).read_bytes()
        except FileNotFoundError:
            raise SealMissing(
                f"The sealed file of item {sha256} is missing. Restore the store from its backup."
            ) from None
        if not kept.startswith(_HEADER):
            raise _broken(sha256)
        data = _unlocked(key, kept[len(_HEADER) :], _bound(sha256, _ORIGINAL), sha256)
        if hashlib.sha256(data).hexdigest() != sha256:
            raise _broken(sha256)
        return data

    def encrypt(self, sha256: str, text: bytes, *, purpose: str) -> bytes:
        """Return `text`, which was derived from an item, locked under the item's key and bound to `purpose`.

        Raises:
            SealMissing, SealDestroyed: As `open`.
        """
        return _locked(self._key(sha256), text, _bound(sha256, f"derived {purpose}"))

    def decrypt(self, sha256: str, locked: bytes, *, purpose: str) -> bytes:
        """Return what `encrypt` locked for the same item and purpose.

        Raises:
            SealBroken: If it was altered, or locked for another item or purpose.
            SealMissing, SealDestroyed: As `open`.
        """
        return _unlocked(self._key(sha256), locked, _bound(sha256, f"derived {purpose}"), sha256)

    def destroy(self, sha256: str) -> None:
        """Destroy the item's key and file; a tombstone stays, so that the same bytes are never taken in again.

        The key goes first: from then on nobody can read the file or any text derived from it, whatever happens.
        """
        self._keys.destroy(sha256)
        reached("destroy: key destroyed")
        self._remove(self._path(sha256))
        reached("destroy: file removed")

    def forget(self, sha256: str) -> None:
        """Remove an item whose taking-in was never acknowledged, leaving no tombstone; it may come again."""
        self._remove(self._path(sha256))
        self._keys.forget(sha256)

    def items(self) -> Iterator[str]:
        """Yield the SHA-256 of every item that is sealed, in order."""
        return (sha256 for sha256, state in self._keys.states().items() if state is KeyState.SEALED)

    def check(self) -> Iterator[Finding]:
        """Yield everything that is not as it should be, and every item destroyed by order."""
        states = self._keys.states()
        yield from self._check_files(states)
        for sha256, state in states.items():
            drift = self._drift(sha256, state)
            if drift:
                yield Finding(drift=drift, sha256=sha256, file=self._name(sha256))

    def sweep(self) -> list[Finding]:
        """Clear what interrupted acts left behind and return it; run it while nothing else uses the store.

        Nothing that was acknowledged, and nothing that is a fault, is touched.
        """
        swept = [finding for finding in self.check() if not finding.is_fault and finding.drift is not Drift.DESTROYED]
        for finding in swept:
            if finding.drift is Drift.UNFINISHED and finding.sha256:
                self.forget(finding.sha256)
            else:
                self._remove(self.folder / finding.file)
        return swept

    def _check_files(self, states: dict[str, KeyState]) -> Iterator[Finding]:
        for path in sorted(path for path in self.folder.rglob("*") if not path.is_dir()):
            name = path.relative_to(self.folder).as_posix()
            item = _ITEM_FILE.fullmatch(path.name)
            if path.name.endswith(TEMPORARY):
                yield Finding(drift=Drift.TEMPORARY, sha256=None, file=name)
            elif not item or name != self._name(item[1]):
                yield Finding(drift=Drift.STRANGER, sha256=None, file=name)
            elif item[1] not in states:
                yield Finding(drift=Drift.NO_KEY, sha256=item[1], file=name)

    def _drift(self, sha256: str, state: KeyState) -> Drift | None:
        if state is KeyState.DESTROYED:
            return Drift.LEFT_OVER if self._path(sha256).exists() else Drift.DESTROYED
        if state is KeyState.BEGUN:
            return Drift.UNFINISHED
        try:
            self.open(sha256)
        except SealBroken:
            return Drift.BROKEN
        except SealMissing:
            return Drift.MISSING
        except KeyBrokenError:
            return Drift.KEY_BROKEN
        return None

    def _key(self, sha256: str) -> bytes:
        found = self._keys.find(sha256)
        if found is None:
            raise SealMissing(f"The store has no key for item {sha256}, so it does not hold it.")
        key, state = found
        if state is KeyState.DESTROYED:
            raise _destroyed(sha256)
        return key

    def _write(self, path: Path, locked: bytes) -> None:
        make_folder(path.parent)
        temporary = path.with_name(f"{path.name}.{secrets.token_hex(4)}{TEMPORARY}")
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            write_all(handle, locked)
            reached("seal: temporary written")
            os.fsync(handle)
        except OSError:
            temporary.unlink()  # a full disk must not be left fuller
            raise
        finally:
            os.close(handle)
        reached("seal: temporary synced")
        temporary.rename(path)
        reached("seal: renamed")
        sync_folder(path.parent)
        reached("seal: folder synced")

    def _remove(self, path: Path) -> None:
        if path.exists():
            path.unlink()
            sync_folder(path.parent)

    def _name(self, sha256: str) -> str:
        return f"{sha256[:2]}/{sha256}{ENDING}"

    def _path(self, sha256: str) -> Path:
        return self.folder / self._name(sha256)


def _bound(sha256: str, purpose: str) -> bytes:
    return f"{sha256} {purpose}".encode()


def _locked(key: bytes, data: bytes, bound_to: bytes) -> bytes:
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, data, bound_to)


def _unlocked(key: bytes, locked: bytes, bound_to: bytes, sha256: str) -> bytes:
    try:
        return AESGCM(key).decrypt(locked[:NONCE_BYTES], locked[NONCE_BYTES:], bound_to)
    except (InvalidTag, ValueError):  # too short a nonce is a ValueError
        raise _broken(sha256) from None


def _broken(sha256: str) -> SealBroken:
    return SealBroken(f"Item {sha256} is not what was sealed: it was altered or damaged. Restore it from a backup.")


def _destroyed(sha256: str) -> SealDestroyed:
    return SealDestroyed(f"Item {sha256} was destroyed by order. It cannot be opened or taken in again.")
