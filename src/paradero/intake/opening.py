"""From bytes to reports: the readers are asked in order, and the first that knows the bytes reads them."""

from paradero.intake.decoding import decode
from paradero.intake.item_reader import Declared, Opened
from paradero.intake.limits import LARGEST_BYTES
from paradero.intake.looks import looks_like
from paradero.intake.text_items import open_text
from paradero.intake.unreadable import Unreadable
from paradero.intake.warc.record import begins_record, open_record


def open_bytes(data: bytes, *, name: str, declared: Declared, largest_bytes: int = LARGEST_BYTES) -> Opened:
    """Return the reports in `data`.

    Args:
        data: The bytes as they were published or exported.
        name: The file's name; its ending helps to tell the kind, and refusals begin with it.
        declared: What the collector says; it fills only what the bytes leave open.
        largest_bytes: The size above which the bytes are refused.

    Raises:
        Unreadable: If they are empty, too large, binary, in a broken encoding or of no known kind.
    """
    require_size(len(data), name=name, largest_bytes=largest_bytes)
    if begins_record(data):
        return open_record(data, name=name, declared=declared)
    seems = looks_like(data)
    if seems:
        raise Unreadable(f"{name}: this is {seems}. Paradero takes in plain text, HTML pages and Telegram exports.")
    return open_text(data, decode(data, name=name).text, name=name, declared=declared)


def require_size(size: int, *, name: str, largest_bytes: int = LARGEST_BYTES) -> None:
    """Let a size in bytes through that `open_bytes` takes, else raise `Unreadable`: for whoever has not read it yet."""
    if not size:
        raise Unreadable(f"{name}: the file is empty. Fetch or save it again.")
    if size > largest_bytes:
        raise Unreadable(
            f"{name}: the file has {size / 1e6:,.1f} MB and the limit is {largest_bytes / 1e6:,.1f} MB. "
            "Export or save it in parts."
        )
