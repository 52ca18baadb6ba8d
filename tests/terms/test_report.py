"""Reports lie in the store as JSON, for years: what is kept of one must be readable whenever it was written."""

from datetime import UTC, date, datetime

from paradero.terms.dates import DateKnownFrom
from paradero.terms.plain import from_json, to_json
from paradero.terms.report import Block, BlockKind, Media, Pointer, PointerKind, Report, SealedPiece
from paradero.terms.spans import Span

WRITTEN_BEFORE_POINTERS = """
{
 "text": "Galina espera.",
 "blocks": [{"span": {"start": 0, "end": 14}, "kind": "body"}],
 "pieces": [{"text": {"start": 0, "end": 14}, "sealed": {"start": 40, "end": 54}}],
 "source": "El Faro del Sur",
 "author": null,
 "passed_on_from": null,
 "platform": "Telegram",
 "published_on": "2024-05-22",
 "date_known_from": "the export states it",
 "media": [{"kind": "video", "address": "v.mp4", "caption": null, "size_bytes": 5, "duration_s": 33.0, "sha256": null}]
}
"""
REPORT = Report(
    text="Galina espera.",
    blocks=(Block(span=Span(0, 14), kind=BlockKind.BODY),),
    pieces=(SealedPiece(text=Span(0, 14), sealed=Span(40, 54)),),
    source="El Faro del Sur",
    platform="Telegram",
    published_on=date(2024, 5, 22),
    date_known_from=DateKnownFrom.EXPORT,
    media=(Media(kind="video", address="v.mp4", size_bytes=5, duration_s=33.0),),
)


def test_a_report_stored_before_it_could_point_is_read_as_pointing_nowhere() -> None:
    assert from_json(Report, WRITTEN_BEFORE_POINTERS) == REPORT


def test_whatever_a_report_points_to_and_when_it_was_published_is_kept() -> None:
    report = Report(
        text="",
        blocks=(),
        pieces=(),
        media=(Media(kind="image"),),
        points_to=(
            *(Pointer(kind=kind) for kind in PointerKind),
            Pointer(kind=PointerKind.QUOTES, address="a", name="b"),
        ),
        published_at=datetime(2024, 5, 22, 20, 40, 10, tzinfo=UTC),
        edited=True,
    )

    assert from_json(Report, to_json(report)) == report
