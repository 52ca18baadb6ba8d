"""Large and hostile files of X: time and memory grow with the file. The bounds leave a slow machine room."""

import time
import tracemalloc
from collections.abc import Callable
from typing import Any

import pytest
from tests.intake.reports import opened
from tests.intake.x_shapes import FARO, SECOND, answer, api_post, number, post, timeline, video, written

from paradero.intake import Declared, Unreadable, open_bytes


def seconds(data: str) -> float:
    before = time.process_time()
    open_bytes(data.encode(), name="x.json", declared=Declared())
    return time.process_time() - before


def test_two_thousand_posts_open_in_seconds() -> None:
    media = {"extended_entities": {"media": [video()]}}
    posts = [post(f"Мати {nth} &amp; брат", of=number(nth), favorited=False, **media) for nth in range(2000)]

    assert seconds(written(timeline(*posts), escaped=True)) < 10


def test_a_large_file_opens_in_time() -> None:
    """A fifth of the largest size there may be; 20 MB took 33 seconds."""
    entry = "Una madre &amp; su hijo. " * 40
    posts = [post(entry, of=number(nth), favorited=False, card={"legacy": {"a": ["b"] * 100}}) for nth in range(1_400)]
    text = written(timeline(*posts))

    assert 2_800_000 < len(text) < 4_000_000
    assert seconds(text) < 12


def reposts(count: int, **original: Any) -> dict[str, Any]:
    referred = {"referenced_tweets": [{"type": "retweeted", "id": SECOND}]}
    copies = [{"id": number(100 + nth), "text": "RT", **referred} for nth in range(count)]
    return answer(*copies, tweets=[api_post(of=SECOND, by=FARO, **{"said": "Мати", **original})])


def links(count: int) -> dict[str, Any]:
    return {"urls": [{"expanded_url": f"https://faro.example/{nth}"} for nth in range(count)]}


HOSTILE: dict[str, Callable[[], Any]] = {
    "a post of millions": lambda: post("a" * 1_500_000),
    "a post of escapes": lambda: post("&amp;a" * 180_000),
    "many reposts of a long post": lambda: reposts(100, said="a" * 900_000),
    "many reposts of many links": lambda: reposts(700, entities=links(300)),
    "many reposts of escapes": lambda: reposts(300, said="&amp;a" * 2_000),
    "articles without end": lambda: post(
        "a",
        beside={
            "article": {"article_results": {"result": {"content_state": {"blocks": [{"text": "ab" * 200}] * 3_000}}}}
        },
    ),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_file_cannot_come_to_much_more_than_its_size(case: str) -> None:
    """A thousand reposts of one post are a thousand reports: the text is in the file once, in the reports each time."""
    data = written(HOSTILE[case]()).encode()
    tracemalloc.start()
    with pytest.raises(Unreadable, match=r"^x\.json: .* file of X .*\.$"):
        open_bytes(data, name="x.json", declared=Declared())
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert most < 500_000_000


def test_many_reposts_of_one_post_are_many_reports() -> None:
    made = opened(written(reposts(1000)), "x.json").reports

    assert {report.text for report in made} == {"Мати"}
    assert len(made) == 1001


def test_posts_within_posts_beyond_all_measure_are_refused() -> None:
    inside: Any = post("Мати")
    for _ in range(60):
        inside = {"quoted_status_result": {"result": inside}}
    with pytest.raises(Unreadable, match="nested more than 100 deep"):
        opened(written(inside), "x.json")


def test_quotes_of_quotes_are_all_found() -> None:
    inside = post("0", of=number(0))
    for nth in range(1, 20):
        inside = post(str(nth), of=number(nth), beside={"quoted_status_result": {"result": inside}})

    assert [report.text for report in opened(written(inside), "x.json").reports] == [
        str(nth) for nth in range(19, -1, -1)
    ]


@pytest.mark.parametrize("part", [0.2, 0.5, 0.9, 0.999])
def test_a_file_that_is_cut_off_is_refused(part: float) -> None:
    whole = written(timeline(post("Мати"), post("Брат", of=SECOND)))
    with pytest.raises(Unreadable, match=r"ends too early|is wrong in line 1"):
        opened(whole[: int(len(whole) * part)], "x.json")
