"""The model as a file, and its card: what is written is what is read, and the card says nothing else."""

import tomllib
from pathlib import Path

import pytest
from tests.identity.fitting.worlds import world

from paradero.identity.fitting import Fitted, fit
from paradero.identity.fitting.card import card
from paradero.identity.fitting.model_file import model_text
from paradero.identity.model import MODEL, SHIPPED, ModelRefused, model_of, read_model
from paradero.terms.resources import resource

ROOT = Path(__file__).resolve().parents[3]
SHIPPED_TEXT = resource(SHIPPED).read_text(encoding="utf-8")
RECORD = {"on": "2024-06-01", "data": "A made world.", "groups": {}, "measured": {"made": {"ece": 0.01, "said": [0.5]}}}


@pytest.fixture(scope="module")
def fitted() -> Fitted:
    return fit([world(1, sightings=400)[0]], start=MODEL.as_stated())


def test_what_is_written_is_what_is_read(fitted: Fitted) -> None:
    model = model_of(model_text(SHIPPED_TEXT, fitted, version="7.test", record=RECORD), name="made")

    assert model.name == "paradero-identity-7.test"
    assert set(model.rows) == set(MODEL.rows)
    for name, row in fitted.model.rows.items():
        assert model.rows[name].m == pytest.approx(row.m, rel=1e-3)
        assert model.rows[name].u == (row.u if row.u is None else pytest.approx(row.u, rel=1e-3))
    assert model.roles == MODEL.roles
    assert model.base_rate == MODEL.base_rate
    assert model.fitted["data"] == "A made world."
    assert model.fitted["pairs"] == 3200


def test_a_fitted_model_still_knows_what_was_stated(fitted: Fitted) -> None:
    """The next fit begins with the stated numbers, so that nothing counts twice."""
    once = model_of(model_text(SHIPPED_TEXT, fitted, version="7", record=RECORD), name="made")
    twice = model_of(
        model_text(model_text(SHIPPED_TEXT, fitted, version="7", record=RECORD), fitted, version="8", record={}),
        name="made",
    )

    assert once.as_stated().rows == MODEL.as_stated().rows == twice.as_stated().rows
    assert "data" not in twice.fitted


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("[home]", "[house]", "home.agrees"),
        ("base_rate = ", "base = ", "no weighing model"),
        ("[side]\n", "[side]\nlonely = { m = 1.5, u = 0.5, why = 'no probability' }\n", "no probabilities"),
    ],
)
def test_a_file_that_cannot_be_weighed_with_is_refused(old: str, new: str, sentence: str) -> None:
    assert old in SHIPPED_TEXT
    with pytest.raises(ModelRefused, match=sentence):
        model_of(SHIPPED_TEXT.replace(old, new), name="mended.toml")


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "picture").write_bytes(b"\xff\xd8\xff")
    with pytest.raises(ModelRefused, match="picture"):
        read_model(tmp_path / "picture")


def test_the_card_of_the_shipped_model_is_made_from_its_file() -> None:
    """A card that says other numbers than the file is worse than none."""
    written = ROOT / "docs" / "models" / f"{MODEL.name}.md"
    assert written.read_text(encoding="utf-8") == card(MODEL)


def test_the_card_tells_data_every_row_errors_and_limits() -> None:
    said = card(MODEL)

    assert all(f"| {name} |" in said for name in MODEL.rows)
    for heading in ("## Data", "## Method", "## Errors", "### By group", "## Limits"):
        assert heading in said


def test_the_shipped_model_says_on_what_it_was_fitted_and_how_wrong_it_is() -> None:
    figures = tomllib.loads(SHIPPED_TEXT)["fitted"]["measured"]
    both = [rows for name, rows in figures.items() if name.startswith("seeds")]

    assert len(both) == 2
    assert all(rows["ece"] < 0.06 and rows["f1_at_the_threshold"] > 0.9 for rows in both)
    assert both[0]["f1_at_its_own_best"] - both[0]["f1_at_the_threshold"] < 0.01
