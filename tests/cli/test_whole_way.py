"""The whole way at a terminal: a report and an enquiry in, an explained candidate out, and everything kept whole."""

import json
from pathlib import Path

import pytest
from tests.cli import world
from tests.cli.conftest import Command, environment_of, named

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Command:
    """A folder that holds one report and one enquiry; the tests that share it leave it so."""
    folder = tmp_path_factory.mktemp("filled")
    paradero = named(Command(folder / "home", environment_of(folder / "home")))
    paradero.json("take-in", world.report(folder), "--source", "El Faro del Sur", "--published-on", "2026-05-14")
    paradero.json("enquire", world.enquiry(folder))
    return paradero


def test_a_report_and_an_enquiry_become_an_explained_candidate(filled: Command) -> None:
    candidate, *_ = filled.json("candidates")
    assert "Jomenko" in candidate["seen"]

    explained = filled("explain", candidate["ref"])
    assert explained.returncode == 0, explained.stderr
    assert "A proposal confirms nothing." in explained.stdout
    assert "El Faro del Sur, 2026-05-14" in explained.stdout
    page = filled.json("explain", candidate["ref"], "--language", "uk")
    weights = sum(step["weight_bits"] for step in page["steps"])
    assert weights == pytest.approx(page["row"]["match_weight_bits"])
    assert page["own_words"] == world.ENQUIRY["own_words"]


@pytest.mark.once
def test_the_order_does_not_matter(paradero: Command, tmp_path: Path) -> None:
    """An enquiry that waits is held against every report that comes in later."""
    waiting = paradero("enquire", world.enquiry(tmp_path))
    assert "Nothing found is not news of death." in waiting.stdout

    taken = paradero.json("take-in", world.report(tmp_path))

    assert len(taken["candidates"]["new"]) >= 1
    listed = paradero("candidates")
    assert taken["candidates"]["new"][0] in listed.stdout


@pytest.mark.once
def test_the_same_bytes_twice_are_one_item(filled: Command, tmp_path: Path) -> None:
    again = filled.json("take-in", world.report(tmp_path, name="other-name.txt"))

    assert again["files"][0]["taken_in"]["new"] is False
    assert filled.json("verify")["items"] == 1


def test_the_same_file_number_twice_is_one_enquiry(filled: Command, tmp_path: Path) -> None:
    again = filled.json("enquire", world.enquiry(tmp_path, name="again.json"))

    assert again["enquiries"][0]["new"] is False


@pytest.mark.once
def test_a_clash_of_file_numbers_opens_no_enquiry_of_the_form(paradero: Command, tmp_path: Path) -> None:
    """Whoever mends the form and sends it again would open what stands before the clash a second time."""
    other = world.ENQUIRY | {"own_reference": "N-2", "own_words": "Шукаю брата."}
    clash = other | {"own_words": "Другие слова под тем же номером."}
    form = tmp_path / "clash.json"
    form.write_text(json.dumps([other, clash], ensure_ascii=False), encoding="utf-8")

    ended = paradero("enquire", form)

    assert ended.returncode == 1
    assert "N-2 twice" in ended.stderr
    assert "No enquiry of the form was opened." in ended.stderr
    assert paradero.json("jobs")["rows"] == []


@pytest.mark.once
def test_one_bad_file_does_not_keep_the_others_out(paradero: Command, tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    world.report(folder)
    (folder / "empty.html").write_bytes(b"")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))

    ended = paradero("take-in", folder)

    assert ended.returncode == 1
    assert ended.stderr.count("Refused: ") == 2
    assert "report.txt: 1 report" in ended.stdout
    assert paradero.json("verify")["items"] == 1


@pytest.mark.once
def test_reading_stores_nothing(unnamed: Command, tmp_path: Path) -> None:
    """Somebody may look before they decide what may be kept."""
    ended = unnamed("read", world.report(tmp_path), "--published-on", "2026-05-14")

    assert ended.returncode == 0, ended.stderr
    assert "Persons" in ended.stdout
    assert "Jomenko" in ended.stdout
    assert not unnamed.home.exists()


