"""Who is a link of the chain behind a claim: each party weighed against the others and against the publisher."""

from collections.abc import Iterator, Sequence

import numpy as np

from paradero.reading.attribution.evidence import HEARSAY, of_hearsay, of_party, of_publisher
from paradero.reading.attribution.frames import Chained, Frame
from paradero.reading.attribution.passing import of_ending, of_passing
from paradero.reading.attribution.scene import Scene
from paradero.reading.impression import NOBODY, levels
from paradero.terms.linear import Linear

PUBLISHER = -1
TIES = ("speaker", "via")
"""The network's ties for the first link of a chain, and for those after it."""
LONGEST = 4
"""Links of a chain, the publisher aside, at most."""
ENOUGH = (0.6, 0.5)
"""How likely somebody but the publisher has to say it, and somebody to have passed it on. Chosen on train and tune."""

Features = list[str]


def chain_of(
    scene: Scene,
    trigger: int,
    subject: frozenset[int],
    link: Linear,
    *,
    earlier: Sequence[Chained] = (),
    enough: tuple[float, float] = ENOUGH,
) -> tuple[int, ...]:
    """Return the parties that say it, the innermost first; none where the publisher itself does.

    Args:
        scene: Who speaks in the text.
        trigger: The word of the claim.
        subject: The parties it may be about.
        link: What tells the next link.
        earlier: The words and chains of the claims before it in the text.
        enough: How likely it has to be that anybody but the publisher says it, and that anybody passed it on.
    """
    frame = Frame(scene, trigger, earlier)
    chain: list[int] = []
    while len(chain) < LONGEST:
        options = candidates(frame, subject, chain)
        scores = link.scores([features for _, features in options])[:, 0]
        likely = np.exp(scores - scores.max())
        if len(options) == 1 or likely[:-1].sum() < enough[bool(chain)] * likely.sum():
            break
        chain.append(options[int(scores[:-1].argmax())][0])
        if chain[-1] == HEARSAY and frame.voice is None:
            break
    return tuple(chain)


def candidates(frame: Frame, subject: frozenset[int], chain: Sequence[int]) -> list[tuple[int, Features]]:
    """Return who may be the next link, each with what speaks for it; the publisher comes last and ends the chain."""
    nth = min(2, len(chain))
    found = [
        (at, [f"{nth}{f}" for f in (*of_party(frame, subject, chain, at), *of_passing(frame, chain, at))])
        for at in frame.near
        if at not in chain
    ]
    if not chain:
        found.append((HEARSAY, [f"0{f}" for f in of_hearsay(frame)]))
    ending = (*of_publisher(frame, chain), *(f"PUBLISHER {f}" for f in of_ending(frame, chain)))
    found.append((PUBLISHER, [f"{nth}{f}" for f in ending]))
    return [(at, [*features, *_tied(frame, nth, at)]) for at, features in found]


def _tied(frame: Frame, nth: int, at: int) -> Iterator[str]:
    """Yield how far the network thinks that a party, or nobody of the report, is the link."""
    impression = frame.scene.document.impression
    if impression is not None:
        words = frame.scene.parties[at].first_words if at >= 0 else [NOBODY]
        yield from levels(f"{nth} network {min(at, 0)}", impression.tied(TIES[min(1, nth)], frame.trigger, words))
