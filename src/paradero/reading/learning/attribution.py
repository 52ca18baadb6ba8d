"""Learns whose words of saying are, who stands in the chain behind a claim, and which word hedges it."""

from collections.abc import Iterator, Sequence

from paradero.reading.attribution import hedges, speakers
from paradero.reading.attribution.frames import Chained, Frame
from paradero.reading.attribution.links import PUBLISHER, candidates
from paradero.reading.attribution.model import Attribution
from paradero.reading.attribution.scene import Scene, Stage, scene_of, stage_of
from paradero.reading.learning.examples import FOLDS, Example, fold_of
from paradero.reading.learning.ranking import Group, fit_ranking
from paradero.reading.learning.told import told
from paradero.reading.people.party import Party
from paradero.terms.linear import Linear

PUBLISHER_ITSELF = frozenset([PUBLISHER])
L2 = {"speaker": 5.0, "link": 15.0, "hedge": 2.0}
SEEN = {"speaker": 2, "link": 4, "hedge": 3}
"""Penalties, and from how many options on a feature counts. Chosen by leaving one voice of train out, and on tune."""


def fit_attribution(examples: Sequence[tuple[Example, Sequence[Party]]]) -> Attribution:
    """Return what tells sayings, chains and hedges; each example comes with its parties as found."""
    stages = [
        (example, stage_of(example.document, example.tags, parties, example.annotated.header.get("outlet")))
        for example, parties in examples
    ]
    links = [group for example, scene in _held_out(stages) for group in link_groups(example, scene)]
    found = [group for example, stage in stages for group in hedge_groups(example, stage)]
    return Attribution(speaker=_fit_speaker(stages), link=_fit(links, "link"), hedge=_fit(found, "hedge"))


def _fit(groups: Sequence[Group], name: str) -> Linear:
    return fit_ranking(groups, l2=L2[name], seen=SEEN[name])


def _fit_speaker(stages: Sequence[tuple[Example, Stage]]) -> Linear:
    return _fit([group for example, stage in stages for group in speaker_groups(example, stage)], "speaker")


def _held_out(stages: Sequence[tuple[Example, Stage]]) -> Iterator[tuple[Example, Scene]]:
    """Give each example with its sayings as a model sees them that did not learn from it."""
    folds = [fold_of(example.annotated) for example, _ in stages]
    for fold in range(FOLDS):
        speaker = _fit_speaker([stage for stage, of in zip(stages, folds, strict=True) if of != fold])
        for (example, stage), of in zip(stages, folds, strict=True):
            if of == fold:
                yield example, scene_of(stage, speaker)


def speaker_groups(example: Example, stage: Stage) -> Iterator[Group]:
    """Give each marked word of saying with whose it may be and is."""
    seen = set()
    for claim in told(example, stage):
        for word in claim.said:
            options = speakers.candidates(example.document, stage.here[example.document.sentence_of[word]], word)
            places = [party for party, _, _ in options]
            inside = [right for link in claim.chain if (right := _places(places, link))]
            if word not in seen and (inside or all(claim.chain)):
                seen.add(word)
                yield [features for *_, features in options], inside[0] if inside else frozenset([len(options) - 1])


def _places(options: Sequence[int], right: frozenset[int]) -> frozenset[int]:
    return frozenset(place for place, option in enumerate(options) if option in right)


def link_groups(example: Example, scene: Scene) -> Iterator[Group]:
    """Give each link of each marked chain with who may be it and is; the same chain of the same word once."""
    earlier: list[Chained] = []
    seen = set()
    for claim in sorted(told(example, scene.stage), key=lambda claim: claim.trigger):
        if (claim.trigger, claim.chain) in seen:
            continue
        seen.add((claim.trigger, claim.chain))
        chain: list[int] = []
        frame = Frame(scene, claim.trigger, tuple(earlier))
        for link in (*claim.chain, PUBLISHER_ITSELF):
            options = candidates(frame, claim.subject, chain)
            right = _places([at for at, _ in options], link)
            if not right:
                break
            yield [features for _, features in options], right
            chain.append(options[min(right)][0])
        if chain and chain[-1] == PUBLISHER:
            earlier.append((claim.trigger, tuple(chain[:-1])))


def hedge_groups(example: Example, stage: Stage) -> Iterator[Group]:
    """Give each marked claim with what may hedge it and does."""
    found = hedges.hedges_in(example.document, example.tags)
    for claim in told(example, stage):
        options = hedges.candidates(example.document, example.tags, claim.trigger, found)
        places = frozenset(n for n, (hedge, _) in enumerate(options) if hedge and hedge.word in claim.hedge)
        if places or not claim.hedge:
            yield [features for _, features in options], places or frozenset([len(options) - 1])
