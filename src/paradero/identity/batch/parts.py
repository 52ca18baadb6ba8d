"""Which word of a name is family name, given name and patronymic: fast, for millions, from the words' own keys."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from paradero.identity.batch.tokens import ROLES, TokenKeys
from paradero.identity.parts import MOST_WORDS, ORDERS, USUAL_ORDERS

WITHIN_BITS = 2.5
"""Ways of reading that are so near to the best are all kept, so that a doubtful name is found either way."""
_UNUSUAL_BITS = -2.5
_NO_FAMILY_BITS = -4.5
_COMMA_BITS = 6.0


@dataclass(frozen=True, slots=True)
class Parts:
    """The words of a name by role, of the best way of reading it and of those nearly as good."""

    family: tuple[TokenKeys, ...]
    given: tuple[TokenKeys, ...]
    patronymic: tuple[TokenKeys, ...]


def _before(order: str, comma_after: int | None) -> float:
    bits = 0.0 if order in USUAL_ORDERS else (_UNUSUAL_BITS if "F" in order else _NO_FAMILY_BITS)
    if comma_after and set(order[:comma_after]) == {"F"} and "F" not in order[comma_after:]:
        bits += _COMMA_BITS
    return bits


@cache
def _orders(words: int, comma_after: int | None) -> tuple[tuple[tuple[int, ...], float], ...]:
    """Return the orders that so many words may stand in, as places in `ROLES`, with what speaks for each."""
    orders = ORDERS[words]
    return tuple((tuple(map(ROLES.index, order)), _before(order, comma_after)) for order in orders)


def _weighed(words: Sequence[TokenKeys], comma_after: int | None) -> list[tuple[float, tuple[int, ...]]]:
    """Return each order of roles with what speaks for it, in a man's name or a woman's, whichever is more."""
    men, women = zip(*[word.bits for word in words], strict=True)
    found = []
    for roles, before in _orders(len(words), comma_after):
        man = woman = before
        for place, role in enumerate(roles):
            man += men[place][role]
            woman += women[place][role]
        found.append((max(man, woman), roles))
    return found


def read_parts(words: Sequence[str], keys: Callable[[str], TokenKeys], comma_after: int | None = None) -> Parts:
    """Return the roles of a name's lower-case words.

    Args:
        words: The words in order; at most `MOST_WORDS` are read.
        keys: `token_keys`, or a cache of it.
        comma_after: How many words stand before a comma, as in "Khomenko, Serhii".
    """
    read = [keys(word) for word in words[:MOST_WORDS]]
    if not read:
        return Parts((), (), ())
    weighed = _weighed(read, comma_after)
    best = max(bits for bits, _ in weighed)
    role_of: tuple[dict[str, TokenKeys], ...] = ({}, {}, {})
    for bits, roles in sorted(weighed, reverse=True):
        if bits < best - WITHIN_BITS:
            break
        for word, role in zip(read, roles, strict=True):
            role_of[role][word.word] = word
    return Parts(*(tuple(role.values()) for role in role_of))
