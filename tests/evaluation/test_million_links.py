"""Whole lists linked and scored against the truth."""

import sys
from pathlib import Path

import pytest
from benchmarks.million_links import run, score, shares

pytest.importorskip("duckdb", reason="the extra [link] is not installed")

LINKS = "left_id,right_id,match_weight,match_probability\n0,0,9,0.99\n1,1,9,0.99\n2,5,3,0.9\n3,3,-1,0.4\n"
TRUTH = "left_id,right_id\n0,0\n1,1\n2,2\n3,3\n"


def test_links_are_scored_against_the_truth(tmp_path: Path) -> None:
    links, truth = tmp_path / "links.csv", tmp_path / "truth.csv"
    links.write_text(LINKS, encoding="utf-8")
    truth.write_text(TRUTH, encoding="utf-8")
    said = {"truth": 4, "links": 3, "precision_at_half": 0.6667, "recall_at_half": 0.5, "r_at_p99": 0.5}
    assert score(links, truth) == said


def test_links_of_one_probability_stand_or_fall_together() -> None:
    assert shares([(0.9, 100, 98), (0.8, 200, 200)], 1000)["r_at_p99"] == 0.298
    assert shares([(0.9, 100, 98)], 1000)["r_at_p99"] == 0


def test_no_link_at_all_has_no_precision() -> None:
    said = {"links": 0, "precision_at_half": None, "recall_at_half": 0.0, "r_at_p99": 0.0}
    assert shares([], 10) == said


@pytest.mark.slow
def test_what_a_command_took_counts_the_processes_that_it_starts() -> None:
    held = "x = bytearray(120_000_000); import time; time.sleep(1.5)"
    starts = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {held!r}], check=True)"
    cost = run([sys.executable, "-c", starts])
    assert cost.seconds >= 1.5
    assert 0.1 < cost.peak_gb < 0.5


def test_a_command_that_fails_is_no_measurement() -> None:
    with pytest.raises(Exception, match="exit status 3"):
        run([sys.executable, "-c", "raise SystemExit(3)"])
