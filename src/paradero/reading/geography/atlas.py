"""The names of towns, countries, regions, rivers and the like, in the languages that are read and in English."""

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from paradero.reading.geography.romanise import sound
from paradero.reading.geography.table import FILE, SOUND
from paradero.terms.fold import fold
from paradero.terms.named_rows import NamedRows, opened
from paradero.terms.resources import resource

ALSO = "also"
"""The part of the table of regions that has more names for towns and countries."""
CYRILLIC = "\u0400"
"""The first Cyrillic letter."""
SEA = "sea"
"""Stands for the country of a sea."""
ORDER = ("country", "region", "town")
"""What comes first of the places of one name."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place the atlas knows; only towns and countries have GeoNames' id."""

    id: int | None
    usual: str
    """Its name as maps in English have it."""
    country: str
    """ISO 3166, or `SEA`."""
    kind: str
    """`"town"`, `"country"` or `"region"`, which rivers, prisons and plants are too."""
    inhabitants: int = 0


@dataclass(frozen=True)
class Atlas:
    """Places, and which of them bear a name."""

    table: NamedRows
    """Towns and countries."""
    usual: Mapping[str, str]
    """The names that countries have here, where the table's are others."""
    more: Mapping[str, tuple[Place, ...]]
    """Countries by further names, then regions, by folded name."""
    also: Mapping[str, str]
    """More names of towns and countries: the folded name, and the folded usual one."""

    def called(self, name: str) -> tuple[Place, ...]:
        """Return the places of that name, in whatever language, countries and regions first, then by size."""
        return self._called(fold(name))

    def sounding_like(self, name: str) -> tuple[Place, ...]:
        """Return the towns of Slavic and neighbouring countries whose name sounds like that in Latin letters."""
        return tuple(self._rows(f"{SOUND}{sound(name)}"))

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The words that begin a Cyrillic name of several words."""
        parted = (name.partition(" ") for name in (*self.table.names(), *self.more, *self.also) if name >= CYRILLIC)
        return frozenset(first for first, gap, _ in parted if gap)

    @cached_property
    def _called(self) -> Callable[[str], tuple[Place, ...]]:
        return lru_cache(maxsize=20_000)(self._look_up)

    def _look_up(self, form: str) -> tuple[Place, ...]:
        usual = self.also.get(form)
        return tuple(dict.fromkeys((*self._named(form), *(self._named(usual)[:1] if usual else ()))))

    def _named(self, form: str) -> tuple[Place, ...]:
        found = dict.fromkeys((*self._rows(form), *self.more.get(form, ())))
        return tuple(sorted(found, key=lambda place: ORDER.index(place.kind)))

    def _rows(self, name: str) -> Iterator[Place]:
        for number, kind, usual, country, inhabitants in self.table.called(name):
            known = self.usual.get(country, usual) if kind == "country" else usual
            yield Place(int(number), known, country, kind, int(inhabitants))


@lru_cache(maxsize=1)
def atlas() -> Atlas:
    """Return the atlas, opened at the first call."""
    table = opened(resource(FILE))
    regions = tomllib.loads(resource("reading/regions.toml").read_text(encoding="utf-8"))
    also = {fold(name): fold(usual) for usual, names in regions.pop(ALSO).items() for name in names}
    own = tomllib.loads(resource("reading/countries.toml").read_text(encoding="utf-8"))["country"]
    usual = {code: country["usual"] for code, country in own.items() if "usual" in country}
    more: dict[str, tuple[Place, ...]] = {}
    for place, names in (*_countries(table, own), *_regions(regions)):
        for form in dict.fromkeys(map(fold, names)):
            more[form] = (*more.get(form, ()), place)
    return Atlas(table, usual, more, also)


def _countries(table: NamedRows, own: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[Place, list[str]]]:
    """Give the countries with the names of the hand-made table, whose usual name counts."""
    for row in table.rows:
        number, kind, usual, country, inhabitants = row.split("\t")
        if kind != "country":
            return
        known = own.get(country, {})
        called = str(known.get("usual", usual))
        names = [name for language in ("es", "en", "ru", "uk") for name in known.get(language, ())]
        yield Place(int(number), called, country, kind, int(inhabitants)), [called, *names]


def _regions(table: Mapping[str, Mapping[str, Sequence[str]]]) -> Iterator[tuple[Place, list[str]]]:
    for country, regions in table.items():
        for usual, names in regions.items():
            yield Place(None, usual, country, "region"), [usual, *names]
