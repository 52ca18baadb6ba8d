"""Groups published texts by where their news began."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log, log1p

import numpy as np
from numpy.typing import NDArray

from paradero.intake.fingerprints import SAME_FROM
from paradero.intake.provenance.beside import UNRELATED, beside
from paradero.intake.provenance.corrections import NONE, Corrections, brought_together
from paradero.intake.provenance.joining import joined
from paradero.intake.provenance.likeness import columns, likeness
from paradero.intake.provenance.model import MOST, OriginModel
from paradero.intake.provenance.originality import originality
from paradero.intake.provenance.telling import Telling

Odds = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two texts that are held for one origin, and what speaks for it."""

    one: int
    other: int
    log_odds: float
    uncertain: bool
    """It counts as one origin all the same: the other error would turn one voice into two."""
    evidence: Mapping[str, float]
    """The answers of `likeness`, for the sentence that gives the reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginFound:
    """Texts that go back to one beginning, by their places."""

    members: tuple[int, ...]
    links: tuple[Link, ...]
    """For each member but the first its likeliest link to one before it."""

    @property
    def uncertain(self) -> bool:
        """Tell whether it is held together by an uncertain link."""
        return any(link.uncertain for link in self.links)


def origins_of(
    tellings: Sequence[Telling], model: OriginModel, corrections: Corrections = NONE
) -> tuple[OriginFound, ...]:
    """Return the origins of texts, in the order of each one's first text; every text is in one of them.

    What people hold of them, by their places, is kept: nobody who is apart is in one, and every circle is in one.
    """
    if not tellings:
        return ()
    pairs = list(_worth_comparing(tellings))
    found = [likeness(tellings[one], tellings[other]) for one, other in pairs]
    asked = columns(found, model.columns)
    odds = table_of(len(tellings), pairs, _less_later(found, model.alone.log_odds(asked)))
    among = _less_later(found, model.among.log_odds(np.concatenate([asked, beside(odds, pairs)], axis=1)))
    among = _word_for_word(found, among)
    if corrections.different:
        among = _copies_nearest(found, among)
    odds = table_of(len(tellings), pairs, among)
    evidence = dict(zip(pairs, found, strict=True))
    original = originality(tellings, model.original)
    groups = joined(odds, original, model.groups, model.one_from, apart=corrections.apart())
    origins = brought_together(groups, corrections, lambda one, other: float(odds[np.ix_([*one], [*other])].mean()))
    # Where people alone hold two for one, and the machine does not, it has no reason to tell.
    parts = [[tuple(each for each in group if each in members) for group in groups] for members in origins]
    return tuple(
        OriginFound(members=members, links=tuple(link for part in its for link in _links(part, odds, evidence, model)))
        for members, its in zip(origins, parts, strict=True)
    )


MEANS_THE_SAME = 0.15
"""Cosine from which a sentence of one text may tell what one of the other does. On the stories learned from the nearest
sentences of two texts of one origin stay below it in 2 of 1,000 pairs."""


LATER_HOURS = 6 * 24
STANDS_OUT = 0.4
UNLIKE = -3.0
"""What is left of the odds of two texts more than six days apart of which no sentence says the same, from this cosine
on, and neither points to the other: later reports on the same people are other news. Of 144 such pairs on the stories
learned from 118 were; of two reports of one sentence each the model says too little."""


COPIED_FROM, COPIED_WORDS, COPIED = 0.9, log(12), 4.0
"""From this share of the shorter text's shingles on one text is a copy of the other, if it has a dozen words: of the
stories learned from all 10 such pairs are; from .8 on 3 of 19 tell of two events in one frame of words."""


def _word_for_word(found: Sequence[Mapping[str, float]], odds: Odds) -> Odds:
    """Return the odds of pairs, high where one text copies the other word for word, whatever the model makes of it."""
    copied = np.array([e["same words"] >= COPIED_FROM and e["words short"] >= COPIED_WORDS for e in found], bool)
    more: Odds = np.where(copied, np.maximum(odds, COPIED), odds).astype(np.float32)
    return more


def _less_later(found: Sequence[Mapping[str, float]], odds: Odds) -> Odds:
    later = np.array([_is_later_news(each) for each in found], bool)
    less: Odds = np.where(later, np.minimum(odds, UNLIKE), odds).astype(np.float32)
    return less


def _is_later_news(found: Mapping[str, float]) -> bool:
    return not _plainly_one(found) and found["hours apart"] > log1p(LATER_HOURS) and found["nearest"] < STANDS_OUT


def _plainly_one(found: Mapping[str, float]) -> bool:
    """Tell whether one of two texts points to the other, or has its words."""
    pointed = any(found[asked] for asked in ("same media", "link", "credit", "one source"))
    return pointed or found["same words"] >= SAME_FROM


FEW_WORDS = 20
"""In so few words two reporters tell of one man alike; the stories learned from have next to no texts so short."""


def _is_uncertain(odds: float, found: Mapping[str, float], model: OriginModel) -> bool:
    in_few_words = bool(found) and not _plainly_one(found) and found["words short"] < log(FEW_WORDS)
    return odds < model.sure_from or in_few_words


def _copies_nearest(found: Sequence[Mapping[str, float]], odds: Odds) -> Odds:
    """Return the odds with copies above all: where people part an origin, a copy stays with the words it copies."""
    copies = np.array([each["same words"] >= SAME_FROM for each in found], bool)
    nearest: Odds = np.where(copies, MOST, odds).astype(np.float32)
    return nearest


def _worth_comparing(tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """Yield the pairs for which anything speaks: a sentence, a clip, a link, a credit, a source in common."""
    for one, other in combinations(range(len(tellings)), 2):
        if _related(tellings[one], tellings[other]):
            yield one, other


def _related(one: Telling, other: Telling) -> bool:
    if one.media & other.media or one.links & other.links or (one.source and one.source == other.source):
        return True
    if one.links_to(other) or other.links_to(one):
        return True
    return bool(one.gist.sentences and other.gist.sentences) and bool(
        (one.gist.vectors @ other.gist.vectors.T).max() > MEANS_THE_SAME
    )


def table_of(count: int, pairs: Sequence[tuple[int, int]], odds: Odds) -> Odds:
    """Return the log-odds of pairs as a table, shape (count, count), `UNRELATED` where two are no pair."""
    table = np.full((count, count), UNRELATED, np.float32)
    for (one, other), value in zip(pairs, odds, strict=True):
        table[one, other] = table[other, one] = value
    return table


def _links(
    group: Sequence[int], odds: Odds, evidence: Mapping[tuple[int, int], Mapping[str, float]], model: OriginModel
) -> Iterator[Link]:
    """Yield for each member but the first its likeliest link to those reached (the greatest spanning tree)."""
    reached, left = list(group[:1]), list(group[1:])
    while left:
        one, other = max(((here, there) for here in reached for there in left), key=lambda pair: odds[pair])
        left.remove(other)
        reached.append(other)
        value = float(odds[one, other])
        key = (min(one, other), max(one, other))
        found = evidence.get(key, {})
        yield Link(one=one, other=other, log_odds=value, uncertain=_is_uncertain(value, found, model), evidence=found)
