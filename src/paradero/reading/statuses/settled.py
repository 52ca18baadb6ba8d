"""What a document's pairs come to for each party and status: rivals, repetitions and manner taken together."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from paradero.reading.impression import FATES, HOLDING, mean
from paradero.reading.statuses.about import About
from paradero.reading.statuses.pairs import Pair
from paradero.reading.statuses.triggers import Trigger
from paradero.reading.statuses.view import STATUSES
from paradero.terms.claims import Status
from paradero.terms.linear import Scores

LIKELY = (0.3, 0.5, 0.7)
UNLIKELY_BITS = -9.0
"""What stands for the logit of a rival that there is not."""
FLOOR = 1e-4


@dataclass(frozen=True)
class Weighed:
    """A pair with the first answers: how likely it is, and those of the trigger's other candidates."""

    pair: Pair
    likely: float
    rivals: tuple[float, ...]
    """The others' likelihoods, the greatest first."""
    companions: tuple[float, ...]
    """The likelihoods of those that stand in one enumeration with the candidate."""
    stands: float
    """How likely the trigger is said as a fact or with a doubt, and not denied, planned or taken back."""


@dataclass(frozen=True)
class Case:
    """A party, a status, and every pair that may tell it, the likeliest first."""

    party: int
    status: Status
    weighed: tuple[Weighed, ...]


Fates = Mapping[int, Sequence[float]]
"""For each party how likely anything became of it, then how likely each status did."""


def cases_of(
    pairs: Sequence[Pair], likely: Sequence[float], stands: Mapping[Trigger, float], beside: Mapping[int, set[int]]
) -> list[Case]:
    """Return the parties and statuses that pairs may tell; `beside` says who stands with each in one enumeration."""
    of_trigger: dict[Trigger, dict[int, float]] = defaultdict(dict)
    for pair, value in zip(pairs, likely, strict=True):
        of_trigger[pair.trigger][pair.candidate.party] = value
    cases: dict[tuple[int, Status], list[Weighed]] = defaultdict(list)
    for pair, value in zip(pairs, likely, strict=True):
        party, others = pair.candidate.party, of_trigger[pair.trigger]
        rivals = sorted((other for of, other in others.items() if of != party), reverse=True)
        companions = tuple(others[of] for of in beside[party] if of in others)
        weighed = Weighed(pair, value, tuple(rivals), companions, stands[pair.trigger])
        cases[pair.candidate.party, pair.trigger.status].append(weighed)
    return [Case(*of, tuple(sorted(found, key=lambda w: -w.likely))) for of, found in cases.items()]


def numbers(about: About, cases: Sequence[Case], fates: Fates) -> tuple[tuple[str, ...], Scores]:
    """Return the names of the numbers that tell of a case, and the numbers, shape (cases, names)."""
    best: dict[Status, dict[int, float]] = {status: {} for status in STATUSES}
    for case in cases:
        best[case.status][case.party] = case.weighed[0].likely
    rows = [[*_of_pairs(case), *_of_rivals(case, best), *_of_party(about, case, fates)] for case in cases]
    names = tuple(name for name, _ in rows[0]) if rows else ()
    values = np.array([[value for _, value in row] for row in rows], np.float32)
    return names, values.reshape(len(rows), len(names))


def table(names: Sequence[str], about: About, cases: Sequence[Case], fates: Fates) -> Scores:
    """Return some columns for each case: its numbers by name, and 1 for each feature of its likeliest pair."""
    known, values = numbers(about, cases, fates)
    place = {name: at for at, name in enumerate(names)}
    found = np.zeros((len(cases), len(names)), np.float32)
    for at, name in enumerate(known):
        found[:, place[name]] = values[:, at]
    for row, case in enumerate(cases):
        found[row, [place[f] for f in case.weighed[0].pair.features if f in place]] = 1
    return found


def _logit(likely: float) -> float:
    return log(max(likely, FLOOR) / max(1 - likely, FLOOR))


