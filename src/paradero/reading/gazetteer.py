"""Where places are: ranked candidates from the tables of towns, countries and regions, never one answer."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from paradero.terms.fold import fold
from paradero.terms.gazetteer import towns_called
from paradero.terms.resources import resource

SMALLEST = {"UA": 500, "RU": 500, "BY": 500, "CO": 1500, "MX": 15_000, "PL": 15_000, "MD": 5000, "GE": 5000}
"""Inhabitants from which a town is looked for in reports, by country; a smaller one's name is too often a word."""
SMALLEST_ELSEWHERE = 100_000

NEAR = ("UA", "RU")
"""Countries whose towns come first where nothing else decides: most reports are of this war."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place the gazetteer knows; a region has no `id` of its own."""

    id: int | None
    usual: str
    country: str
    inhabitants: int = 0
    kind: str = "town"
    """`"town"`, `"country"` or `"region"`."""


@dataclass(frozen=True, slots=True)
class _Index:
    places: tuple[Place, ...]
    by_form: Mapping[str, tuple[int, ...]]


@lru_cache(maxsize=1)
def _index() -> _Index:
    places: list[Place] = []
    by_form: dict[str, tuple[int, ...]] = {}

    def add(place: Place, forms: list[str]) -> None:
        for form in forms:
            by_form[form] = (*by_form.get(form, ()), len(places))
        places.append(place)

    table = tomllib.loads(resource("reading/countries.toml").read_text(encoding="utf-8"))
    for code, country in table["country"].items():
        names = [country["usual"], *(n for lang in ("es", "en", "ru", "uk") for n in country.get(lang, ()))]
        place = Place(id=country["id"], usual=country["usual"], country=code, kind="country")
        add(place, list(dict.fromkeys(map(fold, names))))
    for code, names in table["regions"].items():
        for name in dict.fromkeys(names):
            add(Place(id=None, usual=name, country=code, kind="region"), [fold(name)])
    return _Index(tuple(places), by_form)


@lru_cache(maxsize=20_000)
def lookup(name: str, *, near: tuple[str, ...] = NEAR) -> tuple[Place, ...]:
    """Return the places of that name, likeliest first: countries, then regions and towns in `near`, then by size.

    >>> lookup("Bélgorod")[0].usual, lookup("Kazajistán")[0].id
    ('Belgorod', 1522867)
    """
    index = _index()
    found = [*(index.places[at] for at in index.by_form.get(fold(name), ())), *_towns(name)]
    order = {"country": 0, "region": 1, "town": 2}
    return tuple(
        sorted(found, key=lambda p: (p.kind != "country", p.country not in near, order[p.kind], -p.inhabitants))
    )


def _towns(name: str) -> list[Place]:
    return [
        Place(id=town.id, usual=town.usual, country=town.country, inhabitants=town.inhabitants)
        for town in towns_called(name)
        if town.inhabitants >= SMALLEST.get(town.country, SMALLEST_ELSEWHERE)
    ]
