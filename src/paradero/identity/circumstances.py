"""What is held of people beside their names, by exact keys: how the unnamed are found."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from paradero.identity.lexicon import known_names
from paradero.identity.readings import tokens
from paradero.identity.towns import home_keys
from paradero.terms.person import Description

LEAST_SHARED = 2
"""How many things beside the name two descriptions must share where one of them has no name."""


def _circumstances(description: Description) -> Iterator[str]:
    """Give what is held of a description beside its name, as exact keys."""
    if description.home:
        yield from (f"home:{key}" for key in home_keys(description.home))
    if description.unit:
        yield from (f"unit:{word}" for word in description.unit.split() if word.isdigit())
    for kin in description.kin:
        names = {known.canonical for word in tokens(kin.name or "") for known in known_names(word)}
        yield from (f"{kin.relation.value}:{name}" for name in names)
    birth = description.birth
    if birth is not None and (birth.born_on or birth.year):
        yield f"year:{birth.born_on.year if birth.born_on else birth.year}"


class Circumstances:
    """Places of descriptions by what they say beside the name."""

    def __init__(self) -> None:
        self._places: defaultdict[str, set[int]] = defaultdict(set)

    def add(self, place: int, description: Description) -> None:
        """Hold a description under its place."""
        for key in _circumstances(description):
            self._places[key].add(place)

    def remove(self, place: int, description: Description) -> None:
        """Let it go."""
        for key in _circumstances(description):
            self._places[key].discard(place)

    def sharing(self, description: Description, *, among: set[int] | None, most: int) -> list[int]:
        """Return the places that share enough with a description, those that share most first.

        `among` are the only places to look at, or `None` for all.
        """
        if among is not None and not among:
            return []
        shared: Counter[int] = Counter()
        for key in set(_circumstances(description)):
            places = self._places.get(key, set())
            shared.update(places & among if among is not None else places)
        return [place for place, count in shared.most_common(most) if count >= LEAST_SHARED]
