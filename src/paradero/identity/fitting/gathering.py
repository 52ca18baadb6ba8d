"""Gathers what the model is estimated from: the candidates of a search, and pairs drawn at random."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from random import Random  # noqa: TID251  # the caller's, so that a run can be repeated

from paradero.identity.comparing import compare
from paradero.identity.fitting.patterns import Pattern, Seen, pattern_of
from paradero.identity.index import SightingIndex
from paradero.identity.model import Model
from paradero.identity.rarity import Rarity
from paradero.identity.readings import is_cyrillic
from paradero.terms.person import Description

CANDIDATES = 12
"""So many enquiries of each sighting are looked at."""
RANDOM_PAIRS = 20_000
"""So many pairs drawn at random tell u: strangers' towns agree once in a hundred, their birthdays hardly ever."""

STRANGERS_BELOW = 0.5
"""A pair drawn at random that is likely to be one person tells nothing of strangers."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """Two lists of people, and what was judged of pairs of them."""

    enquiries: Mapping[str, Description]
    sightings: Mapping[str, tuple[Description, date | None]]
    """With the day of the report, where there is one."""
    judged: Mapping[tuple[str, str], bool] = field(default_factory=dict)
    """Enquiry and sighting: one person, or two."""


def gather(
    lists: Lists,
    *,
    model: Model,
    chance: Random,
    random_pairs: int = RANDOM_PAIRS,
    progress: Progress = lambda _done, _of: None,
) -> Seen:
    """Return what the candidates of every sighting show, the judged pairs and pairs drawn at random.

    Names are counted among the sightings, as the desk counts them. A judged pair is there though no search finds it.
    """
    rarity = Rarity()
    for description, _ in lists.sightings.values():
        rarity.add(description)
    index = SightingIndex(lists.enquiries.items(), rarity=rarity, holds="enquiries", model=model)
    judged: defaultdict[str, list[str]] = defaultdict(list)
    for enquiry, sighting in lists.judged:
        judged[sighting].append(enquiry)
    patterns: list[Pattern] = []
    for group, (ref, (seen, published_on)) in enumerate(lists.sightings.items()):
        found = dict(index.search(seen, limit=CANDIDATES, published_on=published_on)) if lists.enquiries else {}
        for enquiry in judged[ref]:
            if enquiry not in found:
                sought = lists.enquiries[enquiry]
                found[enquiry] = compare(sought, seen, rarity=rarity, published_on=published_on, model=model)
        patterns += (
            pattern_of(
                why,
                model=model,
                group=group,
                judged=lists.judged.get((enquiry, ref)),
                label=_scripts(lists.enquiries[enquiry], seen),
            )
            for enquiry, why in found.items()
        )
        progress(group + 1, len(lists.sightings))
    return Seen(
        candidates=patterns,
        random=_at_random(lists, rarity, model, chance, random_pairs),
        asked=len(lists.sightings),
        held=max(1, len(lists.enquiries)),
    )


def _at_random(lists: Lists, rarity: Rarity, model: Model, chance: Random, pairs: int) -> list[Pattern]:
    sought, seen = list(lists.enquiries.values()), list(lists.sightings.values())
    if not sought or not seen:
        return []
    found = []
    for group in range(min(pairs, len(sought) * len(seen))):
        description, published_on = chance.choice(seen)
        why = compare(chance.choice(sought), description, rarity=rarity, published_on=published_on, model=model)
        if why.probability < STRANGERS_BELOW:
            found.append(pattern_of(why, model=model, group=group))
    return found


def _scripts(*descriptions: Description) -> str:
    """Return the scripts of two names, as "Cyrillic and Latin"."""
    names = [one.names[0].as_written.lower() if one.names else "" for one in descriptions]
    written = {"Cyrillic" if is_cyrillic(name) else "Latin" if name else "unnamed" for name in names}
    return " and ".join(sorted(written)) if len(written) > 1 else f"both {written.pop()}"
