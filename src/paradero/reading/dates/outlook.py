"""Whether the words around a date look ahead or back."""

import re
from dataclasses import dataclass

from paradero.terms.spans import Span

AROUND = 160
"""Characters before and after a date in which a verb can tell; a sentence ends them earlier."""
NEAR = 40
RIGHT = 12
"""How much nearer a verb after the date must be than one before it."""
_STOP = re.compile(r"(?<!\b[ap]\.m)(?<!\bp)(?<!\ba)[.!?…](?=\s|[»”\"]|$)|\n")


@dataclass(frozen=True)
class Outlook:
    """A language's words that tell: patterns of what stands just before a date, and of verbs in its sentence."""

    until: re.Pattern[str]
    since: re.Pattern[str]
    planned: re.Pattern[str]
    """What stands before a day that was set: "para el"."""
    future: re.Pattern[str]
    present: re.Pattern[str]
    """Verbs that look ahead beside a weekday only: "el viernes se vela"."""
    past: re.Pattern[str]


def outlook(*, until: str, since: str, planned: str, future: str, present: str, past: str) -> Outlook:
    """Return the patterns compiled: whole words, capitals not regarded."""
    compiled = (re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in (future, present, past))
    before = (re.compile(rf"\b(?:{words})\s*$", re.IGNORECASE) for words in (until, since, planned))
    return Outlook(*before, *compiled)


def outlook_of(known: Outlook, text: str, span: Span, *, weekday: bool) -> tuple[bool, bool, bool]:
    """Tell whether a date is of a time after publication, whether its words hint at it, and whether they leave it open.

    The nearest verb decides, and "until" where no verb in the past is near.
    """
    left, right = _sentence(text, span)
    ahead = _distance(known.future, left, right)
    back = _distance(known.past, left, right)
    until = known.until.search(left) is not None
    nothing = back > AROUND and not known.since.search(left)
    hint = weekday and nothing and _distance(known.present, left, right) < AROUND
    sure = known.planned.search(left) is not None
    return sure or ahead < back or ahead == back < AROUND or (until and back > NEAR), hint, until or nothing


def _sentence(text: str, span: Span) -> tuple[str, str]:
    """Return what stands before and after a date in its sentence."""
    before = text[max(0, span.start - AROUND) : span.start]
    after = text[span.end : span.end + AROUND]
    if text[span.start : span.end].endswith("."):
        after = ""
    stops = [stop.end() for stop in _STOP.finditer(before)]
    end = _STOP.search(after)
    return before[stops[-1] :] if stops else before, after[: end.start()] if end else after


def _distance(pattern: re.Pattern[str], left: str, right: str) -> int:
    """Return how many characters lie between a date and the nearest word that fits; more than any where none does."""
    before = [len(left) - match.end() for match in pattern.finditer(left)]
    after = pattern.search(right)
    return min([*before, *([after.start() + RIGHT] if after else []), 10 * AROUND])
