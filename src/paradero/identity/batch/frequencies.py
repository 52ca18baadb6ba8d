"""How common a name or town is in the lists, over a stated background, so that two short lists do not mislead."""

from collections import Counter
from collections.abc import Callable

from paradero.identity.lexicon import lexicon
from paradero.identity.model import MODEL
from paradero.identity.rarity import Rarity

_TOWN = 0.01
"""A middling town's share of people."""


def _family(rarity: Rarity, sound: str) -> float:
    return rarity.of_family_name(sound)


def _given(rarity: Rarity, name: str) -> float:
    known = name in lexicon().shares
    return rarity.of_given_name(canonical=name) if known else rarity.of_given_name(sound=name.removeprefix("~"))


_BACKGROUND: dict[str, Callable[[Rarity, str], float]] = {
    "family_1": _family,
    "given_1": _given,
    "father_1": _given,
    "mother_1": _given,
    "town_1": lambda _, __: _TOWN,
}
RARITIES = tuple(_BACKGROUND)
"""The columns whose frequency weighs: a shared rare name says more than a shared common one."""


def frequencies(column: str, counted: Counter[str], total: int) -> dict[str, float]:
    """Return the share of people who bear each value of a column that the lists hold.

    The background counts as `MODEL.background_people` people whose shares are in the tables.
    """
    rarity, background = Rarity(), _BACKGROUND[column]
    people = MODEL.background_people
    return {
        value: (count + people * background(rarity, value)) / (total + people)
        for value, count in sorted(counted.items())
    }
