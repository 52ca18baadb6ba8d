"""The reading bench itself: what it reads, what it keeps to itself, how counts become figures and a page."""

import json
import sys
from pathlib import Path
from time import monotonic

import pytest
from benchmarks.reading_bench import STEPS, NoSuchStep, planned, told_misses
from benchmarks.reading_cost import cost
from benchmarks.reading_figures import FEWEST, FIGURES, Counted, misses, score
from benchmarks.reading_match import Case
from benchmarks.reading_peers import persons_of, sources_of
from benchmarks.reading_run import SMALL, Kept, all_misses, measured, report_of
from tests.evaluation.reading_sample import ACCOUNT, ANNOTATED, STRANGER, TEXT, found, with_one_more

from paradero.terms.account import Account
from paradero.terms.report import Report


def by_hand(report: Report) -> Account:
    assert report.text == TEXT.text
    return ACCOUNT


def broken(report: Report) -> Account:
    raise ValueError(report.text)


def corpus(folder: Path, part: str, *, texts: int = 1) -> Path:
    voice = folder / part / "es" / "tabloid"
    voice.mkdir(parents=True)
    for place in range(texts):
        (voice / f"es-tabloid-{place}.txt").write_text(ANNOTATED.replace("wire", "tabloid"), encoding="utf-8")
    return folder


def test_a_text_is_handed_over_as_the_desk_would_take_it_in() -> None:
    report = report_of(TEXT)
    assert (report.text, report.source, str(report.published_on)) == (TEXT.text, "Agencia Meridiano", "2026-03-14")


def test_what_is_kept_of_a_text_holds_no_word_of_it(tmp_path: Path) -> None:
    kept = json.dumps(measured(by_hand, "report", "es", corpus=corpus(tmp_path, "report")).as_json())
    assert '"persons": [3, 3, 3]' in kept
    assert not [word for word in ("Quintero", "Óscar", "es-tabloid") if word in kept]


def test_an_error_tells_nothing_of_a_text_of_the_report_part(tmp_path: Path) -> None:
    """The text counts as read with nothing found, so that no crash lifts a figure."""
    result = measured(broken, "report", "es", corpus=corpus(tmp_path, "report")).as_json()
    assert result["failed"] == {"ValueError": 1}
    assert result["texts"][0]["counted"]["persons"] == (0, 0, 3)
    assert "Quintero" not in json.dumps(result)


def test_an_error_is_raised_where_texts_may_be_looked_at(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="Quintero"):
        measured(broken, "tune", "es", corpus=corpus(tmp_path, "tune"))


def test_misses_of_the_report_part_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Kept, match="shown to nobody"):
        list(all_misses(by_hand, "report", "es", names=FIGURES, corpus=corpus(tmp_path, "report")))


def test_misses_of_other_parts_say_what_was_missed_and_what_was_wrong(tmp_path: Path) -> None:
    assert not list(all_misses(by_hand, "tune", "es", names=FIGURES, corpus=corpus(tmp_path, "tune")))
    told = list(misses(Case(TEXT, with_one_more(STRANGER)), ["persons", "roles"]))
    assert told == ["es-wire-01 persons wrong: ?4 'Pavel Ustim'", "es-wire-01 roles wrong: ?4 'Pavel Ustim', missing"]
    nothing = Case(TEXT, Account(language="es", reader="none"))
    assert "es-wire-01 kin missed: p2 'Luz Rojas', mother, p1 'Óscar Quintero'" in list(misses(nothing, ["kin"]))
    assert "es-wire-01 dates missed: 'jueves', 2026-03-12" in list(misses(nothing, ["dates"]))
    with pytest.raises(NoSuchStep, match="no figure rumours"):
        list(told_misses("tune", ["read.es"], "", ["rumours"]))


def test_the_small_part_is_the_first_texts_of_each_voice(tmp_path: Path) -> None:
    folder = corpus(tmp_path, "report", texts=SMALL + 2)
    whole = measured(by_hand, "report", "es", corpus=folder)
    assert [text.small for text in whole.texts] == [True] * SMALL + [False] * 2
    assert len(measured(by_hand, "report", "es", small=True, corpus=folder).texts) == SMALL


def test_steps_are_named_by_their_start() -> None:
    assert planned([]) == list(STEPS)
    assert planned(["read.es", "cost"]) == ["read.es", "cost.es", "cost.ru", "cost.uk", "cost.en"]
    with pytest.raises(NoSuchStep, match=r"read\.es"):
        planned(["reading"])


def test_counts_of_texts_are_added_up_and_then_shared() -> None:
    one = score([(1, 2, 4), (2, 2, 2)])
    assert (one.p, one.r, one.f1, one.wrong) == (3 / 4, 1 / 2, 0.6, 1)
    none = score([(0, 0, 0)])
    assert (none.p, none.r, none.f1, none.wrong) == (None, None, None, 0)


def test_an_interval_holds_the_figure_and_is_the_same_every_time() -> None:
    rows: list[Counted] = [(1, 2, 3), (3, 3, 3), (0, 1, 2), (2, 2, 4)] * 10
    one = score(rows)
    low, high = one.intervals["f1"]
    assert one.f1 is not None
    assert 0.4 < low < one.f1 < high < 0.8
    assert score(rows) == one
    assert score([(1, 1, 2)] * 9).intervals["r"] == (0.5, 0.5)


def test_few_cases_decide_nothing() -> None:
    enough = score([(FEWEST - 1, FEWEST - 1, FEWEST)])
    assert (enough.decides("r"), enough.decides("p"), enough.decides("f1")) == (True, False, True)


def test_a_peers_names_are_joined_for_it_and_what_meets_nobody_is_wrong_once() -> None:
    names = [found("Óscar Quintero").span, found("Óscar", 1).span, found("Rojas").span, *[found("Ondas").span] * 2]
    assert persons_of(TEXT, names) == (2, 3, 3)
    assert sources_of(TEXT, [found("Ondas").span, found("madre").span, found("El cabo").span]) == (2, 3, 2)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is read from /proc")
def test_what_reading_costs_is_told() -> None:
    started = monotonic()
    said = cost(iter([report_of(TEXT)] * 3), called=f"{__name__}:by_hand", started=started)
    assert set(said) == {"first_reading_s", "cpu_ms_per_report", "reports_per_second", "peak_mb"}
    assert said["peak_mb"] > 10
