"""The way through the parse between two words."""

from paradero.reading.document import Document
from paradero.reading.people.party import Mention

LONGEST = 5
"""Steps, at most."""


def path(document: Document, at: int, mention: Mention) -> str | None:
    """Return the relations from a word up to the common head (`*`) and down to a mention, the shorter of its two ends'.

    `"nsubj"` below a verb is `"*nsubj"`. `None` where the way is long or the language has no parser.
    """
    if document.heads[at] < 0:
        return None
    found = [way for end in {mention.first, mention.end - 1} if (way := _steps(document, at, end)) is not None]
    return min(found, key=lambda way: (len(way), way), default=None)


def _steps(document: Document, start: int, end: int) -> str | None:
    up, down = _upward(document, start), _upward(document, end)
    common = next((word for word in up if word in down), None)
    if common is None or up.index(common) + down.index(common) > LONGEST:
        return None
    tokens = document.tokens
    rising = "^".join(tokens[word].relation for word in up[: up.index(common)])
    return f"{rising}*" + "v".join(tokens[word].relation for word in reversed(down[: down.index(common)]))


def _upward(document: Document, at: int) -> list[int]:
    found = [at]
    while len(found) <= LONGEST and (head := document.heads[found[-1]]) not in (found[-1], -1):
        found.append(head)
    return found
