"""The readers of posts of X: one report a post, a repost with the whole text of what it reposts."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from paradero.intake.item_reader import Declared, JsonReader, published
from paradero.intake.unreadable import Unreadable
from paradero.intake.x_posts.api import is_of_the_api, posts_of_the_api
from paradero.intake.x_posts.personal import is_personal
from paradero.intake.x_posts.pointers import Context, at_sign, in_context, pointers
from paradero.intake.x_posts.post import Post, Reference, Shown, by_number, each_once
from paradero.intake.x_posts.web import is_of_the_pages, posts_of_the_pages
from paradero.intake.x_posts.wording import Wording, worded
from paradero.terms.dates import DateKnownFrom
from paradero.terms.report import Media, Report

PLATFORM = "X"

LONGEST_POST = 1_000_000
"""In characters of the sealed text. The longest posts have 25,000 letters and articles some 100,000."""
MOST_CHARACTERS = 20_000_000
MOST_STRETCHES = 1_000_000
"""Stretches of plain characters and of escapes, which take turns."""
MOST_REFERENCES = 200_000
"""Links, other posts, pictures and videos."""


def _reading(
    posts_in: Callable[[Any], Iterable[Post]],
) -> Callable[[Any, str, str, Declared], tuple[Report, ...]]:
    def read(value: Any, text: str, name: str, declared: Declared) -> tuple[Report, ...]:
        reports = tuple(_bounded(_reports(each_once(posts_in(value)), text, name, declared), name))
        if not reports:
            raise Unreadable(
                f"{name}: no post in this file of X has text, a picture or a video. X gives a notice in place of a "
                "post that is deleted or withheld, and a list of people holds none. Save a page that shows the post."
            )
        return reports

    return read


def _reports(posts: tuple[Post, ...], sealed: str, name: str, declared: Declared) -> Iterator[Report]:
    known = by_number(posts)
    wordings: dict[int, Wording] = {}
    for post in posts:
        if post.sealed_length > LONGEST_POST:
            raise Unreadable(f"{name}: this file of X holds a post of {post.sealed_length:,} characters; no post is.")
        context = in_context(post, known)
        # Many may repost one post: its words are worked out once.
        wording = wordings.get(id(context.shows)) or worded(context.shows.runs, sealed)
        wordings[id(context.shows)] = wording
        if wording.text.strip() or context.shows.shown:
            yield _report(context, wording, declared)


def _bounded(reports: Iterable[Report], name: str) -> Iterator[Report]:
    """Yield the reports, as long as they do not come to so much more than their file that nobody exported them."""
    characters = stretches = references = 0
    for report in reports:
        characters += len(report.text)
        stretches += len(report.pieces)
        references += len(report.points_to) + len(report.media)
        if characters > MOST_CHARACTERS or stretches > MOST_STRETCHES or references > MOST_REFERENCES:
            raise Unreadable(
                f"{name}: with what they repost, the posts in this file of X have more than {MOST_CHARACTERS:,} "
                f"characters, {MOST_STRETCHES:,} escapes or {MOST_REFERENCES:,} links. Export fewer at a time."
            )
        yield report


def _report(context: Context, wording: Wording, declared: Declared) -> Report:
    post, passed_on = context.post, context.passed_on
    published_on, known_from = published(post.published_on, declared, stated_by=DateKnownFrom.EXPORT)
    return Report(
        text=wording.text,
        blocks=wording.blocks,
        pieces=wording.pieces,
        source=at_sign(post.account.screen_name) or declared.source,
        author=post.account.name,
        passed_on_from=at_sign(passed_on.screen_name) if passed_on else None,
        address=Reference(number=post.number, screen_name=post.account.screen_name).address,
        platform=PLATFORM,
        published_on=published_on,
        date_known_from=known_from,
        media=tuple(_medium(shown, declared) for shown in context.shows.shown),
        points_to=pointers(context),
    )


def _medium(shown: Shown, declared: Declared) -> Media:
    digests = (declared.beside.get(address) for address in shown.addresses)
    return Media(
        kind=shown.kind,
        address=shown.addresses[0],
        caption=shown.description,
        duration_s=shown.duration_s,
        sha256=next((digest for digest in digests if digest), None),
    )


X_WEB = JsonReader(
    kind="X web export",
    name="paradero x web 1",
    knows=is_of_the_pages,
    read=_reading(posts_of_the_pages),
    personal=is_personal,
)
X_API = JsonReader(
    kind="X API export",
    name="paradero x api 1",
    knows=is_of_the_api,
    read=_reading(posts_of_the_api),
    personal=is_personal,
)
