"""`paradero link` as a person runs it."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Command

pytest.importorskip("splink", reason="the extra [link] is not installed")

SEEN = "id,name,birth,rank\nS1,Ruslan Doroshenkov,~1991,\nS2,Anton Vereschak,soon,\n"
SOUGHT = "id;name;birth;town\nE1;Дорошенков Руслан Сергеевич;12.03.1991;Воронеж\nE2;Хоменко Сергій;;\n"


@pytest.fixture
def lists(tmp_path: Path) -> tuple[Path, Path, Path]:
    (tmp_path / "seen.csv").write_text(SEEN, encoding="utf-8")
    (tmp_path / "sought.csv").write_text(SOUGHT, encoding="utf-8")
    return tmp_path / "seen.csv", tmp_path / "sought.csv", tmp_path / "links.csv"


def test_two_lists_are_linked_and_the_run_says_what_it_read(unnamed: Command, lists: tuple[Path, Path, Path]) -> None:
    seen, sought, out = lists
    ended = unnamed("link", seen, sought, "--out", out, "--memory", "500MB", "--base-rate", "0.5")

    assert ended.returncode == 0, ended.stderr
    assert (
        "seen.csv: 2 records; read id, name, birth; ignored rank; not there: father, town, unit, mother" in ended.stdout
    )
    assert "1 record with a birth that could not be read" in ended.stdout
    assert "as you said" in ended.stdout
    assert [line[:5] for line in out.read_text(encoding="utf-8").splitlines()[1:]] == ["S1,E1"]
    assert "Finding pairs to compare" in ended.stderr
    assert not unnamed.home.exists()


def test_a_script_gets_the_account_as_json(unnamed: Command, lists: tuple[Path, Path, Path]) -> None:
    seen, sought, out = lists
    ended = unnamed("link", seen, sought, "--out", out, "--memory", "500MB", "--json")

    told = json.loads(ended.stdout)
    assert (told["left"]["records"], told["links"], told["counterparts_known_from"]) == (2, 1, "assumed")


REFUSED = [
    ("seen.csv", SEEN[:-12], "cut off"),
    ("links.csv", "years of work", "exists already"),
    ("seen.csv", "number,name\n1,Ruslan\n", "no column `id`"),
]


@pytest.mark.parametrize(("file", "held", "said"), REFUSED, ids=[said for _, _, said in REFUSED])
def test_what_cannot_be_linked_is_refused_in_a_sentence(
    unnamed: Command, lists: tuple[Path, Path, Path], file: str, held: str, said: str
) -> None:
    seen, sought, out = lists
    seen.with_name(file).write_text(held, encoding="utf-8")
    ended = unnamed.here("link", str(seen), str(sought), "--out", str(out))

    assert ended.exit_code == 1
    assert said in ended.stderr


@pytest.mark.parametrize(
    "option", [["--memory", "much"], ["--engine", "abacus"], ["--base-rate", "2"], ["--threads", "0"]]
)
def test_a_wrong_option_ends_with_the_usage(
    unnamed: Command, lists: tuple[Path, Path, Path], option: list[str]
) -> None:
    seen, sought, out = lists
    ended = unnamed.here("link", str(seen), str(sought), "--out", str(out), *option)

    assert ended.exit_code == 2
    assert not out.exists()
