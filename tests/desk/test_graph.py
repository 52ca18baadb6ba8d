"""The graph of how a piece of news spread: what it draws, and that the list beneath says the same."""

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from tests.desk.conftest import World
from tests.one_news import TRANSLATED, WIRE

from paradero.desk.drawings.graph import UNDATED, graph
from paradero.desk.templatetags.spreading import because
from paradero.intake import Declared
from paradero.intake.provenance.reasons import Reason
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.spread import Appearance, Lane, OutsideEnd, Spread, SpreadEdge, WhyOne
from paradero.procedures.take_in import take_in
from paradero.terms.edges import Confidence, EdgeKind, Evidence


def appearance(number: int, day: int | None) -> Appearance:
    return Appearance(
        number=number,
        item_ref="I-2ABC-9XYZ",
        position=1,
        source=f"Outlet {number}",
        language="es",
        published_on=date(2024, 5, day) if day else None,
        taken_in_at=datetime(2024, 6, 1, tzinfo=UTC),
    )


def lane(*appearances: Appearance, uncertain: bool = False) -> Lane:
    reasons = ((Reason.TRANSLATION, 0.84), (Reason.NUMBERS, 1.0))
    links = [
        WhyOne(one=one.number, other=other.number, uncertain=uncertain, reasons=reasons)
        for one, other in pairwise(appearances)
    ]
    return Lane(ref=f"O-{appearances[0].number}", appearances=appearances, links=tuple(links))


def edge(near: int, far: int | str, evidence: Evidence, confidence: Confidence) -> SpreadEdge:
    return SpreadEdge(kind=EdgeKind.POSTED, evidence=evidence, confidence=confidence, near=near, far=far)


POSTER = OutsideEnd(
    letter="A",
    kind=EdgeKind.POSTED,
    evidence=Evidence.STATED,
    name="Iryna Sukhodil",
    address=None,
    platform="Telegram",
)


def test_later_reports_stand_further_right_and_each_in_a_line_of_its_own() -> None:
    drawn = graph(Spread(lanes=(lane(appearance(1, 3), appearance(2, 5), appearance(3, 9)),)))

    assert drawn
    nodes = drawn.lanes[0].nodes
    assert [float(node.at[:-1]) for node in nodes] == sorted(float(node.at[:-1]) for node in nodes)
    assert len({node.y for node in nodes}) == 3


@pytest.mark.parametrize(
    ("evidence", "confidence", "kind"),
    [
        (Evidence.PLATFORM, Confidence.CERTAIN, "plain"),
        (Evidence.STATED, Confidence.LIKELY, "machine"),
        (Evidence.STATED, Confidence.UNCERTAIN, "uncertain"),
        (Evidence.SAME_MEANING, Confidence.UNCERTAIN, "uncertain"),
    ],
)
def test_an_edge_is_an_arrow_drawn_by_what_it_rests_on(evidence: Evidence, confidence: Confidence, kind: str) -> None:
    """What a machine reads looks different from what a platform's field says."""
    told = edge(2, 1, evidence, confidence)
    drawn = graph(Spread(lanes=(lane(appearance(1, 3), appearance(2, 5)),), edges=(told,)))

    assert drawn
    (line,) = drawn.lines
    assert (line.near, line.far, line.kind) == (drawn.lanes[0].nodes[1], drawn.lanes[0].nodes[0], kind)


def test_of_several_edges_between_two_the_surest_is_drawn() -> None:
    weak = edge(2, 1, Evidence.SAME_MEANING, Confidence.UNCERTAIN)
    sure = edge(2, 1, Evidence.MARKUP, Confidence.CERTAIN)
    drawn = graph(Spread(lanes=(lane(appearance(1, 3), appearance(2, 5)),), edges=(weak, sure)))

    assert drawn
    assert [line.edge for line in drawn.lines] == [sure]


def test_an_edge_may_lead_into_another_lane() -> None:
    """An answer to a post is news of its own."""
    two = (lane(appearance(1, 3)), lane(appearance(2, 5)))
    drawn = graph(Spread(lanes=two, edges=(edge(2, 1, Evidence.PLATFORM, Confidence.CERTAIN),)))

    assert drawn
    assert [(line.near.y > line.far.y) for line in drawn.lines] == [True]


