"""Checks that a leaf stands in the tree of a day.

Source: RFC 6962, section 2.1 (how leaves and pairs are hashed), and RFC 9162, section 2.1.3.2 (how a proof is checked).
"""

import hashlib
from collections.abc import Sequence


def leads_to(root: str, *, leaf: bytes, place: int, size: int, path: Sequence[str]) -> bool:
    """Tell whether the hashes of `path`, lowest first, lead from the leaf at `place` of `size` leaves to the root."""
    if not 0 <= place < size:
        return False
    node, at, last = hashlib.sha256(b"\x00" + leaf).digest(), place, size - 1
    for beside in map(bytes.fromhex, path):
        if last == 0:
            return False
        if at % 2 or at == last:
            node = _pair(beside, node)
            while at and at % 2 == 0:  # at the right edge, a node without a neighbour goes up as it is
                at, last = at // 2, last // 2
        else:
            node = _pair(node, beside)
        at, last = at // 2, last // 2
    return last == 0 and node.hex() == root


def _pair(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()
