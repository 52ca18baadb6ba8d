"""How the demonstration's figures are counted."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from paradero.cli.demonstration_world import InEnquiry, InItem, World
from paradero.cli.truth import Truth, figures, truth
from paradero.procedures.views import CandidateRow
from paradero.terms.account import Role

WORLD = World(
    items={
        "a.html": InItem(item_ref="I-A", origins=("O-1",)),
        "b.txt": InItem(item_ref="I-B", origins=("O-1",)),
        "c.txt": InItem(item_ref="I-C", origins=("O-2",)),
    },
    enquiries={"D-07": InEnquiry(ref="E-7", sought="Ruslan"), "D-15": InEnquiry(ref="E-15", sought="Maksym")},
)
SAID = {
    "pairs": [
        {"enquiry": "D-07", "report": "a.html", "name_in_report": "Ruslan Doroshenkov"},
        {"enquiry": "D-15", "report": "b.txt", "name_in_report": "Maksym Lysohor"},
    ],
    "unsure": [{"enquiry": "D-07", "report": "c.txt", "name_in_report": None}],
    "not": [{"enquiry": "D-15", "report": "b.txt", "name_in_report": "Artem Lysohor", "why": "brother"}],
    "origins": [["a.html", "b.txt"], ["b.txt", "c.txt"]],
    "apart": [["a.html", "b.txt"], ["b.txt", "c.txt"], ["a.html", "b.txt", "c.txt"]],
}


@pytest.fixture
def true(tmp_path: Path) -> Truth:
    path = tmp_path / "truth.json"
    path.write_text(json.dumps(SAID), encoding="utf-8")
    return truth(path)


def row(enquiry: str, item: str, seen: str) -> CandidateRow:
    return CandidateRow(
        ref="C-1",
        enquiry_ref=enquiry,
        sighting_ref="S-1",
        item_ref=item,
        sought="as sought",
        seen=seen,
        role=Role.CAPTIVE,
        statuses=(),
        source=None,
        published_on=date(2026, 4, 23),
        match_weight_bits=10.0,
        probability=0.9,
        probability_alone=0.9,
        rivals=(),
        contradictions=(),
        own_verdict=None,
        proposed_at=datetime(2026, 5, 1, tzinfo=UTC),
    )


def test_a_true_pair_counts_when_it_is_among_the_first_three(true: Truth) -> None:
    strangers = [row("E-7", "I-B", "Pavel Dronov")] * 3
    found = [row("E-15", "I-B", "Maksym Lysohor")]

    assert figures(true, world=WORLD, rows=[*found, row("E-7", "I-A", "Ruslan Doroshenkov")]).found == 2
    late = figures(true, world=WORLD, rows=[*found, *strangers, row("E-7", "I-A", "Ruslan Doroshenkov")])
    assert late.found == 1
    assert late.not_found == ("D-07 in a.html",)


def test_of_an_enquiry_with_more_true_sightings_than_three_all_must_come_first(tmp_path: Path) -> None:
    """A clip that five outlets carry gives a family five true sightings; none of them may hide behind a stranger."""
    reports = {f"{number}.txt": f"I-{number}" for number in range(5)}
    world = World(
        items={name: InItem(item_ref=ref, origins=("O-1",)) for name, ref in reports.items()},
        enquiries={"D-07": InEnquiry(ref="E-7", sought="Ruslan")},
    )
    pairs = [{"enquiry": "D-07", "report": name, "name_in_report": "Ruslan Doroshenkov"} for name in reports]
    path = tmp_path / "truth.json"
    path.write_text(json.dumps({**SAID, "pairs": pairs, "origins": [], "apart": []}), encoding="utf-8")
    same = [row("E-7", ref, "Ruslan Doroshenkov") for ref in reports.values()]
    stranger = row("E-7", "I-0", "Pavel Dronov")

    assert figures(truth(path), world=world, rows=[*same, stranger]).not_found == ()
    assert figures(truth(path), world=world, rows=[*same[:4], stranger, same[4]]).not_found == ("D-07 in 4.txt",)


def test_a_brother_in_the_same_report_is_false(true: Truth) -> None:
    counted = figures(true, world=WORLD, rows=[row("E-15", "I-B", "Artem Lysohor")])

    assert counted.found == 0
    assert len(counted.false) == 1


def test_another_person_of_the_right_report_is_false(true: Truth) -> None:
    assert len(figures(true, world=WORLD, rows=[row("E-7", "I-A", "Hryhorii Zalizniak")]).false) == 1


def test_what_is_left_to_a_person_is_neither_true_nor_false(true: Truth) -> None:
    counted = figures(true, world=WORLD, rows=[row("E-7", "I-C", "un soldado ruso")])

    assert counted.unsure == 1
    assert counted.false == ()
    assert counted.false_share == 0.0


def test_news_is_grouped_only_if_all_its_reports_share_one_origin(true: Truth) -> None:
    counted = figures(true, world=WORLD, rows=[])

    assert (counted.grouped, counted.origins) == (1, 2)


def test_independent_reports_are_kept_apart_only_if_no_two_share_an_origin(true: Truth) -> None:
    """Reports that were joined to one origin would all be called grouped, and corroborate nothing."""
    counted = figures(true, world=WORLD, rows=[])

    assert (counted.kept_apart, counted.apart) == (1, 3)


def test_what_a_visitor_added_is_not_held_against_the_truth(true: Truth) -> None:
    assert figures(true, world=WORLD, rows=[row("E-OWN", "I-OWN", "Serhii Khomenko")]).proposed == 0
