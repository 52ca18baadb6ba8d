"""Texts as the arrays that a step of fitting takes."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch

from paradero.reading.encoder.windows import Window, windows_of
from paradero.reading.impression import FATES, MANNERS, NOBODY
from paradero.reading.learning.encoder.answers import TIES, Answers
from paradero.reading.learning.encoder.marks import Marked
from paradero.reading.learning.encoder.packed import Packed

PIECES = 2048
"""Pieces of words of one step."""
MIXED = 60
"""Windows whose lengths differ by so many pieces may come into one step."""
NOT_ASKED = -1

Arrays = dict[str, torch.Tensor]


@dataclass(frozen=True)
class Part:
    """A window of a text."""

    text: Marked
    window: Window


def parts_of(texts: Sequence[Marked], packed: Packed) -> list[Part]:
    """Return the windows of texts."""
    return [Part(text, w) for text in texts for w in windows_of(text.words, text.sentences, packed.pieces)]


def batches_of(parts: Sequence[Part], chance: np.random.Generator) -> list[list[Part]]:
    """Return parts in lots of like length, mixed anew at every call."""
    in_order = sorted(parts, key=lambda part: len(part.window.pieces) + chance.random() * MIXED)
    found: list[list[Part]] = [[]]
    for part in in_order:
        if found[-1] and (len(found[-1]) + 1) * len(part.window.pieces) > PIECES:
            found.append([])
        found[-1].append(part)
    return [found[at] for at in chance.permutation(len(found))]


def arrays(batch: Sequence[Part], answers: Answers, packed: Packed) -> tuple[Arrays, Arrays]:
    """Return what goes into the network for some windows, and what a person marked in them."""
    rows, wide = len(batch), max(len(part.window.pieces) for part in batch)
    words = max(len(part.window.first) for part in batch)
    known = [[_rows(answers, part, at) for at in range(len(part.window.first))] for part in batch]
    most = max(len(row) for of_part in known for row in of_part) or 1
    put: Any = {
        "pieces": np.zeros((rows, wide, packed.width), np.float32),
        "there": np.zeros((rows, wide), np.float32),
        "first": np.zeros((rows, words), np.int64),
        "last": np.zeros((rows, words), np.int64),
        "word": np.zeros((rows, words), np.float32),
        "known": np.zeros((rows, words, most), np.int64),
    }
    right: Any = {layer: np.zeros((rows, words), np.int64) for layer in answers.layers}
    right |= {name: np.full((rows, words), NOT_ASKED, np.int64) for name in ("roles", "manners")}
    right["fates"] = np.full((rows, words, 2 * len(FATES)), NOT_ASKED, np.float32)
    right["ties"] = np.zeros((rows, len(TIES), words, words + 1), np.float32)
    for row, part in enumerate(batch):
        pieces, count = part.window.pieces, len(part.window.first)
        put["pieces"][row, : len(pieces)] = packed.vectors[list(pieces)]
        put["there"][row, : len(pieces)] = 1
        put["first"][row, :count], put["last"][row, :count] = part.window.first, part.window.last
        put["word"][row, :count] = 1
        for at, of_word in enumerate(known[row]):
            put["known"][row, at, : len(of_word)] = of_word
        _mark({name: array[row] for name, array in right.items()}, part, answers)
    return tuple({name: torch.from_numpy(array) for name, array in of.items()} for of in (put, right))  # type: ignore[return-value]


def _rows(answers: Answers, part: Part, at: int) -> list[int]:
    """Return what is known of a word, by number."""
    known = part.text.known[part.window.start + at]
    return [answers.numbers[name] for name in known if name in answers.numbers]


def _mark(right: Any, part: Part, answers: Answers) -> None:
    text, start = part.text, part.window.start
    words = range(start, part.window.end)
    for layer, labels in answers.layers.items():
        right[layer][: len(words)] = [labels.index(text.labels[layer][at]) for at in words]
    before: dict[int, list[int]] = defaultdict(list)
    for mentioned in text.mentioned:
        if mentioned.word in words:
            at = mentioned.word - start
            right["roles"][at] = answers.roles.index(mentioned.role)
            if mentioned.person:
                right["fates"][at] = 0
                for fate, stands in text.fates.get(mentioned.thing, {}).items():
                    right["fates"][at, FATES.index(fate)] = 1
                    right["fates"][at, len(FATES) + FATES.index(fate)] = stands
            right["ties"][TIES.index("coref"), at, before[mentioned.thing] or [NOBODY]] = 1
            before[mentioned.thing].append(at)
    for word, manner in text.manners.items():
        if word in words:
            right["manners"][word - start] = MANNERS.index(manner)
    for tie in text.ties:
        if tie.word in words:
            right["ties"][TIES.index(tie.kind), tie.word - start, before.get(tie.thing) or [NOBODY]] = 1
