"""Where the pages of X keep the fields of a post, which X has moved several times.

Until 2026 they lie in `legacy`, since then beside it, and in what a page is first given in `details`. Nobody documents
this. The names are those that https://github.com/vladkens/twscrape and https://github.com/zedeus/nitter read.
"""

from collections.abc import Iterable
from typing import Any

from paradero.intake.x_posts.fields import at, id_of, objects, screen_name_of, words_of
from paradero.intake.x_posts.post import Account
from paradero.intake.x_posts.wording import unescaped

_INSIDE = ("legacy", "details")


def field(post: Any, *keys: str) -> Any:
    """Return a member of a post, wherever X keeps it."""
    places = (at(post, place, *keys) for place in _INSIDE)
    return next((found for found in places if found is not None), at(post, *keys))


def first_of(post: Any, names: Iterable[str]) -> Any:
    """Return the first member that a post has of several, by which X has called the same thing."""
    return next((found for name in names if (found := field(post, name)) is not None), None)


def is_post(value: dict[str, Any]) -> bool:
    """Tell whether an object is a post with its text, and no mere stone in its place."""
    named = "rest_id" in value or value.get("__typename") == "Tweet"
    return named and isinstance(field(value, "full_text"), str)


def inside(results: Any) -> Any:
    """Return the post in a result, which is the post or, where X limits what may be done with it, holds it."""
    result = at(results, "result")
    return at(result, "tweet") or result


def number_of(post: Any) -> str | None:
    """Return the number of a post."""
    return id_of(at(post, "rest_id"), field(post, "id_str"), field(post, "id"))


def author_of(post: Any) -> Any:
    """Return the user who wrote a post."""
    return at(post, "core", "user_results", "result")


def account_of(user: Any) -> Account:
    """Return the account of a user."""
    name = words_of(at(user, "core", "name"), at(user, "legacy", "name"))
    return Account(
        screen_name=screen_name_of(at(user, "core", "screen_name"), at(user, "legacy", "screen_name")),
        name=unescaped(name) if name else None,
    )


def media_of(post: Any) -> list[dict[str, Any]]:
    """Return the pictures and videos of a post as its pages are given them."""
    places = (("extended_entities", "media"), ("media_entities2",), ("media_entities",), ("entities", "media"))
    return next((media for place in places if (media := list(objects(field(post, *place))))), [])
