"""Compiled: what the letters of two words tell apart that sound alike."""

import numpy as np
from numpy.typing import NDArray

from paradero.identity.search.compiled import compiled
from paradero.identity.search.near import Near, nearest
from paradero.identity.search.segment import Segment
from paradero.identity.search.spelling_cost import FAR
from paradero.identity.search.tables import FIRST_CYRILLIC, KNOWN_LETTERS, Bytes, letter_numbers
from paradero.identity.search.weights import Weights
from paradero.identity.search.writing import Writing, written_cost

AS_GOOD_AS = 2.0
"""Words this near to the best by sound, in bits, show what the writer's habit costs."""
FARTHEST_WRITTEN = 12.0
"""Past this cost of sounds letters are not looked at."""
SAME_SCRIPT = 3.0
"""What another letter costs beside its sound where both words are in Cyrillic."""


def _letter_classes() -> NDArray[np.uint8]:
    """Return for each letter's number the class of those that Russian, Ukrainian and Belarusian exchange."""
    classes = np.arange(256, dtype=np.uint8)
    for row in ("ао", "еєэ", "иіїый", "гґ", "уўв"):
        for letter in row:
            classes[letter_numbers()[letter]] = letter_numbers()[row[0]]
    return classes


_CLASSES = _letter_classes()
_VOWELS = np.array([number in {letter_numbers()[letter] for letter in "аеиуюяы"} for number in range(256)])
_SILENT = np.array([number in {letter_numbers()[letter] for letter in "ьъ"} for number in range(256)])
_OF_OTHERS = np.array([FIRST_CYRILLIC <= number < KNOWN_LETTERS for number in range(256)], dtype=np.bool_) & ~np.isin(
    np.arange(256), [letter_numbers()[letter] for letter in "абвгґдеєжзиіїйклмнопрстуўфхцчшщъыьэюя"]
)
"""Letters of other peoples, which have no one letter in Russian: how they sound is all that counts."""
_IN_ONE_SCRIPT = np.float32(-2.0)
"""From here down a row holds how many letters differ instead of a cost."""
OTHER_VOWEL = 0.5
"""How much of another letter one vowel for another is."""


@compiled
def _left_out(letters: Bytes, place: int) -> float:
    """Return what it is that a letter is left out: nothing for a soft sign and for the second of two consonants."""
    letter = letters[place]
    doubled = place > 0 and letters[place - 1] == letter and not _VOWELS[_CLASSES[letter]]
    return 0.0 if _SILENT[letter] or doubled else 1.0


@compiled
def _differing(one: Bytes, other: Bytes, table: NDArray[np.float32]) -> float:
    """Return how many letters differ between two Cyrillic words, soft signs and exchanged letters aside."""
    for place in range(len(other) + 1):
        table[0, place] = 0.0 if place == 0 else table[0, place - 1] + _left_out(other, place - 1)
    for row in range(1, len(one) + 1):
        mine, gone = _CLASSES[one[row - 1]], _left_out(one, row - 1)
        table[row, 0] = table[row - 1, 0] + gone
        for place in range(1, len(other) + 1):
            theirs = _CLASSES[other[place - 1]]
            known = mine == theirs or _OF_OTHERS[mine] != _OF_OTHERS[theirs]
            changed = 0.0 if known else OTHER_VOWEL if _VOWELS[mine] and _VOWELS[theirs] else 1.0
            table[row, place] = min(
                table[row - 1, place - 1] + np.float32(changed),
                table[row - 1, place] + gone,
                table[row, place - 1] + _left_out(other, place - 1),
            )
    return float(table[len(one), len(other)])


@compiled
def by_letters(near: Near, asked: int, segment: Segment, letters: Bytes, table: Writing, weights: Weights) -> None:
    """Add what the letters cost to the words near by sound that are written in the other script.

    Only what sets them apart counts: a writer's habit that costs every one of them alike says nothing.
    """
    cyrillic = letters[0] >= FIRST_CYRILLIC
    rows = near.rows
    best = nearest(rows, asked)
    least = FAR
    for row in range(rows.held[asked]):
        word = rows.word[asked, row]
        sound = min(rows.surname[asked, row], rows.given[asked, row])
        rows.most[asked, row] = -1.0
        if sound > FARTHEST_WRITTEN:
            continue
        begin = segment.letter_end[word - 1] if word else 0
        other = segment.letters[begin : segment.letter_end[word]]
        if max(letters[0], other[0]) >= KNOWN_LETTERS:
            continue
        if (other[0] >= FIRST_CYRILLIC) == cyrillic:
            if cyrillic:
                rows.most[asked, row] = _IN_ONE_SCRIPT - _differing(letters, other, near.table)
            continue
        one, two = (letters, other) if cyrillic else (other, letters)
        cost = np.float32(written_cost(one, two, table, near.states, near.packed))
        rows.most[asked, row] = cost
        if sound <= best + AS_GOOD_AS:
            least = min(least, cost)
    for row in range(rows.held[asked]):
        if rows.most[asked, row] >= 0.0:
            more = np.float32(weights.written) * max(np.float32(0.0), rows.most[asked, row] - least)
            more = min(np.float32(weights.most_written), more)
            rows.surname[asked, row] += more
            rows.given[asked, row] += more
            rows.patronymic[asked, row] += more
        elif rows.most[asked, row] <= _IN_ONE_SCRIPT:  # one script: no writer's habit explains another letter
            more = min(
                np.float32(weights.most_written), np.float32(SAME_SCRIPT) * (_IN_ONE_SCRIPT - rows.most[asked, row])
            )
            rows.surname[asked, row] += more
            rows.given[asked, row] += more
