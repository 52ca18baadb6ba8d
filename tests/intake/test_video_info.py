import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from tests.fuzzing import fuzzes
from tests.intake.reports import lines, opened
from tests.intake.test_fuzz import must_hold
from tests.intake.video_info_shapes import INFOS, SAVED_AS, listed, video, written

from paradero.intake import Unreadable, sealed_place
from paradero.terms.dates import DateKnownFrom
from paradero.terms.report import BlockKind, Media, Report
from paradero.terms.spans import Span

CHANNEL = "Вести с переправы"


def only(info: dict[str, Any], *, escaped: bool = True, **declared: Any) -> Report:
    (report,) = opened(written(info, escaped=escaped), SAVED_AS, **declared).reports
    return report


def test_a_video_is_a_report_of_its_channel() -> None:
    report = only(video(uploader="perepravy_press"))

    assert lines(report, BlockKind.TITLE) == ["Кадры с берега"]
    assert lines(report, BlockKind.BODY) == ["Мать узнала Руслана Дорошенкова.", "Снято в мае."]
    assert (report.source, report.author, report.platform) == (CHANNEL, "perepravy_press", "YouTube")
    assert report.address == "https://www.youtube.com/watch?v=Qx7fLm02pZk"
    assert (report.published_on, report.date_known_from) == (date(2024, 5, 22), DateKnownFrom.EXPORT)
    assert report.media == (Media(kind="video", address="Кадры с берега [Qx7fLm02pZk].mp4", duration_s=61),)


@pytest.mark.parametrize("escaped", [True, False])
@pytest.mark.parametrize("description_first", [True, False])
def test_every_word_is_found_in_the_sealed_file(escaped: bool, description_first: bool) -> None:  # noqa: FBT001
    """Other programs write the fields of a JSON file anew in the order of the alphabet."""
    info = video(title='Кадры "с берега"', fulltitle=None)
    sealed = written(dict(sorted(info.items())) if description_first else info, escaped=escaped)
    item = opened(sealed, SAVED_AS)
    (report,) = item.reports

    places = []
    for sought in ('"с берега"', "Руслана Дорошенкова", report.text):
        at = report.text.index(sought)
        place = sealed_place(report, Span(at, at + len(sought)))
        assert place is not None
        places.append(place)
    title, name, whole = places
    kept = item.data.decode()
    assert json.loads(f'"{title.of(kept)}"') == '"с берега"'
    assert json.loads(f'"{name.of(kept)}"') == "Руслана Дорошенкова"
    assert whole.holds(title)
    assert whole.holds(name)


@pytest.mark.parametrize(
    ("fields", "source", "author"),
    [
        ({"channel": None}, CHANNEL, None),
        ({"uploader": None}, CHANNEL, None),
        ({"channel": "El Faro\n\u202edel Sur", "uploader": "elfaro"}, "El Faro del Sur", "elfaro"),
        ({"channel": 7, "uploader": ["x"]}, "colección de marta", None),
        ({"channel": " ", "uploader": None}, "colección de marta", None),
    ],
)
def test_the_channel_published_it_else_the_uploader(
    fields: dict[str, Any], source: str | None, author: str | None
) -> None:
    report = only(video(**fields), source="colección de marta")

    assert (report.source, report.author) == (source, author)


