"""`paradero corpus` as a person runs it."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Command
from tests.corpus.sample import long_enough

from paradero.corpus.notation import write
from paradero.corpus.parts import PARTS, read_file


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    for part in PARTS:
        (folder / part).mkdir(parents=True)
    text = folder / "train" / "es" / "wire" / "es-wire-01.txt"
    text.parent.mkdir(parents=True)
    text.write_text(long_enough(), encoding="utf-8")
    return folder


def test_a_corpus_is_checked_shown_counted_and_drawn(paradero: Command, corpus: Path, tmp_path: Path) -> None:
    checked = paradero.here("corpus", "check", "--corpus", str(corpus))
    assert (checked.exit_code, checked.stdout.strip()) == (0, "1 texts, 0 of them with faults.")

    shown = paradero.here("corpus", "show", "es-wire-01", "--corpus", str(corpus)).stdout
    assert "⸤34 años⸥p1.age=34" in shown
    assert "by=p2>s0" in shown

    as_json = json.loads(paradero.here("corpus", "show", "es-wire-01", "--json", "--corpus", str(corpus)).stdout)
    assert as_json["id"] == "es-wire-01"

    counted = paradero.here("corpus", "count", "--corpus", str(corpus)).stdout
    assert "1 (210)" in counted
    assert "No text has been annotated a second time." in counted

    page = tmp_path / "page.html"
    assert "1 texts are in" in paradero.here("corpus", "page", str(page), "--corpus", str(corpus)).stdout
    assert "Luz Dary Rojas" in page.read_text(encoding="utf-8")


def test_a_second_annotation_is_held_against_the_first(paradero: Command, corpus: Path) -> None:
    second = corpus / "second"
    second.mkdir()
    (second / "es-wire-01.txt").write_text(long_enough().replace("role=kin", "role=witness"), encoding="utf-8")
    assert (
        "Annotated twice: 1 texts. Spans F1 1.000" in paradero.here("corpus", "count", "--corpus", str(corpus)).stdout
    )


def test_a_second_annotation_after_an_older_guide_is_left_out(paradero: Command, corpus: Path) -> None:
    second = corpus / "second"
    second.mkdir()
    (second / "es-wire-01.txt").write_text(
        long_enough().replace("fue [capturado]", "[fue capturado]"), encoding="utf-8"
    )
    counted = paradero.here("corpus", "count", "--corpus", str(corpus)).stdout
    assert "1 second annotations do not follow the guide as it is now" in counted
    assert "No text has been annotated a second time." in counted


def test_faults_are_said_and_a_text_is_tidied(paradero: Command, corpus: Path) -> None:
    (file,) = corpus.rglob("*.txt")
    file.write_text(long_enough().replace("role=kin", "role='kin'"), encoding="utf-8")
    checked = paradero.here("corpus", "check", "--corpus", str(corpus))
    assert checked.exit_code == 1
    assert "run 'paradero corpus tidy'" in checked.stderr

    assert "put into the usual form" in paradero.here("corpus", "tidy", str(file)).stdout
    assert write(read_file(file)) == long_enough()


def test_what_is_not_there_is_said(paradero: Command, corpus: Path, tmp_path: Path) -> None:
    missing = paradero.here("corpus", "show", "es-wire-99", "--corpus", str(corpus))
    assert missing.exit_code == 1
    assert "has no text 'es-wire-99'" in missing.stderr
    nowhere = paradero.here("corpus", "check", "--corpus", str(tmp_path))
    assert nowhere.exit_code == 1
    assert "holds no folder 'train'" in nowhere.stderr


def test_a_second_annotation_of_words_that_were_changed_since_is_named_and_left_out(
    paradero: Command, corpus: Path
) -> None:
    second = corpus / "second"
    second.mkdir()
    (second / "es-wire-01.txt").write_text(
        long_enough().replace("palabra palabra", "palabra otra", 1), encoding="utf-8"
    )
    counted = paradero.here("corpus", "count", "--corpus", str(corpus)).stdout
    assert "Left out, for their texts have other words now or are gone: es-wire-01." in counted
    assert "No text has been annotated a second time." in counted
