from typing import Any

import pytest
from tests.intake.reports import opened
from tests.intake.video_info_shapes import video, written

from paradero.terms.report import Media


@pytest.mark.parametrize(
    ("fields", "media"),
    [
        ({"filesize": 812_004}, Media(kind="video", address="clip.mp4", size_bytes=812_004, duration_s=61)),
        ({"filesize_approx": 812_004}, Media(kind="video", address="clip.mp4", duration_s=61)),
        ({"duration": 61.25}, Media(kind="video", address="clip.mp4", duration_s=61.25)),
        ({"duration": -61, "filesize": -1}, Media(kind="video", address="clip.mp4")),
        ({"duration": "61", "filesize": "812004"}, Media(kind="video", address="clip.mp4")),
        ({"duration": 1e300, "filesize": 10**30}, Media(kind="video", address="clip.mp4")),
        ({"duration": None, "live_status": "is_live", "is_live": True}, Media(kind="video", address="clip.mp4")),
        ({"vcodec": "none", "ext": "m4a"}, Media(kind="audio", address="clip.m4a", duration_s=61)),
        ({"vcodec": "none", "ext": "webm"}, Media(kind="audio", address="clip.webm", duration_s=61)),
        ({"vcodec": None, "ext": "mp3"}, Media(kind="audio", address="clip.mp3", duration_s=61)),
    ],
)
def test_the_video_lies_beside_its_info_file_under_the_same_name(fields: dict[str, Any], media: Media) -> None:
    (report,) = opened(written(video(**fields)), "clip.info.json").reports

    assert report.media == (media,)


@pytest.mark.parametrize("fields", [{"ext": None}, {"ext": "../../x"}, {"ext": 4}, {"live_status": "is_upcoming"}])
def test_a_video_that_is_not_saved_or_not_yet_shown_carries_no_file(fields: dict[str, Any]) -> None:
    assert opened(written(video(**fields)), "clip.info.json").reports[0].media == ()


@pytest.mark.parametrize(
    ("beside", "address"),
    [
        ({"clip.mp4": "a" * 64}, "clip.mp4"),
        ({"clip.mkv": "a" * 64}, "clip.mkv"),  # best picture and best sound, merged
        ({"clip.webp": "b" * 64, "clip.opus": "a" * 64}, "clip.opus"),  # only the sound was kept
        ({"clip.mkv": "b" * 64, "clip.mp4": "a" * 64}, "clip.mp4"),
        ({"otro.mp4": "b" * 64}, None),
    ],
)
def test_the_file_that_came_along_is_the_videos(beside: dict[str, str], address: str | None) -> None:
    """Two posts of one file are one origin, which is told by its SHA-256."""
    (report,) = opened(written(video()), "clip.info.json", beside=beside).reports
    (media,) = report.media

    assert (media.address, media.sha256) == (address or "clip.mp4", "a" * 64 if address else None)