@pytest.mark.parametrize(
    ("key", "platform"),
    [
        ("Youtube", "YouTube"),
        ("YoutubeTab", "YouTube"),
        ("TelegramEmbed", "Telegram"),
        ("Twitter", "X"),
        ("TwitterSpaces", "X"),
        ("TikTok", "TikTok"),
        ("FacebookReel", "Facebook"),
        ("VK", "VK"),
        ("VKWallPost", "VK"),
        ("Rutube", "Rutube"),
        ("Odnoklassniki", "Odnoklassniki"),
        ("Instagram", "Instagram"),
        ("Generic", None),
        ("FaroDelSur", None),
        (3, None),
        ("", None),
    ],
)
def test_the_platform_is_told_by_the_extractor(key: object, platform: str | None) -> None:
    assert only(video(extractor_key=key)).platform == platform


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ({"timestamp": 1716422399}, date(2024, 5, 22)),
        ({"timestamp": 1716422400}, date(2024, 5, 23)),  # midnight in UTC
        ({"timestamp": 1716422400.75}, date(2024, 5, 23)),
        ({"timestamp": "1716422400"}, date(2024, 5, 23)),
        ({"timestamp": "1716422400.5"}, date(2024, 5, 23)),
        ({"timestamp": None, "upload_date": "20240524"}, date(2024, 5, 24)),
        ({"timestamp": "yesterday", "upload_date": "20240524"}, date(2024, 5, 24)),
        ({"timestamp": True, "upload_date": "20240524"}, date(2024, 5, 24)),
        ({"timestamp": -1, "upload_date": "20240524"}, date(2024, 5, 24)),
        ({"timestamp": 0, "upload_date": "20240524"}, date(2024, 5, 24)),
        ({"timestamp": 1716422400000, "upload_date": "20240524"}, date(2024, 5, 24)),
        ({"timestamp": None, "upload_date": None, "release_timestamp": 1716422400}, date(2024, 5, 23)),
        ({"timestamp": None, "upload_date": "20240230", "release_timestamp": 1716422400}, date(2024, 5, 23)),
        ({"timestamp": None, "upload_date": None, "release_date": "20240525"}, date(2024, 5, 25)),
    ],
)
def test_the_day_is_that_of_the_moment_in_utc_else_the_one_written(fields: dict[str, Any], day: date) -> None:
    report = only(video(**fields), published_on=date(2020, 1, 1))

    assert (report.published_on, report.date_known_from) == (day, DateKnownFrom.EXPORT)


@pytest.mark.parametrize(
    "upload_date", ["20240230", "00000000", "2024-05-22", "٢٠٢٤٠٥٢٢", 20240522, None, [], "202405"]
)
def test_a_day_that_cannot_be_is_none_and_the_declared_one_counts(upload_date: object) -> None:
    report = only(video(timestamp=None, upload_date=upload_date), published_on=date(2024, 5, 26))

    assert (report.published_on, report.date_known_from) == (date(2024, 5, 26), DateKnownFrom.DECLARED)


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ({"title": "Кадры с берега 2024-05-22 21:10", "is_live": True}, "Кадры с берега"),  # yt-dlp dates live streams
        ({"title": "Кадры", "fulltitle": None}, "Кадры"),
        ({"title": "telegram-embed video #7", "fulltitle": "", "extractor": "telegram:embed", "id": "7"}, None),
        ({"title": "youtube video #Qx7fLm02pZk", "fulltitle": "youtube video #Qx7fLm02pZk"}, None),
        ({"fulltitle": "Video by elfaro", "channel": "elfaro"}, None),
        ({"fulltitle": "Мать узнала Руслана Дорошенкова. Снято в мае."}, None),
        ({"fulltitle": "Мать узнала..."}, None),
        ({"fulltitle": "Вести с переправы - Мать узнала Руслана…"}, None),
        ({"fulltitle": "Мать узнала"}, "Мать узнала"),
        ({"fulltitle": "Сын узнан..."}, "Сын узнан..."),
        ({"fulltitle": " \n"}, None),
        ({"fulltitle": 7}, None),
        ({"fulltitle": "Мать узнала...", "description": None}, "Мать узнала..."),
    ],
)
def test_a_title_that_yt_dlp_made_of_the_post_is_none(fields: dict[str, Any], title: str | None) -> None:
    """A post that is read twice over would speak twice of everyone in it."""
    report = only(video(**fields))

    assert lines(report, BlockKind.TITLE) == ([title] if title else [])
    assert lines(report, BlockKind.BODY) == (
        ["Мать узнала Руслана Дорошенкова.", "Снято в мае."] if "description" not in fields else []
    )


