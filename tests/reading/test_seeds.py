"""The three reports that the design starts from, compared with what a reading of them must and must not hold.

Nothing of a report stands here: the reports and the answers are read where they lie, outside the repository.
"""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from paradero.intake import Declared, open_bytes
from paradero.intake.provenance.edges import edges_of
from paradero.reading import read, wishes
from paradero.terms.account import Account, MentionKind
from paradero.terms.claims import Modality
from paradero.terms.edges import EdgeKind
from paradero.terms.fold import fold
from paradero.terms.report import Report

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "reports" / "seeds"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/reports/seeds is not here"),
]


@cache
def expected() -> dict[str, dict[str, Any]]:
    answers: dict[str, dict[str, Any]] = json.loads((SEEDS / "expected.json").read_text(encoding="utf-8"))
    return answers


def names() -> list[str]:
    return sorted(expected()) if SEEDS.is_dir() else []


@cache
def read_seed(name: str) -> tuple[Report, Account]:
    declared = Declared(
        source=None,
        published_on=date.fromisoformat(expected()[name]["published_on"]),
        language=expected()[name]["language"],
    )
    opened = open_bytes((SEEDS / name).read_bytes(), name=name, declared=declared)
    report = opened.reports[0]
    return report, read(report, declared_language=declared.language)


def meets(wanted: str, given: str) -> bool:
    """Half of the longer words of the one stand in the other."""
    words = [word for word in fold(wanted).split() if len(word) > 3] or fold(wanted).split()
    return sum(word in fold(given) for word in words) * 2 >= len(words)


@pytest.mark.parametrize("name", names())
def test_the_language_is_known(name: str) -> None:
    assert read_seed(name)[1].language == expected()[name]["language"]


@pytest.mark.parametrize("name", names())
def test_every_named_person_has_the_statuses_and_kin_and_no_other(name: str) -> None:
    _, account = read_seed(name)
    for wanted in expected()[name]["persons"]:
        at = next(i for i, p in enumerate(account.persons) if fold(p.label) == fold(wanted["name"]))
        holds = {Modality.ASSERTED, Modality.ALLEGED}
        given = {c.status.value for c in account.claims if c.person == at and c.status and c.modality in holds}
        assert given == set(wanted["statuses"])
        if "kin" in wanted:
            assert {kin.relation.value for kin in account.persons[at].description.kin} == set(wanted["kin"])


@pytest.mark.parametrize("name", names())
def test_groups_and_unnamed_persons_are_found(name: str) -> None:
    _, account = read_seed(name)
    labels = [p.label for p in account.persons if p.kind is not MentionKind.NAMED]
    for wanted in expected()[name]["groups_or_unnamed"]:
        assert any(fold(part) in fold(label) for part in wanted.split(" o ") for label in labels), wanted


@pytest.mark.parametrize("name", names())
def test_sources_places_counts_and_dates_are_found(name: str) -> None:
    _, account = read_seed(name)
    wanted = expected()[name]
    sources = [link.name for claim in account.claims for link in claim.chain]
    assert [s for s in wanted["sources_any"] if not any(meets(s, given) for given in sources)] == []
    written = {fold(place.as_written) for place in account.places} | {fold(place.usual) for place in account.places}
    assert {fold(place) for place in wanted["places"]} - written == set()
    lows = {claim.count.low for claim in account.claims if claim.count}
    assert {count["low"] for count in wanted["counts"]} - lows == set()
    for day in wanted.get("dates", ()):
        assert any(
            fold(day["text"]) == fold(d.as_written) and d.days and d.days.iso() == day["iso"] for d in account.dates
        )


POSTED = {0: ("X", "sources_any", slice(0, 1)), 1: ("Telegram", "sources_any", slice(0, 1))} | {
    2: ("Telegram", "groups_or_unnamed", slice(0, 2))
}
"""Of each report, in order: where it was posted, and which names of the answers posted it: a former official's account,
a ministry's message, the channels of two groups."""


@pytest.mark.parametrize("name", names())
def test_who_posted_it_is_an_edge(name: str) -> None:
    report, account = read_seed(name)
    platform, answers, which = POSTED[names().index(name)]
    posted = [
        edge.end.name or ""
        for edge in edges_of(report, account.relays)
        if edge.kind is EdgeKind.POSTED and edge.end.platform == platform
    ]
    assert [n for n in expected()[name][answers][which] if not any(fold(n) in fold(given) for given in posted)] == []


@pytest.mark.parametrize("name", names())
def test_lower_bounds_are_bounds(name: str) -> None:
    _, account = read_seed(name)
    for wanted in expected()[name]["counts"]:
        if "lower bound" in wanted["what"]:
            counts = [c.count for c in account.claims if c.count and c.count.low == wanted["low"]]
            assert counts
            assert all(not count.exact and count.high is None for count in counts)


@pytest.mark.parametrize("name", names())
def test_wishes_are_marked_for_the_eye_and_kept_nowhere(name: str) -> None:
    """R6: the account itself says nothing of a wish; a claim is the report's whole sentence and never marked as one."""
    report, account = read_seed(name)
    marked = " ".join(found.span.of(report.text) for found in wishes(report))
    assert [w for w in expected()[name].get("wish_spans", ()) if fold(w) not in fold(marked)] == []
    rules = [claim.found.rule for claim in account.claims] + [f.found.rule for p in account.persons for f in p.facts]
    assert not any("wish" in rule for rule in rules)


@pytest.mark.parametrize("name", names())
def test_the_instruction_has_its_stops_in_order_of_travel(name: str) -> None:
    _, account = read_seed(name)
    wanted = expected()[name].get("instruction")
    if wanted is None:
        assert account.instructions == ()
        return
    way = next(instruction for instruction in account.instructions if instruction.stops)
    assert [fold(stop) for stop in way.stops] == [fold(stop) for stop in wanted["stops"]]
    assert way.condition
    assert way.by
    assert expected()[name]["hotline"] in {instruction.contact for instruction in account.instructions}


@pytest.mark.parametrize("name", names())
def test_who_has_no_status_is_given_none(name: str) -> None:
    _, account = read_seed(name)
    without = {fold(n) for n in expected()[name].get("no_status_for", ())}
    barred = {at for at, p in enumerate(account.persons) if fold(p.label) in without}
    assert not [claim for claim in account.claims if claim.person in barred and claim.status]


@pytest.mark.parametrize("name", names())
def test_no_headline_link_or_credit_is_read(name: str) -> None:
    """Other stories' headlines would put strangers into this one."""
    _, account = read_seed(name)
    found = [p.label for p in account.persons]
    found += [claim.says for claim in account.claims] + [link.name for c in account.claims for link in c.chain]
    found += [place.as_written for place in account.places]
    for absent in expected()[name]["absent"]:
        assert [text for text in found if fold(absent) in fold(text)] == []


@pytest.mark.parametrize("name", names())
def test_every_place_in_the_text_reads_back(name: str) -> None:
    report, account = read_seed(name)
    for place in account.places:
        assert place.found.span.of(report.text) == place.as_written
    for day in account.dates:
        assert day.found.span.of(report.text) == day.as_written
    for claim in account.claims:
        assert claim.found.span.of(report.text) == claim.says
    for person in account.persons:
        for fact in person.facts:
            assert fold(fact.found.span.of(report.text)) == fold(fact.value) or fact.field == "kin"
        assert all(found.span.of(report.text).strip() for found in person.mentions)
