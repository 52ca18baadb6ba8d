"""What a post of X shows and refers to, as its pages are given it."""

from datetime import date
from typing import Any

import pytest
from tests.intake.x_opened import FAROS, IRYNAS, VESTIS, only, pointers, reports
from tests.intake.x_shapes import FARO, FIRST, FOURTH, SECOND, THIRD, VESTI, limited, note, post, timeline, user, video

from paradero.terms.report import Media, Pointer, PointerKind


def test_a_repost_is_a_report_with_the_whole_text_of_what_it_reposts() -> None:
    """Its own text is cut off, and a name that is cut off is nobody's."""
    original = post("Una madre reconoció a su hijo, Ruslan Doroshenkov. " * 5, of=SECOND, by=FARO)
    repost = post(
        "RT @faro_inventado: Una madre reconoció a su hijo, Ruslan Dor…",
        created_at="Thu May 23 10:00:00 +0000 2024",
        retweeted_status_result={"result": original},
    )
    reposted, first = reports(repost)

    assert reposted.text == first.text == original["legacy"]["full_text"]
    assert (reposted.source, reposted.address, reposted.published_on) == ("@iryna_vyhadka", IRYNAS, date(2024, 5, 23))
    assert reposted.passed_on_from == "@faro_inventado"
    assert reposted.points_to == (Pointer(kind=PointerKind.REPOSTS, address=FAROS, name="@faro_inventado"),)
    assert (first.source, first.address, first.published_on) == ("@faro_inventado", FAROS, date(2024, 5, 22))
    assert (first.passed_on_from, first.points_to) == (None, ())


def test_a_repost_shows_the_pictures_and_links_of_what_it_reposts_and_answers_nobody() -> None:
    original = post(
        "Vídeo",
        of=SECOND,
        by=FARO,
        extended_entities={"media": [video()]},
        entities={"urls": [{"expanded_url": "https://faro.example/captura"}]},
        quoted_status_id_str=THIRD,
    )
    repost = post(
        "RT @faro_inventado: Víd…",
        retweeted_status_result={"result": original},
        quoted_status_id_str=THIRD,
        in_reply_to_status_id_str=FOURTH,
        extended_entities={"media": [video(source_status_id_str=SECOND)]},
    )
    reposted, _ = reports(repost)

    assert [medium.address for medium in reposted.media] == ["https://video.example/large.mp4"]
    assert [pointer.kind for pointer in reposted.points_to] == [PointerKind.REPOSTS, PointerKind.LINKS_TO]


@pytest.mark.parametrize("result", [{}, {"result": {}}, {"result": {"__typename": "TweetTombstone"}}])
def test_a_repost_of_what_is_withheld_keeps_its_own_text_and_the_account_that_begins_it(result: Any) -> None:
    report = only(post("RT @faro_inventado: Una madre recono…", retweeted_status_result=result))

    assert report.text == "RT @faro_inventado: Una madre recono…"
    assert report.passed_on_from == "@faro_inventado"
    assert report.points_to == (Pointer(kind=PointerKind.REPOSTS, name="@faro_inventado"),)


def test_a_quoted_post_is_a_report_of_its_own() -> None:
    quoted = post("Мать ждёт.", of=THIRD, by=VESTI)
    quote = post("Es mi hermano.", beside={"quoted_status_result": {"result": limited(quoted)}})
    own, other = reports(quote)

    assert (own.text, other.text) == ("Es mi hermano.", "Мать ждёт.")
    assert (own.passed_on_from, other.passed_on_from) == (None, None)
    assert own.points_to == (Pointer(kind=PointerKind.QUOTES, address=VESTIS, name="@vesti_vymysel"),)


