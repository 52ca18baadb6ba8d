"""Posts as the pages of X are given them: objects of GraphQL, anywhere in what a browser or a tool saved."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from paradero.intake.json_text import Text
from paradero.intake.x_posts.fields import at, id_of, objects, screen_name_of
from paradero.intake.x_posts.moments import day_of
from paradero.intake.x_posts.post import Account, Post
from paradero.intake.x_posts.web_fields import account_of, author_of, field, is_post, media_of, number_of
from paradero.intake.x_posts.web_media import first_published, shown_by, source_user
from paradero.intake.x_posts.web_pointers import answered_by, links_of, quoted_by, reposted_by, versions_of
from paradero.intake.x_posts.wording import Run
from paradero.terms.report import BlockKind

_PLACES_OF_A_POST = frozenset({"tweet_results", "tweet_result", "tweetResult", "tweetResults"})
_TYPES = ("Tweet", "Timeline")


def is_of_the_pages(value: Any) -> bool:
    """Tell whether a JSON value holds what the pages of X are given: a post, or the place of one."""
    return any(
        is_post(each)
        or not _PLACES_OF_A_POST.isdisjoint(each)
        or (isinstance(kind := each.get("__typename"), str) and kind.startswith(_TYPES))
        for each in _objects_in(value)
    )


def posts_of_the_pages(value: Any) -> Iterator[Post]:
    """Yield every post in a JSON value, in order; one that stands in several places comes several times."""
    found = [each for each in _objects_in(value) if is_post(each)]
    accounts = _accounts(found)
    return (_post(each, accounts) for each in found)


def _objects_in(value: Any) -> Iterator[dict[str, Any]]:
    ahead = [value]
    while ahead:
        each = ahead.pop()
        if isinstance(each, dict):
            yield each
            ahead.extend(reversed(each.values()))
        elif isinstance(each, list):
            ahead.extend(reversed(each))


def _accounts(posts: Iterable[dict[str, Any]]) -> Mapping[str, Account]:
    """Return the accounts that wrote, first published or are mentioned, by their numbers."""
    accounts: dict[str, Account] = {}
    for post in posts:
        for user in (author_of(post), *(source_user(medium) for medium in media_of(post))):
            number, account = id_of(at(user, "rest_id")), account_of(user)
            if number and account.screen_name:
                accounts[number] = account
        for mention in objects(field(post, "entities", "user_mentions")):
            number, screen_name = id_of(mention.get("id_str")), screen_name_of(mention.get("screen_name"))
            if number and screen_name:
                accounts.setdefault(number, Account(screen_name=screen_name))
    return accounts


def _post(post: dict[str, Any], accounts: Mapping[str, Account]) -> Post:
    number, account = number_of(post), account_of(author_of(post))
    if not account.screen_name:
        account = accounts.get(id_of(field(post, "user_id_str")) or "", account)
    return Post(
        number=number,
        runs=tuple(_runs(post)),
        account=account,
        published_on=day_of(field(post, "created_at"), number),
        shown=tuple(shown_by(post)),
        reposts=reposted_by(post),
        quotes=quoted_by(post),
        replies_to=answered_by(post),
        media_of=tuple(first_published(post, accounts)),
        links=tuple(links_of(post)),
        versions=versions_of(post),
    )


def _runs(post: dict[str, Any]) -> Iterator[Run]:
    """Yield the words of a post: its whole text, where X shows only the beginning, and an article that it carries."""
    notes = list(_texts([at(post, "note_tweet", "note_tweet_results", "result", "text")]))
    yield from (Run(text=text, escaped=False) for text in notes)
    yield from (Run(text=text) for text in _texts([] if notes else [field(post, "full_text")]))
    article = at(post, "article", "article_results", "result")
    blocks = [block.get("text") for block in objects(at(article, "content_state", "blocks"))]
    yield from (Run(text=text, escaped=False, kind=BlockKind.TITLE) for text in _texts([at(article, "title")]))
    yield from (Run(text=text, escaped=False) for text in _texts(blocks or [at(article, "preview_text")]))


def _texts(values: Iterable[Any]) -> Iterator[Text]:
    return (value for value in values if isinstance(value, Text) and value.strip())
