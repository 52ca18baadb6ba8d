"""The export names no album, and a desk must know which pictures stand under which words."""

from typing import Any

import pytest
from tests.intake.reports import opened
from tests.intake.telegram_shapes import dated, export, message

from paradero.intake import Unreadable
from paradero.terms.report import Report

CAPTION = "Галина впізнала сина на другому відео."


def reports(*messages: dict[str, Any], **chat: Any) -> tuple[Report, ...]:
    return opened(export(*messages, **chat), "result.json").reports


def photo(number: int, **fields: Any) -> dict[str, Any]:
    return dated(id=number, photo=f"photos/{number}.jpg", **fields)


def shown(report: Report) -> list[str | None]:
    return [media.address for media in report.media]


@pytest.mark.parametrize("speaks", [0, 1, 2])
def test_the_media_of_an_album_are_those_of_its_one_message_with_words(speaks: int) -> None:
    album = [photo(20), photo(21), dated(id=22, file="v.mp4", media_type="video_file")]
    album[speaks]["text"] = CAPTION
    (report,) = reports(*album)

    assert report.text == CAPTION
    assert shown(report) == ["photos/20.jpg", "photos/21.jpg", "v.mp4"]
    assert report.address == f"https://t.me/c/1500000001/{20 + speaks}"


def test_an_album_without_words_is_one_report_too() -> None:
    (report,) = reports(photo(20), photo(21))

    assert (report.text, shown(report)) == ("", ["photos/20.jpg", "photos/21.jpg"])


def test_an_album_of_an_old_export_is_known_by_its_local_second() -> None:
    first = message(id=20, photo="a.jpg", from_id=9_757_168_337, text=CAPTION)
    (report,) = reports(first, first | {"id": 21, "photo": "b.jpg", "text": ""})

    assert shown(report) == ["a.jpg", "b.jpg"]


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"id": 22}, "a number lies between them"),
        ({"id": 20}, "the same number twice"),
        ({"id": "21"}, "no number"),
        ({"date_unixtime": "1716410411"}, "a second later"),
        ({"date_unixtime": None, "date": "2024-05-22"}, "no second is stated"),
        ({"from_id": "user2"}, "another sender"),
        ({"from": "Iryna Sukhodil"}, "another sender, in an export that has no numbers"),
        ({"author": "Iryna Sukhodil"}, "another signature"),
        ({"forwarded_from": "Вести с переправы"}, "one is passed on"),
        ({"saved_from": "Вести с переправы"}, "one was kept from elsewhere"),
        ({"reply_to_message_id": 3}, "one is an answer"),
        ({"photo": None, "file": "v.mp4", "media_type": "animation"}, "Telegram shows a moving picture by itself"),
        ({"photo": None, "file": "v.ogg", "media_type": "voice_message"}, "a voice note too"),
        ({"photo": None, "file": "v.mp3", "media_type": "audio_file"}, "pictures and sounds are no album"),
        ({"photo": None, "file": "v.png", "mime_type": "image/png"}, "nor are pictures and files"),
    ],
)
def test_what_differs_is_no_album(other: dict[str, Any], why: str) -> None:
    pair = reports(photo(20, text=CAPTION), photo(21) | other)

    assert [len(report.media) for report in pair] == [1, 1], why


def test_a_text_beside_a_picture_is_no_album() -> None:
    """Two posts of one second: the words may be of anything."""
    assert len(reports(dated(id=20, text=CAPTION), photo(21))) == 2


def test_two_messages_with_words_are_two_posts_and_leave_the_others_alone() -> None:
    """A clip under words that are not its own would be false evidence; one by itself is only less of it."""
    found = reports(photo(20, text=CAPTION), photo(21), photo(22, text="Інше"))

    assert [(report.text, shown(report)) for report in found] == [
        (CAPTION, ["photos/20.jpg"]),
        ("", ["photos/21.jpg"]),
        ("Інше", ["photos/22.jpg"]),
    ]


@pytest.mark.parametrize(("size", "posts"), [(10, 1), (11, 11)])
def test_no_album_has_more_than_ten_parts(size: int, posts: int) -> None:
    assert len(reports(photo(1, text=CAPTION), *(photo(number) for number in range(2, size + 1)))) == posts


def test_files_sent_together_are_an_album_that_shows_its_pictures() -> None:
    (report,) = reports(
        dated(id=20, file="acta.pdf", mime_type="application/pdf"),
        dated(id=21, file="captura.png", mime_type="image/png", text=CAPTION),
    )

    assert shown(report) == ["captura.png"]


def test_two_albums_of_one_minute_stay_apart() -> None:
    early = [photo(20, text=CAPTION), photo(21)]
    late = [photo(number, seconds=1_716_410_440) for number in (22, 23)]

    assert [shown(report) for report in reports(*early, *late)] == [
        ["photos/20.jpg", "photos/21.jpg"],
        ["photos/22.jpg", "photos/23.jpg"],
    ]


def test_new_pictures_of_the_group_itself_are_in_no_album() -> None:
    notice = photo(20, type="service", action="edit_group_photo")

    assert [shown(report) for report in reports(notice, photo(21), type="private_group")] == [["photos/21.jpg"]]


def test_an_album_is_edited_if_any_part_is() -> None:
    (report,) = reports(photo(20, text=CAPTION), photo(21, edited_unixtime="1716410999"))

    assert report.edited


def test_a_refusal_names_the_place_of_the_message_though_albums_stand_before_it() -> None:
    with pytest.raises(Unreadable, match="text of message 3 of this Telegram export"):
        reports(photo(20), photo(21), dated(id=22, text=[{"text": 3}]))