@pytest.mark.once
def test_a_wish_is_marked_for_the_eye_and_told_to_no_program(unnamed: Command, tmp_path: Path) -> None:
    """A captive's wish is public only as its report's own sentence (R6)."""
    wish = "El prisionero Serhii Jomenko afirma que no quiere volver a Cherkasy ni ser canjeado."
    report = world.report(tmp_path, text=f"{world.REPORT}\n{wish}\n")

    seen = unnamed("read", report)
    assert "⟦" in seen.stdout
    assert "does not store, search, match, count or export" in seen.stdout

    for_programs = unnamed("read", report, "--json").stdout
    assert '"wish' not in for_programs
    (account,) = [one["account"] for one in json.loads(for_programs)["reports"]]
    assert not [claim for claim in account["claims"] if "quiere volver" in claim["says"]]
    assert not [place for place in account["places"] if place["as_written"] == "Cherkasy"]
    assert "Cherkasy" not in seen.stdout.split("Claims, and who says so")[1]


@pytest.mark.once
def test_another_reader_is_plugged_in_by_its_name(unnamed: Command, tmp_path: Path) -> None:
    """Whoever has a stronger reader names it; a wrong name says what to write."""
    report = world.report(tmp_path)

    read_by_it = unnamed("read", report, "--reader", "paradero.reading:RulesReader")
    assert read_by_it.returncode == 0, read_by_it.stderr
    assert "Jomenko" in read_by_it.stdout

    unknown = unnamed("read", report, "--reader", "nowhere:Nobody")
    assert unknown.returncode == 1
    assert "Write package.module:Name" in unknown.stderr


@pytest.mark.once
def test_a_flipped_byte_is_found_and_named(filled: Command) -> None:
    (sealed,) = [path for path in (filled.home / "store").rglob("*") if path.is_file()]
    whole = sealed.read_bytes()
    damaged = bytearray(whole)
    damaged[len(damaged) // 2] ^= 1
    sealed.chmod(0o600)
    sealed.write_bytes(damaged)

    ended = filled("verify")
    for_programs = filled("verify", "--json")
    sealed.write_bytes(whole)

    assert ended.returncode == for_programs.returncode == 3
    assert "WRONG" in ended.stdout
    assert sealed.stem in ended.stdout
    assert "Everything is whole" not in ended.stdout
    assert json.loads(for_programs.stdout)["troubles"]


def test_a_backup_comes_back_whole(filled: Command, tmp_path: Path) -> None:
    before = filled.json("candidates")
    filled.json("backup", tmp_path / "copy")
    elsewhere = filled.elsewhere(tmp_path / "elsewhere")

    restored = elsewhere("restore", tmp_path / "copy", "--key-file", filled.home / "secret" / "kek")

    assert restored.returncode == 0, restored.stderr
    assert "Everything is whole." in restored.stdout
    (elsewhere.home / "paradero.toml").write_bytes((filled.home / "paradero.toml").read_bytes())
    assert [row["ref"] for row in elsewhere.json("candidates")] == [row["ref"] for row in before]


@pytest.mark.once
def test_a_folder_that_holds_something_is_not_restored_over(filled: Command, tmp_path: Path) -> None:
    filled.json("backup", tmp_path / "copy")

    ended = filled("restore", tmp_path / "copy", "--key-file", filled.home / "secret" / "kek")

    assert ended.returncode == 1
    assert filled.json("verify")["items"] == 1


@pytest.mark.once
def test_a_backup_never_writes_into_a_folder_that_is_there(filled: Command, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "mine").write_text("mine")

    assert filled("backup", tmp_path / "there").returncode == 1
    assert (tmp_path / "there" / "mine").read_text() == "mine"
