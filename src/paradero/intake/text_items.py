"""From characters to reports: what is JSON first, then the readers of texts, of whom the last knows everything."""

from paradero.intake.item_reader import Declared, ItemReader, Opened
from paradero.intake.json_items import is_json, open_json
from paradero.intake.page.reader import PAGE
from paradero.intake.plain_text import PLAIN_TEXT

READERS: tuple[ItemReader, ...] = (PAGE, PLAIN_TEXT)
"""Who is asked about a text that is no JSON, in order; the last knows everything."""


def open_text(data: bytes, text: str, *, name: str, declared: Declared, sent_as: ItemReader | None = None) -> Opened:
    """Return the reports in a text.

    Args:
        data: Its bytes, which are to be sealed.
        text: Its characters.
        name: The file's name; its ending helps to tell the kind, and refusals begin with it.
        declared: What the collector says; it fills only what the bytes leave open.
        sent_as: Whose kind the sender said it is of, where one did; it is JSON all the same if it has its shape.

    Raises:
        Unreadable: If a reader refuses it.
    """
    if is_json(name, text):
        return open_json(data, text, name=name, declared=declared)
    reader = sent_as or next(reader for reader in READERS if reader.knows(name, text))
    reports = reader.read(name, text, declared)
    return Opened(kind=reader.kind, media_type=reader.media_type, reader=reader.name, reports=reports, data=data)
