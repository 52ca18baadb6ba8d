"""The parts of the corpus: what a reader learns from, what its settings are chosen on, and what it is measured on."""

from collections.abc import Iterator
from pathlib import Path

from paradero.corpus.kinds import LANGUAGES, PRACTICE_VOICES, VOICES
from paradero.corpus.notation import NotationError, read
from paradero.terms.annotated import AnnotatedText
from paradero.terms.refusal import Refusal

TRAIN, TUNE, REPORT = PARTS = ("train", "tune", "report")
PRACTICE = "practice"
"""Texts that were written to be learned from, beside the parts that are counted and measured."""
_VOICES_OF = {
    TUNE: ("ngo_release", "live_blog"),
    REPORT: ("tabloid", "channel_post", "interview"),
    PRACTICE: PRACTICE_VOICES,
}
"""Whole voices: what is learned from one author's manner is not measured on it."""


class CorpusError(Refusal):
    """The corpus is not where it was looked for, or a text of it cannot be read."""


def part_of(voice: str) -> str:
    """Return the part that the texts of a voice belong to.

    >>> part_of("wire"), part_of("tabloid")
    ('train', 'report')
    """
    return next((part for part, voices in _VOICES_OF.items() if voice in voices), TRAIN)


def files_of(corpus: Path, *parts: str) -> Iterator[Path]:
    """Give the files of parts of the corpus, by language and voice; no other part's folder is looked into.

    A corpus may have no practice texts.

    Raises:
        CorpusError: If a part is not there.
    """
    for part in parts:
        folder = corpus / part
        if part == PRACTICE and not folder.is_dir():
            continue
        if not folder.is_dir():
            raise CorpusError(f"{corpus} holds no folder '{part}': name the folder of the corpus with --corpus.")
        for language in LANGUAGES:
            for voice in (*VOICES, *PRACTICE_VOICES):
                yield from sorted((folder / language / voice).glob("*.txt"))


def read_part(corpus: Path, *parts: str) -> tuple[AnnotatedText, ...]:
    """Return the texts of parts of the corpus.

    Raises:
        CorpusError: If a part is not there, or a text cannot be read.
    """
    return tuple(read_file(file) for file in files_of(corpus, *parts))


def read_file(file: Path) -> AnnotatedText:
    """Return the text of one file.

    Raises:
        CorpusError: If it cannot be read.
    """
    try:
        return read(file.read_text(encoding="utf-8"))
    except (NotationError, UnicodeDecodeError) as fault:
        raise CorpusError(f"{file}: {fault}") from fault


def for_learning(corpus: Path) -> tuple[AnnotatedText, ...]:
    """Return what a reader may learn from; whoever works on the reader reads the corpus through this and `for_tuning`.

    Raises:
        CorpusError: As `read_part`.
    """
    return read_part(corpus, TRAIN, PRACTICE)


def for_tuning(corpus: Path) -> tuple[AnnotatedText, ...]:
    """Return what settings may be chosen on.

    Raises:
        CorpusError: As `read_part`.
    """
    return read_part(corpus, TUNE)