def _of_pairs(case: Case) -> Iterator[tuple[str, float]]:
    own = [weighed.likely for weighed in case.weighed]
    top = case.weighed[0]
    trigger, rivals = top.pair.trigger, top.rivals
    first = max((w.likely for w in case.weighed if not w.rivals or w.rivals[0] <= w.likely), default=0.0)
    yield from (
        ("#own", _logit(own[0])),
        ("#second", _logit(own[1]) if own[1:] else UNLIKELY_BITS),
        ("#pairs", len(own)),
    )
    yield from ((f"#over{step}", sum(value > step for value in own)) for step in LIKELY)
    yield from (("#sum", sum(own)), ("#behind", sum(rival > own[0] for rival in rivals)), ("#rivals", len(rivals)))
    yield from (("#rival", _logit(rivals[0]) if rivals else UNLIKELY_BITS), ("#gap", own[0] - max(rivals, default=0)))
    yield from (("#share", own[0] / (own[0] + sum(rivals))), ("#likely rivals", sum(r > LIKELY[1] for r in rivals)))
    yield from (("#as first", _logit(first) if first else UNLIKELY_BITS), ("#trigger", trigger.likely))
    yield from (("#best trigger", max(w.pair.trigger.likely for w in case.weighed)), ("#both", trigger.likely * own[0]))
    with_them = top.companions
    yield ("#companion", _logit(max(with_them)) if with_them else UNLIKELY_BITS)
    yield from (
        ("#companions", len(with_them)),
        ("#rivals apart", sum(r > own[0] for r in rivals) - sum(c > own[0] for c in with_them)),
    )
    strong = [w.stands for w in case.weighed if w.likely >= own[0] / 2]
    yield from (("#stands", top.stands), ("#stands too", top.stands * own[0]), ("#least stands", min(strong)))
    yield ("#stands all", sum(w.stands * w.likely for w in case.weighed) / sum(own))
    yield ("#standing", max((w.likely for w in case.weighed if w.stands > LIKELY[1]), default=0.0))
    yield from (("#nth", top.pair.candidate.nth), ("#entry", top.pair.candidate.entry))


def _of_rivals(case: Case, best: Mapping[Status, Mapping[int, float]]) -> Iterator[tuple[str, float]]:
    own = case.weighed[0].likely
    for status in STATUSES:
        yield f"#{status.value}", 0.0 if status is case.status else _logit(best[status].get(case.party, 0.0))
        yield f"#is {status.value}", float(status is case.status)
    others = [likely for party, likely in best[case.status].items() if party != case.party]
    yield from (("#other", max(others, default=0.0)), ("#others ahead", sum(other > own for other in others)))
    yield ("#others likely", sum(other > LIKELY[1] for other in others))


def _of_party(about: About, case: Case, fates: Fates) -> Iterator[tuple[str, float]]:
    view, top = about.view, case.weighed[0].pair
    party, document = view.parties[case.party], view.document
    fate = fates[case.party]
    own = 1 + STATUSES.index(case.status)
    yield from (("#fate", _logit(fate[0])), ("#this fate", _logit(fate[own])))
    yield ("#other fate", max(_logit(value) for at, value in enumerate(fate) if at not in {0, own}))
    yield ("#fated more", sum(other[0] > fate[0] for other in fates.values()))
    yield ("#away", document.sentence_of[top.trigger.at] - document.sentence_of[top.candidate.mention.first])
    known = [mention.likely for mention in party.mentions]
    yield from (
        ("#mention", top.candidate.mention.likely),
        ("#least mention", min(known)),
        ("#most mention", max(known)),
    )
    yield from (("#mentions", len(known)), ("#main", case.party == view.main), ("#order", view.order[case.party]))
    yield from (("#named", party.named), ("#person", party.person), ("#parties", len(view.order)))
    yield from (
        ("#kin", max(m.kin for m in party.mentions)),
        ("#by noun", top.candidate.mention.kind is not party.kind),
    )
    yield ("#through", top.trigger.at / len(document.tokens))
    yield from _of_network(about, case)


def _of_network(about: About, case: Case) -> Iterator[tuple[str, float]]:
    """Yield what the network makes of a party's fate, and of the words that may tell it."""
    view, top = about.view, case.weighed[0].pair
    impression = view.document.impression
    if impression is None:
        return
    fate = FATES.index(case.status.value)
    words = view.parties[case.party].first_words
    for name, table in (("told", impression.told), ("stands", impression.stands)):
        of_party = mean(table, words)
        yield (f"#network {name}", _logit(float(of_party[fate])))
        yield (f"#network {name} best", _logit(float(table[words, fate].max())))
        yield (f"#network {name} here", _logit(float(table[top.candidate.mention.first, fate])))
        yield (f"#network {name} others", _logit(float(np.delete(of_party, fate).max())))
    about_them = [impression.tied("target", w.pair.trigger.at, words) for w in case.weighed]
    yield ("#network about", _logit(about_them[0]))
    yield ("#network about best", _logit(max(about_them)))
    holding = impression.manners[top.trigger.at]
    yield ("#network holds", float(holding[list(HOLDING)].sum()))
