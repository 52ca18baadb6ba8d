"""One address for one publication, however it is written: what two reports are joined by."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

_SAME_HOST = {
    "twitter.com": "x.com",
    "mobile.twitter.com": "x.com",
    "m.twitter.com": "x.com",
    "mobile.x.com": "x.com",
    "telegram.me": "t.me",
    "telegram.dog": "t.me",
    "m.youtube.com": "youtube.com",
    "m.facebook.com": "facebook.com",
    "m.vk.com": "vk.com",
}
_STATUS = re.compile(r"/(?:\w+|i/web|i)/status(?:es)?/([0-9]{1,20})(?:/.*)?", re.ASCII)
_PREVIEW = re.compile(r"/s/([^/]+/[0-9]+)")
_FOLLOWS_READERS = re.compile(r"utm_\w+|fbclid|gclid|igshid|si|ref_src|ref_url|embed|single", re.ASCII)
"""Parts of a query that say through what a reader came, or how to show it."""


def plain_address(written: str) -> str | None:
    """Return an address without what differs from one way of writing it to the next; `None` where it is none.

    >>> plain_address("https://mobile.twitter.com/faro/status/17?s=20") == plain_address("https://x.com/i/status/17")
    True
    >>> plain_address("http://www.faro.example/a/?utm_source=tg#top")
    'faro.example/a'
    """
    try:
        parts = urlsplit(written.strip())
    except ValueError:
        return None
    host = (parts.hostname or "").removeprefix("www.")
    if not host:
        return None
    host, path = _SAME_HOST.get(host, host), parts.path.rstrip("/")
    if host == "x.com" and (status := _STATUS.fullmatch(path)):
        return f"x.com/i/status/{status[1]}"
    if host == "t.me" and (preview := _PREVIEW.fullmatch(path)):
        path = f"/{preview[1]}"
    if host == "youtu.be":
        return f"youtube.com/watch?v={path.lstrip('/')}"
    kept = [(name, value) for name, value in parse_qsl(parts.query) if not _FOLLOWS_READERS.fullmatch(name)]
    return f"{host}{path}?{urlencode(sorted(kept))}" if kept else f"{host}{path}"
