"""The values of a page as a visitor sees it: where something stands, blocks of text, tags that tell more."""

from dataclasses import dataclass, replace

from paradero.intake.page.clutter import is_caption, is_heading, is_hidden, is_outside
from paradero.intake.page.elements import BLOCKS, DROPPED, HEADINGS, MAIN, MATTERS, WHOLE
from paradero.intake.page.markup import Tag
from paradero.terms.report import SealedPiece
from paradero.terms.spans import Span

_MOST_AROUND = 20


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a page something stands."""

    tag: str = "body"
    """The nearest block element."""
    outside: tuple[int, ...] = ()
    """The elements around it that look like no part of the report, by the place of their tags."""
    in_main: bool = False
    in_caption: bool = False
    in_heading: bool = False
    in_link: bool = False
    figure: int | None = None
    hidden: bool = False


PAGE = Place()


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenBlock:
    """A block of text as a visitor sees it."""

    span: Span
    place: Place
    link_share: float
    """How much of it is link text, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A tag that shows a picture or says something about the page, with the raw inside of a script or title."""

    tag: Tag
    place: Place
    inside: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A page as a visitor sees it, and the tags that say more."""

    text: str
    blocks: tuple[SeenBlock, ...]
    pieces: tuple[SealedPiece, ...]
    marks: tuple[Mark, ...]


def inside(outer: Place, tag: Tag) -> Place:
    """Return the place that an element opens."""
    name, attributes = tag.name, tag.attributes
    if not attributes and name not in MATTERS:
        return replace(outer, tag=name) if name in BLOCKS and name != outer.tag else outer
    whole = name in WHOLE
    block = name in BLOCKS
    outside = block and not whole and len(outer.outside) < _MOST_AROUND
    return Place(
        tag=name if block else outer.tag,
        outside=(*outer.outside, tag.start)
        if outside and is_outside(name, attributes, in_main=outer.in_main)
        else outer.outside,
        in_main=outer.in_main or name in MAIN or attributes.get("role") == "main",
        in_caption=outer.in_caption or (not whole and is_caption(name, attributes)),
        in_heading=outer.in_heading or name in HEADINGS or (block and not whole and is_heading(attributes)),
        in_link=outer.in_link or name == "a",
        figure=tag.start if name == "figure" or "wp-caption" in attributes.get("class", "").split() else outer.figure,
        hidden=outer.hidden or name in DROPPED or (name not in WHOLE and is_hidden(attributes)),
    )
