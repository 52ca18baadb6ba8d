import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from tests.intake.reports import DATA, lines, opened
from tests.intake.telegram_shapes import CHANNEL, dated, export, message

from paradero.intake import Unreadable, sealed_place
from paradero.terms.dates import DateKnownFrom
from paradero.terms.plain import to_json
from paradero.terms.report import BlockKind, Media, Pointer, PointerKind, Report
from paradero.terms.spans import Span


def only(text: str, **declared: Any) -> Report:
    (report,) = opened(text, "result.json", **declared).reports
    return report


def test_a_message_is_a_report_of_its_channel() -> None:
    report = only(export(message(text="Мати впізнала Сергія Хоменка.", forwarded_from="Вести с переправы")))

    assert report.text == "Мати впізнала Сергія Хоменка."
    assert (report.source, report.platform, report.author) == (CHANNEL, "Telegram", None)
    assert report.passed_on_from == "Вести с переправы"
    assert (report.published_on, report.date_known_from) == (date(2024, 5, 22), DateKnownFrom.EXPORT)


def test_notices_of_the_service_and_unsupported_messages_are_left_out() -> None:
    reports = opened(
        export(
            {"id": 1, "type": "service", "date": "2024-05-01T00:00:00", "action": "create_channel", "text": "x"},
            {"id": 2, "type": "unsupported"},
            message(text="Друге"),
            message(text="Третє"),
        ),
        "result.json",
    ).reports

    assert [report.text for report in reports] == ["Друге", "Третє"]


@pytest.mark.parametrize("escaped", [True, False])
def test_runs_of_text_are_joined_and_each_keeps_its_place(escaped: bool) -> None:  # noqa: FBT001
    runs = [
        "Мати ",
        {"type": "bold", "text": 'Сергія "Грома" Хоменка'},
        "\n\nвпізнала 😀 ",
        {"type": "link", "text": "x"},
    ]
    sealed = export(message(text=runs), escaped=escaped)
    report = only(sealed)

    assert report.text == 'Мати Сергія "Грома" Хоменка\n\nвпізнала 😀 x'
    assert lines(report, BlockKind.BODY) == ['Мати Сергія "Грома" Хоменка', "впізнала 😀 x"]
    at = report.text.index("Хоменка")
    place = sealed_place(report, Span(at, at + len("Хоменка")))
    assert place is not None
    assert json.loads(f'"{place.of(sealed)}"') == "Хоменка"


def test_telegrams_own_broken_escapes_are_read() -> None:
    r"""Telegram Desktop writes control characters as \x0B, which is no JSON."""
    report = only(export(message(text="uno@dos")).replace("@", "\\x0B"))

    assert report.text == "uno\x0bdos"


@pytest.mark.parametrize(
    "escape", ["\\u0000", "\\x00", "\\ud800", "\\udc00x", "\\u001b", "\\x1B", "\\u0007", "\\u009b"]
)
def test_what_is_no_character_becomes_the_sign_for_that(escape: str) -> None:
    """No database keeps NUL or half a character, a terminal obeys ESC, and the report must not be lost for them."""
    report = only(export(message(text="uno@dos")).replace("@", escape))

    assert report.text.startswith("uno\ufffd")


@pytest.mark.parametrize("code", [*range(0x01, 0x20), 0x7F])
def test_every_escape_the_exporter_writes_is_read(code: int) -> None:
    control = chr(code) if chr(code).isspace() and code < 0x1C else "\ufffd"

    assert only(export(message(text="uno@dos")).replace("@", f"\\x{code:02X}")).text == f"uno{control}dos"


@pytest.mark.parametrize("escape", ["\\x0z", "\\x0g", "\\xg0", "\\x", "\\u12", "\\q"])
def test_an_escape_that_nothing_writes_is_refused(escape: str) -> None:
    with pytest.raises(Unreadable, match="means nothing in JSON, in the string at character"):
        opened(export(message(text="uno@dos")).replace("@", escape), "result.json")


def test_the_member_who_wrote_in_a_group_is_the_author() -> None:
    report = only(export(message(text="Хто знає?", **{"from": "Iryna Sukhodil"}), type="public_supergroup"))

    assert (report.source, report.author) == (CHANNEL, "Iryna Sukhodil")


