"""Leaves members out of a JSON text without touching any other character of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from paradero.intake.json_text import tokens
from paradero.terms.spans import Span


@dataclass(slots=True)
class _Inside:
    """An object or list that is being walked through."""

    is_object: bool
    key: str | None = None
    """Of the member under way."""
    comma_at: int = 0
    """Where the comma before it stands, if it is not the first."""
    kept: int = 0
    """How many members before it stay."""


@dataclass(slots=True)
class _Walk:
    name: str
    personal: Callable[[tuple[str, ...]], bool]
    inside: list[_Inside] = field(default_factory=list)

    @property
    def path(self) -> tuple[str, ...]:
        return tuple(each.key for each in self.inside if each.key is not None)


def without(text: str, personal: Callable[[tuple[str, ...]], bool], *, name: str) -> tuple[str, int]:
    """Return a JSON text without the members that are `personal`, and how many were left out.

    Args:
        text: Sound JSON.
        personal: Tells of a member, by its keys from the outermost; a list adds no key.
        name: The file's name, for a refusal.

    >>> without('{"text": "Hola", "phone": "1", "by": [{"phone": "2"}]}', lambda path: path[-1] == "phone", name="a")
    ('{"text": "Hola", "by": [{}]}', 2)
    """
    kept: list[str] = []
    at = fields = 0
    for span in _personal(text, _Walk(name, personal)):
        kept.append(text[at : span.start])
        at, fields = span.end, fields + 1
    return ("".join([*kept, text[at:]]), fields) if fields else (text, 0)


def _personal(text: str, walk: _Walk) -> Iterator[Span]:
    """Yield the stretches to leave out, in order; none lies in another, and each takes one comma along."""
    cutting: tuple[int, int] | None = None  # how deep, and where it begins
    for kind, value, start, end in tokens(text, walk.name):
        top = walk.inside[-1] if walk.inside else None
        if kind in "]}":
            if cutting and cutting[0] == len(walk.inside):
                yield Span(cutting[1], start)
                cutting = None
            walk.inside.pop()
        elif kind == "," and top:
            if cutting and cutting[0] == len(walk.inside):
                yield Span(cutting[1], start if top.kept else end)
                cutting = None
            else:
                top.kept += 1
            top.key, top.comma_at = None, start
        elif kind == "s" and top and top.is_object and top.key is None:
            top.key = str(value)
            if not cutting and walk.personal(walk.path):
                cutting = (len(walk.inside), top.comma_at if top.kept else start)
        elif kind in "[{":
            walk.inside.append(_Inside(kind == "{"))
