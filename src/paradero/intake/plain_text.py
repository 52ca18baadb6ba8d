"""The reader of plain text: one report, every character kept."""

from paradero.intake.item_reader import Declared, ItemReader, published
from paradero.intake.paragraphs import paragraphs
from paradero.intake.unreadable import Unreadable
from paradero.terms.dates import DateKnownFrom
from paradero.terms.report import Block, BlockKind, Report, SealedPiece
from paradero.terms.spans import Span

MARK = "\ufeff"
"""A byte order mark: part of the decoded bytes, not of the text."""

_LONGEST_TITLE = 160
_ENDS_A_SENTENCE = (".", "…", ":", ";", ",")


def read_plain_text(name: str, text: str, declared: Declared) -> tuple[Report, ...]:
    """Return the one report that the whole text is.

    Raises:
        Unreadable: If there is nothing but space in it.
    """
    before = len(MARK) if text.startswith(MARK) else 0
    text = text[before:]
    blocks = _blocks(text)
    if not blocks:
        raise Unreadable(f"{name}: there is no visible text in it. Nothing was taken in.")
    published_on, known_from = published(None, declared, stated_by=DateKnownFrom.UNKNOWN)
    report = Report(
        text=text,
        blocks=blocks,
        pieces=(SealedPiece(text=Span(0, len(text)), sealed=Span(before, before + len(text))),),
        source=declared.source,
        published_on=published_on,
        date_known_from=known_from,
    )
    return (report,)


def _blocks(text: str) -> tuple[Block, ...]:
    spans = list(paragraphs(text))
    title = len(spans) > 1 and _is_title(spans[0].of(text))
    return tuple(
        Block(span=span, kind=BlockKind.TITLE if title and not place else BlockKind.BODY)
        for place, span in enumerate(spans)
    )


def _is_title(line: str) -> bool:
    return len(line) <= _LONGEST_TITLE and "\n" not in line and not line.endswith(_ENDS_A_SENTENCE)


def _knows(_name: str, _text: str) -> bool:
    return True


PLAIN_TEXT = ItemReader(
    kind="plain text", media_type="text/plain", name="paradero plain text 1", knows=_knows, read=read_plain_text
)