def test_a_signature_counts_more_than_the_channels_name() -> None:
    assert only(export(message(text="Мати", author="Iryna Sukhodil"))).author == "Iryna Sukhodil"


def test_a_collectors_saved_messages_name_where_they_were_saved_from() -> None:
    text = export(
        message(text="Мати", saved_from="Вести с переправы", **{"from": None}), type="saved_messages", name=None
    )
    report = only(text, source="colección de marta")

    assert (report.source, report.passed_on_from) == ("colección de marta", "Вести с переправы")


def test_whoever_kept_saved_messages_is_not_their_author() -> None:
    """The collector published nothing, and the desk does not keep the name."""
    item = opened(export(message(text="Мати", **{"from": "Marta"}), type="saved_messages"), "result.json")

    assert item.reports[0].author is None
    assert b"Marta" not in item.data


@pytest.mark.parametrize("number", [9_757_168_337, "channel1500000001", None])
def test_an_old_export_is_read_as_a_new_one(number: object) -> None:
    """Until 2022 there was no moment and no list of the text's parts; until 2021 senders were bare numbers."""
    report = only(export(message(text="Мати", from_id=number), id=10_052_134_593))

    assert (report.text, report.source, report.author) == ("Мати", CHANNEL, None)
    assert (report.published_on, report.published_at) == (date(2024, 5, 22), None)


@pytest.mark.parametrize("seconds", ["1716410410", 1716410410])
def test_the_moment_goes_before_the_local_date(seconds: object) -> None:
    """The exporter's clock may stand in any zone; seconds since 1970 stand in none."""
    report = only(export(message(text="Мати", date="2024-05-23T05:40:10", date_unixtime=seconds)))

    assert report.published_at == datetime(2024, 5, 22, 20, 40, 10, tzinfo=UTC)
    assert (report.published_on, report.date_known_from) == (date(2024, 5, 22), DateKnownFrom.EXPORT)


@pytest.mark.parametrize("seconds", ["", "x", "-1", "0", "1.5", "99999999999999", "999999999999", True, None, [], 1e9])
def test_what_is_no_moment_leaves_the_local_date(seconds: object) -> None:
    report = only(export(message(text="Мати", date_unixtime=seconds)))

    assert (report.published_on, report.published_at) == (date(2024, 5, 22), None)


@pytest.mark.parametrize(
    "written",
    ["ayer", "2024-05-32T10:00:00", "20240522", "1970-01-01T03:00:00", "1969-12-31T20:00:00", 20240522, None, []],
)
def test_a_message_without_a_readable_date_takes_the_declared_one(written: object) -> None:
    """The exporter writes the first second of 1970 for a date that was never set."""
    report = only(export(message(text="Мати", date=written)), published_on=date(2024, 5, 23))

    assert (report.published_on, report.date_known_from) == (date(2024, 5, 23), DateKnownFrom.DECLARED)


@pytest.mark.parametrize(
    ("fields", "edited"),
    [
        ({}, False),
        ({"edited": "2024-05-23T00:10:00", "edited_unixtime": "1716412200"}, True),
        ({"edited": "2024-05-23T00:10:00"}, True),
        ({"edited": "1970-01-01T03:00:00"}, False),
        ({"edited": "1969-12-31T19:00:00", "edited_unixtime": "0"}, False),
        ({"edited": True, "edited_unixtime": []}, False),
    ],
)
def test_a_message_that_was_changed_is_flagged(fields: dict[str, Any], edited: bool) -> None:  # noqa: FBT001
    """The oldest exports state a change of every message, of the first second of 1970 where there was none."""
    assert only(export(message(text="Мати", **fields))).edited is edited


def test_a_place_is_sealed_and_never_read() -> None:
    """Where somebody is held is the most secret thing an export can hold (rule R2)."""
    place = {"place_name": "Курахове", "address": "вулиця Миру, 1"}
    where = {"location_information": {"latitude": 47.985, "longitude": 37.282}}
    item = opened(export(dated(text="Мати", **place, **where)), "result.json")
    told = to_json(item.reports[0])

    assert all(word not in told for word in ("Курахове", "Миру", "47.985", "37.282"))
    assert all(word.encode() in item.data for word in ("Курахове", "Миру", "47.985", "37.282"))


