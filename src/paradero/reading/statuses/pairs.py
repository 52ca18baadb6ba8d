"""What speaks for a trigger being about somebody."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from paradero.reading.document import Document
from paradero.reading.impression import FATES, levels
from paradero.reading.people.party import Mention
from paradero.reading.statuses.about import About
from paradero.reading.statuses.agreement import fits
from paradero.reading.statuses.candidates import Candidate, candidates
from paradero.reading.statuses.paths import path
from paradero.reading.statuses.triggers import Trigger, triggers_of

Features = list[str]
BETWEEN_MAX = 5
"""Words between a trigger and a mention that are looked at one by one, at most."""
DISTANCES = (1, 2, 3, 5, 8, 13, 21)
STEPS = (0.01, 0.03, 0.08, 0.2, 0.35, 0.5, 0.65, 0.8, 0.92)
PARTING = frozenset(",;:.!?()—–-")
OUTSIDE = frozenset({"m=", "mr", "m "})
WITH_PART = frozenset({"mb", "mr", "m "})
"""How features of a mention begin that count with where it stands, and with the kind of the trigger's cue."""
CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "ADV"})


@dataclass(frozen=True)
class Pair:
    """A trigger, somebody it may be about, and what speaks for it."""

    trigger: Trigger
    candidate: Candidate
    features: Features


def pairs_of(about: About) -> list[Pair]:
    """Return every trigger of a document with everybody it may be about."""
    known: dict[int, list[Candidate]] = {}
    found = []
    for trigger in triggers_of(about.view):
        if trigger.at not in known:
            known[trigger.at] = candidates(about.view, trigger.at)
        rivals = known[trigger.at]
        here = sum(_away(about, trigger, rival) == 0 for rival in rivals)
        found += [Pair(trigger, c, list(dict.fromkeys(_pair(about, trigger, c, rivals, here)))) for c in rivals]
    return found


def _away(about: About, trigger: Trigger, candidate: Candidate) -> int:
    """Return how many sentences a trigger stands after a mention."""
    sentence_of = about.view.document.sentence_of
    return sentence_of[trigger.at] - sentence_of[candidate.mention.first]


def _pair(about: About, trigger: Trigger, rival: Candidate, rivals: Sequence[Candidate], here: int) -> Iterator[str]:
    mention, status = rival.mention, trigger.status.value
    away = _away(about, trigger, rival)
    alone = [*about.mention(mention), *about.party(rival.party)]
    yield from about.trigger(trigger)
    yield from alone
    yield from (f"{own}|{status}" for own in alone if own[:2] != "mr")
    level = sum(trigger.likely >= step for step in STEPS)
    yield from (f"t>{step}" for step in STEPS[:level])
    place = "out" if away else "in" if mention.first <= trigger.at < mention.end else "LR"[mention.first > trigger.at]
    where = f"{place}{min(BETWEEN_MAX, max(-1, away)) if away else _distance(mention, trigger.at)}"
    yield from _placed(about, trigger, rival, place, here)
    if not away:
        yield from _inside(about.view.document, trigger, rival, rivals, place)
    yield from (f"{where}|{part}" for part in trigger.parts)
    yield from (where, f"{where}|{status}", f"{where}|{level}", f"{where}|{mention.kind.value}")
    yield from (f"nth{min(6, rival.nth)}", f"nth{min(3, rival.nth)}|here{min(3, here)}")
    yield from _related(about, trigger, rival, where, level)
    yield from _tied(about, trigger, rival)


def _tied(about: About, trigger: Trigger, rival: Candidate) -> Iterator[str]:
    """Yield how far the network thinks that the trigger is about somebody, and that their fate is this."""
    impression = about.view.document.impression
    if impression is None:
        return
    words = about.view.parties[rival.party].first_words
    yield from levels("network about", impression.tied("target", trigger.at, words))
    yield from levels("network told", float(impression.told[words, FATES.index(trigger.status.value)].mean()))


def _distance(mention: Mention, at: int) -> int:
    apart = mention.first - at if mention.first > at else at - mention.end + 1
    return sum(apart > step for step in DISTANCES)


def _placed(about: About, trigger: Trigger, rival: Candidate, place: str, here: int) -> Iterator[str]:
    """Yield what the trigger and the mention look like, seen from where the mention stands."""
    yield from (f"{place}|{own}" for own in about.trigger(trigger))
    if place == "out":
        document, mention = about.view.document, rival.mention
        yield from (f"out|{own}" for own in about.mention(mention) if own[:2] in OUTSIDE)
        yield "same line" if document.line_of[trigger.at] == document.line_of[mention.first] else "other line"
    else:
        for own in about.mention(rival.mention):
            if own[:2] != "ml":
                yield f"{place}|{own}"
            if own[:2] in WITH_PART:
                yield from (f"{place}|{own}|{part}" for part in trigger.parts)
    yield from (f"{place}|{part}|here{min(4, here)}" for part in trigger.parts)


def _inside(
    document: Document, trigger: Trigger, rival: Candidate, rivals: Sequence[Candidate], place: str
) -> Iterator[str]:
    """Yield what the words between a trigger and a mention of its own sentence tell."""
    mention, at = rival.mention, trigger.at
    gap = range(mention.end, at) if place == "L" else range(at + 1, mention.first) if place == "R" else range(0)
    others = f"{place}others{min(3, sum(other.mention.first in gap for other in rivals))}"
    yield others
    yield from (f"{others}|{part}" for part in trigger.parts)
    way = path(document, at, mention)
    if way is not None:
        yield from (f"path={way}", f"path={way}|{document.tokens[at].tag}")
        yield from (f"path={way}|{part}" for part in trigger.parts)
    if len(gap) <= BETWEEN_MAX:
        yield f"{place}gap=" + "_".join(_coarse(document, word) for word in gap)
    yield from _marks(document, gap, place)


def _coarse(document: Document, at: int) -> str:
    token = document.tokens[at]
    return token.tag if token.tag in CONTENT else token.lemma


def _marks(document: Document, gap: range, place: str) -> Iterator[str]:
    tokens = [document.tokens[at] for at in gap]
    verbs = sum(token.tag == "VERB" for token in tokens)
    yield from sorted({f"{place} {token.text}" for token in tokens if token.text in PARTING})
    yield from (f"{place} {table}" for table in ("relative", "and") if any(table in document.cues[at] for at in gap))
    yield f"{place} verbs{min(3, verbs)}"
    yield f"{place} commas{min(3, sum(token.text == ',' for token in tokens))}"


def _related(about: About, trigger: Trigger, rival: Candidate, where: str, level: int) -> Iterator[str]:
    """Yield what ties or parts the two besides where they stand: agreement, "I", a heading, quotation marks."""
    view, at = about.view, trigger.at
    for fit in fits(view.document, at, view.parties[rival.party], about.gender(rival.party)):
        yield fit
        yield from (f"{fit}|{part}" for part in trigger.parts)
    if me := about.selves(at):
        why = me.get(rival.party, "")
        yield from ("first", f"first|{where}", f"first {why}")
        yield from (f"first {reason}" for reason in why.split("+") if why)
    if rival.entry:
        yield from ("entry", f"entry|{trigger.status.value}", f"entry|{level}")
    if view.document.quoted[at] != view.document.quoted[rival.mention.first]:
        yield "quote between"
