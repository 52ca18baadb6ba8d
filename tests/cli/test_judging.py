"""Judging at a terminal: what follows is shown first, what contradicts is refused, and it can be undone."""

import json
from pathlib import Path

import pytest
from tests.cli import world
from tests.cli.conftest import Command

pytestmark = pytest.mark.slow


@pytest.fixture
def three(paradero: Command, tmp_path: Path) -> tuple[str, str, str]:
    """Two enquiries for one man, and a sighting of him."""
    taken = paradero.json("take-in", world.report(tmp_path), "--source", "El Faro del Sur")
    ((sighting, *_),) = [file["taken_in"]["sightings"] for file in taken["files"]]
    brother = tmp_path / "brother.json"
    brother.write_text(json.dumps(world.ENQUIRY | {"own_reference": "2026-0118", "enquirer": "brother"}))
    opened = [paradero.json("enquire", form)["enquiries"][0]["ref"] for form in (world.enquiry(tmp_path), brother)]
    return opened[0], opened[1], sighting


def test_what_follows_is_shown_and_asked_before_it_is_kept(paradero: Command, three: tuple[str, str, str]) -> None:
    sister, brother, sighting = three
    assert "nothing follows for others." in paradero("judge", sister, sighting).stdout
    assert "It confirms nothing." in paradero("judge", sister, sighting, "same").stdout

    declined = paradero("judge", sister, brother, "same", typed="n\n")
    assert f"{brother} Хоменко Сергій Олександрович / {sighting}" in declined.stdout
    assert declined.returncode == 1
    assert [member["ref"] for member in paradero.json("group", brother)["members"]] == [brother]

    assert paradero("judge", sister.lower(), brother, "same", typed="y\n").returncode == 0
    shown = paradero("group", brother).stdout
    assert all(ref in shown for ref in three)
    assert "To be looked at" in shown

    refused = paradero("judge", brother, sighting, "different", "--yes")
    assert refused.returncode == 1
    assert "contradicts what is held already" in refused.stderr

    assert paradero("judge", sister, brother, "--undo").returncode == 0
    assert "Nobody is held for one person" in paradero("group", brother).stdout


def test_whoever_opens_an_enquiry_is_told_of_another_for_the_same_person(paradero: Command, tmp_path: Path) -> None:
    first = paradero.json("enquire", world.enquiry(tmp_path))["enquiries"][0]["ref"]
    brother = tmp_path / "brother.json"
    brother.write_text(json.dumps(world.ENQUIRY | {"own_reference": "2026-0118", "own_words": "Шукаю її брата."}))
    told = paradero("enquire", brother)

    assert f"{first} may seek the same person (Хоменко Сергій Олександрович). Judge: paradero judge E-" in told.stdout
    assert world.ENQUIRY["own_words"] not in told.stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["E-0000-0000", "S-0000-0000", "certain"], 2),
        (["E-0000-0000", "S-0000-0000", "same", "--undo"], 2),
        (["E-0000-0000", "S-0000-0000", "same"], 1),
        (["E-0000-0000", "E-0000-0000", "same"], 1),
        (["I-0000-0000", "E-0000-0000"], 1),
    ],
)
def test_what_cannot_be_judged_is_said(paradero: Command, arguments: list[str], code: int) -> None:
    ended = paradero("judge", *arguments)
    assert ended.returncode == code
    assert "Traceback" not in ended.stderr
