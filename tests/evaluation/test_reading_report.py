"""How the reading bench's counts become figures with names, verdicts and a page."""

import pytest
from benchmarks.floors import Floor, of_evidence, of_identity, of_reading, raised, read_floors
from benchmarks.reading_bench import STEPS
from benchmarks.reading_figures import FIGURES, Counted
from benchmarks.reading_goals import due, expected, figures, score_of, scored, verdict
from benchmarks.reading_report import NOT_RUN, TEMPLATE, asked_table, filled

from paradero.corpus.kinds import LANGUAGES

FLOORS = read_floors()
PAGE = TEMPLATE.read_text(encoding="utf-8")


def counts(right: int, found: int, sought: int) -> dict[str, Counted]:
    return dict.fromkeys(FIGURES, (right, found, sought))


RESULTS = {
    f"read.{language}": {
        "reader": "by hand",
        "texts": [{"language": language, "voice": "tabloid", "small": True, "counted": counts(right, 100, 100)}],
        "failed": {},
        "measured_on": "22 November 2026",
        "code": "ab1",
    }
    for language, right in zip(LANGUAGES, (96, 90, 80, 99), strict=True)
} | {
    "cost.es": {"cpu_ms_per_report": 50.0, "reports_per_second": 20.0, "first_reading_s": 3.0, "peak_mb": 300.0},
    "peers.es": {"peers": {"spaCy": [{"voice": "tabloid", "counted": {"persons": [1, 2, 4]}}]}},
}
MEASURED = figures(RESULTS, of_reading(FLOORS))


def test_figures_have_the_names_that_floors_stand_under() -> None:
    assert MEASURED["reading.es.status.p"] == MEASURED["reading.small.persons.f1"] + 0.0475 == 0.96
    assert MEASURED["reading.es.cpu_ms_per_report"] == 50
    assert set(MEASURED) <= set(expected())


def test_a_language_is_behind_by_where_it_is_furthest_behind() -> None:
    behind = {language: MEASURED[f"reading.{language}.behind"] for language in ("ru", "uk", "en")}
    assert behind == pytest.approx({"ru": 0.06, "uk": 0.16, "en": 0})


def test_nothing_is_said_of_all_languages_where_one_was_not_read() -> None:
    only_spanish = {"read.es": RESULTS["read.es"]}
    assert {figure.split(".")[1] for figure in figures(only_spanish, FLOORS)} == {"es"}


def test_a_run_owes_the_figures_of_its_steps() -> None:
    owed = due(["read.es", "cost.ru"], of_reading(FLOORS))
    assert "reading.es.status.f1" in owed
    assert not [figure for figure in owed if figure.startswith(("reading.small", "reading.all", "reading.ru"))]
    every = due(STEPS, of_reading(FLOORS))
    assert set(of_reading(FLOORS)) - set(every) == {f"reading.{one}.behind" for one in ("ru", "uk", "en")}


def test_the_page_fills_every_slot_even_with_nothing_measured() -> None:
    page = filled(PAGE, {}, {}, of_reading(FLOORS))
    assert "{{" not in page
    assert NOT_RUN in page
    assert "| Spanish: F1 of dates | ≥\u00a0.95 | not measured in this run |  | - |" in page


def test_what_was_measured_stands_on_the_page() -> None:
    page = filled(PAGE, RESULTS, MEASURED, of_reading(FLOORS))
    assert "on 22 November 2026 at commit ab1, reader by hand" in page
    assert "1 Spanish, 1 Russian, 1 Ukrainian, 1 English" in page
    assert "| Spanish: F1 of kin links | ≥\u00a0.75 | .960 [.960, .960] | 100 | met |" in page
    assert "| Ukrainian behind Spanish in any of these | ≤\u00a0.1 | .16 (" in page
    assert "| Spanish | `persons` | spaCy | .500 | .250 | .333 | 4 |" in page
    assert "| Spanish | 50 | 20 | 3 | 300 |" in page
    assert "- `kin`: Triples" in page
    assert "cousin as relative" in page


def test_a_figure_of_few_cases_is_neither_met_nor_missed() -> None:
    few = {"read.es": {**RESULTS["read.es"], "texts": [{**RESULTS["read.es"]["texts"][0], "counted": counts(9, 9, 9)}]}}
    floor = FLOORS["reading.es.kin.f1"]
    of = score_of(scored(few), floor.figure)
    assert verdict(floor.figure, 1.0, floor, of) == "not decided"
    assert "| 9 | not decided |" in asked_table(few, figures(few, FLOORS), {floor.figure: floor})


def test_each_benchs_floors_are_its_own() -> None:
    assert set(of_reading(FLOORS)) | set(of_identity(FLOORS)) | set(of_evidence(FLOORS)) == set(FLOORS)
    assert not set(of_reading(FLOORS)) & set(of_identity(FLOORS))


def test_a_share_of_the_small_part_is_given_more_leeway_and_a_wrong_killed_none() -> None:
    def after(figure: str, measured: float, bound: float, *, is_most: bool) -> float:
        before = Floor(figure=figure, bound=bound, is_most=is_most, why="the first")
        return raised({figure: measured}, {figure: before}, on="22 November 2026")[figure].bound

    assert after("reading.small.kin.f1", 0.8, 0, is_most=False) == pytest.approx(0.78)
    assert after("reading.es.kin.f1", 0.8, 0, is_most=False) == pytest.approx(0.795)
    assert after("reading.small.killed.wrong", 1, 99, is_most=True) == 1
