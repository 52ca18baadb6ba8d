import json
from typing import Any

import pytest
from tests.intake.reports import opened
from tests.intake.video_info_shapes import listed, video, written

MARK = "gfw3ay"


@pytest.mark.parametrize(
    "fields",
    [
        {"comments": [{"author": MARK, "text": MARK}]},
        {"subtitles": {"live_chat": [{"data": MARK}]}},
        {"subtitles": {"danmaku": [{"data": MARK}], "rechat": [{"url": MARK}]}},
        {"subtitles": {"es": [{"ext": "vtt", "url": MARK}]}},
        {"automatic_captions": {"es": [{"url": MARK}]}},
        {"http_headers": {"Cookie": MARK}},
        {"cookies": MARK},
        {"url": MARK, "urls": MARK},
        {"manifest_url": MARK},
        {"formats": [{"url": MARK, "fragments": [{"url": MARK}], "cookies": MARK, "http_headers": {"A": MARK}}]},
        {"requested_formats": [{"url": MARK, "manifest_url": MARK, "fragment_base_url": MARK}]},
        {"requested_downloads": [{"filepath": MARK, "__finaldir": MARK}]},
        {"requested_subtitles": {"es": {"filepath": MARK, "url": MARK}}},
        {"_filename": MARK, "filename": MARK, "filepath": MARK, "infojson_filename": MARK},
        {"__x_forwarded_for_ip": MARK, "__files_to_move": {MARK: MARK}},
        {"original_url": MARK},
        {"thumbnail": MARK, "thumbnails": [{"url": MARK, "http_headers": {"A": MARK}}]},
        {"downloader_options": {"ws_url": MARK}, "extra_param_to_segment_url": MARK, "hls_aes": {"key": MARK}},
    ],
    ids=lambda fields: next(iter(fields)),
)
@pytest.mark.parametrize("in_list", [True, False])
def test_what_nobody_published_is_left_out_before_sealing(fields: dict[str, Any], in_list: bool) -> None:  # noqa: FBT001
    """Commenters published no video; the collector's session, internet address and folders are his own."""
    info = video(**fields)
    item = opened(written(listed(info) if in_list else info), "clip.info.json")

    assert MARK not in item.data.decode()
    assert MARK not in repr(item)
    assert item.reduction is not None
    assert (item.reduction.rule, item.reduction.fields > 0) == ("paradero yt-dlp info 1", True)
    assert item.reports[0].text.startswith("Кадры с берега")


def test_what_was_published_stays_as_it_was() -> None:
    info = video(comments=[{"author": "x"}], tags=["берег"], view_count=7, location="у реки")
    kept = json.loads(opened(written(info), "clip.info.json").data)

    assert kept == {key: value for key, value in info.items() if key != "comments"} | {
        "formats": [{"format_id": "18", "ext": "mp4"}]
    }


def test_a_file_with_nothing_to_leave_out_is_sealed_as_it_is() -> None:
    text = written(video(formats=None))
    item = opened(text, "clip.info.json")

    assert (item.data, item.reduction) == (text.encode(), None)
