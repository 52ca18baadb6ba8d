"""What a page's own text links to and embeds: where a piece of news may come from."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from paradero.intake.page.main_matter import Sorted
from paradero.intake.page.pictures import reach
from paradero.intake.page.place import Mark, Seen
from paradero.terms.report import Pointer, PointerKind

_MOST = 100
_LONGEST = 1_000


def pointers(look: Seen, found: Sorted) -> Iterator[Pointer]:
    """Yield what stands inside the report, each address once, in the page's order; menus and teasers point nowhere."""
    within, given = reach(look, found), set[str]()
    for mark in look.marks:
        pointer = _pointer(mark)
        if pointer is None or pointer.address in given or len(given) == _MOST:
            continue
        if not found.clutter.isdisjoint(mark.place.outside) or not within.start <= mark.tag.start <= within.end:
            continue
        given.add(pointer.address or "")
        yield pointer


def _pointer(mark: Mark) -> Pointer | None:
    name, attributes = mark.tag.name, mark.tag.attributes
    if name == "a":
        return _to(PointerKind.LINKS_TO, attributes.get("href", ""))
    if name == "iframe":
        return _to(PointerKind.EMBEDS, attributes.get("src", "") or attributes.get("data-src", ""))
    if name == "script" and "data-telegram-post" in attributes:
        return _to(PointerKind.EMBEDS, f"https://t.me/{attributes['data-telegram-post'].strip('/ ')}")
    return None


def _to(kind: PointerKind, written: str) -> Pointer | None:
    address = written.strip()
    address = f"https:{address}" if address.startswith("//") else address
    try:
        parts = urlsplit(address)
    except ValueError:  # brackets that hold no address of a host
        return None
    sound = parts.scheme in {"http", "https"} and parts.hostname and len(address) <= _LONGEST
    return Pointer(kind=kind, address=address) if sound else None
