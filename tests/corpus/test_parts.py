"""Whoever works on the reader learns from two parts and never opens the third."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.corpus.sample import SAMPLE

from paradero.corpus.kinds import PRACTICE_VOICES, VOICES
from paradero.corpus.parts import (
    PARTS,
    PRACTICE,
    REPORT,
    CorpusError,
    files_of,
    for_learning,
    for_tuning,
    part_of,
    read_part,
)

ROOT = Path(__file__).resolve().parents[2]
MAY_READ_THE_REPORT_PART = {
    "src/paradero/corpus/parts.py",
    "src/paradero/cli/corpus.py",
    "benchmarks/reading_bench.py",
    "benchmarks/reading_run.py",
}
"""What opens it: the loader itself, and the command that checks and counts."""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for part, voice in (("train", "wire"), ("tune", "live_blog"), ("report", "tabloid"), ("practice", "diary")):
        folder = tmp_path / part / "es" / voice
        folder.mkdir(parents=True)
        (folder / f"es-{voice}-01.txt").write_text(
            SAMPLE.replace("es-wire", f"es-{voice}").replace("voice: wire", f"voice: {voice}"), encoding="utf-8"
        )
    return tmp_path


OPENED: list[str] = []
WATCHING = [False]


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if WATCHING[0] and event in {"open", "os.scandir", "os.listdir"}:
        OPENED.append(str(arguments[0]))


sys.addaudithook(_watch)


@contextmanager
def opened() -> Iterator[list[str]]:
    """Give every file and folder that Python opens meanwhile."""
    OPENED.clear()
    WATCHING[0] = True
    try:
        yield OPENED
    finally:
        WATCHING[0] = False


def test_learning_and_tuning_open_nothing_of_the_report_part(corpus: Path) -> None:
    with opened() as files:
        learned, tuned = for_learning(corpus), for_tuning(corpus)
    assert [one.header["voice"] for one in (*learned, *tuned)] == ["wire", "diary", "live_blog"]
    assert [file for file in files if "train" in file], "the watch sees what is opened"
    assert not [file for file in files if "report" in Path(file).parts]


def test_only_the_loader_the_command_and_the_bench_name_the_report_part() -> None:
    """The reader, and whatever trains it, must not even be able to say its name."""
    naming = {
        file.relative_to(ROOT).as_posix()
        for folder in ("src/paradero/corpus", "src/paradero/reading", "src/paradero/cli", "benchmarks", "scripts")
        for file in (ROOT / folder).rglob("*.py")
        if "corpus" in (text := file.read_text(encoding="utf-8"))
        and ("REPORT" in text or "PARTS" in text)
        and ("corpus.parts" in text or file.name == "parts.py")
    }
    assert naming <= MAY_READ_THE_REPORT_PART


def test_parts_are_whole_voices() -> None:
    assert {part_of(voice) for voice in VOICES} == set(PARTS)
    assert sum(part_of(voice) == REPORT for voice in VOICES) == 3
    assert {part_of(voice) for voice in PRACTICE_VOICES} == {PRACTICE}


def test_a_part_that_is_not_there_is_said(corpus: Path) -> None:
    with pytest.raises(CorpusError, match="holds no folder 'learn'"):
        list(files_of(corpus, "learn"))


def test_a_text_that_cannot_be_read_is_named(corpus: Path) -> None:
    (corpus / "train" / "es" / "wire" / "es-wire-02.txt").write_bytes(b"id: x\n\n\xff\n----\n")
    with pytest.raises(CorpusError, match=r"es-wire-02\.txt"):
        read_part(corpus, "train")
