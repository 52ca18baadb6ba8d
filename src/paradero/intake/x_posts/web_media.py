"""The pictures and videos of a post, and the posts in which they were first published."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from paradero.intake.x_posts.fields import at, id_of, objects, seconds_of, web_address_of, words_of
from paradero.intake.x_posts.post import NOBODY, Account, Reference, Shown, status_of
from paradero.intake.x_posts.web_fields import account_of, media_of

_KINDS = {
    "photo": "image",
    "video": "video",
    "animated_gif": "video",
    "ApiImage": "image",
    "ApiVideo": "video",
    "ApiGif": "video",
}
# X gives a video in some five sizes.
_MOST_VARIANTS = 20


def shown_by(post: Any) -> Iterator[Shown]:
    """Yield the pictures and videos of a post."""
    for medium in media_of(post):
        info = at(medium, "media_results", "result", "media_info")
        kind = _KINDS.get(str(medium.get("type"))) or _KINDS.get(str(at(info, "__typename")))
        addresses = tuple(_videos(medium, info) if kind == "video" else ()) + tuple(_pictures(medium, info))
        if kind and addresses:
            yield Shown(
                kind=kind,
                addresses=addresses,
                description=words_of(medium.get("ext_alt_text"), at(info, "alt_text")),
                duration_s=seconds_of(at(medium, "video_info", "duration_millis") or at(info, "duration_millis")),
            )


def first_published(post: Any, accounts: Mapping[str, Account]) -> Iterator[Reference]:
    """Yield the posts in which the pictures and videos of a post were first published, as far as X says so."""
    for medium in media_of(post):
        number = id_of(medium.get("source_status_id_str"), medium.get("source_status_id"))
        if number:
            user = account_of(source_user(medium))
            known = accounts.get(id_of(medium.get("source_user_id_str"), medium.get("source_user_id")) or "", NOBODY)
            led = status_of(web_address_of(medium.get("expanded_url")))
            there = led.screen_name if led and led.number == number else None
            yield Reference(number=number, screen_name=user.screen_name or known.screen_name or there)


def source_user(medium: Any) -> Any:
    """Return the user who first published a picture or video that a post carries."""
    return at(medium, "additional_media_info", "source_user", "user_results", "result")


def best_first(variants: Any) -> Iterator[str]:
    """Yield the addresses of a video's variants, that of the most bits first, and what is no file last."""
    for variant in sorted(islice(objects(variants), _MOST_VARIANTS), key=_bits, reverse=True):
        address = web_address_of(variant.get("url"))
        if address:
            yield address


def _bits(variant: dict[str, Any]) -> float:
    bits = variant.get("bitrate", variant.get("bit_rate"))
    return bits if isinstance(bits, int | float) else -1.0


def _videos(medium: Any, info: Any) -> Iterator[str]:
    yield from best_first(at(medium, "video_info", "variants"))
    yield from best_first(at(info, "variants"))


def _pictures(medium: Any, info: Any) -> Iterator[str]:
    found = web_address_of(
        at(medium, "media_url_https"),
        at(info, "original_img_url"),
        at(info, "preview_image", "original_img_url"),
        at(medium, "expanded_url"),
    )
    if found:
        yield found
