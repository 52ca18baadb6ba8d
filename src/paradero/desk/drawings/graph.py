"""The graph: how a piece of news spread, its reports from left to right in time, a lane for each origin."""

from collections.abc import Sequence
from dataclasses import dataclass

from paradero.desk.drawings.scale import Scale, Tick
from paradero.desk.drawings.timeline import CIRCLE
from paradero.procedures.spread import Appearance, Lane, Spread
from paradero.terms.dates import Days

AXIS, NAME, LINE, FOOT = 26, 24, 26, 8
"""Heights: the axis with its days, a lane's name, one report, and what is left under the last of a lane."""
MIDDLE = 50.0
UNDATED = 97.0
"""How far across a report without a day stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One report as drawn. Across, positions are shares of the width; down, they are pixels."""

    appearance: Appearance
    at: str
    y: int
    leftwards: bool
    """Whether its words stand on the left of it."""

    @property
    def words_y(self) -> int:
        """Where its words stand."""
        return self.y + 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """Why two are one, as a line between them; dashed where it is uncertain."""

    one: Node
    other: Node
    uncertain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnLane:
    """One origin."""

    lane: Lane
    y: int
    height: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    @property
    def name_y(self) -> int:
        """Where its name stands."""
        return self.y + 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """The drawing, ready for its template."""

    height: int
    lanes: tuple[DrawnLane, ...]
    ticks: tuple[Tick, ...]
    circle: str = CIRCLE


def graph(spread: Spread) -> Graph | None:
    """Return the drawing; `None` where no report has a day, or only one is there."""
    appearances = [each for lane in spread.lanes for each in lane.appearances]
    days = [Days.day(each.published_on) for each in appearances if each.published_on]
    if not days or len(appearances) == 1:
        return None
    scale, lanes, y = Scale.of(days), [], AXIS
    for lane in spread.lanes:
        lanes.append(_lane(lane, y, scale))
        y += lanes[-1].height
    return Graph(height=y, lanes=tuple(lanes), ticks=scale.ticks())


def _lane(lane: Lane, y: int, scale: Scale) -> DrawnLane:
    nodes = [_node(each, y + NAME + LINE * line + LINE // 2, scale) for line, each in enumerate(lane.appearances)]
    height = NAME + LINE * len(nodes) + FOOT
    return DrawnLane(lane=lane, y=y, height=height, nodes=tuple(nodes), edges=_edges(lane, nodes))


def _node(appearance: Appearance, y: int, scale: Scale) -> Node:
    at = scale.share(appearance.published_on) if appearance.published_on else UNDATED
    return Node(appearance=appearance, at=f"{at:.2f}%", y=y, leftwards=at > MIDDLE)


def _edges(lane: Lane, nodes: Sequence[Node]) -> tuple[Edge, ...]:
    by_number = {node.appearance.number: node for node in nodes}
    return tuple(
        Edge(one=by_number[link.one], other=by_number[link.other], uncertain=link.uncertain) for link in lane.links
    )
