"""What a written home means: the towns it may be, likeliest first, the regions it names, and how it may sound."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice, product
from typing import Any

from paradero.identity.readings import readings, skeleton, tokens
from paradero.terms.fold import fold
from paradero.terms.gazetteer import Town, towns_called
from paradero.terms.resources import resource

MOST_TOWNS = 6
"""How many towns of one name are considered."""
MOST_FORMS = 80
"""How many forms of a name in other cases are tried."""
MOST_SOUNDS = 24

_FIRST = ("UA", "RU", "BY")
"""Where most who are sought come from: their towns come before namesakes elsewhere."""
_PARTS = re.compile(r"[,;()/]")
_MOST_PARTS = 4
_MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Home:
    """A home as it may be understood; all empty for words that name no place."""

    towns: tuple[Town, ...]
    regions: frozenset[str]
    """The regions that are named themselves, as `"UA.18"`."""
    sounds: tuple[str, ...]
    """How the town's name may sound; empty where only a region is named."""


def region_of(town: Town) -> str:
    """Return the region a town lies in, unique over all countries."""
    return f"{town.country}.{town.region}"


@cache
def table() -> dict[str, Any]:
    """Return the hand-edited table of towns."""
    return tomllib.loads(resource("names/towns.toml").read_text(encoding="utf-8"))


def _likeliest(towns: Iterable[Town], name: str = "") -> list[Town]:
    def order(town: Town) -> tuple[bool, bool, int]:
        return fold(town.usual) != name, town.country not in _FIRST, -town.inhabitants

    return sorted(dict.fromkeys(towns), key=order)


@cache
def _also() -> dict[str, tuple[Town, ...]]:
    """Return towns by the writings and older names that the gazetteer lacks."""
    found: dict[str, tuple[Town, ...]] = {}
    for row in table()["same"]:
        names = [name.replace("_", " ") for name in row.split()]
        for town in _likeliest(towns_called(names[0]), fold(names[0]))[:1]:
            for name in names[1:]:
                found[fold(name)] = (*found.get(fold(name), ()), town)
    return found


@cache
def _regions_by_name() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in table()["regions"]:
        town, _, names = row.partition(":")
        lies_in = _likeliest(towns_called(town.replace("_", " ")), fold(town.replace("_", " ")))[:1]
        codes = frozenset(region_of(one) for one in lies_in)
        for name in names.split():
            found[fold(name.replace("_", " "))] = found.get(fold(name.replace("_", " ")), frozenset()) | codes
    return found


def _called(name: str) -> tuple[Town, ...]:
    plain = fold(name.replace("\u02bc", "'"))
    without_dots = towns_called(plain.replace("ё", "е")) if "ё" in plain else ()
    return (*towns_called(plain), *without_dots, *_also().get(plain, ()))


def _in_other_cases(words: list[str]) -> Iterator[str]:
    """Give the dictionary forms that words in another case may have."""
    pairs = [tuple(row.replace("-", "").split(" ")) for row in table()["endings"]]
    forms = [
        [word, *(word[: -len(end)] + base for end, base in pairs if word.endswith(end) and len(word) > len(end) + 2)]
        for word in words
    ]
    yield from (" ".join(one) for one in islice(product(*forms), 1, MOST_FORMS))


def _towns(words: list[str]) -> tuple[Town, ...]:
    found = _called(" ".join(words))
    if not found and len(words) <= _MOST_WORDS:
        found = tuple(town for form in _in_other_cases(words) for town in _called(form))
    return tuple(_likeliest(found, fold(" ".join(words)))[:MOST_TOWNS])


_ADJECTIVE = re.compile(r"(?:с|(?<=ц))ь?к(?:ая|ой|ою|ую|ий|ого|ом|ому|а|ої|у|ій)$|щин(?:а|ы|и|е|і|у|ою|ой)$")


def _regions(words: list[str]) -> frozenset[str]:
    """Return the regions that words name: by a name of their own, by the largest town, or as an adjective of it."""
    name = " ".join(words)
    stem = _ADJECTIVE.sub("", name)
    known = _regions_by_name().get(fold(name)) or _regions_by_name().get(fold(stem))
    if known:
        return known
    if stem != name:
        forms = (stem + end.replace("-", "") for end in table()["left_out"])
        towns: Iterable[Town] = (town for form in forms for town in _called(form))
    else:
        towns = _towns(words)
    return frozenset(region_of(town) for town in _likeliest(towns)[:1])


def _sounds(words: list[str]) -> tuple[str, ...]:
    sounds = [""]
    for word in words[:3]:
        sounds = [begun + code for begun in sounds for code in readings(word)[:4]][:MOST_SOUNDS]
    return tuple(dict.fromkeys(sound for sound in sounds if sound))


def _understood(part: str) -> Home | None:
    """Return what one part between commas names, or `None` where it is only a district or no name at all."""
    words = tokens(part)
    around = frozenset(table()["generic"]) | frozenset(table()["region_words"])
    kept = [word for word in words if word not in around]
    if not kept or any(word in table()["district_words"] for word in words):
        return None
    if any(word in table()["region_words"] for word in words):
        return Home((), _regions(kept), ())
    towns = _towns(kept) or _towns(_between(words, kept[0], kept[-1]))
    named = frozenset() if towns else _regions(kept)
    return Home(towns, named, () if named else _sounds(kept))


def _between(words: tuple[str, ...], first: str, last: str) -> list[str]:
    """Return the words from the first of a name to its last, with the small ones inside: "San Juan de Pasto"."""
    return list(words[words.index(first) : len(words) - words[::-1].index(last)])


@lru_cache(maxsize=50_000)
def home_of(written: str) -> Home:
    """Return what a written home means; a region that stands beside a town chooses among towns of that name.

    >>> [town.usual for town in home_of("Артёмовск, Донецкая обл.").towns], home_of("Полтавская область").regions
    (['Bakhmut'], frozenset({'UA.18'}))
    """
    parts = [home for part in _PARTS.split(written)[:_MOST_PARTS] if (home := _understood(part)) is not None]
    first = next((home for home in parts if home.sounds), None)
    regions = frozenset(code for home in parts if home is not first for code in _beside(home, first))
    if first is None:
        return Home((), regions, ())
    within = tuple(town for town in first.towns if region_of(town) in regions)
    return Home(within or (() if regions else first.towns), regions, first.sounds)


def _beside(home: Home, first: Home | None) -> frozenset[str]:
    """Return the regions that another part names; after a town, "Nariño" or "Полтава" is where that town lies."""
    if home.regions or first is None:
        return home.regions
    near = {region_of(town) for town in home.towns} & {region_of(town) for town in first.towns}
    return frozenset(near)


def home_skeletons(written: str) -> tuple[str, ...]:
    """Return how a home may sound, the sounds merged that change between languages."""
    return tuple(dict.fromkeys(skeleton(sound) for sound in home_of(written).sounds))


def town_keys(written: str) -> tuple[str, ...]:
    """Return exact keys of the towns that a home may be."""
    return tuple(f"={town.id}" for town in home_of(written).towns)


def home_keys(written: str) -> tuple[str, ...]:
    """Return exact keys under which one home meets others of the same town: its sounds and the towns it may be."""
    return (*home_skeletons(written), *town_keys(written))
