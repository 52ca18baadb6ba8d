"""Posts as X's API v2 answers them."""

from datetime import date
from typing import Any

import pytest
from tests.intake.reports import opened
from tests.intake.x_opened import FAROS, IRYNAS, VESTIS, only, reports
from tests.intake.x_shapes import (
    FARO,
    FIRST,
    FOURTH,
    IRYNA,
    SECOND,
    THIRD,
    VESTI,
    answer,
    api_post,
    number,
    written,
)

from paradero.intake import Unreadable
from paradero.terms.dates import DateKnownFrom
from paradero.terms.report import Media, Pointer, PointerKind


def referring(kind: str, to: str) -> dict[str, Any]:
    return {"referenced_tweets": [{"type": kind, "id": to}]}


def test_a_post_is_a_report_of_its_account() -> None:
    report = only(answer(api_post("Una madre &amp; su hijo")))

    assert (report.text, report.platform) == ("Una madre & su hijo", "X")
    assert (report.source, report.author) == ("@iryna_vyhadka", "Iryna Sukhodil")
    assert report.address == IRYNAS
    assert (report.published_on, report.date_known_from) == (date(2024, 5, 22), DateKnownFrom.EXPORT)
    assert report.points_to == ()


@pytest.mark.parametrize(
    "whole",
    [
        answer(api_post("Мати")),
        answer(api_post("Мати")) | {"data": api_post("Мати")},
        [answer(api_post("Мати")), answer()],
        {"data": {"id": FIRST, "text": "Мати", "edit_history_tweet_ids": [FIRST]}},
        {"data": [{"id": FIRST, "text": "Мати"}], "includes": {"users": [{"id": "1", "username": "a", "name": "A"}]}},
        {"data": [{"id": FIRST, "text": "Мати", "author_id": "1"}, "x", {}], "errors": [{"title": "Not Found Error"}]},
    ],
)
def test_an_answer_is_told_by_its_shape(whole: Any) -> None:
    """One post or many, one page or several, with and without what a tool asked for beside."""
    item = opened(written(whole), "descarga")

    assert item.kind == "X API export"
    assert [report.text for report in item.reports] == ["Мати"]


def test_a_post_of_which_nothing_was_asked_has_its_address_and_its_day() -> None:
    """Unless asked for more, the API gives a number and a text; the number counts the milliseconds since 2010."""
    report = only({"data": [{"id": FIRST, "text": "Мати", "edit_history_tweet_ids": [FIRST]}]}, source="marta")

    assert report.address == f"https://x.com/i/status/{FIRST}"
    assert (report.source, report.published_on) == ("marta", date(2024, 5, 22))


@pytest.mark.parametrize(
    "whole",
    [
        {"data": [{"id": "1", "text": "Мати"}]},
        {"data": [{"id": "1", "message": "Мати", "author_id": "2"}]},
        {"data": [{"id": "1", "name": "A", "username": "a", "public_metrics": {}}]},
        {"meta": {"result_count": 0}},
        {"errors": [{"title": "Not Found Error", "resource_type": "tweet"}]},
    ],
)
def test_data_of_something_else_is_of_no_kind(whole: Any) -> None:
    with pytest.raises(Unreadable, match="of no kind"):
        reports(whole)


def test_the_account_is_known_without_its_user_where_the_post_names_it() -> None:
    assert only({"data": [api_post("Мати", by=None, username="iryna_vyhadka")]}).source == "@iryna_vyhadka"


def test_a_number_that_is_no_string_was_rounded_by_the_tool() -> None:
    report = only(answer(api_post("Мати") | {"id": int(FIRST)}))

    assert (report.address, report.published_on) == (None, date(2024, 5, 22))


def test_a_long_post_has_its_whole_text() -> None:
    whole = "Una madre reconoció a su hijo. " * 20

    assert only(answer(api_post(whole[:270] + "…", note_tweet={"text": whole}))).text == whole


def test_a_repost_is_a_report_with_the_whole_text_of_what_it_reposts() -> None:
    original = api_post("Una madre reconoció a su hijo, Ruslan Doroshenkov.", of=SECOND, by=FARO)
    repost = api_post("RT @faro_inventado: Una madre reco…", **referring("retweeted", SECOND))
    reposted, first = reports(answer(repost, tweets=[original]))

    assert reposted.text == first.text == "Una madre reconoció a su hijo, Ruslan Doroshenkov."
    assert (reposted.source, reposted.passed_on_from) == ("@iryna_vyhadka", "@faro_inventado")
    assert reposted.points_to == (Pointer(kind=PointerKind.REPOSTS, address=FAROS, name="@faro_inventado"),)
    assert (first.source, first.passed_on_from) == ("@faro_inventado", None)


def test_a_repost_of_what_the_file_lacks_keeps_its_own_text() -> None:
    report = only(answer(api_post("RT @faro_inventado: Una madre reco…", **referring("retweeted", SECOND))))

    assert (report.text, report.passed_on_from) == ("RT @faro_inventado: Una madre reco…", "@faro_inventado")
    assert report.points_to == (Pointer(kind=PointerKind.REPOSTS, address=FAROS, name="@faro_inventado"),)


