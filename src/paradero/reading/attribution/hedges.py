"""How surely a claim is told: the word that hedges it, and the grade of that word."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from paradero.reading.attribution.wording import likelihood, wording
from paradero.reading.document import Document
from paradero.reading.tagging.tagger import Tags
from paradero.terms.linear import Linear

GRADES = (1, 2, 3)
"""A doubting verb of saying; likelihood or rumour; not confirmed."""
NONE = -1
TAGGED_ENOUGH = 0.03
"""How likely the labels have to hold it that a word hedges, where no table has it."""
NEXT = 2
"""Sentences after a claim in which "this could not be verified" still speaks of it."""

Features = list[str]


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word that may hedge, and its likeliest grade."""

    word: int
    grade: int


def hedges_in(document: Document, tags: Mapping[str, Tags]) -> tuple[Hedge, ...]:
    """Return every word that may hedge something."""
    tables = wording(document.language)
    found = []
    tagged = zip(*(likelihood(tags["said"], f"hedge{grade}") for grade in GRADES), strict=True)
    for at, (token, likely) in enumerate(zip(document.tokens, tagged, strict=True)):
        listed = [tables[f"hedge{grade}"].has(token.text) for grade in GRADES]
        if any(listed) or max(likely) > TAGGED_ENOUGH:
            best = max(GRADES, key=lambda grade: likely[grade - 1] + 0.1 * listed[grade - 1])
            found.append(Hedge(at, best))
    return tuple(found)


def hedge_of(
    document: Document, tags: Mapping[str, Tags], trigger: int, hedges: Sequence[Hedge], model: Linear
) -> tuple[int, int] | None:
    """Return the word that hedges a claim and its grade, `None` where it is told plainly."""
    options = candidates(document, tags, trigger, hedges)
    if len(options) == 1:
        return None
    scores = model.scores([features for _, features in options])[:, 0]
    best = options[int(np.argmax(scores))][0]
    return (best.word, best.grade) if best else None


def candidates(
    document: Document, tags: Mapping[str, Tags], trigger: int, hedges: Sequence[Hedge]
) -> list[tuple[Hedge | None, Features]]:
    """Return what may hedge a claim, each with what speaks for it; nothing comes last."""
    sentence = document.sentence_of[trigger]
    found: list[tuple[Hedge | None, Features]] = []
    for hedge in hedges:
        ahead = document.sentence_of[hedge.word] - sentence
        if ahead == 0 or (0 < ahead <= NEXT and hedge.grade == GRADES[-1]):
            found.append((hedge, list(_marks(document, tags, trigger, hedge, ahead))))
    return [*found, (None, ["NONE", f"NONE {min(3, len(found))}", f"NONE {document.language}"])]


def _marks(document: Document, tags: Mapping[str, Tags], trigger: int, hedge: Hedge, ahead: int) -> Iterator[str]:
    token = document.tokens[hedge.word]
    likely = tags["said"].probability(hedge.word, *(f"hedge{grade}" for grade in GRADES))
    tables = wording(document.language)
    listed = "".join(str(grade) for grade in GRADES if tables[f"hedge{grade}"].has(token.text))
    level = f"{min(4, int(likely * 5))}"
    grade = f"grade{hedge.grade}"
    gap = abs(hedge.word - trigger)
    bin_ = "1" if gap < 2 else "2-3" if gap < 4 else "4-7" if gap < 8 else "8-15" if gap < 16 else "far"  # noqa: PLR2004
    side = "before" if hedge.word < trigger else "after"
    quote = "same" if document.quoted[hedge.word] == document.quoted[trigger] else "other"
    between = {document.tokens[at].text for at in range(min(hedge.word, trigger) + 1, max(hedge.word, trigger))}
    parted = "parted" if between & {";", ".", ":", "«", "»"} else "comma" if "," in between else "joined"
    marks = [
        f"likely{level}",
        f"listed{listed}",
        f"{side} {bin_}",
        f"{quote} quote",
        f"{side} {parted}",
        f"ahead{ahead}",
    ]
    marks.append(f"over{_over(document, trigger, hedge.word)}")
    marks.append(f"negated{_negated(document, hedge.word)}")
    yield grade
    for mark in marks:
        yield mark
        yield f"{mark}|{grade}"
    yield f"likely{level}|{side} {parted}"
    yield f"likely{level}|ahead{ahead}"
    if hedge.grade == GRADES[-1]:
        yield f"negated{_negated(document, hedge.word)} ahead{ahead} listed{listed}"
        yield f"negated{_negated(document, hedge.word)} listed{listed} {side} {parted}"
    yield f"lemma={token.lemma}"
    yield f"lemma={token.lemma}|{side}"


def _over(document: Document, trigger: int, word: int) -> str:
    """Return whether a claim hangs from a word by the parse, or the word from the claim's."""
    at, steps = trigger, 0
    while at >= 0 and document.heads[at] != at and steps < 20:  # noqa: PLR2004
        if document.heads[at] == word:
            return "claim"
        at, steps = document.heads[at], steps + 1
    return "claim" if at == word else "word" if document.heads[word] == trigger else "neither"


def _negated(document: Document, word: int) -> bool:
    negations = ("no", "not", "n't", "не", "ні", "sin", "without", "без", "нет", "немає", "never", "nadie", "cannot")
    return any(document.tokens[at].text.casefold() in negations for at in range(max(0, word - 4), word))
