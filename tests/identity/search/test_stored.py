import json
import os
import shutil
import signal
from pathlib import Path

import pytest

from paradero.identity.search import stored
from paradero.identity.search.names_index import NamesIndex
from paradero.identity.search.stored import MANIFEST, StoredIndexError, read_manifest, write_manifest

HELD = ["Дорошенков Руслан Сергеевич", "Хоменко Сергій", "Timur Dashiev", "Верещак Олена", "Yeison Cuastumal \ud800"]
ASKED = ["Ruslan Doroshenkov", "Jomenko", "Дашиев Тимур", "Olena Vereshchak", "Куастумаль"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


def _grown() -> NamesIndex:
    index = NamesIndex(HELD)
    index.add(40, ["Ruslán Doroshenkov"])
    index.remove(2)
    return index


def _save(index: NamesIndex, folder: Path) -> None:
    write_manifest(folder, index.put(folder))


def _opened(folder: Path) -> NamesIndex:
    return NamesIndex.opened(folder, read_manifest(folder)["parts"])


def test_what_was_saved_answers_as_before(folder: Path) -> None:
    index = _grown()
    _save(index, folder)
    opened = _opened(folder)
    assert opened.search(ASKED) == index.search(ASKED)
    assert len(opened) == len(index)


def test_what_was_opened_grows_shrinks_and_is_saved_again(folder: Path) -> None:
    _save(_grown(), folder)
    opened = _opened(folder)
    opened.add(50, ["Лисогор Максим"])
    opened.remove(0)
    _save(opened, folder)
    again = _opened(folder)
    assert again.search(["Lysohor Maksym"])[0][0][0] == 50
    assert 0 not in {number for number, _ in again.search(["Ruslan Doroshenkov"])[0]}
    blob = b"".join(path.read_bytes() for path in folder.rglob("*.npy"))
    assert "Руслан Сергеевич".encode() not in blob, "what was removed is still on the disk"
    assert "Верещак".encode() in blob


def test_what_another_process_cleared_away_is_written_again(folder: Path) -> None:
    """Each saves what it holds; the later of the two clears away what it does not name itself."""
    index, other = _grown(), _grown()
    _save(index, folder)
    _save(other, folder)
    _save(index, folder)
    assert _opened(folder).search(ASKED) == index.search(ASKED)


def test_an_index_of_another_version_is_not_used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _save(_grown(), folder)
    monkeypatch.setattr(stored, "made_by", lambda: "another version")
    with pytest.raises(StoredIndexError, match="another version"):
        _opened(folder)


def test_where_there_is_no_index_it_says_so(folder: Path) -> None:
    with pytest.raises(StoredIndexError, match="no index"):
        _opened(folder)


@pytest.mark.parametrize("harm", ["cut", "gone", "empty", "manifest cut", "manifest of something else"])
def test_a_harmed_index_is_noticed(folder: Path, harm: str) -> None:
    _save(_grown(), folder)
    path = next(folder.rglob("entry_word.npy"))
    manifest = folder / MANIFEST
    match harm:
        case "cut":
            path.write_bytes(path.read_bytes()[:-4])
        case "gone":
            path.unlink()
        case "empty":
            path.write_bytes(b"")
        case "manifest cut":
            manifest.write_text(manifest.read_text()[:-9])
        case _:
            manifest.write_text("[]")
    with pytest.raises(StoredIndexError):
        _opened(folder)


def test_an_unfinished_save_is_cleared_away_by_the_next(folder: Path) -> None:
    index = _grown()
    _save(index, folder)
    (folder / "0123456789abcdef").mkdir()
    (folder / f"{MANIFEST}.waiting").write_text("{")
    _save(index, folder)
    named = {part["folder"] for part in json.loads((folder / MANIFEST).read_text())["parts"]}
    assert {path.name for path in folder.iterdir()} == {MANIFEST, *named}


@pytest.mark.parametrize("step", ["before the part", "before the manifest", "before clearing away"])
def test_a_process_killed_while_saving_leaves_the_old_index_or_the_new(folder: Path, step: str) -> None:
    """A machine may stop at any moment; what is found afterwards must answer."""
    index = _grown()
    _save(index, folder)
    expected = index.search(ASKED)
    index.add(60, ["Лисогор Артем"])
    child = os.fork()
    if child == 0:
        _save_and_die(index, folder, step)
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    if step == "before clearing away":
        assert _opened(folder).search(["Lysohor Artem"])[0][0][0] == 60
    else:
        assert _opened(folder).search(ASKED) == expected


def _save_and_die(index: NamesIndex, folder: Path, step: str) -> None:
    def die(*_args: object, **_kept: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    if step == "before the part":
        stored._sync = die
    elif step == "before the manifest":
        json.dump = die  # the manifest is written last
    else:
        shutil.rmtree = die  # type: ignore[assignment]  # what is no longer named is cleared away last
        (folder / "left over").mkdir()
    _save(index, folder)
    os._exit(1)
