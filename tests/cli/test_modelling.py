"""`paradero model` as a person runs it."""

from pathlib import Path

import pytest
from tests.cli.conftest import Command
from tests.procedures.test_fit_model import HEAD

from paradero.identity.model import MODEL

STEMS = ("Ворож", "Лисогор", "Терех", "Гайдук", "Мирош", "Самсон", "Галуш", "Бурдей")
ENDINGS = ("енко", "ук", "ченко", "овий")


def _list(file: Path, *, skip: int) -> Path:
    names = [stem + ending for stem in STEMS for ending in ENDINGS]
    rows = [f"P-{place},{name},Сергій,19{60 + place}-03-1{place % 10},Полтава\n" for place, name in enumerate(names)]
    file.write_text(HEAD + "".join(rows[skip:]), encoding="utf-8")
    return file


@pytest.mark.slow
def test_a_model_is_fitted_to_two_lists_read_and_put_in_use(paradero: Command, tmp_path: Path) -> None:
    sought, seen, out = (
        _list(tmp_path / "sought.csv", skip=0),
        _list(tmp_path / "seen.csv", skip=4),
        tmp_path / "fitted.toml",
    )
    fitted = paradero("model", "fit", sought, seen, "--out", out, "--version", "9.lists")
    assert fitted.returncode == 0, fitted.stderr
    assert "still weighs as before" in fitted.stdout
    assert f"# {MODEL.name}\n" in paradero("model", "show").stdout

    used = paradero("model", "use", out)
    assert "paradero-identity-9.lists weighs from now on" in used.stdout, used.stderr
    assert paradero("model", "show").stdout.strip() == out.with_suffix(".md").read_text(encoding="utf-8").strip()

    again = paradero("model", "fit", sought, seen, "--out", out)
    assert again.returncode == 2
    assert "never written over" in again.stderr.replace("\n", " ")
    assert paradero("model", "use", sought).returncode == 1
    assert MODEL.name in paradero("model", "use", "--shipped").stdout


def test_one_list_alone_is_wrong_usage(paradero: Command, tmp_path: Path) -> None:
    said = paradero.here("model", "fit", str(_list(tmp_path / "sought.csv", skip=0)), "--out", str(tmp_path / "new"))
    assert said.exit_code == 2
    assert not (tmp_path / "new").exists()