def test_who_is_not_held_stands_left_of_all_and_is_drawn_even_beside_one_report() -> None:
    told = edge(1, "A", Evidence.STATED, Confidence.LIKELY)
    drawn = graph(Spread(lanes=(lane(appearance(1, 3)),), edges=(told,), ends=(POSTER,)))

    assert drawn
    (outside,), (node,) = drawn.lanes[0].outside, drawn.lanes[0].nodes
    assert float(outside.at[:-1]) < float(node.at[:-1])
    assert outside.y < node.y < drawn.height


def test_origins_are_lanes_that_do_not_overlap() -> None:
    drawn = graph(Spread(lanes=(lane(appearance(1, 3), appearance(2, 5)), lane(appearance(3, 4)))))

    assert drawn
    assert [one.y + one.height <= other.y for one, other in pairwise(drawn.lanes)] == [True]
    assert drawn.height == drawn.lanes[-1].y + drawn.lanes[-1].height


def test_what_has_no_day_stands_at_the_right_edge() -> None:
    drawn = graph(Spread(lanes=(lane(appearance(1, 3), appearance(2, None)),)))

    assert drawn
    assert drawn.lanes[0].nodes[1].at == f"{UNDATED:.2f}%"


@pytest.mark.parametrize("alone", [Spread(lanes=()), Spread(lanes=(lane(appearance(1, 3)),))])
def test_nothing_is_drawn_of_one_report_or_none(alone: Spread) -> None:
    assert graph(alone) is None


def test_the_reasons_are_told_in_words() -> None:
    (why,) = lane(appearance(1, 3), appearance(2, 5)).links

    with translation.override("en"):
        told = because(why)
    assert told == "sentences that say the same in another language: 8 in 10 of the shorter text; 1 number in both"


def test_the_page_draws_and_lists_who_carried_it(
    as_marta: Client, world: World, desk: Desk, marta: Actor, at: datetime
) -> None:
    """Whoever cannot see the drawing reads the same in the list."""
    for day, (text, language) in enumerate([(WIRE, "es"), (TRANSLATED["uk"], "uk"), (TRANSLATED["en"], "en")], 1):
        declared = Declared(source=f"Outlet {language}", published_on=date(2024, 5, day), language=language)
        taken = take_in(text.encode(), name="nota.txt", declared=declared, desk=desk, actor=marta, at=at)
    page = as_marta.get(reverse("origin", args=[taken.origins[0]])).content.decode()

    assert world.origin != taken.origins[0]
    assert page.count('class="node point-full"') == 3
    assert page.count(' goes-back"') == page.count("</span>: sentences that say the same") == 2
    assert page.count("<strong>likely</strong>: sentences that say the same") == 2
    assert page.index("Outlet es") < page.index("Outlet uk") < page.index("Outlet en")
    assert "published first, of those held here" in page


def test_who_posted_it_is_drawn_as_a_square_and_listed_and_stands_on_the_items_page(
    as_marta: Client, world: World, desk: Desk, marta: Actor, at: datetime
) -> None:
    """An account that nobody has taken in is still where the news comes from."""
    text = f"{WIRE}\n\nEl video fue publicado en Telegram por la bloguera Iryna Sukhodil.\n"
    declared = Declared(source="El Faro del Sur", published_on=date(2024, 5, 3), language="es")
    taken = take_in(text.encode(), name="nota.txt", declared=declared, desk=desk, actor=marta, at=at)
    drawn = as_marta.get(reverse("origin", args=[taken.origins[0]])).content.decode()
    item = as_marta.get(reverse("item", args=[taken.item_ref])).content.decode()

    assert world.origin != taken.origins[0]
    assert drawn.count('class="node outside"') == drawn.count('class="edge edge-machine goes-back"') == 1
    assert drawn.count("posted by Iryna Sukhodil (Telegram)") == 2
    assert "<strong>likely</strong>: the report&#x27;s words say so" in drawn
    assert item.index("What it refers to") < item.index("posted by Iryna Sukhodil (Telegram)")


def test_an_origin_that_is_not_there_is_a_page_that_says_so(as_marta: Client) -> None:
    answer = as_marta.get(reverse("origin", args=["O-2ABC-2ABC"]))

    assert answer.status_code == 404
    assert "O-2ABC-2ABC" in answer.content.decode()
