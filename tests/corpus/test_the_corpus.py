"""The corpus as it is shipped: every text is right, and stands in the folder of its part."""

from pathlib import Path

import pytest

from paradero.corpus.checking import faults_in
from paradero.corpus.counting import COUNTED, asked, counted
from paradero.corpus.kinds import LANGUAGES
from paradero.corpus.parts import PARTS, files_of, part_of, read_file

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
FILES = tuple(files_of(CORPUS, *PARTS))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_right(language: str) -> None:
    wrong = {
        file.stem: faults
        for file in FILES
        if file.stem.startswith(f"{language}-")
        if (faults := faults_in(file.read_text(encoding="utf-8"), called=file.stem))
    }
    assert wrong == {}


def test_a_text_stands_where_its_header_says() -> None:
    for file in FILES:
        said = read_file(file).header
        assert file.parts[-4:-1] == (part_of(said["voice"]), said["language"], said["voice"])


def test_each_text_is_there_once() -> None:
    assert len({file.stem for file in FILES}) == len(FILES)


def test_what_is_counted_is_asked_of_every_language() -> None:
    assert all(set(asked(language)) <= set(COUNTED) for language in LANGUAGES)
    assert set(counted(map(read_file, FILES))) == set(LANGUAGES)
