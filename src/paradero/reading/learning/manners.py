"""The same report in the manner of another kind of page: a live page, a post, one with subheadings."""

import re
from collections.abc import Callable, Iterator, Sequence
from random import Random  # noqa: TID251  # the caller's, so that a run can be repeated

Lines = Iterator[str]

SENTENCE_END = re.compile(r"(?<=[.!?…»”\"])\s+(?=[«“\"—–]?\s?[A-ZÁÉÍÓÚÑА-ЯЁІЇЄҐ¿¡])")
CLOCKS = (
    ("{h:02d}:{m:02d}", (" ", ". ", " - ", " | ", " — ", ": ", " · ")),
    ("[{h:02d}:{m:02d}]", (" ",)),
    ("{h}.{m:02d}", (" ", ". ", " h. ", ": ")),
    ("{h12}:{m:02d} {half}", (" ", ". ", " - ", ": ")),
    ("{h:02d}:{m:02d} GMT", (" ", " — ")),
    ("{h:02d}h{m:02d}", (" ", " - ")),
)
HALVES = (("a.m.", "p.m."), ("AM", "PM"), ("a. m.", "p. m."))
SIGNS = ("👉", "❗️", "🔻", "⚡️", "🔴", "🇺🇦", "🙏", "▪️", "📌", "🕯", "‼️")
HEADING_WORDS = (2, 7)
HEADED = 0.25
SIGNED = 0.2


def in_some_manner(lines: Sequence[str], chance: Random) -> list[str]:
    """Return a report's lines as they are, half the time, or in a manner drawn by lot."""
    manner: Callable[[Sequence[str], Random], Lines] = chance.choice(
        (_as_is, _as_is, _as_is, _live, _live, _post, _headed)
    )
    return list(manner(lines, chance))


def _as_is(lines: Sequence[str], _: Random) -> Lines:
    yield from lines


def _sentences(lines: Sequence[str], chance: Random) -> Lines:
    """Yield the sentences, one to three together."""
    for line in lines:
        sentences = SENTENCE_END.split(line)
        while sentences:
            count = chance.randint(1, 3)
            yield " ".join(sentences[:count])
            sentences = sentences[count:]


def _live(lines: Sequence[str], chance: Random) -> Lines:
    """Yield entries with the time of day, rising or falling, before each or on a line of its own."""
    clock, dividers = chance.choice(CLOCKS)
    divider, half = chance.choice((*dividers, "\n")), chance.choice(HALVES)
    sign = chance.choice(("", "", "", chance.choice(SIGNS) + " "))
    minute, step = chance.randint(360, 1200), chance.choice((-1, 1))
    initials = "".join(chance.choice("ABDEGJLMNPRST") for _ in range(2))
    yield from lines[:1]
    for entry in _sentences(lines[1:], chance):
        minute = (minute + step * chance.randint(1, 40)) % 1440
        h, m = divmod(minute, 60)
        said = clock.format(h=h, m=m, h12=h % 12 or 12, half=half[h >= 12])  # noqa: PLR2004  # noon
        signed = f" {initials}" if chance.random() < SIGNED else ""
        yield from f"{sign}{said}{divider}{entry}{signed}".split("\n")


def _post(lines: Sequence[str], chance: Random) -> Lines:
    """Yield short lines, some of them led by a sign."""
    for sentence in _sentences(lines, chance):
        yield f"{chance.choice(SIGNS)} {sentence}" if chance.random() < HEADED else sentence.removesuffix(".")


def _headed(lines: Sequence[str], chance: Random) -> Lines:
    """Yield the lines with subheadings, in capitals or not, of the first words of what follows."""
    loud = chance.choice((str.upper, str, str))
    for line in lines:
        words = line.split()
        if chance.random() < HEADED and len(words) > 2 * HEADING_WORDS[1]:
            yield loud(" ".join(words[: chance.randint(*HEADING_WORDS)]).strip(' ,.:;—«»"“”'))
        yield line
