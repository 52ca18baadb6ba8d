"""What an item of the sealed store can be instead of being there as it was sealed."""

from paradero.terms.refusal import Refusal


class SealBroken(Exception):
    """A sealed item, or a text kept under its key, is not what was sealed."""


class SealMissing(Exception):
    """The store does not hold the item, or has lost its file or key."""


class SealDestroyed(Refusal):
    """The item was destroyed by order and cannot come back."""


def broken(sha256: str) -> SealBroken:
    """Return the fault of an item whose file, key or kept text was altered."""
    return SealBroken(f"Item {sha256} is not what was sealed: it was altered or damaged. Restore it from a backup.")


def destroyed(sha256: str) -> SealDestroyed:
    """Return the refusal of an item that was destroyed by order."""
    return SealDestroyed(f"Item {sha256} was destroyed by order. It cannot be opened or taken in again.")
