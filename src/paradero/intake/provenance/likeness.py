"""What speaks for two texts telling one piece of news, and what for each having its own: one number a question."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log, log1p

import numpy as np
from numpy.typing import NDArray

from paradero.intake.fingerprints import shared
from paradero.intake.provenance.telling import Telling
from paradero.terms.gist import Gist

Numbers = NDArray[np.float32]

NEAR = (0.2, 0.3, 0.42, 0.55)
"""Cosines at which two sentences begin to tell the same, loosely to strictly: of the nearest sentences of two texts on
one subject a quarter has .37 and more."""
SAME, OTHER = 0.32, 0.22
SOFT, SOFTER = 0.04, 0.125
UNDATED_HOURS = 2.5
"""What stands for the logarithm of the hours between two texts of which one has no date: about half a day."""
KINDS = ("agency", "newspaper", "channel", "office", "broadcaster", "magazine", "blog", "group", "account")


@dataclass(frozen=True)
class Side:
    """One text beside another."""

    telling: Telling
    best: Numbers
    """Of each sentence, how near the nearest of the other text is."""
    words: Numbers
    matters: Numbers
    quoted: NDArray[np.bool_]

    @property
    def gist(self) -> Gist:
        """Return its gist."""
        return self.telling.gist

    def covered(self, least: float) -> float:
        """Return the share of its words whose sentence the other text tells too, from a cosine on."""
        return float(np.average(_soft(self.best, least), weights=self.words))

    def told(self, least: float, *, but_quoted: bool = False) -> float:
        """Return the logarithm of the words in sentences that the other text tells too."""
        some = _soft(self.best, least) * self.words
        return log1p(float(some[~self.quoted].sum() if but_quoted else some.sum()))


def likeness(one: Telling, other: Telling) -> dict[str, float]:
    """Return what is asked of two texts, by name; the order of the two does not count.

    The shorter text is asked how much of it stands in the longer one, and the longer one the other way round.
    """
    one, other = sorted((one, other), key=lambda each: (sum(s.words for s in each.gist.sentences), each.address or ""))
    near = _near(one.gist, other.gist)
    short, long = _side(one, near.max(axis=1)), _side(other, near.max(axis=0))
    return {
        **_meaning(short, long, near),
        **_quotations(short, "short"),
        **_quotations(long, "long"),
        **_names(short, long),
        **_numbers(one.gist, other.gist),
        **_contradictions(one.gist, other.gist, near),
        **_manner(short, long),
        **_publication(one, other),
    }


def _near(one: Gist, other: Gist) -> Numbers:
    if not one.sentences or not other.sentences:
        return np.zeros((max(1, len(one.sentences)), max(1, len(other.sentences))), np.float32)
    near: Numbers = one.vectors @ other.vectors.T
    return near


def _side(telling: Telling, best: Numbers) -> Side:
    sentences = telling.gist.sentences
    words = np.array([sentence.words for sentence in sentences] or [1], np.float32)
    matters = telling.gist.matters if sentences else np.ones(1, np.float32)
    return Side(telling, best, words, words * matters, np.array([sentence.quoted for sentence in sentences] or [False]))


def _soft(best: Numbers, least: float, soft: float = SOFT) -> Numbers:
    found: Numbers = 1 / (1 + np.exp(-(best - least) / soft))
    return found


def _meaning(short: Side, long: Side, near: Numbers) -> dict[str, float]:
    found = {}
    for name, side in (("short", short), ("long", long)):
        found[f"mean {name}"] = float(np.average(side.best, weights=side.words))
        plain = ~side.quoted
        found[f"mean unquoted {name}"] = (
            float(np.average(side.best[plain], weights=side.words[plain])) if plain.any() else found[f"mean {name}"]
        )
        found |= {f"covered {name} {least}": side.covered(least) for least in NEAR}
        found |= _what_matters(side, name)
        found[f"untold {name}"] = log1p(float(((1 - _soft(side.best, OTHER)) * side.words).sum()))
        found[f"words {name}"] = log(float(side.words.sum()))
        found[f"lead {name}"] = float(side.best[:2].max())
    ordered = np.sort(short.best)
    found |= {f"told {least}": short.told(least) for least in NEAR}
    found["told unquoted"] = short.told(NEAR[2], but_quoted=True)
    found["nearest"], found["second"] = float(ordered[-1]), float(ordered[-2:][0])
    found["leads"] = float(near[:2, :2].max())
    found["longer by"] = found["words long"] - found["words short"]
    found["in order"] = _in_order(near)
    return found


def _what_matters(side: Side, name: str) -> dict[str, float]:
    told = _soft(side.best, SAME, SOFTER)
    return {
        f"mean that matters {name}": float(np.average(side.best, weights=side.matters)),
        f"covered that matters {name}": float(np.average(told, weights=side.matters)),
        f"untold that matters {name}": log1p(float(((1 - told) * side.matters).sum())),
    }


def _in_order(near: Numbers) -> float:
    """Return how often sentences that are told twice are told in one order, 0 to 1."""
    places = [int(row.argmax()) for row in near if row.max() > SAME]
    pairs = [first <= second for first, second in combinations(places, 2)]
    return sum(pairs) / len(pairs) if pairs else 0.5


def _quotations(side: Side, name: str) -> dict[str, float]:
    of_quotes = side.best[side.quoted]
    return {
        f"quotes {name}": float(len(of_quotes)),
        f"quotes told {name}": float((of_quotes > SAME).sum()),
        f"quotes untold {name}": float((of_quotes < OTHER).sum()),
    }


def _names(short: Side, long: Side) -> dict[str, float]:
    found = {}
    for name, side, other in (("short", short, long), ("long", long, short)):
        names = side.gist.names
        known = sum(other.gist.has(each) for each in names)
        found[f"names known {name}"] = float(known)
        found[f"names unknown {name}"] = float(len(names) - known)
        found[f"share of names {name}"] = (known + 0.5) / (len(names) + 1)
    return found


def _numbers(short: Gist, long: Gist) -> dict[str, float]:
    both = short.numbers & long.numbers
    return {
        "numbers": float(len(both)),
        "longer numbers": float(sum(len(number) > 1 for number in both)),
        "numbers unknown short": float(len(short.numbers - long.numbers)),
        "numbers unknown long": float(len(long.numbers - short.numbers)),
        "share of numbers": (len(both) + 0.5) / (len(short.numbers) + 1),
    }


def _contradictions(one: Gist, other: Gist, near: Numbers) -> dict[str, float]:
    """Count sentences that say the same of other names or numbers, as an office's notices of two men do."""
    against = agreed = 0.0
    for at, there in _told_by_both(one, other, near):
        here, beside = one.sentences[at], other.sentences[there]
        strange = [name for name in here.names if not any(name & known for known in beside.names)]
        theirs = [name for name in beside.names if not any(name & known for known in here.names)]
        against += bool(theirs) and any(not other.has(name) for name in strange)
        common = here.numbers & beside.numbers
        against += bool(here.numbers - beside.numbers and beside.numbers - here.numbers and not common)
        agreed += len(here.names) - len(strange) + len(common)
    return {"contradictions": against, "agreements": agreed}


