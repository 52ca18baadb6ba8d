"""The names of the descriptions that are held: found by sound, and counted by it."""

from collections.abc import Sized
from functools import cache

from paradero.identity.rarity import Rarity
from paradero.identity.search.lexical import names
from paradero.identity.search.names_index import NamesIndex


@cache
def _numbers() -> dict[str, int]:
    return {name: number for number, name in enumerate(names())}


class HeldRarity(Rarity):
    """How common names are among those of an index; nothing is counted twice."""

    def __init__(self, held: NamesIndex, people: Sized) -> None:
        """Count in an index of names, of so many people."""
        self.count_in(held, people)

    def count_in(self, held: NamesIndex, people: Sized) -> None:
        """Count in another index from now on: whoever weighs by these counts goes on with them."""
        self._held, self._people = held, people

    @property
    def size(self) -> int:
        """How many people are counted."""
        return len(self._people)

    def count_sound(self, sound: str) -> int:
        """Return how many names hold a word that sounds so."""
        return self._held.held_with_sound(sound)

    def count_name(self, canonical: str, *, as_father: bool = False) -> int:
        """Return how many hold a name of the lexicon, or a patronymic made of it."""
        return self._held.held_with_name(_numbers()[canonical], as_father=as_father)