def test_what_a_poll_asks_is_not_what_the_message_says() -> None:
    poll = {"question": "Хто впізнав?", "closed": False, "total_voters": 4, "answers": [{"text": "Я", "voters": 4}]}

    assert only(export(message(text="Мати", poll=poll))).text == "Мати"


@pytest.mark.parametrize("kind", [None, 5, [], {}, ""])
def test_an_export_that_names_no_kind_of_chat_is_taken_for_a_groups(kind: object) -> None:
    item = opened(export(message(text="Мати"), type=kind), "result.json")

    assert (item.kind, item.reader) == ("Telegram export", "paradero telegram group 3")


@pytest.mark.parametrize("kind", ["personal_chat", "bot_chat", "replies", "x" * 5000])
def test_a_conversation_of_two_is_refused(kind: str) -> None:
    with pytest.raises(Unreadable, match="this is a private conversation") as refused:
        opened(export(message(text="Мати"), type=kind), "result.json")
    assert len(str(refused.value)) < 200


def test_a_channels_export_with_every_trap_is_read_whole() -> None:
    """The file is as Telegram Desktop 5 writes it, its broken escapes included."""
    item = opened((DATA / "telegram-channel.json").read_bytes(), "result.json")
    first, album, answer, silent = item.reports

    assert item.reduction is not None
    assert item.reduction.fields == 2
    assert first.text == "Мати\ufffd Галини впізнала сина: elfaro.example/n/1"
    assert first.points_to[0] == Pointer(kind=PointerKind.FORWARDS, name="Вести с переправы")
    assert first.edited
    assert [media.address for media in album.media] == ["photos/photo_1@22-05-2024_23-50-00.jpg", None, "IMG_4471.MP4"]
    assert album.author == "Iryna Sukhodil"
    assert answer.points_to == (
        Pointer(kind=PointerKind.REPLIES_TO, address="https://t.me/c/1500000001/11", name=CHANNEL),
    )
    assert silent.media == (Media(kind="audio", address="voice_messages/audio_1@23-05-2024.ogg", duration_s=7),)


def test_an_old_groups_export_is_read_whole() -> None:
    """The file is as Telegram Desktop 1 wrote it in 2019."""
    item = opened((DATA / "telegram-old-group.json").read_bytes(), "result.json")
    asked, album = item.reports

    assert (asked.source, asked.author, asked.edited, asked.address) == (
        "Родичі з Переправи",
        "Iryna Sukhodil",
        False,
        None,
    )
    assert (asked.published_on, asked.published_at) == (date(2019, 3, 2), None)
    assert [media.address for media in album.media] == ["photos/photo_1@02-03-2019_19-20-00.jpg", "photos/photo_2.jpg"]
    assert b"Ruslan Doroshenkov" not in item.data


def test_a_found_source_and_date_count_more_than_the_declared() -> None:
    report = only(export(message(text="Мати")), source="otra", published_on=date(2020, 1, 1))

    assert (report.source, report.published_on) == (CHANNEL, date(2024, 5, 22))


def test_a_text_that_begins_with_a_bracket_is_no_broken_json() -> None:
    item = opened("[Vídeo] Una madre reconoce a su hijo.", "nota.txt")

    assert item.kind == "plain text"


def test_an_export_is_known_by_its_content_under_any_name() -> None:
    assert opened(export(message(text="Мати")), "descarga").kind == "Telegram export"


def test_a_word_that_json_does_not_know_is_refused() -> None:
    with pytest.raises(Unreadable, match="line 2"):
        opened('{"name":\nNaN}', "result.json")


def test_a_channel_cannot_call_itself_what_a_screen_obeys() -> None:
    report = only(export(message(text="Мати", author="Iryna\n\u202eSukhodil"), name="Шукай\u202e своїх\x1b\nразом"))

    assert (report.source, report.author) == ("Шукай своїх\ufffd разом", "Iryna Sukhodil")
