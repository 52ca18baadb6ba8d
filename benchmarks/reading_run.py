"""Reads the texts of a part of the corpus and counts, of each figure, what is right, found and sought."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import asdict, dataclass, field
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from benchmarks.reading_figures import Counted, counted, misses
from benchmarks.reading_match import Case
from paradero.corpus.parts import REPORT, files_of, read_file
from paradero.terms.account import Account
from paradero.terms.annotated import AnnotatedText
from paradero.terms.dates import DateKnownFrom
from paradero.terms.report import Block, BlockKind, Report
from paradero.terms.spans import Span

ROOT: Final = Path(__file__).resolve().parents[1]
CORPUS: Final = ROOT / "corpus"
OURS: Final = "paradero.reading:read"
SMALL: Final = 4
"""How many texts of each language and voice are the small part, which CI reads: the first by their files' names."""
Read = Callable[[Report], Account]


class Kept(Exception):
    """Misses of the report part are nobody's to see."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """What is kept of one text that was read: no word of it."""

    language: str
    voice: str
    small: bool
    counted: dict[str, Counted]


@dataclass(slots=True, kw_only=True)
class Measured:
    """What reading some texts gave."""

    reader: str = ""
    texts: list[Text] = field(default_factory=list)
    failed: Counter[str] = field(default_factory=Counter)
    """Errors by their kind; a text that could not be read counts as an empty account."""

    def as_json(self) -> dict[str, Any]:
        """Return it as what `json.dumps` takes."""
        return {"reader": self.reader, "texts": [asdict(text) for text in self.texts], "failed": dict(self.failed)}


def reader(called: str = OURS) -> Read:
    """Return a reader by its module and function, `paradero.reading:read`."""
    module, _, function = called.partition(":")
    found: Read = getattr(import_module(module), function)
    return found


def report_of(annotated: AnnotatedText) -> Report:
    """Return a text of the corpus as the desk would take it in: its letters, its day and its outlet, and no mark."""
    said = annotated.header
    return Report(
        text=annotated.text,
        blocks=(Block(span=Span(0, len(annotated.text)), kind=BlockKind.BODY),),
        pieces=(),
        source=said.get("outlet"),
        published_on=date.fromisoformat(said["published"]),
        date_known_from=DateKnownFrom.DECLARED,
    )


def texts_of(part: str, language: str, *, corpus: Path = CORPUS) -> Iterator[tuple[AnnotatedText, bool]]:
    """Give the texts of a part in one language, each with whether it is of the small part."""
    seen = Counter[str]()
    for file in files_of(corpus, part):
        voice = file.parent.name
        if file.parent.parent.name == language:
            seen[voice] += 1
            yield read_file(file), seen[voice] <= SMALL


def measured(read: Read, part: str, language: str, *, small: bool = False, corpus: Path = CORPUS) -> Measured:
    """Read the texts of a part in one language, with `small` only the small part, and count.

    An error of the reader is counted for the report part, so that no message shows a text, and raised for the others.
    """
    result = Measured()
    for annotated, is_small in texts_of(part, language, corpus=corpus):
        if small and not is_small:
            continue
        try:
            account = read(report_of(annotated))
        except Exception as error:
            if part != REPORT:
                raise
            result.failed[type(error).__name__] += 1
            account = Account(language=language, reader=result.reader)
        result.reader = account.reader
        found = counted(Case(annotated, account))
        voice = annotated.header["voice"]
        result.texts.append(Text(language=language, voice=voice, small=is_small, counted=found))
    return result


def all_misses(read: Read, part: str, language: str, *, names: Collection[str], corpus: Path = CORPUS) -> Iterator[str]:
    """Give a line for everything that some figures count as missed or wrong in a part that may be looked at.

    Raises:
        Kept: If the part is the report part.
    """
    if part == REPORT:
        raise Kept("The report part measures a reader that nobody fitted to it: its misses are shown to nobody.")
    for annotated, _ in texts_of(part, language, corpus=corpus):
        yield from misses(Case(annotated, read(report_of(annotated))), names)
