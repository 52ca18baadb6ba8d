"""Grades of sources and of information: people's, apart from each other, and read by nothing that matches or weighs."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

import paradero
from paradero.procedures.acting import Actor, Desk, NotHeld
from paradero.procedures.answers import TakenIn
from paradero.procedures.grade_information import grade_information
from paradero.procedures.grade_source import grade_source
from paradero.procedures.grading import SourceRefused
from paradero.procedures.list_sources import list_sources
from paradero.procedures.name_source_alias import name_source_alias
from paradero.procedures.propose_candidates import propose_candidates
from paradero.procedures.show_item import show_item
from paradero.procedures.show_source import show_source
from paradero.procedures.views import ReportView
from paradero.records.models import (
    AuditEntry,
    Candidate,
    Claim,
    InformationGrade,
    Likeness,
    Origin,
    OriginLink,
    Report,
    Sighting,
    Source,
    SourceGrade,
)
from paradero.records.sources import source_printed
from paradero.terms.grades import Credibility, Reliability, SourceKind

pytestmark = pytest.mark.django_db(transaction=True)

Shown = Callable[[], ReportView]


@pytest.fixture
def hands(desk: Desk, marta: Actor, at: datetime) -> dict[str, Any]:
    return {"desk": desk, "actor": marta, "at": at}


@pytest.fixture
def source(ruslans_report: TakenIn) -> str:
    assert ruslans_report.new
    return Source.objects.get().ref


@pytest.fixture
def shown(ruslans_report: TakenIn, hands: dict[str, Any]) -> Shown:
    return lambda: show_item(ruslans_report.item_ref, **hands).reports[0]


def test_where_nobody_graded_no_grade_is_shown(source: str, shown: Shown, hands: dict[str, Any]) -> None:
    """ "F" and "6" are a person's words; the machine's silence is not one of them."""
    view = shown()

    assert view.publisher is not None
    assert (view.publisher.grade, view.information) == (None, ())
    assert (list_sources(**hands).rows[0].grade, show_source(source, **hands).grades) == (None, ())


def test_the_latest_grade_counts_and_the_history_stays(
    source: str, shown: Shown, hands: dict[str, Any], oleh: Actor, at: datetime
) -> None:
    grade_source(source, grade=Reliability.USUALLY, reason="Two years of it", **hands)
    later = hands | {"actor": oleh, "at": at + timedelta(days=30)}
    grade_source(source, grade=Reliability.NOT_USUALLY, **later)

    grades = show_source(source, **hands).grades
    assert [(given.grade.value, given.by, given.reason) for given in grades] == [
        ("D", "oleh", None),
        ("B", "marta", "Two years of it"),
    ]
    assert list_sources(**hands).rows[0].grade is Reliability.NOT_USUALLY
    publisher = shown().publisher
    assert publisher is not None
    assert publisher.grade == grades[0]


def test_information_is_graded_apart_from_its_source(
    ruslans_report: TakenIn, source: str, shown: Shown, hands: dict[str, Any]
) -> None:
    for grade in (Credibility.POSSIBLE, Credibility.DOUBTFUL):
        grade_information(ruslans_report.item_ref, grade=grade, reason="The date", **hands)

    view = shown()
    assert [given.grade for given in view.information] == [Credibility.DOUBTFUL, Credibility.POSSIBLE]
    assert view.publisher is not None
    assert view.publisher.grade is None
    assert show_source(source, **hands).reports[0].information is Credibility.DOUBTFUL


def test_a_grade_counts_for_every_name_of_its_source_and_is_given_to_none_of_them(
    source: str, shown: Shown, hands: dict[str, Any]
) -> None:
    """The row of another name keeps what was said of it while it was a source of its own."""
    agency = source_printed("Agencia del Sur", kind=SourceKind.UNKNOWN).ref
    grade_source(agency, grade=Reliability.FAIRLY, **hands)
    name_source_alias(agency, name=source, **hands)

    publisher = shown().publisher
    assert publisher is not None
    assert publisher.grade is not None
    assert (publisher.ref, publisher.grade.grade) == (agency, Reliability.FAIRLY)
    with pytest.raises(SourceRefused, match=f"is held for {agency}"):
        grade_source(source, grade=Reliability.COMPLETELY, **hands)


@pytest.mark.parametrize(("item", "position"), [("I-0000-0000", 1), (None, 2), (None, 0), (None, 2**70), (None, -1)])
def test_only_a_report_that_is_here_is_graded(
    ruslans_report: TakenIn, hands: dict[str, Any], item: str | None, position: int
) -> None:
    with pytest.raises(NotHeld):
        grade_information(item or ruslans_report.item_ref, position, grade=Credibility.PROBABLE, **hands)
    with pytest.raises(NotHeld):
        grade_source("P-0000-0000", grade=Reliability.USUALLY, **hands)
    assert not InformationGrade.objects.exists()


WEIGHED = (Candidate, Claim, Likeness, Origin, OriginLink, Report, Sighting)
"""What is read, matched, weighed and counted. A claim's standing has no row yet; it is to be reckoned from these."""