@pytest.mark.parametrize(
    "fields",
    [
        {"quoted_status_permalink": {"expanded": f"https://twitter.com/vesti_vymysel/status/{THIRD}?s=20"}},
        {
            "quoted_status_id_str": THIRD,
            "entities": {"urls": [{"expanded_url": f"https://x.com/vesti_vymysel/status/{THIRD}"}]},
        },
    ],
)
def test_a_quoted_post_that_the_file_lacks_is_pointed_to_all_the_same(fields: dict[str, Any]) -> None:
    report = only(post("Es mi hermano.", **fields))

    assert report.points_to == (Pointer(kind=PointerKind.QUOTES, address=VESTIS, name="@vesti_vymysel"),)


def test_a_post_that_only_repeats_itself_points_nowhere() -> None:
    report = only(post("Мати", quoted_status_id_str=FIRST, in_reply_to_status_id_str=FIRST))

    assert report.points_to == ()


def test_a_reply_has_its_own_text_and_points_to_what_it_answers() -> None:
    report = only(
        post("@faro_inventado ¿Dónde?", in_reply_to_status_id_str=SECOND, in_reply_to_screen_name="faro_inventado")
    )

    assert (report.text, report.passed_on_from) == ("@faro_inventado ¿Dónde?", None)
    assert report.points_to == (Pointer(kind=PointerKind.REPLIES_TO, address=FAROS, name="@faro_inventado"),)


@pytest.mark.parametrize(
    ("medium", "media"),
    [
        (video(), Media(kind="video", address="https://video.example/large.mp4", duration_s=33.5)),
        (
            video(type="animated_gif", video_info={"variants": [{"bitrate": 0, "url": "https://v.example/g.mp4"}]}),
            Media(kind="video", address="https://v.example/g.mp4"),
        ),
        (
            {"type": "photo", "media_url_https": "https://pbs.example/p.jpg", "ext_alt_text": "Un  hombre"},
            Media(kind="image", address="https://pbs.example/p.jpg", caption="Un hombre"),
        ),
        (video(video_info=None), Media(kind="video", address="https://pbs.example/still.jpg")),
        (
            video(video_info={"duration_millis": -1, "variants": [{"url": "javascript:alert(1)"}, 4]}),
            Media(kind="video", address="https://pbs.example/still.jpg"),
        ),
        (
            {
                "media_results": {
                    "result": {
                        "media_info": {
                            "__typename": "ApiVideo",
                            "duration_millis": 12_000,
                            "alt_text": "Un hombre",
                            "variants": [{"bit_rate": 1, "url": "https://v.example/a.mp4"}],
                        }
                    }
                }
            },
            Media(kind="video", address="https://v.example/a.mp4", duration_s=12.0, caption="Un hombre"),
        ),
    ],
)
def test_pictures_and_videos_are_known_by_what_the_file_says(medium: dict[str, Any], media: Media) -> None:
    """A clip without a word is a report too: other posts may carry the same clip."""
    assert only(post("", extended_entities={"media": [medium]})).media == (media,)


@pytest.mark.parametrize("place", ["media_entities", "media_entities2"])
def test_pictures_are_found_where_x_keeps_them_now(place: str) -> None:
    assert only(post("Мати", beside={place: [video()]})).media[0].kind == "video"


@pytest.mark.parametrize(
    "medium", [{"type": "hologram", "media_url_https": "https://p.example/"}, {"type": "photo"}, 3]
)
def test_what_is_no_picture_or_has_no_address_is_none(medium: Any) -> None:
    assert only(post("Мати", extended_entities={"media": [medium]})).media == ()


def test_a_video_that_was_saved_beside_the_file_is_known_by_its_digest() -> None:
    """A tool that saves posts saves the best or any other size of a video."""
    saved = post("Мати", extended_entities={"media": [video()]})

    assert only(saved, beside={"https://video.example/small.mp4": "ab" * 32}).media[0].sha256 == "ab" * 32


