"""Correcting an origin at a terminal: what would follow is shown first, and it can be undone."""

from pathlib import Path

import pytest
from tests.cli.conftest import Command
from tests.one_news import OWN, WIRE

pytestmark = pytest.mark.slow


def test_two_reports_are_held_for_one_origin_and_for_two_again(paradero: Command, tmp_path: Path) -> None:
    refs = []
    for name, text in (("wire", WIRE), ("own", OWN)):
        file = tmp_path / f"{name}.txt"
        file.write_text(text, encoding="utf-8")
        taken = paradero.json("take-in", file, "--source", name)
        refs += [each["taken_in"]["item_ref"] for each in taken["files"]]
    wire, own = refs

    shown = paradero("judge-origin", wire, own).stdout
    assert "2 origins would be 1:" in shown
    assert "It would be shown as in dispute" in shown.replace("it would", "It would")

    assert paradero("judge-origin", wire, own, "same", typed="n\n").returncode == 1
    kept = paradero(
        "judge-origin",
        wire,
        own.lower(),
        "same",
        typed="y\n",
    )
    assert "They count as one origin" in kept.stdout
    assert "They count as two origins" in paradero("judge-origin", wire, own, "--undo").stdout
    assert paradero.json("judge-origin", wire, own, "different")["disputed"] is True

    refused = paradero("judge-origin", wire, wire, "same", "--yes")
    assert refused.returncode == 1
    assert "one and the same report" in refused.stderr
    assert paradero("judge-origin", wire, own, "same", "--undo").returncode == 2