@pytest.mark.parametrize(
    ("reliability", "credibility"),
    [(Reliability.COMPLETELY, Credibility.CONFIRMED), (Reliability.UNRELIABLE, Credibility.IMPROBABLE)],
)
def test_a_grade_raises_no_claim_and_moves_no_match(
    ruslans_report: TakenIn,
    source: str,
    galinas_enquiry: str,
    hands: dict[str, Any],
    reliability: Reliability,
    credibility: Credibility,
) -> None:
    """A1 is what people hold of a newspaper and its news: it takes more than that to tell a mother anything."""
    assert galinas_enquiry
    propose_candidates(**hands)
    before = [list(model._default_manager.order_by("pk").values()) for model in WEIGHED]
    grade_source(source, grade=reliability, **hands)
    grade_information(ruslans_report.item_ref, grade=credibility, **hands)
    propose_candidates(**hands)

    assert before[0], "there is a candidate to be moved"
    assert [list(model._default_manager.order_by("pk").values()) for model in WEIGHED] == before


def test_nothing_that_matches_weighs_or_raises_reads_a_grade() -> None:
    """The rule in the other direction: what reads grades is on this list, and a new reader has to be put on it."""
    folder = Path(paradero.__file__).parent
    reads = re.compile(r"\b(SourceGrade|InformationGrade|grades_of|information_of|marks_of_sources)\b")
    found = {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*.py")
        if "migrations" not in path.parts and reads.search(path.read_text(encoding="utf-8"))
    }

    assert found == {
        "records/models/__init__.py",
        "records/models/sources.py",
        "records/sources.py",
        "procedures/database_as_json.py",
        "procedures/grade_information.py",
        "procedures/grade_source.py",
        "procedures/show_item.py",
        "procedures/show_source.py",
        "procedures/source_rows.py",
    }


def test_the_machine_grades_nothing(ruslans_report: TakenIn, galinas_enquiry: str, hands: dict[str, Any]) -> None:
    assert ruslans_report.new
    assert galinas_enquiry
    propose_candidates(**hands)

    assert not SourceGrade.objects.exists()
    assert not InformationGrade.objects.exists()


def test_the_log_holds_the_grade_and_no_reason(ruslans_report: TakenIn, source: str, hands: dict[str, Any]) -> None:
    """Rule R10. The reason stands beside the grade, as it does beside a judgement."""
    grade_source(source, grade=Reliability.USUALLY, reason="Ruslan's mother knows them", **hands)
    grade_information(ruslans_report.item_ref, grade=Credibility.PROBABLE, reason="Ruslan's mother says so", **hands)

    last = list(AuditEntry.objects.order_by("-seq").values_list("act", "ref")[:2])
    assert last == [("grade information 2", ruslans_report.item_ref), ("grade source B", source)]
    assert "Ruslan" not in repr(list(AuditEntry.objects.values()))
