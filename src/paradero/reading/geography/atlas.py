"""The names of towns, countries, regions, rivers and the like, in the languages that are read and in English."""

import gzip
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from paradero.reading.geography.romanise import sound
from paradero.reading.geography.table import FILE
from paradero.terms.fold import fold
from paradero.terms.resources import resource

ALSO = "also"
"""The part of the table of regions that has more names for towns and countries."""
CYRILLIC = "\u0400"
"""The first Cyrillic letter."""
SEA = "sea"
"""Stands for the country of a sea."""
SPELT_BY_EAR = frozenset({"UA", "RU", "BY", "MD", "AM", "AZ", "GE", "KZ", "KG"})
"""Countries whose towns are written in many ways in Latin letters."""


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

    places: tuple[Place, ...]
    by_form: Mapping[str, tuple[int, ...]]
    by_sound: Mapping[str, tuple[int, ...]]
    first_words: frozenset[str]
    """The words that begin a Cyrillic name of several words."""

    def called(self, name: str) -> tuple[Place, ...]:
        """Return the places of that name, in whatever language, countries and regions first, then by size."""
        return tuple(self.places[at] for at in self.by_form.get(fold(name), ()))

    def sounding_like(self, name: str) -> tuple[Place, ...]:
        """Return the towns of Slavic and neighbouring countries whose name sounds like that in Latin letters."""
        return tuple(self.places[at] for at in self.by_sound.get(sound(name), ()))


@lru_cache(maxsize=1)
def atlas() -> Atlas:
    """Return the atlas, read at the first call."""
    places: list[Place] = []
    by_form: dict[str, tuple[int, ...]] = {}
    by_sound: dict[str, tuple[int, ...]] = {}
    for place, forms in (*_countries(), *_regions(), *_towns()):
        for form in forms:
            by_form[form] = (*by_form.get(form, ()), len(places))
        if place.country in SPELT_BY_EAR and place.kind == "town":
            key = sound(place.usual)
            by_sound[key] = (*by_sound.get(key, ()), len(places))
        places.append(place)
    for form, usual in _also():
        by_form[form] = (*by_form.get(form, ()), *by_form.get(usual, ())[:1])
    several = (form.partition(" ") for form in by_form if form[0] >= CYRILLIC)
    return Atlas(tuple(places), by_form, by_sound, frozenset(first for first, gap, _ in several if gap))


def _also() -> Iterator[tuple[str, str]]:
    """Give more names for towns and countries: the folded name, and the folded usual one."""
    table = tomllib.loads(resource("reading/regions.toml").read_text(encoding="utf-8"))[ALSO]
    for usual, names in table.items():
        yield from ((fold(name), fold(usual)) for name in names)


def _rows(kind: str) -> Iterator[tuple[Place, list[str]]]:
    with gzip.open(resource(FILE), "rt", encoding="utf-8") as lines:
        for line in lines:
            number, what, usual, country, inhabitants, forms = line.rstrip("\n").split("\t")
            if what == kind:
                yield Place(int(number), usual, country, kind, int(inhabitants)), forms.split("|")


def _towns() -> Iterator[tuple[Place, list[str]]]:
    return _rows("town")


def _countries() -> Iterator[tuple[Place, list[str]]]:
    """Give the countries with the names of both tables; the name that the hand-made one gives counts."""
    own = tomllib.loads(resource("reading/countries.toml").read_text(encoding="utf-8"))["country"]
    for place, forms in _rows("country"):
        known = own.get(place.country, {})
        names = [fold(name) for language in ("es", "en", "ru", "uk") for name in known.get(language, ())]
        usual = known.get("usual", place.usual)
        found = Place(place.id, usual, place.country, "country", place.inhabitants)
        yield found, list(dict.fromkeys([fold(usual), *forms, *names]))


def _regions() -> Iterator[tuple[Place, list[str]]]:
    table = tomllib.loads(resource("reading/regions.toml").read_text(encoding="utf-8"))
    for country, regions in table.items():
        if country == ALSO:
            continue
        for usual, names in regions.items():
            yield Place(None, usual, country, "region"), list(dict.fromkeys(map(fold, (usual, *names))))
