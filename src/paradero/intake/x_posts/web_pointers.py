"""What a post refers to, as the pages of X are given it."""

from collections.abc import Iterator
from typing import Any

from paradero.intake.x_posts.fields import at, id_of, ids_of, objects, screen_name_of, web_address_of
from paradero.intake.x_posts.post import Reference, status_of
from paradero.intake.x_posts.web_fields import account_of, author_of, field, first_of, inside, number_of

_REPOSTED = ("retweeted_status_result", "retweeted_status_results", "repostedStatusResults")
_QUOTED = ("quoted_status_result", "quoted_tweet_results", "quotedPostResults", "quotedRefResult")


def reposted_by(post: Any) -> Reference | None:
    """Return the post that one reposts; of one that X withholds not even the number may be known."""
    result = first_of(post, _REPOSTED)
    number = id_of(number_of(inside(result)), field(post, "retweeted_status_id_str"))
    return None if result is None and not number else _reference(number, inside(result))


def quoted_by(post: Any) -> Reference | None:
    """Return the post that one quotes."""
    quoted = inside(first_of(post, _QUOTED))
    led = status_of(web_address_of(field(post, "quoted_status_permalink", "expanded")))
    number = id_of(number_of(quoted), field(post, "quoted_status_id_str"), led.number if led else None)
    if not number:
        return None
    found = _reference(number, quoted)
    return led if led and led.number == number and not found.screen_name else found


def answered_by(post: Any) -> Reference | None:
    """Return the post that one replies to."""
    number = id_of(field(post, "in_reply_to_status_id_str"), at(post, "reply_to_results", "rest_id"))
    screen_name = screen_name_of(
        field(post, "in_reply_to_screen_name"),
        account_of(at(post, "reply_to_user_results", "result")).screen_name,
    )
    return Reference(number=number, screen_name=screen_name) if number else None


def links_of(post: Any) -> Iterator[str]:
    """Yield the addresses that the text of a post links to, as they were before X shortened them."""
    note = at(post, "note_tweet", "note_tweet_results", "result", "entity_set", "urls")
    for link in [*objects(field(post, "entities", "urls")), *objects(note)]:
        address = web_address_of(link.get("expanded_url"), link.get("url"))
        if address:
            yield address


def versions_of(post: Any) -> tuple[str, ...]:
    """Return the numbers of all versions of a post."""
    control = at(post, "edit_control")
    return ids_of(at(control, "edit_control_initial", "edit_tweet_ids")) or ids_of(at(control, "edit_tweet_ids"))


def _reference(number: str | None, post: Any) -> Reference:
    return Reference(number=number, screen_name=account_of(author_of(post)).screen_name)
