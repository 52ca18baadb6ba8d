"""Words from outside at a terminal: they are read, and never obeyed."""

import json
import unicodedata
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, strategies as st

from paradero.cli.candidates import rival_lines, table
from paradero.cli.demonstrating import by_enquiry
from paradero.cli.demonstration_world import InEnquiry, World
from paradero.cli.drawings import waterfall
from paradero.cli.marked_text import marked
from paradero.cli.screen import complain, emit, say, screen
from paradero.cli.shown import escaped, shown
from paradero.cli.words import in_a_hundred
from paradero.desk.words import in_a_hundred as desk_says
from paradero.procedures.judging_rows import RivalRow
from paradero.procedures.views import CandidateRow
from paradero.terms.account import Account, Role
from paradero.terms.report import Block, BlockKind, Report
from paradero.terms.spans import Found, Span

HOSTILE = "[/nope] :warning: [red]Ruslan\x1b]0;owned\x07\x9b2J\u202e\r\x7f[/red]"
OBEYED = frozenset("\x1b\x07\x9b\u202e\r\x7f")


@dataclass(frozen=True, slots=True)
class Value:
    text: str


@dataclass(frozen=True)
class Step:
    weight_bits: float
    sentence: str


def row() -> CandidateRow:
    return CandidateRow(
        ref="C-7K3M-Q2XD",
        enquiry_ref="E-7K3M-Q2XD",
        sighting_ref="S-7K3M-Q2XD",
        item_ref="I-7K3M-Q2XD",
        sought=HOSTILE,
        seen=HOSTILE,
        role=Role.CAPTIVE,
        statuses=(),
        source=HOSTILE,
        published_on=date(2026, 5, 14),
        match_weight_bits=12.0,
        probability=0.9996,
        probability_alone=0.9996,
        rivals=(),
        contradictions=(),
        own_verdict=None,
        proposed_at=datetime(2026, 11, 20, 9, 30, tzinfo=UTC),
    )


@pytest.fixture(params=["candidates", "demo"])
def drawn(request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]) -> str:
    """A table with a hostile name in every cell that data fills, as it is printed."""
    world = World(items={}, enquiries={"D-[/nope]": InEnquiry(ref="E-7K3M-Q2XD", sought=HOSTILE)})
    screen().print(table([row()]) if request.param == "candidates" else by_enquiry(world, [row()]))
    return capsys.readouterr().out


def test_a_name_in_brackets_is_a_name(drawn: str) -> None:
    """One enquiry's name must not end everybody's list in a fault."""
    assert drawn.count("[/nope]") >= 3
    assert ":warning:" in drawn
    assert not OBEYED & set(drawn)


def test_a_line_a_refusal_and_a_waterfall_are_shown_as_they_stand(capsys: pytest.CaptureFixture[str]) -> None:
    say(HOSTILE)
    complain(HOSTILE)
    for line in waterfall([Step(1.0, HOSTILE)], ["name"]):
        screen().print(line, soft_wrap=True)
    printed = capsys.readouterr()

    for told in (printed.out, printed.err):
        assert "[/nope] :warning: [red]Ruslan␛]0;owned␇" in told
        assert not OBEYED & set(told)


def test_other_enquiries_for_a_sighting_are_told_with_what_they_leave() -> None:
    rival = RivalRow(ref="C-1AAA-1BBB", enquiry_ref="E-2CCC-2DDD", sought="Олена", language="uk", match_weight_bits=8.3)
    told = rival_lines(replace(row(), rivals=(rival,), probability=0.25))
    assert told == [
        "Taken alone. Other enquiries for this sighting leave it 25 in 100, since at most one of them can be right",
        "(unless two relatives seek one person: then judge the two enquiries to be the same):",
        "  +8.3 bits  E-2CCC-2DDD  Олена  (C-1AAA-1BBB)",
    ]
    assert rival_lines(row()) == []


def test_no_words_from_outside_make_a_line_of_their_own(capsys: pytest.CaptureFixture[str]) -> None:
    """A name must not say that everything is whole."""
    say("Ruslan\nEverything is whole.")
    complain("Refused: Ruslan\nEverything is whole.")
    printed = capsys.readouterr()

    assert (printed.out.count("\n"), printed.err.count("\n")) == (1, 1)


def test_the_spans_of_a_report_with_controls_in_it_still_hold() -> None:
    text = "\x07\x08Ruslan\x1b[2J afirma.\nQuiere volver."
    report = Report(text=text, blocks=(Block(span=Span(0, len(text)), kind=BlockKind.BODY),), pieces=())
    wish = Found(span=Span(text.index("Quiere"), len(text)), rule="test")

    plain = marked(report, Account(language="es", reader="test"), (wish,)).plain

    assert "⟦Quiere volver.⟧" in plain
    assert "␇␈Ruslan␛[2J afirma." in plain


def test_json_writes_what_a_terminal_would_obey_as_json_does(capsys: pytest.CaptureFixture[str]) -> None:
    emit(Value(HOSTILE))
    printed = capsys.readouterr().out

    assert not OBEYED & set(printed)
    assert json.loads(printed) == {"text": HOSTILE}


@given(text=st.text())
def test_whatever_is_shown_is_as_long_and_holds_no_control(text: str) -> None:
    safe = shown(text)

    assert len(safe) == len(text)
    assert not [letter for letter in safe if unicodedata.category(letter) in {"Cc", "Cs", "Zl", "Zp"}]
    assert json.loads(escaped(json.dumps(text, ensure_ascii=False))) == text


@given(probability=st.floats(0, 1))
def test_a_probability_has_one_wording_here_and_at_the_desk(probability: float) -> None:
    assert in_a_hundred(probability) == desk_says(probability)
