"""The reasons for a link, out of what was measured of two texts: what a person can check."""

from collections.abc import Iterator, Mapping
from enum import Enum

from paradero.intake.fingerprints import SAME_FROM


class Reason(Enum):
    """Why two texts are held to go back to one origin; each comes with a number."""

    MEDIA = "same media"
    """They carry the same picture, video or sound, byte for byte."""
    LINK = "link"
    """One links to the other."""
    CREDIT = "credit"
    """One names the other's source."""
    SOURCE = "one source"
    """One source published both."""
    WORDS = "same words"
    """Nearly the same words; the number is the share of the shorter text that stands in the longer one."""
    MEANING = "same meaning"
    """Sentences that say the same; the number is the share of the shorter text, by words."""
    TRANSLATION = "translation"
    """The same in another language; the number as above."""
    NAMES = "names"
    """The share of the shorter text's names that the longer one has."""
    NUMBERS = "numbers"
    """How many numbers both have."""


def reasons(evidence: Mapping[str, float]) -> tuple[tuple[Reason, float], ...]:
    """Return the reasons that hold, the plainest first, each with its number."""
    return tuple(_reasons(evidence))


def _reasons(evidence: Mapping[str, float]) -> Iterator[tuple[Reason, float]]:
    plain = {Reason.MEDIA: "same media", Reason.LINK: "link", Reason.CREDIT: "credit", Reason.SOURCE: "one source"}
    yield from ((reason, 1.0) for reason, asked in plain.items() if evidence[asked])
    if evidence["same words"] >= SAME_FROM:
        yield Reason.WORDS, round(evidence["same words"], 2)
    meaning = Reason.MEANING if evidence["one language"] else Reason.TRANSLATION
    yield meaning, round(evidence["covered that matters short"], 2)
    if evidence["names known short"]:
        yield Reason.NAMES, round(evidence["share of names short"], 2)
    if evidence["numbers"]:
        yield Reason.NUMBERS, evidence["numbers"]
