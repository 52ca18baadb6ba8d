"""Home towns compared: one town in any language or by an older name, a place near it, its region, or another."""

from functools import lru_cache
from math import cos, hypot, radians

from paradero.identity.evidence import found, not_known
from paradero.identity.model import Model
from paradero.identity.spelling import nearest
from paradero.identity.towns import Home, home_of, region_of, table
from paradero.terms.gazetteer import Town
from paradero.terms.matching import Comparison, Outcome

NEAR_KM = 50.0
_KM_A_DEGREE = 111.2
_SLIPS = 1
_SWAPS = 2
_COMPARED = 3
"""How many of the likeliest towns of each side may be near each other."""


def _share(towns: tuple[Town, ...]) -> float:
    """Return the share of people who come from towns of that name, within the bounds of the table."""
    people, least, most = (float(table()[key]) for key in ("people", "least_share", "most_share"))
    return min(max(sum(town.inhabitants for town in towns) / people, least), most)


def _km(one: Town, other: Town) -> float:
    """Return the distance of two towns, right to a hundredth up to some hundred kilometres."""
    north = one.latitude - other.latitude
    east = (one.longitude - other.longitude) * cos(radians((one.latitude + other.latitude) / 2))
    return hypot(north, east) * _KM_A_DEGREE


def _regions(home: Home) -> frozenset[str]:
    return home.regions or frozenset(region_of(town) for town in home.towns[:_COMPARED])


def _sound_same(one: Home, other: Home) -> bool:
    if not one.sounds or not other.sounds or (one.regions and other.regions and not one.regions & other.regions):
        return False
    spelling = nearest(one.sounds, other.sounds)
    return spelling.slips == 0 and spelling.swaps <= _SWAPS


def _near(one: Home, other: Home) -> bool:
    return any(_km(a, b) <= NEAR_KM for a in one.towns[:_COMPARED] for b in other.towns[:_COMPARED])


def _sound_near(one: Home, other: Home) -> bool:
    unknown = not one.towns or not other.towns
    return unknown and bool(one.sounds and other.sounds) and nearest(one.sounds, other.sounds).slips <= _SLIPS


def _outcome(one: Home, other: Home) -> tuple[str, Outcome, str]:
    """Return the row of the model, the outcome and the reason of two homes that share no town."""
    if one.towns and other.towns and _near(one, other):
        return "near", Outcome.CLOSE, "near_town"
    if _sound_near(one, other):
        return "near", Outcome.CLOSE, "similar_town"
    if _regions(one) & _regions(other):
        whole = not (one.sounds and other.sounds)
        return "region", Outcome.CLOSE, "in_region" if whole else "same_region"
    return "differs", Outcome.DIFFERS, "other_town"


@lru_cache(maxsize=100_000)
def _held_together(sought: str, seen: str) -> tuple[str, Outcome, str, float | None] | None:
    """Return the row of the model, the outcome, the reason and the share of people, or `None` where one names none."""
    one, other = home_of(sought), home_of(seen)
    if not (one.sounds or one.regions) or not (other.sounds or other.regions):
        return None
    shared = tuple(town for town in one.towns if town in other.towns)
    if shared or _sound_same(one, other):
        towns = shared or one.towns or other.towns
        return "agrees", Outcome.AGREES, "same_town", _share(towns) if towns else None
    return *_outcome(one, other), None


def compare_homes(sought: str | None, seen: str | None, *, model: Model) -> Comparison:
    """Return how two homes compare, whatever language each is written in; a large town's agreement weighs less."""
    held = _held_together(sought, seen) if sought and seen else None
    if held is None:
        return not_known("home", sought=sought or None, seen=seen or None)
    row, outcome, reason, share = held
    return found("home", outcome, reason, model.bits(f"home.{row}", u=share), sought=sought, seen=seen)
