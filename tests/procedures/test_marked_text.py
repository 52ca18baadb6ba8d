"""What the item page is told of each claim: whose it is, in what way it is said, by what words."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, strategies as st
from tests.procedures.conftest import TakeIn

from paradero.procedures.acting import Actor, Desk
from paradero.procedures.marked_pieces import Marked, cut
from paradero.procedures.show_item import show_item
from paradero.procedures.text_views import Mark
from paradero.procedures.views import ReportView
from paradero.terms.account import Role
from paradero.terms.claims import Modality, Status
from paradero.terms.dates import Days
from paradero.terms.spans import Span

TOLD = """Ruslan Doroshenkov, de 33 años, fue capturado el 20 de mayo de 2024 cerca de Pokrovsk, según cuenta su madre.

Al parecer, Timur Dashiev murió. El portavoz Hryhorii Zalizniak dijo que Timur Dashiev no figura en las listas.
"""


@pytest.fixture
def report(take: TakeIn, desk: Desk, marta: Actor, at: datetime) -> ReportView:
    (shown,) = show_item(take(TOLD).item_ref, desk=desk, actor=marta, at=at).reports
    return shown


@pytest.mark.django_db(transaction=True)
def test_a_claim_says_whose_it_is_when_and_by_what_word_it_keeps_its_distance(report: ReportView) -> None:
    captured = next(claim for claim in report.claims if claim.status is Status.CAPTURED)
    doubted = next(claim for claim in report.claims if claim.status is Status.KILLED)

    assert captured.who
    assert captured.who.sighting_ref in {sighting.ref for sighting in report.sightings}
    assert captured.who.role is Role.CAPTIVE
    assert captured.when == Days.day(date(2024, 5, 20))
    assert captured.hedged == "según"
    assert (doubted.modality, doubted.hedged) == (Modality.ALLEGED, "Al parecer")
    assert [claim.number for claim in report.claims] == list(range(1, len(report.claims) + 1))


@pytest.mark.django_db(transaction=True)
def test_a_claims_words_carry_its_number_and_a_person_their_role(report: ReportView) -> None:
    marks = {mark: [] for piece in report.text for mark in piece.within}  # type: dict[Mark, list[str]]
    for piece in report.text:
        for mark in piece.within:
            marks[mark].append(piece.text)
    words: dict[Any, str] = {mark.number: "".join(said) for mark, said in marks.items() if mark.kind == "claim"}

    assert set(words) == {claim.number for claim in report.claims}
    assert "según cuenta su madre" in words[1]
    assert "según" in marks[Mark(kind="hedge")]
    assert {mark.role for mark in marks if mark.kind == "person"} >= {Role.CAPTIVE, Role.KIN, Role.OFFICIAL}


SPANS = st.tuples(st.integers(0, 20), st.integers(1, 10)).map(lambda two: Span(two[0], two[0] + two[1]))
MARKS = st.builds(Mark, kind=st.sampled_from(["claim", "person", "hedge"]), number=st.integers(1, 4))


@given(marked=st.lists(st.builds(Marked, SPANS, MARKS), max_size=10, unique_by=lambda each: each.mark))
def test_the_outermost_mark_of_a_piece_is_one_that_began_first(marked: list[Marked]) -> None:
    text = "x" * 40
    pieces = cut(text, Span(0, 40), marked)

    assert "".join(piece.text for piece in pieces) == text
    for piece in pieces:
        begun = [min(each.span.start for each in marked if each.mark == mark) for mark in piece.within]
        assert set(piece.marks) == {mark.kind for mark in piece.within}
        assert not begun or begun[0] == min(begun)
