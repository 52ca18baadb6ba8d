"""Sources at a terminal: listed, graded, named, and what was named taken back."""

from pathlib import Path

import pytest
from tests.cli import world
from tests.cli.conftest import Command

pytestmark = pytest.mark.slow


@pytest.fixture
def item(paradero: Command, tmp_path: Path) -> str:
    taken = paradero.json("take-in", world.report(tmp_path), "--source", "El Faro del Sur")
    return str(taken["files"][0]["taken_in"]["item_ref"])


def test_a_source_is_listed_graded_and_shown_with_its_history(paradero: Command, item: str) -> None:
    (row,) = paradero.json("sources")["rows"]
    assert (row["name"], row["kind"], row["grade"], row["reports"]) == ("El Faro del Sur", "unknown", None, 1)
    ref = row["ref"]
    kept = paradero("source", "grade", ref.lower(), "B", "--reason", "Two years of it").stdout
    assert kept == f"Kept: {ref}, B, usually reliable.\n"
    paradero("source", "grade", ref, "D")
    paradero("source", "information", item, "5", "--reason", "The video is older")
    paradero("source", "kind", ref, "outlet")

    shown = paradero("source", "show", ref).stdout
    assert shown.index("D, not usually reliable") < shown.index("B, usually reliable")
    assert f"{item}/1, 5 improbable" in shown
    assert "(outlet)" in shown
    assert "D not usually reliable" in paradero("sources", "faro").stdout


def test_a_name_is_given_and_taken_back(paradero: Command, item: str) -> None:
    assert item
    ref = paradero.json("sources")["rows"][0]["ref"]
    named = paradero.json("source", "alias", ref, "El Faro")
    refused = paradero("source", "alias", ref, "EL FARO")
    assert (refused.returncode, named["alias_ref"] in refused.stderr) == (1, True)
    undone = paradero("source", "undo-alias", named["alias_ref"])

    assert undone.stdout == f"Taken back: {named['alias_ref']} is no name of {ref} any more.\n"
    assert paradero("sources", "zzyzx").stdout == "No source has this in any of its names.\n"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["grade", "P-0000-0000", "G"], 2),
        (["grade", "P-0000-0000", "B"], 1),
        (["information", "I-0000-0000", "2"], 1),
        (["alias", "P-0000-0000", "Faro"], 1),
        (["undo-alias", "N-0000-0000"], 1),
        (["kind", "P-0000-0000", "outlet"], 1),
        (["show", "P-0000-0000"], 1),
    ],
)
def test_what_cannot_be_said_of_a_source_is_refused(paradero: Command, arguments: list[str], code: int) -> None:
    ended = paradero("source", *arguments)

    assert ended.returncode == code
    assert "Traceback" not in ended.stderr
