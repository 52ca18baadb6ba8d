"""The keys of sealed items: one for each, wrapped under a key that lies in a file of its own."""

import json
import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import Any

import pysqlite3
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from paradero.intake.durable import TEMPORARY, make_folder, sync_folder
from paradero.intake.key_file import KEY_BYTES, KeyFileRefused, read_key, write_key
from paradero.terms.failpoint import reached

NONCE_BYTES = 12
_PROOF = b"paradero key store 1"
_WAIT_S = 20

_SCHEMA = """
CREATE TABLE proof (wrapped BLOB NOT NULL);
CREATE TABLE item_key (
    sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
    state TEXT NOT NULL CHECK (state IN ('begun', 'sealed', 'destroyed')),
    wrapped BLOB,
    CHECK ((state = 'destroyed') = (wrapped IS NULL))
) WITHOUT ROWID;
"""
_AMONG = "sha256 IN (SELECT value FROM json_each(?))"
_SEALED = "SELECT sha256, wrapped FROM item_key WHERE state = 'sealed' ORDER BY sha256"
_UNSEALED = "SELECT sha256, state FROM item_key WHERE state <> 'sealed' ORDER BY sha256"
_KEPT = f"SELECT sha256, state, wrapped FROM item_key WHERE {_AMONG}"  # noqa: S608 -- own words alone
_DESTROYED = f"SELECT sha256 FROM item_key WHERE {_AMONG} AND state = 'destroyed'"  # noqa: S608 -- own words alone
_MARKED = f"UPDATE item_key SET state = 'sealed' WHERE {_AMONG} AND state = 'begun'"  # noqa: S608 -- own words alone


class KeyBrokenError(Exception):
    """A kept key does not open under the key file."""


class KeyState(Enum):
    """How far an item's key has come."""

    BEGUN = "begun"
    """The key is kept; that the item's file is too was not yet noted."""
    SEALED = "sealed"
    DESTROYED = "destroyed"


_STATES = {state.value: state for state in KeyState}


