"""Merkle trees as in Certificate Transparency: one root for many leaves, and a short proof that a leaf is under it.

Source: RFC 6962, section 2.1 (the tree), and RFC 9162, section 2.1.3 (how a proof is checked). A leaf and a pair of
hashes are hashed behind different first bytes, so that a pair can never be passed off as a leaf, nor a leaf as a pair.
"""

import hashlib
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from paradero.terms.chain import canonical

HASH_BYTES = 32

BLOCK = 256
"""So many leaves, from a place that is a multiple of it, have one hash in the tree: with those of all blocks kept, the
way up from a leaf takes its own block alone. A power of two, as the tree is divided."""

_LEAF = b"\x00"
_PAIR = b"\x01"

_SHA256 = re.compile(r"[0-9a-f]{64}")
_WHAT = re.compile(r"original|derived [!-~][ -~]*")
_ITEM = re.compile(r"[!-~]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """What the tree of a day says of one thing that was sealed; `bytes(leaf)` is what is hashed.

    It stays when the item is destroyed: the digest says nothing of what was in it.
    """

    sha256: str
    what: str
    """`"original"`, or `"derived "` and the purpose, as the sealed store has it."""
    item: str
    """The item's reference."""

    def __post_init__(self) -> None:
        """Raise `ValueError` for what a leaf does not hold: a name, free text, another digest."""
        if not _SHA256.fullmatch(self.sha256):
            raise ValueError("a leaf's sha256 is 64 hexadecimal digits in small letters")
        if not _WHAT.fullmatch(self.what):
            raise ValueError("a leaf is of an original, or of something derived and its purpose")
        if not _ITEM.fullmatch(self.item):
            raise ValueError("a leaf's item is a reference")

    def __bytes__(self) -> bytes:
        """Return the leaf as the one JSON text it has.

        >>> bytes(Leaf(sha256="ab" * 32, what="original", item="I-7K3M-Q2XD"))[:32]
        b'{"item":"I-7K3M-Q2XD","sha256":"'
        """
        return canonical({"sha256": self.sha256, "what": self.what, "item": self.item})


def leaf_hash(data: bytes) -> bytes:
    """Return the hash of a leaf, 32 bytes.

    >>> leaf_hash(b"").hex()[:16]
    '6e340b9cffb37a98'
    """
    return hashlib.sha256(_LEAF + data).digest()


def root(leaves: Iterable[bytes]) -> bytes:
    """Return the root over leaf hashes in their order; of no leaves it is the SHA-256 of nothing.

    The leaves are read once, and no more than one hash for each level of the tree is held.
    """
    waiting: list[bytes] = []
    for count, leaf in enumerate(leaves, start=1):
        node = leaf
        for _ in range(_halvings(count)):
            node = _pair(waiting.pop(), node)
        waiting.append(node)
    if not waiting:
        return hashlib.sha256().digest()
    node = waiting.pop()
    while waiting:
        node = _pair(waiting.pop(), node)
    return node


def inclusion_proof(leaves: Sequence[bytes], place: int) -> tuple[bytes, ...]:
    """Return the hashes that lead from the leaf hash at `place`, counted from 0, up to the root; lowest first.

    Raises:
        IndexError: If there is no such place.
    """
    if not 0 <= place < len(leaves):
        raise IndexError(f"place {place} is not among {len(leaves)} leaves")
    start, end = 0, len(leaves)
    beside: list[bytes] = []
    while end - start > 1:
        middle = start + (1 << (end - start - 1).bit_length() - 1)
        if place < middle:
            beside.append(root(leaves[middle:end]))
            end = middle
        else:
            beside.append(root(leaves[start:middle]))
            start = middle
    return tuple(reversed(beside))


def block_roots(leaves: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the hash of each block of leaf hashes; `root` of these is the root over the leaves, which are read once.

    The way up from a leaf is its `inclusion_proof` in its block, and then that of its block among the blocks.

    >>> leaves = [leaf_hash(bytes([place])) for place in range(256)] + [leaf_hash(b"the 257th")]
    >>> root(block_roots(leaves)) == root(leaves)
    True
    """
    reading = iter(leaves)
    while block := tuple(itertools.islice(reading, BLOCK)):
        yield root(block)


def proves(leaf: bytes, *, place: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Tell whether `proof` leads from a leaf hash at `place` of `size` leaves to `root`.

    The root must come from somebody who vouches for `size` too, as a `DailyRoot` does: a proof holds for every size
    that gives its leaf the same way up, as place 0 of 3 leaves and of 4.
    """
    if not 0 <= place < size or any(len(node) != HASH_BYTES for node in (leaf, root, *proof)):
        return False
    node, at, last = leaf, place, size - 1
    for beside in proof:
        if last == 0:
            return False
        if at & 1 or at == last:
            node = _pair(beside, node)
            alone = _halvings(at)  # at the right edge a node without a neighbour goes up as it is
            at, last = at >> alone, last >> alone
        else:
            node = _pair(node, beside)
        at, last = at >> 1, last >> 1
    return last == 0 and node == root


def _pair(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(_PAIR + left + right).digest()


def _halvings(number: int) -> int:
    """Return how often a number above zero can be halved without a rest."""
    return (number & -number).bit_length() - 1