@pytest.mark.parametrize(
    ("fields", "address", "name"),
    [
        ({}, f"https://x.com/i/status/{THIRD}", None),
        ({"source_user_id_str": VESTI["rest_id"]}, f"https://x.com/i/status/{THIRD}", None),
        (
            {"additional_media_info": {"source_user": {"user_results": user(VESTI)}}},
            VESTIS,
            "@vesti_vymysel",
        ),
        ({"expanded_url": f"{VESTIS}/video/1"}, VESTIS, "@vesti_vymysel"),
        ({"expanded_url": f"{FAROS}/video/1"}, f"https://x.com/i/status/{THIRD}", None),
    ],
)
def test_a_video_of_another_post_points_there(fields: dict[str, Any], address: str, name: str | None) -> None:
    """The platform itself says where a clip came from: the surest edge there is between two posts."""
    carried = video(source_status_id_str=THIRD, **fields)
    report = only(post("Мати", extended_entities={"media": [carried]}))

    assert report.points_to == (Pointer(kind=PointerKind.CARRIES_MEDIA_OF, address=address, name=name),)


def test_the_account_of_a_video_is_known_from_any_post_of_the_file() -> None:
    carried = video(source_status_id_str=FOURTH, source_user_id_str=VESTI["rest_id"])
    report, _ = reports(timeline(post("A", extended_entities={"media": [carried]}), post("B", of=THIRD, by=VESTI)))

    assert pointers(report, PointerKind.CARRIES_MEDIA_OF) == [
        (f"https://x.com/vesti_vymysel/status/{FOURTH}", "@vesti_vymysel")
    ]


def test_a_video_of_its_own_points_nowhere() -> None:
    assert only(post("Мати", extended_entities={"media": [video(source_status_id_str=FIRST)]})).points_to == ()


@pytest.mark.parametrize(
    ("link", "pointed_to"),
    [
        (
            {"url": "https://t.co/a", "expanded_url": "https://faro.example/captura"},
            [("https://faro.example/captura", None)],
        ),
        ({"url": "https://t.co/a"}, [("https://t.co/a", None)]),
        (
            {"expanded_url": f"https://mobile.twitter.com/faro_inventado/status/{SECOND}?s=20"},
            [(FAROS, "@faro_inventado")],
        ),
        ({"expanded_url": f"https://x.com/i/web/status/{SECOND}"}, [(f"https://x.com/i/status/{SECOND}", None)]),
        ({"expanded_url": f"{IRYNAS}/photo/1"}, []),
        ({"expanded_url": "javascript:alert(1)"}, []),
        ({"expanded_url": "https://faro.example/ captura"}, []),
        ({"expanded_url": "https://faro.example/\u202e"}, []),
        ({"expanded_url": 4}, []),
    ],
)
def test_a_link_is_pointed_to_as_it_was_before_x_shortened_it(link: dict[str, Any], pointed_to: list[Any]) -> None:
    report = only(post("Мати https://t.co/a", entities={"urls": [link, link]}))

    assert pointers(report, PointerKind.LINKS_TO) == pointed_to


def test_the_links_of_a_long_post_are_those_of_its_note() -> None:
    beside = note("Мати", urls=[{"expanded_url": "https://b.example/"}])

    assert pointers(only(post("Мати", beside=beside)), PointerKind.LINKS_TO) == [("https://b.example/", None)]


@pytest.mark.parametrize(
    "control",
    [
        {"edit_tweet_ids": [FIRST, SECOND, THIRD]},
        {"edit_control_initial": {"edit_tweet_ids": [FIRST, SECOND, THIRD]}, "initial_tweet_id": FIRST},
    ],
)
def test_a_version_of_a_post_points_to_the_others(control: dict[str, Any]) -> None:
    """Whoever reads an edited post has to know that it said something else, or does by now."""
    report = only(post("Мати", of=SECOND, beside={"edit_control": control}))

    assert pointers(report, PointerKind.EDITS) == [(IRYNAS, "@iryna_vyhadka")]
    assert pointers(report, PointerKind.EDITED_INTO) == [
        (f"https://x.com/iryna_vyhadka/status/{THIRD}", "@iryna_vyhadka")
    ]
