"""Posts as X's API v2 answers them: `data`, and in `includes` what that refers to.

The fields: https://docs.x.com/x-api/fundamentals/data-dictionary. Unless asked for more, the API gives of a post no
more than its number, its text and its versions.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from paradero.intake.json_text import Text
from paradero.intake.x_posts.fields import (
    at,
    id_of,
    ids_of,
    objects,
    screen_name_of,
    seconds_of,
    web_address_of,
    words_of,
)
from paradero.intake.x_posts.moments import day_of
from paradero.intake.x_posts.post import NOBODY, Account, Post, Reference, Shown
from paradero.intake.x_posts.web_media import best_first
from paradero.intake.x_posts.wording import Run, unescaped

_KINDS = {"photo": "image", "video": "video", "animated_gif": "video"}
_ONLY_OF_POSTS = frozenset(
    {"edit_history_tweet_ids", "author_id", "conversation_id", "referenced_tweets", "public_metrics", "note_tweet"}
)


def is_of_the_api(value: Any) -> bool:
    """Tell whether a JSON value holds answers of the API with posts."""
    return any(map(_is_of_the_api, _pages(value)))


def _is_of_the_api(page: dict[str, Any]) -> bool:
    posts = [post for post in _data(page) if isinstance(post.get("text"), str) and "id" in post]
    included = next(_included(page, "tweets", "posts", "users"), None)
    return bool(posts) and (included is not None or any(not _ONLY_OF_POSTS.isdisjoint(post) for post in posts))


def posts_of_the_api(value: Any) -> Iterator[Post]:
    """Yield the posts that were asked for, and after those of each answer the ones they refer to."""
    pages = list(_pages(value))
    accounts: dict[str, Account] = {}
    shown: dict[str, Shown] = {}
    for page in pages:
        accounts |= {number: _account(user) for user in _included(page, "users") if (number := id_of(user.get("id")))}
        shown |= {key: found for each in _included(page, "media") for key, found in _shown(each)}
    for page in pages:
        for post in [*_data(page), *_included(page, "tweets", "posts")]:
            yield _post(post, accounts, shown)


def _pages(value: Any) -> Iterator[dict[str, Any]]:
    """Yield the answers: a tool that asked for more than one page saves them as a list."""
    yield from ([value] if isinstance(value, dict) else objects(value))


def _data(page: dict[str, Any]) -> Iterator[dict[str, Any]]:
    data = page.get("data")
    yield from ([data] if isinstance(data, dict) else objects(data))


def _included(page: dict[str, Any], *kinds: str) -> Iterator[dict[str, Any]]:
    for kind in kinds:
        yield from objects(at(page, "includes", kind))


def _account(user: Any) -> Account:
    name = words_of(at(user, "name"))
    return Account(screen_name=screen_name_of(at(user, "username")), name=unescaped(name) if name else None)


def _post(post: dict[str, Any], accounts: Mapping[str, Account], shown: Mapping[str, Shown]) -> Post:
    number = id_of(post.get("id"))
    referred = {str(each.get("type")): id_of(each.get("id")) for each in objects(post.get("referenced_tweets"))}
    return Post(
        number=number,
        runs=tuple(_runs(post)),
        account=accounts.get(id_of(post.get("author_id")) or "", _account(post)),
        published_on=day_of(post.get("created_at"), number),
        shown=tuple(shown[key] for key in _media_keys(post) if key in shown),
        reposts=_reference(referred.get("retweeted")),
        quotes=_reference(referred.get("quoted")),
        replies_to=_reference(referred.get("replied_to"), accounts.get(id_of(post.get("in_reply_to_user_id")) or "")),
        media_of=tuple(Reference(number=each) for each in ids_of(at(post, "attachments", "media_source_tweet_id"))),
        links=tuple(_links(post)),
        versions=ids_of(post.get("edit_history_tweet_ids")),
    )


def _reference(number: str | None, account: Account | None = None) -> Reference | None:
    return Reference(number=number, screen_name=(account or NOBODY).screen_name) if number else None


def _runs(post: dict[str, Any]) -> Iterator[Run]:
    whole = (at(post, "note_tweet", "text"), post.get("text"))
    text = next((text for text in whole if isinstance(text, Text) and text.strip()), None)
    if text:
        yield Run(text=text)


def _media_keys(post: dict[str, Any]) -> Iterable[str]:
    """Return the keys of what a post shows, each once."""
    keys = at(post, "attachments", "media_keys")
    return dict.fromkeys(key for key in keys if isinstance(key, str)) if isinstance(keys, list) else ()


def _shown(medium: dict[str, Any]) -> Iterator[tuple[str, Shown]]:
    key, kind = words_of(medium.get("media_key")), _KINDS.get(str(medium.get("type")))
    if key and kind:
        still = web_address_of(medium.get("url"), medium.get("preview_image_url"))
        addresses = (*best_first(medium.get("variants")), *((still,) if still else ()))
        shown = Shown(
            kind=kind,
            # Unless asked for more, the API gives of a picture or video no more than its key and what it is.
            addresses=addresses or (key,),
            description=words_of(medium.get("alt_text")),
            duration_s=seconds_of(medium.get("duration_ms")),
        )
        yield key, shown


def _links(post: dict[str, Any]) -> Iterator[str]:
    for link in [*objects(at(post, "entities", "urls")), *objects(at(post, "note_tweet", "entities", "urls"))]:
        address = web_address_of(link.get("unwound_url"), link.get("expanded_url"), link.get("url"))
        if address:
            yield address
