"""Locks a text under an item's key, bound to the item and to what it is for; nothing else opens it."""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from paradero.intake import seal_faults
from paradero.intake.item_keys import NONCE_BYTES, KeyState
from paradero.intake.seal_faults import SealMissing


def usable_key(sha256: str, found: tuple[bytes, KeyState] | None) -> bytes:
    """Return the key of an item as the key store found it.

    Raises:
        SealMissing: If there never was one.
        SealDestroyed: If the item was destroyed by order.
    """
    if found is None:
        raise SealMissing(f"The store has no key for item {sha256}, so it does not hold it.")
    key, state = found
    if state is KeyState.DESTROYED:
        raise seal_faults.destroyed(sha256)
    return key


def binding(sha256: str, purpose: str) -> bytes:
    """Return what a locked text is bound to: in another's place it does not open."""
    return f"{sha256} {purpose}".encode()


def lock(key: bytes, data: bytes, bound_to: bytes) -> bytes:
    """Return bytes locked under a key, behind the number used once."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, data, bound_to)


def unlock(key: bytes, locked: bytes, bound_to: bytes, sha256: str) -> bytes:
    """Return what `lock` locked.

    Raises:
        SealBroken: If it was altered, or locked under another key or for something else.
    """
    try:
        return AESGCM(key).decrypt(locked[:NONCE_BYTES], locked[NONCE_BYTES:], bound_to)
    except (InvalidTag, ValueError):  # too short a nonce is a ValueError
        raise seal_faults.broken(sha256) from None
