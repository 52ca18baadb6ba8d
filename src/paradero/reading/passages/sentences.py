"""What a sentence as a whole tells: treatment, health, an instruction, or none of these; and who is meant."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from paradero.reading.document import Document
from paradero.reading.impression import levels
from paradero.reading.people.party import Party
from paradero.reading.people.roles import Evidence
from paradero.reading.tagging.tagger import OUT, Tags
from paradero.terms.linear import Linear, softmax

TREATMENT, HEALTH, INSTRUCTION, NONE = "treatment", "health", "instruction", "none"
BACK = 3
"""Sentences before a sentence in which whoever it is about may have been named."""
SOUGHT_ENOUGH = 0.2
"""How likely any fate of somebody must be, for a sentence to tell of their treatment or health."""
ENOUGH = 0.2
"""How likely a sentence must tell of treatment, health or an instruction. Chosen on the tune part."""
LENGTHS = (4, 8, 15, 25, 40)

Features = list[str]


@dataclass(frozen=True)
class Passages:
    """What tells sentences apart."""

    kinds: Linear
    """A column for each of `labels`."""
    labels: tuple[str, ...]
    values: Linear
    """A column for each of `value_labels`."""
    value_labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence that tells one of these things."""

    sentence: int
    kind: str
    value: str = ""
    """`"good"`, `"bad"` or `"mixed"`, of treatment and health."""
    party: int | None = None
    """Whom treatment or health is of."""


def passages(
    document: Document, tags: Mapping[str, Tags], parties: Sequence[Party], evidence: Evidence, model: Passages
) -> Iterator[Passage]:
    """Yield the sentences that tell of treatment or health of somebody who may be sought, and the instructions."""
    items = [features(document, tags, at) for at in range(len(document.sentences))]
    if not items:
        return
    kinds = _kinds(model, items)
    values = model.values.scores(items).argmax(axis=1)
    for at, (kind, value) in enumerate(zip(kinds, values, strict=True)):
        match kind:
            case "instruction":
                yield Passage(at, INSTRUCTION)
            case "treatment" | "health" as told:
                party = about(document, parties, evidence, at)
                if party is not None:
                    yield Passage(at, told, model.value_labels[value], party)


def _kinds(model: Passages, items: Sequence[Features]) -> list[str]:
    """Return the likeliest kind of each sentence, any that is `ENOUGH` likely before none."""
    likely = softmax(model.kinds.scores(items))
    likely[:, model.labels.index(NONE)] = ENOUGH
    return [model.labels[kind] for kind in likely.argmax(axis=1)]


def about(document: Document, parties: Sequence[Party], evidence: Evidence, sentence: int) -> int | None:
    """Return whom a sentence is about: of those whom it names the likeliest to be sought, else who was named last."""
    fated = {at: max(likely.values(), default=0.0) for at, likely in evidence.items()}
    for place in range(sentence, max(-1, sentence - BACK - 1), -1):
        here = [
            (fated.get(at, 0.0), at)
            for at, party in enumerate(parties)
            if any(document.sentence_of[m.first] == place for m in party.mentions)
        ]
        likely, at = max(here, default=(0.0, 0))
        if likely >= SOUGHT_ENOUGH:
            return at
    return None


def features(document: Document, tags: Mapping[str, Tags], sentence: int) -> Features:
    """Return what a sentence's kind may depend on: its words, their cues and labels, and those around it."""
    first, end = document.sentences[sentence]
    found = ["bias", f"language={document.language}", f"length={sum(end - first > step for step in LENGTHS)}"]
    if first == end:
        return found
    words = range(first, end)
    found += dict.fromkeys(f for at in words for f in _of_word(document, tags, at))
    found += [f"ends={document.tokens[end - 1].text}", f"begins={document.tokens[first].lemma}"]
    found.append(f"quoted={sum(document.quoted[at] for at in words) * 2 > end - first}")
    if document.impression is not None:
        means = np.exp(document.impression.labels["passages"][1][first:end]).mean(axis=0)
        found += [f for at, likely in enumerate(means.tolist()) for f in levels(f"network {at}", likely)]
    lemmas = [document.tokens[at].lemma for at in words]
    found += dict.fromkeys(f"{one} {other}" for one, other in pairwise(lemmas))
    for beside, name in ((sentence - 1, "before"), (sentence + 1, "after")):
        if 0 <= beside < len(document.sentences):
            found += dict.fromkeys(
                f"{name} {cue}" for at in range(*document.sentences[beside]) for cue in document.cues[at]
            )
    return found


def _of_word(document: Document, tags: Mapping[str, Tags], at: int) -> Iterator[str]:
    token = document.tokens[at]
    yield f"l={token.lemma}"
    yield f"w={token.text.casefold()}"
    yield from (f"c={cue}" for cue in document.cues[at])
    yield from (f"f={feature}" for feature in token.features if feature.startswith(("Mood=", "Person=", "VerbForm=")))
    for layer in ("claims", "said", "kin", "counts"):
        if (label := tags[layer].best[at]) != OUT:
            yield f"{layer}={label}"
