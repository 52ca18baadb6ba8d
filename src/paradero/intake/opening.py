"""From bytes to reports, of which media have none: the first reader that knows the bytes reads them."""

from paradero.intake.decoding import decode
from paradero.intake.item_reader import Declared, ItemReader, Opened
from paradero.intake.json_items import is_json, open_json
from paradero.intake.looks import TAKEN_IN, looks_like
from paradero.intake.media import open_media
from paradero.intake.page.reader import PAGE
from paradero.intake.plain_text import PLAIN_TEXT
from paradero.intake.unreadable import Unreadable

READERS: tuple[ItemReader, ...] = (PAGE, PLAIN_TEXT)
"""Who is asked about a text that is no JSON, in order; the last knows everything."""

LARGEST_BYTES = 20_000_000
"""What is larger is no page or channel export that a person reads; `open_bytes` takes another limit."""


def open_bytes(data: bytes, *, name: str, declared: Declared, largest_bytes: int = LARGEST_BYTES) -> Opened:
    """Return what `data` is, with the reports in it; a picture, video or sound is an item without any.

    Args:
        data: The bytes as they were published or exported.
        name: The file's name; its ending helps to tell the kind, and refusals begin with it.
        declared: What the collector says; it fills only what the bytes leave open.
        largest_bytes: The size above which a text is refused; media have a limit of their own.

    Raises:
        Unreadable: If they are empty, too large, binary, in a broken encoding or of no known kind, or a picture that
            is cut off or made to fill a machine's memory.
    """
    media = open_media(data, name=name)
    if media:
        return media
    require_size(len(data), name=name, largest_bytes=largest_bytes)
    seems = looks_like(data)
    if seems:
        raise Unreadable(f"{name}: this is {seems}. Paradero takes in {TAKEN_IN}.")
    text = decode(data, name=name).text
    if is_json(name, text):
        return open_json(data, text, name=name, declared=declared)
    reader = next(reader for reader in READERS if reader.knows(name, text))
    reports = reader.read(name, text, declared)
    return Opened(kind=reader.kind, media_type=reader.media_type, reader=reader.name, reports=reports, data=data)


def require_size(size: int, *, name: str, largest_bytes: int = LARGEST_BYTES) -> None:
    """Let a size in bytes through that `open_bytes` takes, else raise `Unreadable`: for whoever has not read it yet."""
    if not size:
        raise Unreadable(f"{name}: the file is empty. Fetch or save it again.")
    if size > largest_bytes:
        raise Unreadable(
            f"{name}: the file has {size / 1e6:,.1f} MB and the limit is {largest_bytes / 1e6:,.1f} MB. "
            "Export or save it in parts."
        )
