"""The sealed store: what was taken in, byte for byte, encrypted, under the name of its own SHA-256.

The order of a sealing is: temporary file written, key kept, file synced, renamed, folder synced, key marked as sealed;
a batch takes each step together. A process that dies in between leaves at most an unused key or a stray temporary
file; `check` names them and `sweep` clears them. docs/decisions/0003-sealed-store.md says why.
"""

import hashlib
import os
import re
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from paradero.intake import seal_faults
from paradero.intake.durable import TEMPORARY, at_once, make_folder, sync_folder
from paradero.intake.findings import Drift, Finding
from paradero.intake.item_keys import ItemKeys, KeyBrokenError, KeyState
from paradero.intake.seal_faults import SealBroken, SealDestroyed, SealMissing
from paradero.intake.sealed_file import FileBrokenError, Written, files_besides, read_pieces, write_pieces
from paradero.intake.under_key import binding, lock, unlock, usable_key
from paradero.terms.failpoint import reached

ENDING = ".sealed"
_ORIGINAL = "original"
_SHA256 = re.compile("[0-9a-f]{64}")
_IN_NAME = slice(3, 67)


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
        self._within = f"{folder}/"  # a path made of paths for each of many files takes as long as to read one
        make_folder(folder)

    def seal(self, data: bytes) -> Seal:
        """Return the seal of `data` once it is stored durably; what is stored already is not written again.

        Raises:
            SealDestroyed: If these very bytes were destroyed by order.
        """
        (seal,) = self.keep([self.prepare([data])])
        return seal

    def prepare(self, pieces: Iterable[bytes]) -> Written:
        """Write bytes of any size to the store without making them an item yet: that does `keep`, or `give_up` ends it.

        Raises:
            OSError: If the disk does not take them; nothing is left of them then.
        """
        written = write_pieces(f"{self._within}{secrets.token_hex(8)}{TEMPORARY}", pieces)
        reached("seal: temporary written")
        return written

    def keep(self, batch: Sequence[Written]) -> list[Seal]:
        """Return the seals of prepared bytes, in order, once all are stored durably.

        Raises:
            SealDestroyed: If bytes of it were destroyed by order; then nothing of the batch is kept.
            OSError: If the disk fails; what was made durable is swept, or finished when the same bytes come again.
        """
        try:
            keys = self._keys.begin({each.sha256 for each in batch})
            reached("seal: key kept")
            placed = self._place(batch, keys)
        except BaseException:
            for each in batch:
                each.give_up()
            raise
        at_once(sync_folder, {self.folder / name[:2] for name in placed})
        reached("seal: folder synced")
        self._keys.mark_sealed({each.sha256 for each in batch})
        reached("seal: marked")
        return [Seal(each.sha256, each.size_bytes) for each in batch]

    def _place(self, batch: Sequence[Written], keys: dict[str, tuple[bytes, KeyState]]) -> list[str]:
        """Give each file its head and its name, but what is there already, and return the names of the others."""
        for sha256, (_, state) in keys.items():
            if state is KeyState.DESTROYED:
                raise seal_faults.destroyed(sha256)
        fresh: dict[str, Written] = {}
        for each in batch:
            name = self._name(each.sha256)
            if name in fresh or (keys[each.sha256][1] is KeyState.SEALED and (self.folder / name).is_file()):
                each.give_up()
            else:
                fresh[name] = each
        for each in fresh.values():
            each.finish(keys[each.sha256][0], binding(each.sha256, _ORIGINAL))
        at_once(Written.sync, fresh.values())
        reached("seal: temporary synced")
        for folder in {self.folder / name[:2] for name in fresh}:
            make_folder(folder)
        for name, each in fresh.items():
            os.rename(each.path, f"{self._within}{name}")  # noqa: PTH104 -- as `_within` says
        reached("seal: renamed")
        return list(fresh)

    def destroyed(self, sha256s: Iterable[str]) -> set[str]:
        """Return those of these items that were destroyed by order, so that their bytes are not taken in again."""
        return self._keys.destroyed(sha256s)

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
        return b"".join(self.pieces(sha256))

    def pieces(self, sha256: str) -> Iterator[bytes]:
        """Yield the item's bytes in order; that they are those that were sealed is proven once the last was yielded.

        Raises:
            SealBroken, SealMissing, SealDestroyed: As `open`.
        """
        return self._read(sha256, self._key(sha256))

    def _read(self, sha256: str, key: bytes) -> Iterator[bytes]:
        try:
            pieces = read_pieces(f"{self._within}{self._name(sha256)}", key, binding(sha256, _ORIGINAL))
            piece = next(pieces)  # there is one at least
            digest = hashlib.sha256(piece)
            for following in pieces:
                yield piece
                piece = following
                digest.update(piece)
        except FileNotFoundError:
            raise SealMissing(
                f"The sealed file of item {sha256} is missing. Restore the store from its backup."
            ) from None
        except FileBrokenError:
            raise seal_faults.broken(sha256) from None
        if digest.hexdigest() != sha256:
            raise seal_faults.broken(sha256)
        # The last piece is given once all are known to be right, so that of a small item no wrong byte ever is.
        yield piece

    def encrypt(self, sha256: str, text: bytes, *, purpose: str) -> bytes:
        """Return `text`, which was derived from an item, locked under the item's key and bound to `purpose`.

        Raises:
            SealMissing, SealDestroyed: As `open`.
        """
        return self.encrypt_all({sha256: text}, purpose=purpose)[sha256]

    def encrypt_all(self, texts: Mapping[str, bytes], *, purpose: str) -> dict[str, bytes]:
        """Return what `encrypt` returns for each item's text; the keys of a group are fetched at once.

        Raises:
            SealMissing, SealDestroyed: As `open`.
        """
        found = self._keys.find_all(texts)
        bound = f"derived {purpose}"
        return {
            sha256: lock(usable_key(sha256, found.get(sha256)), text, binding(sha256, bound))
            for sha256, text in texts.items()
        }

    def decrypt(self, sha256: str, locked: bytes, *, purpose: str) -> bytes:
        """Return what `encrypt` locked for the same item and purpose.

        Raises:
            SealBroken: If it was altered, or locked for another item or purpose.
            SealMissing, SealDestroyed: As `open`.
        """
        return unlock(self._key(sha256), locked, binding(sha256, f"derived {purpose}"), sha256)

    def decrypt_all(self, texts: Sequence[tuple[str, bytes, str]]) -> list[bytes | Exception]:
        """Return what `decrypt` returns for each item, locked text and purpose, in order, or what it would raise.

        The keys of a group are fetched at once: to open the key store for each takes longer than all else.
        """
        kept = self._keys.kept({sha256 for sha256, _, _ in texts})
        return [self._opened(kept.get(sha256), sha256, locked, purpose) for sha256, locked, purpose in texts]

    def _opened(
        self, kept: tuple[KeyState, bytes | None] | None, sha256: str, locked: bytes, purpose: str
    ) -> bytes | Exception:
        try:
            found = kept and (self._keys.unwrapped(sha256, kept[1]) if kept[1] else b"", kept[0])
            return unlock(usable_key(sha256, found), locked, binding(sha256, f"derived {purpose}"), sha256)
        except (SealBroken, SealMissing, SealDestroyed, KeyBrokenError) as fault:
            return fault

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
        return iter(self._keys.every()[0])

    def check(self) -> Iterator[Finding]:
        """Yield everything that is not as it should be, and every item destroyed by order."""
        sealed, unsealed = self._keys.every()
        yield from self._check_files(chain(sealed, unsealed))
        for sha256, wrapped in sealed.items():
            drift = self._drift(sha256, wrapped)
            if drift:
                yield Finding(drift=drift, sha256=sha256, file=self._name(sha256))
        for sha256, state in unsealed.items():
            yield Finding(drift=self._unsealed(sha256, state), sha256=sha256, file=self._name(sha256))

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

    def _check_files(self, known: Iterable[str]) -> Iterator[Finding]:
        for name in sorted(files_besides(self.folder, set(map(self._name, known)))):
            sha256 = name[_IN_NAME]
            if name.endswith(TEMPORARY):
                yield Finding(drift=Drift.TEMPORARY, sha256=None, file=name)
            elif not _SHA256.fullmatch(sha256) or name != self._name(sha256):
                yield Finding(drift=Drift.STRANGER, sha256=None, file=name)
            else:
                yield Finding(drift=Drift.NO_KEY, sha256=sha256, file=name)

    def _unsealed(self, sha256: str, state: KeyState) -> Drift:
        if state is KeyState.BEGUN:
            return Drift.UNFINISHED
        return Drift.LEFT_OVER if self._path(sha256).exists() else Drift.DESTROYED

    def _drift(self, sha256: str, wrapped: bytes) -> Drift | None:
        try:
            key, digest = self._keys.unwrapped(sha256, wrapped), hashlib.sha256()
            for piece in read_pieces(f"{self._within}{self._name(sha256)}", key, binding(sha256, _ORIGINAL)):
                digest.update(piece)
        except FileNotFoundError:
            return Drift.MISSING
        except FileBrokenError:
            return Drift.BROKEN
        except KeyBrokenError:
            return Drift.KEY_BROKEN
        return None if digest.hexdigest() == sha256 else Drift.BROKEN

    def _key(self, sha256: str) -> bytes:
        return usable_key(sha256, self._keys.find(sha256))

    def _remove(self, path: Path) -> None:
        if path.exists():
            path.unlink()
            sync_folder(path.parent)

    def _name(self, sha256: str) -> str:
        return f"{sha256[:2]}/{sha256}{ENDING}"

    def _path(self, sha256: str) -> Path:
        return self.folder / self._name(sha256)