def _told_by_both(one: Gist, other: Gist, near: Numbers) -> Iterator[tuple[int, int]]:
    for at in range(len(one.sentences)):
        there = int(near[at].argmax())
        if there < len(other.sentences) and near[at, there] > SAME and int(near[:, there].argmax()) == at:
            yield at, there


def _manner(short: Side, long: Side) -> dict[str, float]:
    one, other = short.gist, long.gist
    return {
        "reports short": float(one.reports),
        "reports long": float(other.reports),
        "both report": float(min(one.reports, other.reports)),
        "passes on short": float(one.passes_on),
        "passes on long": float(other.passes_on),
        "names itself short": float(short.telling.names_itself),
        "names itself long": float(long.telling.names_itself),
    }


def _publication(one: Telling, other: Telling) -> dict[str, float]:
    same_language = one.gist.language == other.gist.language
    found = {
        "one language": float(same_language),
        "same words": shared(one.fingerprint, other.fingerprint) if same_language else 0.0,
        "same media": float(bool(one.media & other.media)),
        "other media": float(bool(one.media and other.media) and not one.media & other.media),
        "link": float(one.links_to(other) or other.links_to(one)),
        "link to the place": float(one.links_to_place_of(other) or other.links_to_place_of(one)),
        "one link": float(bool(one.links & other.links)),
        "one source": float(one.source is not None and one.source == other.source),
        "credit": float(one.names_source_of(other) or other.names_source_of(one)),
        "hours apart": _apart(one, other),
        "undated": float((one.published_at is None) + (other.published_at is None)),
    }
    return found | {f"by {kind}": float((one.source_kind == kind) + (other.source_kind == kind)) for kind in KINDS}


def _apart(one: Telling, other: Telling) -> float:
    if one.published_at is None or other.published_at is None:
        return UNDATED_HOURS
    return log1p(abs((one.published_at - other.published_at).total_seconds()) / 3600)


def columns(found: Sequence[dict[str, float]], names: Sequence[str]) -> Numbers:
    """Return numbers by name as a table, shape (pairs, names)."""
    return np.array([[each[name] for name in names] for each in found], np.float32).reshape(len(found), len(names))