class ItemKeys:
    """Keeps a random 256-bit key for each item in a small SQLite file of its own, wrapped with AES-256-GCM.

    Every act opens and closes its own connection, so one `ItemKeys` may be shared by threads and outlives a fork. The
    rollback journal (not a write-ahead log) and `secure_delete` leave no old key behind in the file.
    """

    def __init__(self, database: Path, key_file: Path) -> None:
        """Open an existing key store.

        Raises:
            KeyFileRefused: If the key file or the store is missing, or the two do not belong together.
        """
        self.database = database
        key = read_key(key_file)
        self._wrapping, self._key = AESGCM(key), key
        if not database.is_file():
            raise KeyFileRefused(f"There is no key store at {database}. Restore it from its backup.")
        self._prove(key_file)

    @classmethod
    def create(cls, database: Path, key_file: Path) -> "ItemKeys":
        """Make a new key store and its key file (mode 0600), or open the one that is there.

        A making that was cut short is finished.

        Raises:
            KeyFileRefused: If the store is there but its key file is not: a new key would open nothing.
        """
        if not database.exists():
            if not key_file.exists():
                write_key(key_file)
            reached("keys: key file written")
            _make_database(database, AESGCM(read_key(key_file)))
            reached("keys: database made")
        return cls(database, key_file)

    def derived(self, purpose: str) -> bytes:
        """Return a key of 32 bytes for another purpose: always the same, and telling nothing of the wrapping key.

        Source: HKDF, RFC 5869.
        """
        return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=purpose.encode()).derive(self._key)

    def begin(self, sha256s: Collection[str]) -> dict[str, tuple[bytes, KeyState]]:
        """Return each item's key and state; a new item's key is made, and kept before it is returned."""
        fresh = {sha256: os.urandom(KEY_BYTES) for sha256 in sorted(sha256s)}
        wrapped = {sha256: self._wrap(sha256, key) for sha256, key in fresh.items()}
        with self._writing() as rows:
            rows.executemany("INSERT INTO item_key VALUES (?, 'begun', ?) ON CONFLICT DO NOTHING", wrapped.items())
            kept = rows.execute(_KEPT, (_listed(fresh),)).fetchall()
        return {
            sha256: (fresh[sha256], KeyState.BEGUN) if found == wrapped[sha256] else self._opened(sha256, state, found)
            for sha256, state, found in kept
        }

    def find(self, sha256: str) -> tuple[bytes, KeyState] | None:
        """Return the item's key (empty once destroyed) and its state, or `None` where there never was one.

        Raises:
            KeyBrokenError: If the kept key does not open under the key file.
        """
        return self.find_all([sha256]).get(sha256)

    def find_all(self, sha256s: Iterable[str]) -> dict[str, tuple[bytes, KeyState]]:
        """Return what `find` returns for each of these items, but for those that never had a key; they are few.

        Raises:
            KeyBrokenError: As `find`.
        """
        with self._rows() as rows:
            kept = rows.execute(_KEPT, (_listed(sha256s),)).fetchall()
        return {sha256: self._opened(sha256, state, wrapped) for sha256, state, wrapped in kept}

    def destroyed(self, sha256s: Iterable[str]) -> set[str]:
        """Return those of these items whose key was destroyed."""
        with self._rows() as rows:
            return {sha256 for (sha256,) in rows.execute(_DESTROYED, (_listed(sha256s),))}

    def mark_sealed(self, sha256s: Collection[str]) -> None:
        """Note, durably, that the items' files are in their places."""
        with self._writing() as rows:
            rows.execute(_MARKED, (_listed(sha256s),))

    def destroy(self, sha256: str) -> None:
        """Destroy the item's key for good and keep a tombstone."""
        with self._writing() as rows:
            rows.execute(
                "INSERT INTO item_key VALUES (?, 'destroyed', NULL) "
                "ON CONFLICT DO UPDATE SET state = 'destroyed', wrapped = NULL",
                (sha256,),
            )

    def forget(self, sha256: str) -> None:
        """Drop the key of an item that was never acknowledged; a tombstone stays."""
        with self._writing() as rows:
            rows.execute("DELETE FROM item_key WHERE sha256 = ? AND state <> 'destroyed'", (sha256,))

    def every(self) -> tuple[dict[str, bytes], dict[str, KeyState]]:
        """Return, of one moment and in order, the wrapped keys of sealed items and the states of all others.

        `unwrapped` opens a key. Texts and bytes alone, straight from the rows, give Python's collector nothing to look
        through, which took a quarter of the time of checking ten thousand items.
        """
        with self._rows() as rows:
            rows.execute("BEGIN")
            sealed = dict(rows.execute(_SEALED))
            return sealed, {sha256: _STATES[state] for sha256, state in rows.execute(_UNSEALED)}

    def kept(self, sha256s: Iterable[str]) -> dict[str, tuple[KeyState, bytes | None]]:
        """Return the state and wrapped key of each of these items, but for those that never had one."""
        with self._rows() as rows:
            found = rows.execute(_KEPT, (_listed(sha256s),))
            return {sha256: (_STATES[state], wrapped) for sha256, state, wrapped in found}

    def unwrapped(self, sha256: str, wrapped: bytes) -> bytes:
        """Return an item's key.

        Raises:
            KeyBrokenError: If the kept key does not open under the key file.
        """
        try:
            return self._wrapping.decrypt(wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:], sha256.encode())
        except InvalidTag:
            raise KeyBrokenError(
                f"The kept key of item {sha256} is damaged. Restore the key store from its backup."
            ) from None

    def _prove(self, key_file: Path) -> None:
        with self._rows() as rows:
            (proof,) = rows.execute("SELECT wrapped FROM proof").fetchone()
        try:
            self._wrapping.decrypt(proof[:NONCE_BYTES], proof[NONCE_BYTES:], _PROOF)
        except InvalidTag:
            raise KeyFileRefused(
                f"{key_file} is not the key file that {self.database} was made with. Put the right one back; nothing "
                "was opened or changed."
            ) from None

    def _wrap(self, sha256: str, key: bytes) -> bytes:
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._wrapping.encrypt(nonce, key, sha256.encode())

    def _opened(self, sha256: str, state: str, wrapped: bytes | None) -> tuple[bytes, KeyState]:
        return b"" if wrapped is None else self.unwrapped(sha256, wrapped), _STATES[state]

    @contextmanager
    def _rows(self) -> Iterator[Any]:
        rows = _connect(self.database)
        try:
            yield rows
        finally:
            rows.close()

    @contextmanager
    def _writing(self) -> Iterator[Any]:
        with self._rows() as rows:
            rows.execute("BEGIN IMMEDIATE")
            yield rows
            rows.execute("COMMIT")


def _listed(sha256s: Iterable[str]) -> str:
    """Return items as the one value that a statement takes for any number of them."""
    return json.dumps(sorted(sha256s))


def _connect(database: Path) -> Any:
    """Return a connection to a database that is there; a missing one is not made."""
    rows = pysqlite3.connect(f"{database.absolute().as_uri()}?mode=rw", uri=True, timeout=_WAIT_S, isolation_level=None)
    rows.execute("PRAGMA synchronous = FULL")
    rows.execute("PRAGMA secure_delete = ON")
    return rows


def _make_database(database: Path, wrapping: AESGCM) -> None:
    make_folder(database.parent)
    unfinished = database.with_name(database.name + TEMPORARY)
    unfinished.unlink(missing_ok=True)
    unfinished.touch(mode=0o600)
    rows = _connect(unfinished)
    try:
        nonce = os.urandom(NONCE_BYTES)
        rows.execute("PRAGMA journal_mode = TRUNCATE")
        rows.executescript(_SCHEMA)
        rows.execute("INSERT INTO proof VALUES (?)", (nonce + wrapping.encrypt(nonce, b"", _PROOF),))
    finally:
        rows.close()
    unfinished.with_name(unfinished.name + "-journal").unlink(missing_ok=True)
    unfinished.rename(database)
    sync_folder(database.parent)
