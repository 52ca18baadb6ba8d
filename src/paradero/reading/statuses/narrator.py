"""Who "I" is: whoever's turn it is, who signs, or who is named first."""

from collections.abc import Iterator

from paradero.reading.document import Document
from paradero.reading.statuses.view import View

WORDS = frozenset(
    {"me", "nos", "yo", "mí", "conmigo", "nosotros"}
    | {"я", "мне", "меня", "нас", "мы", "мною", "нам", "мене", "мені", "ми"}
    | {"i", "us", "we", "my"}
)
"""Forms of "I" and "we" in any language that is read."""
BEFORE, AFTER = 3, 2


def speaks_of_self(document: Document, at: int) -> bool:
    """Tell whether a word stands beside "me" or "we", or is a verb in the first person."""
    first, _ = document.sentences[document.sentence_of[at]]
    near = document.tokens[max(first, at - BEFORE) : at + AFTER]
    return any(token.text.lower() in WORDS for token in near) or "Person=1" in document.tokens[at].features


def selves(view: View, at: int) -> Iterator[tuple[str, int]]:
    """Yield whom "I" at a word may mean, and why."""
    for why, party in (
        ("main", view.main),
        ("turn", view.turns[view.document.line_of[at]]),
        ("narrator", view.narrator),
    ):
        if party in view.order:
            yield why, party
