"""Stretches in which somebody who is held speaks: quotations, turns of an interview, a letter."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import groupby

from paradero.reading.attribution.scene import Scene
from paradero.reading.attribution.turns import Turn


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one person in a row: the first, and the one after the last."""

    first: int
    end: int
    party: int


def testimonies(scene: Scene, held: Collection[int]) -> tuple[Stretch, ...]:
    """Return what the held say in their own words, in order of the text."""
    return tuple(sorted((*_quoted(scene, held), *_told(scene, held)), key=lambda stretch: stretch.first))


def from_captivity(chain: Collection[int], held: Collection[int]) -> bool:
    """Tell whether somebody in a chain is held, so that a claim may have been made under force."""
    return any(party in held for party in chain)


def _quoted(scene: Scene, held: Collection[int]) -> list[Stretch]:
    found = []
    for quotation in scene.quotations:
        party = quotation.saying.speaker if quotation.saying else None
        if party is None:
            party = _before(scene, quotation.first)
        if party is not None and party in held and scene.voice[scene.document.line_of[quotation.first]] not in held:
            found.append(Stretch(quotation.first + 1, quotation.end, party))
    return found


def _before(scene: Scene, word: int) -> int | None:
    """Return who spoke last before a quotation on its line."""
    line = scene.document.line_of[word]
    known = (s for s in reversed(scene.sayings) if s.word < word and s.speaker is not None)
    last = next(known, None)
    return last.speaker if last and scene.document.line_of[last.word] == line else None


def _told(scene: Scene, held: Collection[int]) -> list[Stretch]:
    """Return the lines in a row whose words are one held person's: a turn, or all from the first "I" on."""
    document = scene.document
    found: list[Stretch] = []
    for (party, turn), group in groupby(range(len(document.tokens)), key=lambda at: _speaking(scene, at)):
        here = list(group)
        if turn is None and scene.narrator is not None:
            here = [at for at in here if document.line_of[at] >= document.line_of[scene.narrator.first]]
        if here and party is not None and party in held:
            found.append(Stretch(here[0], here[-1] + 1, party))
    return found


def _speaking(scene: Scene, at: int) -> tuple[int | None, Turn | None]:
    line = scene.document.line_of[at]
    return scene.voice[line], scene.stage.turns[line]
