"""Ranks what a place's name may mean, by its size, the words before it and what else the report names."""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from paradero.reading.geography.atlas import SEA, Place, atlas
from paradero.reading.geography.cases import SLAVIC, dictionary_forms
from paradero.reading.geography.romanise import russian, sound, ukrainian
from paradero.reading.geography.table import SPANISH_SPEAKING
from paradero.reading.lexicon import lexicon
from paradero.terms.fold import fold

KEPT = 5
"""How many places of one name are kept."""
COUNTRY, REGION = 6.0, 3.0
BY_EAR = -2.0
NAMED_BESIDE = 5.0
"""What it adds that the country, or a region of it, is named right after: "Gao, Malí"."""
VOTES = 2.5
SAME_NAME = 1.0
"""What it adds that a place is called so today. Chosen on the tune part."""
OTHER_NAME, ALIKE = -2.0, 0.5
"""What it adds that a name has nothing of the place's own, and from which share of like letters it has: Engels, too,
was once Pokrovsk, and where a report also names Omsk it must not win for that."""
TOWNLET = 1500
LARGE = 50_000
"""Inhabitants from which a town is thought of whatever country a report is about."""
SLAVIC_LAND = frozenset({"UA", "RU", "BY", "MD"})
_SLAVIC_LOOK = re.compile(
    r"[kw]|kh|zh|sh|(?:ivka|iv|ske|sk|ov[eo]|ev[eo]|in[eo]|tsi|ets|ne|yi|ín[eo]|óv[eo])$", re.IGNORECASE
)
HOME = {
    "ru": {"RU": 1.0, "UA": 1.2},
    "uk": {"UA": 1.5, "RU": 0.5},
    "es": {"UA": 0.5, "CO": 0.5, "MX": 0.5},
    "en": {"UA": 0.7},
}
"""Where a language's reports tend to be about; a small push where nothing else tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A place's name in a report, with what stands around it."""

    words: str
    language: str
    kind: str = ""
    """What the word beside it calls it: `"region"`, `"district"`, `"river"`, `"town"`, `"sea"`; `""` for nothing."""
    beside: int | None = None
    """Which of the report's names follows it after a comma or in brackets."""


@dataclass(frozen=True, slots=True)
class Option:
    """A place that a name may mean, and what speaks for it."""

    place: Place
    weight: float


def ranked(named: Sequence[Named]) -> list[tuple[Place, ...]]:
    """Return for each name of a report the places it may mean, likeliest first; at least one, made up if need be."""
    options = [_options(each.words, each.language, each.kind) for each in named]
    votes = _votes(options)
    found = []
    for each, own in zip(named, options, strict=True):
        beside = _countries(options[each.beside]) if each.beside is not None else frozenset[str]()
        weighed = sorted(own, key=lambda option: -_weight(option, votes, beside))
        places = tuple(dict.fromkeys(_as_written(option.place, each) for option in weighed))[:KEPT]
        if not places or _stands_alone(weighed[0], own, votes, beside):
            places = (_unknown(each, votes, beside), *places)[:KEPT]
        found.append(places)
    return found


def _stands_alone(best: Option, own: Sequence[Option], votes: Mapping[str, float], beside: frozenset[str]) -> bool:
    """Tell whether a small town is in a country of which the report names nothing else, while it names others much."""
    place = best.place
    if (
        place.kind != "town"
        or place.inhabitants > LARGE
        or place.country in beside
        or place.country not in SPANISH_SPEAKING
    ):
        return False
    others = {country: votes[country] - share for country, share in _shares(own).items()}
    top = max(votes, key=lambda each: votes[each])
    return others[place.country] < ALONE and top != place.country and votes[top] > MUCH


ALONE, MUCH = 0.3, 2.0
"""Votes of other names below which a country is named by nobody else, and from which one is what a report is about."""


def _as_written(place: Place, named: Named) -> Place:
    """Return a place under the name that a report in its own language, or in English, gives it."""
    own = named.language == "es" and place.country in SPANISH_SPEAKING
    english = named.language == "en" and (place.country != "UA" or sound(place.usual) == sound(named.words))
    if place.kind != "town" or not (own or english) or named.words.isupper():
        return place
    return replace(place, usual=named.words)


def _weight(option: Option, votes: Mapping[str, float], beside: frozenset[str]) -> float:
    place = option.place
    near = NAMED_BESIDE if place.country in beside and (place.kind == "region" or place.inhabitants > TOWNLET) else 0.0
    return option.weight + VOTES * math.log1p(votes.get(option.place.country, 0.0)) + near


def _votes(options: Sequence[Sequence[Option]]) -> dict[str, float]:
    """Return how much speaks for each country: each name shares one vote among the countries it may lie in."""
    votes: dict[str, float] = defaultdict(float)
    for own in options:
        for country, share in _shares(own).items():
            votes[country] += share
    return votes


