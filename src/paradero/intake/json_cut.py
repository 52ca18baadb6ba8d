"""Leaves members out of a JSON text without touching any other character of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from paradero.intake.json_text import CLOSES, ITEM, KEY, OPENS, STRING, plain
from paradero.terms.spans import Span

Personal = Callable[[tuple[str, ...]], bool]
"""Tells of a member, by its keys from the outermost, whether it is left out; a list adds no key."""


_MOST_REMEMBERED = 10_000


@dataclass(slots=True)
class _Place:
    """Where members stand that have the same keys above them."""

    path: tuple[str, ...]
    is_personal: bool
    below: dict[str, "_Place"] = field(default_factory=dict)
    """By the key as it is written."""


@dataclass(slots=True)
class _Places:
    """Asks about each place once, as long as they are not absurdly many."""

    personal: Personal
    remembered: int = 0

    def under(self, above: _Place, key: str) -> _Place:
        place = above.below.get(key)
        if place is None:
            path = (*above.path, plain(key))
            place = _Place(path, self.personal(path))
            if self.remembered < _MOST_REMEMBERED:
                above.below[key] = place
                self.remembered += 1
        return place


@dataclass(slots=True)
class _Inside:
    """An object or list that is being walked through."""

    place: _Place
    comma_at: int = 0
    """Where the comma before the member under way stands, if it is not the first."""
    kept: bool = False
    """Whether any member before it stays."""


def without(text: str, personal: Personal) -> tuple[str, int]:
    """Return a JSON text without the members that are `personal`, and how many were left out.

    One that lies in another is left out with it and counts no more. Each takes one comma along.

    Args:
        text: What `parse_json` has read.
        personal: Tells what is left out.

    >>> without('{"text": "Hola", "phone": "1", "by": [{"phone": "2"}]}', lambda path: path[-1] == "phone")
    ('{"text": "Hola", "by": [{}]}', 2)
    """
    kept: list[str] = []
    at = fields = 0
    for span in _personal(text, _Places(personal)):
        kept.append(text[at : span.start])
        at, fields = span.end, fields + 1
    return ("".join([*kept, text[at:]]), fields) if fields else (text, 0)


def _personal(text: str, places: _Places) -> Iterator[Span]:
    """Yield the stretches to leave out, in order; none lies in another."""
    top = _Inside(_Place((), is_personal=False))
    above: list[_Inside] = []
    cutting: _Inside | None = None
    start = 0
    for item in ITEM.finditer(text):
        kind, key = item.lastindex or 0, item[KEY]
        if kind > CLOSES:
            return
        if kind == CLOSES:
            top = above.pop()
        else:
            place = top.place if key is None else places.under(top.place, key)
            if place.is_personal and key is not None and cutting is None:
                cutting, start = top, top.comma_at if top.kept else item.start(KEY) - 1
            if kind == OPENS:
                above.append(top)
                top = _Inside(place)
                continue
        if cutting is not top:
            top.kept = True
        else:
            yield Span(start, item.end(kind) + (kind == STRING) if top.kept else item.end())
            cutting = None
        top.comma_at = item.end() - 1
