"""Compiled: the likeliest orders of the parts of many names, and the sex that their words show."""

import numpy as np
from numpy.typing import NDArray

from paradero.identity.search.compiled import compiled
from paradero.identity.search.lexical import FEMALE, MALE
from paradero.identity.search.orders import NO_ORDER, Orders, choose
from paradero.identity.search.tables import FIRST_CYRILLIC, Bytes, Numbers
from paradero.identity.search.word_tables import GIVEN, PATRONYMIC, Words


@compiled
def _shown_sex(words: Words, entry_word: Numbers, first: int, last: int, roles: Bytes) -> int:
    """Return the sex that the words of a name show in these roles, 0 where they show none or contradict each other."""
    votes = 0.0
    for place in range(first, last):
        word, role = entry_word[place], roles[place - first]
        shown = words.sex[word, 0] | words.sex[word, 1] if role == GIVEN else words.surname_sex[word]
        if role == PATRONYMIC:
            shown = words.patronymic_sex[word]
        weight = 2.0 if role == PATRONYMIC else 1.0
        votes += weight if shown == MALE else -weight if shown == FEMALE else 0.0
    return MALE if votes >= 1.0 else FEMALE if votes <= -1.0 else 0


@compiled
def read_entries(
    words: Words,
    letters: Bytes,
    letter_end: NDArray[np.int64],
    entry_start: NDArray[np.int64],
    entry_word: Numbers,
    comma: NDArray[np.int8],
    table: Orders,
    order: Bytes,
    cost: Bytes,
    sex: Bytes,
) -> None:
    """Write for each name its likeliest orders, and the sex that its words show (0 for none)."""
    for entry in range(len(entry_start) - 1):
        first, last = entry_start[entry], entry_start[entry + 1]
        if first == last:
            order[entry, :] = NO_ORDER
            continue
        word = entry_word[first]
        begin = letter_end[word - 1] if word else 0
        script = 1 if letters[begin] >= FIRST_CYRILLIC else 0
        choose(words.bits, entry_word, first, last, script, comma[entry], table, order[entry], cost[entry])
        sex[entry] = _shown_sex(words, entry_word, first, last, table.role[order[entry, 0]])
