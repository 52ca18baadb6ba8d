"""`paradero watch`, `seal-days` and `bundle`: a folder is looked into, days are closed, evidence takes two."""

from pathlib import Path

import pytest
from tests.cli import world
from tests.cli.conftest import Command
from tests.intake.warc_shapes import THREE, verbatim

pytestmark = pytest.mark.slow


def test_what_is_put_into_a_watched_folder_is_sealed_once(paradero: Command, tmp_path: Path) -> None:
    folder = tmp_path / "watched"
    folder.mkdir()
    report = world.report(folder)
    (folder / "foto.txt").write_bytes(b"\x00\x01\x02" * 900)

    first = paradero("watch", folder, "--once", "--every", "0.2")
    assert first.returncode == 0, first.stderr
    assert f"{report}: sealed, to be read" in first.stdout
    assert "foto.txt" in first.stderr
    again = paradero("watch", folder, "--once", "--every", "0.2")
    assert "I-" not in again.stdout, "what is held already is passed over"
    assert paradero.json("verify")["items"] == 1


def test_an_archive_in_a_watched_folder_is_taken_apart(paradero: Command, tmp_path: Path) -> None:
    """As `take-in` does: both know the same kinds of files."""
    folder = tmp_path / "watched"
    folder.mkdir()
    (folder / "crawl.warc").write_bytes(b"".join(verbatim(each) for each in THREE))

    ended = paradero("watch", folder, "--once", "--every", "0.2")
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.count("crawl.warc, record") == len(THREE)
    assert "I-" not in paradero("watch", folder, "--once", "--every", "0.2").stdout


def test_a_day_that_is_not_over_is_not_sealed(paradero: Command, tmp_path: Path) -> None:
    paradero.json("take-in", world.report(tmp_path), "--no-wait")

    assert paradero.json("seal-days") == {"sealed": 0, "stamped": 0, "trouble": None}


def test_evidence_is_not_let_out_by_one_account_alone(paradero: Command, tmp_path: Path) -> None:
    taken = paradero.json("take-in", world.report(tmp_path), "--no-wait")
    item = taken["files"][0]["taken_in"]["item_ref"]

    proposed = paradero("bundle", "propose", item, "--purpose", "For the court")
    assert proposed.returncode == 0, proposed.stderr
    ref = proposed.stdout.split()[0]
    alone = paradero("bundle", "approve", ref)
    assert (alone.returncode, "Ask a colleague" in alone.stderr) == (1, True)
    made = paradero("bundle", "make", ref, tmp_path / "case.wacz")
    assert (made.returncode, "second person" in made.stderr) == (1, True)
    assert not (tmp_path / "case.wacz").exists()


def test_what_is_no_bundle_is_refused(paradero: Command, tmp_path: Path) -> None:
    (tmp_path / "case.wacz").write_bytes(b"no zip")

    ended = paradero("bundle", "take-in", tmp_path / "case.wacz")
    assert ended.returncode == 1
    assert "case.wacz" in ended.stderr
