"""What a message says, each character with its place in the sealed text."""

from collections.abc import Iterator
from typing import Any

from paradero.intake.json_fields import mapped
from paradero.intake.json_text import Text
from paradero.intake.telegram.values import Message
from paradero.intake.unreadable import Unreadable
from paradero.terms.report import SealedPiece


def said(message: Message, sealed: str, *, place: int, name: str) -> tuple[str, tuple[SealedPiece, ...]]:
    """Return a message's text and its pieces: plain characters and escapes take turns, each as long as it lasts.

    Args:
        message: One of the export's.
        sealed: The characters of the export.
        place: Which message of the export it is, from 1, for a refusal.
        name: The file's name, for a refusal.

    Raises:
        Unreadable: If what stands as its text is none.
    """
    return mapped(_runs(message.get("text", ""), place, name), sealed)


def says_something(message: Message) -> bool:
    """Tell whether a message has any words, whatever else stands among them."""
    value = message.get("text")
    runs = value if isinstance(value, list) else [value]
    texts = (run.get("text") if isinstance(run, dict) else run for run in runs)
    return any(isinstance(text, str) and text.strip() for text in texts)


def _runs(value: Any, place: int, name: str) -> Iterator[Text]:
    """Yield the runs of a message's text: it is one string, or a list of strings and of objects with a text."""
    for run in value if isinstance(value, list) else [value]:
        text = run.get("text") if isinstance(run, dict) else run
        if not isinstance(text, str):
            raise Unreadable(f"{name}: the text of message {place:,} of this Telegram export has a wrong shape.")
        if isinstance(text, Text):
            yield text