def _shares(options: Sequence[Option]) -> dict[str, float]:
    """Return how a name's vote is divided; the name of a small town alone is worth less than one."""
    shares: dict[str, float] = defaultdict(float)
    for option in options:
        shares[option.place.country] = max(shares[option.place.country], math.exp(option.weight))
    total = max(sum(shares.values()), math.exp(SURE))
    return {country: share / total for country, share in shares.items()}


SURE = 2.0
"""The weight from which a name's vote counts whole."""


def _countries(options: Sequence[Option]) -> frozenset[str]:
    """Return where a name lies that tells where its neighbour does: a country or region, else its likeliest town."""
    wide = [option.place.country for option in options if option.place.kind != "town"]
    return frozenset(wide or [option.place.country for option in options[:1]])


@lru_cache(maxsize=20_000)
def _options(words: str, language: str, kind: str) -> tuple[Option, ...]:
    found: dict[Place, float] = {}
    for nth, form in enumerate(dictionary_forms(words, language)):
        for place, weight in _called(form, language, kind):
            found[place] = max(found.get(place, -9.0), weight - 0.1 * nth)
    return tuple(Option(_fitted(place, kind), weight) for place, weight in found.items())


def _called(form: str, language: str, kind: str) -> Iterator[tuple[Place, float]]:
    exonym = lexicon(language).places.get(form.casefold())
    by_name = (*atlas().called(form), *(atlas().called(exonym) if exonym else ()))
    by_ear = () if by_name or language in SLAVIC else atlas().sounding_like(form)
    for place in by_name:
        yield place, _own_weight(place, form, language, kind)
    for place in by_ear:
        yield place, _own_weight(place, form, language, kind) + BY_EAR


def _own_weight(place: Place, form: str, language: str, kind: str) -> float:
    weight = {"country": COUNTRY, "region": REGION, "town": math.log10(place.inhabitants + 100) - 2}[place.kind]
    weight += HOME[language].get(place.country, 0.0)
    weight += _as_called_today(place, form)
    region = place.kind == "region"
    if kind in {"region", "river", "sea", "district"}:
        weight += 1.5 if region or kind in {"river", "district"} else 0.0
    elif kind == "town":
        weight += 3.0 if place.kind == "town" else 0.0
    return weight + (2.0 if (kind == "sea") == (place.country == SEA) and kind else 0.0)


def _as_called_today(place: Place, form: str) -> float:
    usual, form = fold(place.usual), fold(form)
    if usual == form:
        return SAME_NAME
    alike = form in usual.split() or Levenshtein.normalized_similarity(sound(usual), sound(form)) >= ALIKE
    return 0.0 if alike or place.kind != "town" else OTHER_NAME


ENDINGS = {"river": "River", "district": "District"}


def _fitted(place: Place, kind: str) -> Place:
    """Return the place that a noun beside the name makes of it: a town's region, a river of that name."""
    if kind == "region" and place.kind == "town":
        wide = [
            each
            for noun in ("Oblast", "Krai")
            for each in atlas().called(f"{place.usual} {noun}")
            if each.country == place.country
        ]
        return wide[0] if wide else place
    if kind in ENDINGS and not (place.kind == "region" and kind == "river" and place.country in {"UA", "RU"}):
        return replace(place, id=None, usual=f"{place.usual} {ENDINGS[kind]}", kind="region")
    return place


def _unknown(named: Named, votes: Mapping[str, float], beside: frozenset[str]) -> Place:
    """Return a place that no table has: its name in Latin letters, in the country that the report speaks of most."""
    likely = _fitting(named, votes)
    country = next(iter(sorted(beside)), None) or max(likely, key=lambda each: likely[each], default="")
    form = dictionary_forms(named.words, named.language)[0]
    if named.language in SLAVIC:
        form = (ukrainian if named.language == "uk" and country != "RU" else russian)(form)
        form = _KIND_AT_END.sub(lambda match: KINDS_IN_ENGLISH[match[0]], form)
    ends = named.kind in ENDINGS and not form.endswith(tuple(ENDINGS.values()))
    return Place(None, f"{form} {ENDINGS[named.kind]}" if ends else form, country, "town")


KINDS_IN_ENGLISH = {
    "Rayon": "District",
    "Raion": "District",
    "Rayony": "District",
    "Raiony": "District",
    "Hromady": "Hromada",
}
_KIND_AT_END = re.compile("(?:" + "|".join(sorted(KINDS_IN_ENGLISH, key=len, reverse=True)) + ")$")


def _fitting(named: Named, votes: Mapping[str, float]) -> Mapping[str, float]:
    """Return the votes for the countries in which a name of that look can lie."""
    if named.language != "es":
        return votes
    lands = SLAVIC_LAND if _SLAVIC_LOOK.search(fold(named.words)) else SPANISH_SPEAKING
    return {country: share for country, share in votes.items() if country in lands} or votes
