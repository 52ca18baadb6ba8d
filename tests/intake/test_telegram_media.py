"""What an export says of pictures, videos and sounds: never the thing itself, and never a sentence as its address."""

from typing import Any

import pytest
from tests.intake.reports import opened
from tests.intake.telegram_shapes import NOT_HERE, dated, export, message

from paradero.terms.report import Media, Report


def only(*messages: dict[str, Any], **declared: Any) -> Report:
    (report,) = opened(export(*messages), "result.json", **declared).reports
    return report


@pytest.mark.parametrize(
    ("fields", "media"),
    [
        (
            {"file": "video_files/v.mp4", "media_type": "video_file", "duration_seconds": 33, "file_size": 51_000},
            Media(kind="video", address="video_files/v.mp4", duration_s=33, size_bytes=51_000),
        ),
        (
            {"photo": "photos/p.jpg", "photo_file_size": 900, "width": 1, "height": 1},
            Media(kind="image", address="photos/p.jpg", size_bytes=900),
        ),
        ({"file": "round.mp4", "media_type": "video_message"}, Media(kind="video", address="round.mp4")),
        ({"file": "a.mp4", "media_type": "animation"}, Media(kind="video", address="a.mp4")),
        ({"file": "v.ogg", "media_type": "voice_message"}, Media(kind="audio", address="v.ogg")),
        ({"file": "i.png", "mime_type": "Image/png"}, Media(kind="image", address="i.png")),
        ({"file": "v.mp4", "mime_type": "video/mp4", "media_type": None}, Media(kind="video", address="v.mp4")),
    ],
)
def test_pictures_videos_and_sounds_are_known_by_what_the_export_says(fields: dict[str, Any], media: Media) -> None:
    """A clip without a word is a report too: other posts may carry the same clip."""
    report = only(message(**fields))

    assert report.media == (media,)
    assert (report.text, report.blocks) == ("", ())


@pytest.mark.parametrize("sentence", NOT_HERE)
@pytest.mark.parametrize("before", ["", "captura.mp4 "])
def test_a_sentence_in_place_of_a_path_is_no_address(sentence: str, before: str) -> None:
    """Two clips that were not exported would else be one and the same."""
    film = {"file": before + sentence, "media_type": "video_file", "file_size": 51_000}

    assert only(message(**film)).media == (Media(kind="video", size_bytes=51_000),)
    assert only(message(**film, file_name="captura.mp4")).media[0].address == "captura.mp4"


@pytest.mark.parametrize("sentence", NOT_HERE)
def test_a_photo_that_was_not_exported_was_there_all_the_same(sentence: str) -> None:
    report = only(message(photo=sentence, photo_file_size=900, text="Мати"))

    assert report.media == (Media(kind="image", size_bytes=900),)


@pytest.mark.parametrize("path", ["(1).mp4", "files/(File) 3.mp4", "v (File not included) 2.mp4"])
def test_a_path_with_brackets_is_a_path(path: str) -> None:
    assert only(message(file=path, media_type="video_file")).media[0].address == path


@pytest.mark.parametrize("wrong", ["x", -4, None, True, [], {}, 1e300, 2**70, "NaN"])
def test_a_size_or_length_that_is_none_is_not_known(wrong: object) -> None:
    fields = {"file_size": wrong, "duration_seconds": wrong, "photo_file_size": wrong}
    report = only(message(file="v.mp4", media_type="video_file", photo="p.jpg", **fields))

    assert [(media.size_bytes, media.duration_s) for media in report.media] == [(None, None), (None, None)]


def test_a_number_beyond_all_numbers_is_no_size() -> None:
    text = export(message(file="v.mp4", media_type="video_file", file_size="@")).replace('"@"', "1e999")
    (report,) = opened(text, "result.json").reports

    assert report.media == (Media(kind="video", address="v.mp4"),)


def test_a_file_that_came_along_is_known_by_its_digest() -> None:
    """It joins this post with whoever else carries the same bytes."""
    beside = {"photos/p.jpg": "aa" * 32, "video_files/v.mp4": "bb" * 32}
    report = only(
        dated(id=1, photo="photos/p.jpg"),
        dated(id=2, file="video_files/v.mp4", media_type="video_file"),
        dated(id=3, photo="photos/other.jpg"),
        beside=beside,
    )

    assert [media.sha256 for media in report.media] == ["aa" * 32, "bb" * 32, None]


@pytest.mark.parametrize(
    "fields",
    [
        {"file": "s.webp", "media_type": "sticker", "mime_type": "image/webp", "sticker_emoji": "🙏"},
        {"file": "a.pdf"},
        {"file": "v.mp4", "media_type": ["video_file"]},
        {"poll": {"question": "Де він?", "closed": True, "total_voters": 3, "answers": []}},
        {"location_information": {"latitude": 48.5, "longitude": 37.9}},
        {"place_name": "Курахове", "address": "вулиця Миру, 1"},
        {"contact_information": {"first_name": "Iryna", "last_name": "Sukhodil", "phone_number": "+34600000000"}},
        {"contact_vcard": "contacts/contact_1.vcard"},
        {"game_title": "x", "game_description": "y"},
        {"paid_stars_amount": 5},
    ],
)
def test_a_message_that_says_and_shows_nothing_is_left_out(fields: dict[str, Any]) -> None:
    assert only(message(**fields), message(text="Мати")).text == "Мати"
