"""What every report must keep, whichever reader made it."""

import html
from collections.abc import Callable
from pathlib import Path

from paradero.intake import Declared, Opened, open_bytes
from paradero.intake.decoding import decode
from paradero.intake.json_text import escapes
from paradero.intake.x_posts.wording import unescaped
from paradero.terms.report import BlockKind, Report

DATA = Path(__file__).parent / "data"


def _json(stretch: str) -> str:
    return "".join(meant for _, meant in escapes(stretch))


def _same(stretch: str) -> str:
    return stretch


def _of_x(stretch: str) -> str:
    return unescaped(_json(stretch))


MEANING: dict[str, Callable[[str], str]] = {
    "plain text": _same,
    "HTML page": html.unescape,
    "Telegram export": _json,
    "yt-dlp info file": _json,
    "X web export": _of_x,
    "X API export": _of_x,
}


def opened(data: bytes | str, name: str, **declared: object) -> Opened:
    """Open bytes and hold the result to what every reader promises."""
    data = data.encode() if isinstance(data, str) else data
    item = open_bytes(data, name=name, declared=Declared(**declared))  # type: ignore[arg-type]
    if item.reports:
        sealed = decode(item.data, name=name).text
        for report in item.reports:
            hold_to_its_pieces(report, sealed, MEANING[item.kind])
    return item


def hold_to_its_pieces(report: Report, sealed: str, meaning: Callable[[str], str]) -> None:
    covered = 0
    for piece in report.pieces:
        assert covered <= piece.text.start < piece.text.end <= len(report.text)
        kept, shown = piece.sealed.of(sealed), piece.text.of(report.text)
        assert shown == (kept if len(kept) == len(shown) else meaning(kept))
        # What stands in no piece is a folded line end or the line between two blocks.
        assert not report.text[covered : piece.text.start].strip()
        covered = piece.text.end
    assert not report.text[covered:].strip()
    ends = 0
    for block in report.blocks:
        assert ends <= block.span.start < block.span.end <= len(report.text)
        assert block.span.of(report.text).strip() == block.span.of(report.text)
        ends = block.span.end
    report.text.encode()  # no lone surrogate
    assert "\0" not in report.text


def lines(report: Report, kind: BlockKind) -> list[str]:
    return [block.span.of(report.text) for block in report.blocks if block.kind is kind]


def page(name: str) -> str:
    return (DATA / name).read_text()


def page_of(body: str, head: str = "", **declared: object) -> Report:
    (report,) = opened(
        f"<!doctype html><html><head>{head}</head><body>{body}</body></html>", "a.html", **declared
    ).reports
    return report