def test_a_quoted_post_is_a_report_of_its_own() -> None:
    quote = api_post("Es mi hermano.", **referring("quoted", THIRD))
    own, quoted = reports(answer(quote, tweets=[api_post("Мать ждёт.", of=THIRD, by=VESTI)]))

    assert (own.text, own.passed_on_from) == ("Es mi hermano.", None)
    assert own.points_to == (Pointer(kind=PointerKind.QUOTES, address=VESTIS, name="@vesti_vymysel"),)
    assert (quoted.text, quoted.source) == ("Мать ждёт.", "@vesti_vymysel")


def test_a_quoted_post_that_the_file_lacks_is_named_by_the_link_to_it() -> None:
    link = {"url": "https://t.co/a", "expanded_url": f"https://twitter.com/vesti_vymysel/status/{THIRD}"}
    report = only(answer(api_post("Es mi hermano.", entities={"urls": [link]}, **referring("quoted", THIRD))))

    assert report.points_to == (Pointer(kind=PointerKind.QUOTES, address=VESTIS, name="@vesti_vymysel"),)


def test_a_reply_points_to_what_it_answers() -> None:
    reply = api_post("¿Dónde?", in_reply_to_user_id=FARO["rest_id"], **referring("replied_to", SECOND))
    report = only(answer(reply))

    assert report.passed_on_from is None
    assert report.points_to == (Pointer(kind=PointerKind.REPLIES_TO, address=FAROS, name="@faro_inventado"),)


def test_a_version_points_to_the_others() -> None:
    report = only(answer(api_post("Мати", of=SECOND, edit_history_tweet_ids=[FIRST, SECOND])))

    assert report.points_to == (Pointer(kind=PointerKind.EDITS, address=IRYNAS, name="@iryna_vyhadka"),)


def test_links_lead_where_they_led_before_all_shortening() -> None:
    urls = [{"url": "https://t.co/a", "expanded_url": "https://bit.example/a", "unwound_url": "https://faro.example/a"}]
    report = only(
        answer(api_post("Мати", entities={"urls": urls}, note_tweet={"text": "M", "entities": {"urls": urls}}))
    )

    assert report.points_to == (Pointer(kind=PointerKind.LINKS_TO, address="https://faro.example/a"),)


VIDEO = {
    "media_key": "13_1",
    "type": "video",
    "duration_ms": 33_500,
    "preview_image_url": "https://pbs.example/still.jpg",
    "alt_text": "Un hombre",
    "variants": [
        {"content_type": "application/x-mpegURL", "url": "https://video.example/list.m3u8"},
        {"bit_rate": 632_000, "content_type": "video/mp4", "url": "https://video.example/a.mp4"},
    ],
}


@pytest.mark.parametrize(
    ("medium", "media"),
    [
        (
            VIDEO,
            (Media(kind="video", address="https://video.example/a.mp4", duration_s=33.5, caption="Un hombre"),),
        ),
        (
            {"media_key": "13_1", "type": "photo", "url": "https://pbs.example/p.jpg"},
            (Media(kind="image", address="https://pbs.example/p.jpg"),),
        ),
        (
            {"media_key": "13_1", "type": "animated_gif", "preview_image_url": "https://pbs.example/still.jpg"},
            (Media(kind="video", address="https://pbs.example/still.jpg"),),
        ),
        ({"media_key": "13_1", "type": "video"}, (Media(kind="video", address="13_1"),)),
        ({"media_key": "13_1", "type": "hologram"}, ()),
        ({"media_key": "13_2", "type": "photo"}, ()),
    ],
)
def test_pictures_and_videos_are_known_by_what_was_asked_of_them(medium: Any, media: tuple[Media, ...]) -> None:
    report = only(answer(api_post("Мати", attachments={"media_keys": ["13_1", "13_1", 4]}), media=[medium]))

    assert report.media == media


def test_a_repost_shows_the_video_of_what_it_reposts() -> None:
    original = api_post("Vídeo", of=SECOND, by=FARO, attachments={"media_keys": ["13_1"]})
    repost = api_post("RT @faro_inventado: Víd…", **referring("retweeted", SECOND))
    reposted, _ = reports(answer(repost, tweets=[original], media=[VIDEO]))

    assert [medium.address for medium in reposted.media] == ["https://video.example/a.mp4"]


def test_a_video_of_another_post_points_there() -> None:
    report = only(answer(api_post("Мати", attachments={"media_source_tweet_id": [FOURTH]})))

    assert report.points_to == (Pointer(kind=PointerKind.CARRIES_MEDIA_OF, address=f"https://x.com/i/status/{FOURTH}"),)


def test_an_answer_without_a_post_that_says_or_shows_anything_is_refused() -> None:
    with pytest.raises(Unreadable, match=r"post\.json: no post in this file of X has text"):
        reports(answer(api_post("  ")))


def test_a_post_of_several_pages_is_one_report() -> None:
    pages = [answer(api_post("Мати"), api_post("Брат", of=number(nth), by=IRYNA)) for nth in (2, 3)]

    assert [report.text for report in reports(pages)] == ["Мати", "Брат", "Брат"]