@pytest.mark.parametrize("description", [None, "", " \n ", 7, ["x"]])
def test_a_video_without_a_description_has_its_title_alone(description: object) -> None:
    assert only(video(description=description)).text == "Кадры с берега"


def test_a_video_without_a_word_is_a_report_of_what_it_shows() -> None:
    report = only(video(title=None, fulltitle=None, description=None))

    assert (report.text, report.blocks, len(report.media)) == ("", (), 1)


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://www.tiktok.com/@elfaro/video/7", True),
        ("http://t.me/perepravy/7?single", True),
        ("javascript:alert(1)", False),
        ("https://marta:secreto@faro.example/7", False),
        ("clip.mp4", False),
        ({"url": "x"}, False),
        ("https://faro.example/" + "x" * 5000, False),
    ],
)
def test_only_a_web_address_is_one(address: object, kept: bool) -> None:  # noqa: FBT001
    assert only(video(webpage_url=address)).address == (address if kept else None)


def test_a_post_with_several_videos_is_a_report_for_each() -> None:
    first, second = (
        video(
            id=number,
            title="Мать узнала сына.",
            description="Мать узнала сына.",
            webpage_url=f"https://t.me/perepravy/{number}?single",
            extractor_key="TelegramEmbed",
        )
        for number in ("29342", "29343")
    )
    beside = {"Кадры [29343].mp4": "c" * 64}
    reports = opened(written(listed(first, None, second)), "post.info.json", beside=beside).reports

    assert [report.address for report in reports] == [
        "https://t.me/perepravy/29342?single",
        "https://t.me/perepravy/29343?single",
    ]
    assert [media.address for report in reports for media in report.media] == ["29342.mp4", "Кадры [29343].mp4"]
    assert [media.sha256 for report in reports for media in report.media] == [None, "c" * 64]
    assert {report.platform for report in reports} == {"Telegram"}


def test_lists_within_a_list_are_read_and_links_in_it_keep_their_titles() -> None:
    link = {"_type": "url", "ie_key": "Youtube", "id": "a", "title": "Колонна у реки", "url": "https://youtu.be/a"}
    reports = opened(written(listed(listed(video()), link, listed())), "canal.info.json").reports

    assert [report.text.partition("\n")[0] for report in reports] == ["Кадры с берега", "Колонна у реки"]
    assert (reports[1].platform, reports[1].media) == ("YouTube", ())


@pytest.mark.parametrize(
    ("info", "says"),
    [
        (listed(entries=None), "the list's videos are not in it. Take in the .info.json of each video."),
        (listed(entries={"0": video()}), "the list's videos are not in it"),
        (listed(video(), "x"), "entry 2 of this yt-dlp list is no video"),
        (listed(), "no video in this yt-dlp info file has a title, a description or a file"),
        (listed(None, {}), "no video in this yt-dlp info file has a title, a description or a file"),
        (video(extractor_key=None), "of no kind Paradero reads. It reads "),
        (video(id=None), "of no kind Paradero reads"),
        ({"category": "faro", "subcategory": "post", "id": 7, "title": "x"}, "of no kind Paradero reads"),
        ([video()], "of no kind Paradero reads"),
        ({"info": video()}, "of no kind Paradero reads"),
    ],
)
def test_what_is_no_video_of_yt_dlp_is_refused_and_says_why(info: object, says: str) -> None:
    with pytest.raises(Unreadable) as caught:
        opened(written(info), "x.info.json")

    assert str(caught.value).startswith("x.info.json: ")
    assert says in str(caught.value)


def test_two_files_glued_together_are_refused() -> None:
    """So `yt-dlp -j` prints several videos: a line each."""
    with pytest.raises(Unreadable, match="wrong in line 2"):
        opened(f"{written(video())}\n{written(video())}", "x.info.json")


@fuzzes("yt-dlp info")
@given(INFOS)
def test_whatever_stands_in_any_field(info: dict[str, Any]) -> None:
    must_hold(written(info), "clip.info.json")
