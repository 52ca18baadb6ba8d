"""The web: who is held for one person with whom, as references in a ring and judgements as lines between them."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.text import Truncator

from paradero.identity.judgements import Stand
from paradero.procedures.judging_rows import PairRow, SubjectRow
from paradero.procedures.judging_views import GroupPage

NODE_WIDTH, NODE_HEIGHT = 176, 44
LONGEST_NAME = 18
"""Letters of a name that find room in a frame; the tables below have the rest."""
GAP = 22
LOWEST = 60
"""Half the height of the ring where few are in it."""
MOST_DRAWN = 14
"""With more the lines cover each other, and the tables say it better."""
CROSS = 7

_KINDS = {
    Stand.SAME: "same",
    Stand.DIFFERENT: "different",
    Stand.DISAGREEMENT: "doubted",
    Stand.UNSURE: "doubted",
    None: "doubted",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A subject in its frame."""

    subject: SubjectRow
    x: int
    y: int

    @property
    def text_x(self) -> int:
        """The middle of the frame."""
        return self.x + NODE_WIDTH // 2

    @property
    def text_y(self) -> int:
        """Where its reference stands."""
        return self.y + 34

    @property
    def name_y(self) -> int:
        """Where its name stands, above the reference."""
        return self.y + 18

    @property
    def name(self) -> str:
        """The name, cut to what finds room."""
        return Truncator(self.subject.label).chars(LONGEST_NAME)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A judged pair."""

    kind: str
    """`"same"`, `"different"` or `"doubted"`."""
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """The web, ready for its template."""

    width: int
    height: int
    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    node_width: int = NODE_WIDTH
    node_height: int = NODE_HEIGHT


def drawn_group(page: GroupPage) -> Drawing | None:
    """Return the drawing of a group; `None` of one who is alone, and of more than can be drawn clearly."""
    count = len(page.members)
    if not 1 < count <= MOST_DRAWN:
        return None
    high = max(LOWEST, count * (NODE_HEIGHT + GAP) // 4) if count > 2 else 0  # noqa: PLR2004 -- two stand side by side
    wide = max(NODE_WIDTH, high * 2)
    nodes = tuple(_placed(page.members, wide=wide, high=high))
    places = {node.subject.ref: node for node in nodes}
    return Drawing(
        width=2 * wide + NODE_WIDTH + 2 * GAP,
        height=2 * high + NODE_HEIGHT + 2 * GAP,
        nodes=nodes,
        lines=tuple(_line(pair, places) for pair in page.judged),
    )


def _placed(members: tuple[SubjectRow, ...], *, wide: int, high: int) -> Iterator[Node]:
    """Give the members their places on an ellipse, the first at the left."""
    for place, subject in enumerate(members):
        turn = math.pi + 2 * math.pi * place / len(members)
        x, y = wide + wide * math.cos(turn), high + high * math.sin(turn)
        yield Node(subject=subject, x=GAP + round(x), y=GAP + round(y))


def _line(pair: PairRow, places: dict[str, Node]) -> Line:
    one, other = places[pair.left.ref], places[pair.right.ref]
    ends = [(node.text_x, node.y + NODE_HEIGHT // 2) for node in (one, other)]
    (x, y), (far_x, far_y) = ends
    path = f"M{x} {y}L{far_x} {far_y}"
    if pair.stand is Stand.DIFFERENT:
        middle = ((x + far_x) // 2 - CROSS, (y + far_y) // 2 - CROSS)
        path += f"M{middle[0]} {middle[1]}l{2 * CROSS} {2 * CROSS}m0 {-2 * CROSS}l{-2 * CROSS} {2 * CROSS}"
    return Line(kind=_KINDS[pair.stand], path=path)
