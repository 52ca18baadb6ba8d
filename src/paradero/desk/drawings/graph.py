"""The graph: how a piece of news spread, its reports from left to right in time, a lane for each origin."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from paradero.desk.drawings.scale import Scale, Tick
from paradero.desk.drawings.timeline import CIRCLE
from paradero.procedures.spread import GRADES, Appearance, Lane, OutsideEnd, Spread, SpreadEdge
from paradero.terms.dates import Days
from paradero.terms.edges import Confidence

AXIS, NAME, LINE, FOOT = 26, 24, 26, 8
"""Heights: the axis with its days, a lane's name, one report, and what is left under the last of a lane."""
MIDDLE = 50.0
UNDATED = 97.0
"""How far across a report without a day stands."""
OUTSIDE = 3.0
"""How far across stands what is not held here."""
SQUARE = "M-5 -5h10v10h-10z"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One report as drawn. Across, positions are shares of the width; down, they are pixels."""

    appearance: Appearance
    at: str
    y: int
    leftwards: bool
    """Whether its words stand on the left of it."""
    back: SpreadEdge | None
    """The surest edge from it to another report, to be told beside it."""

    @property
    def words_y(self) -> int:
        """Where its words stand."""
        return self.y + 4


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideNode:
    """An end that is not held here, as drawn: at the left edge, for its day is not known and it came before."""

    end: OutsideEnd
    at: str
    y: int

    @property
    def words_y(self) -> int:
        """Where its words stand."""
        return self.y + 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The surest edge between two, as an arrow from a report to what it goes back to."""

    near: Node
    far: Node | OutsideNode
    edge: SpreadEdge

    @property
    def kind(self) -> str:
        """How it is drawn: by what stands in the bytes, as a machine reads it, or uncertain."""
        if self.edge.confidence is Confidence.UNCERTAIN:
            return "uncertain"
        return "machine" if self.edge.by_machine else "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnLane:
    """One origin."""

    lane: Lane
    y: int
    height: int
    nodes: tuple[Node, ...]
    outside: tuple[OutsideNode, ...]

    @property
    def name_y(self) -> int:
        """Where its name stands."""
        return self.y + 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """The drawing, ready for its template."""

    height: int
    lanes: tuple[DrawnLane, ...]
    lines: tuple[Line, ...]
    ticks: tuple[Tick, ...]
    circle: str = CIRCLE
    square: str = SQUARE


def graph(spread: Spread) -> Graph | None:
    """Return the drawing; `None` where no report has a day, or only one is there that goes back to nothing."""
    appearances = [each for lane in spread.lanes for each in lane.appearances]
    days = [Days.day(each.published_on) for each in appearances if each.published_on]
    if not days or len(appearances) + len(spread.ends) == 1:
        return None
    scale, lanes, y = Scale.of(days), [], AXIS
    for lane, ends in zip(spread.lanes, _ends_of_lanes(spread), strict=True):
        lanes.append(_lane(lane, spread, ends, y, scale))
        y += lanes[-1].height
    return Graph(height=y, lanes=tuple(lanes), lines=tuple(_lines(spread, lanes)), ticks=scale.ticks())


def _ends_of_lanes(spread: Spread) -> list[list[OutsideEnd]]:
    """Return for each lane the ends outside that a report of it is the first to go back to."""
    first = {edge.far: edge.near for edge in sorted(spread.edges, key=lambda edge: -edge.near)}
    return [
        [end for end in spread.ends if first.get(end.letter) in {each.number for each in lane.appearances}]
        for lane in spread.lanes
    ]


def _lane(lane: Lane, spread: Spread, ends: Sequence[OutsideEnd], y: int, scale: Scale) -> DrawnLane:
    def middle(line: int) -> int:
        return y + NAME + LINE * line + LINE // 2

    outside = [OutsideNode(end=end, at=f"{OUTSIDE:.2f}%", y=middle(line)) for line, end in enumerate(ends)]
    back = {edge.near: edge for edge in reversed(spread.edges) if isinstance(edge.far, int)}
    nodes = [
        _node(each, back.get(each.number), middle(line), scale)
        for line, each in enumerate(lane.appearances, start=len(ends))
    ]
    height = NAME + LINE * (len(outside) + len(nodes)) + FOOT
    return DrawnLane(lane=lane, y=y, height=height, nodes=tuple(nodes), outside=tuple(outside))


def _node(appearance: Appearance, back: SpreadEdge | None, y: int, scale: Scale) -> Node:
    at = scale.share(appearance.published_on) if appearance.published_on else UNDATED
    return Node(appearance=appearance, at=f"{at:.2f}%", y=y, leftwards=at > MIDDLE, back=back)


def _lines(spread: Spread, lanes: Sequence[DrawnLane]) -> Iterator[Line]:
    """Yield an arrow for each two, of the surest edge between them; the edges come the surest first."""
    nodes = {node.appearance.number: node for lane in lanes for node in lane.nodes}
    ends = {node.end.letter: node for lane in lanes for node in lane.outside}
    drawn: set[frozenset[int | str]] = set()
    for edge in sorted(spread.edges, key=lambda edge: GRADES.index(edge.confidence)):
        two: frozenset[int | str] = frozenset({edge.near, edge.far})
        far = nodes.get(edge.far) if isinstance(edge.far, int) else ends.get(edge.far)
        if two not in drawn and far is not None and edge.near in nodes:
            drawn.add(two)
            yield Line(near=nodes[edge.near], far=far, edge=edge)
