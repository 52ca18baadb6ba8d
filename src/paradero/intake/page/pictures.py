"""The pictures, videos and sounds of a page: what is known of them, never the thing itself (rule R1)."""

import re
from collections.abc import Iterator

from paradero.intake.page.about import About
from paradero.intake.page.main_matter import Sorted
from paradero.intake.page.place import Mark, Seen
from paradero.terms.report import BlockKind, Media
from paradero.terms.spans import Span

_KINDS = {"img": "image", "video": "video", "audio": "audio"}
_ADDRESSES = ("data-src", "data-lazy-src", "data-original", "src")
_PLAYERS = re.compile(r"youtube|youtu\.be|vimeo|dailymotion|rutube|//t\.me/|tiktok|ok\.ru/videoembed|vk\.com/video")
_SOUND = re.compile(r"\.(?:mp3|ogg|oga|opus|m4a|wav|aac)(?:$|[?#])", re.IGNORECASE)
_FILM = re.compile(r"\.(?:mp4|m4v|webm|mov|ogv|m3u8|avi|mkv)(?:$|[?#])", re.IGNORECASE)
_DOTS = frozenset({"0", "1", "2"})
_MOST = 200


def media(look: Seen, found: Sorted, says: About) -> Iterator[Media]:
    """Yield what the report shows, each address once: first in the page's order, then what its data names."""
    captions = {
        block.place.figure: block.span.of(look.text) for block in reversed(look.blocks) if block.place.in_caption
    }
    captions.pop(None, None)
    shown: set[str] = set()
    within = reach(look, found)
    for mark in look.marks:
        kind, address = _kind(mark), _address(mark)
        if not kind or not address or address in shown or len(shown) == _MOST:
            continue
        if not found.clutter.isdisjoint(mark.place.outside) or _is_dot(mark):
            continue
        if not mark.place.in_main and not within.start <= mark.tag.start <= within.end:
            continue
        shown.add(address)
        figure = mark.place.figure
        yield Media(kind=kind, address=address, caption=captions.get(figure) or _alternative(mark))
    for kind, address in says.pictures:
        if address not in shown:
            shown.add(address)
            yield Media(kind=kind, address=address)


def reach(look: Seen, found: Sorted) -> Span:
    """Return the stretch of the page from the report's first block to its last."""
    own = [
        block.span
        for block, kind in zip(look.blocks, found.kinds, strict=True)
        if kind in {BlockKind.TITLE, BlockKind.BODY, BlockKind.CAPTION}
    ]
    if not own:
        return Span(0, 0)
    inside = [piece.sealed for piece in look.pieces if own[0].start < piece.text.end and piece.text.start < own[-1].end]
    return Span(inside[0].start, inside[-1].end)


def _kind(mark: Mark) -> str | None:
    name, given = mark.tag.name, mark.tag.attributes
    if name == "source":
        told = given.get("type", "").partition("/")[0]
        address = given.get("src", "")
        return told if told in {"video", "audio"} else "video" if _FILM.search(address) else _sound(address)
    if mark.place.hidden:
        return None
    if name == "iframe":
        return "video" if _PLAYERS.search(given.get("src", "") or given.get("data-src", "")) else None
    return _KINDS.get(name)


def _sound(address: str) -> str | None:
    return "audio" if _SOUND.search(address) else None


def _address(mark: Mark) -> str | None:
    given = (mark.tag.attributes.get(field, "").strip() for field in _ADDRESSES)
    return next((address for address in given if address and not address.startswith(("data:", "blob:"))), None)


def _is_dot(mark: Mark) -> bool:
    return mark.tag.attributes.get("width") in _DOTS or mark.tag.attributes.get("height") in _DOTS


def _alternative(mark: Mark) -> str | None:
    return " ".join(mark.tag.attributes.get("alt", "").split()) or None
