"""HTML cut into tags and text with their places, in one pass whose time grows with the page and no faster.

Python's `html.parser` takes quadratic time on some broken pages, and a hostile page is one that is broken on purpose.
"""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from paradero.terms.spans import Span


class Tag(NamedTuple):
    """A start tag, or an end tag where `closing`."""

    name: str
    attributes: dict[str, str]
    closing: bool
    start: int
    end: int


class Run(NamedTuple):
    """A stretch of the page between two tags. `raw_of` names the element whose whole inside it is, as `script`."""

    start: int
    end: int
    raw_of: str | None = None


_TAG_NAME = re.compile(r"[a-zA-Z][^\s/>]*+")
_ATTRIBUTE = re.compile(r"""[\s/]*+(?:([^\s/>=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>]*+)))?+|=|(>))""")
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
_RAW_ENDS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}
_MOST_ATTRIBUTES = 200


def tokens(page: str) -> Iterator[Tag | Run]:
    """Yield the tags and runs of a page in order; comments and declarations are left out."""
    at = run = 0
    while (at := page.find("<", at)) >= 0:
        end = _aside(page, at)
        tag = _tag(page, at) if end is None else None
        if end is None and tag is None:
            at += 1  # a bare "<" is text
            continue
        if run < at:
            yield Run(run, at)
        if tag is None:
            at = run = end if end is not None else len(page)
            continue
        yield tag
        at = run = tag.end
        if tag.name in _RAW and not tag.closing:
            closes = _RAW_ENDS[tag.name].search(page, at)
            at = run = closes.start() if closes else len(page)
            yield Run(tag.end, at, tag.name)
    if run < len(page):
        yield Run(run, len(page))


def _aside(page: str, at: int) -> int | None:
    """Return where a comment or declaration at `at` ends, or `None` where there is none."""
    following = page[at + 1 : at + 4]
    if following.startswith("!--"):
        return _after(page, "-->", at + 2)
    if following[:1] in {"!", "?"} or (following[:1] == "/" and not following[1:2].isalpha()):
        return _after(page, ">", at + 1)
    return None


def _after(page: str, mark: str, at: int) -> int:
    found = page.find(mark, at)
    return len(page) if found < 0 else found + len(mark)


def _tag(page: str, at: int) -> Tag | None:
    closing = page.startswith("/", at + 1)
    name = _TAG_NAME.match(page, at + 1 + closing)
    if not name:
        return None
    if closing:
        return Tag(name[0].lower(), {}, closing=True, start=at, end=_after(page, ">", name.end()))
    attributes: dict[str, str] = {}
    end = name.end()
    while (found := _ATTRIBUTE.match(page, end)) and not found[5]:
        end = found.end()
        if found[1] and len(attributes) < _MOST_ATTRIBUTES:
            attributes.setdefault(found[1].lower(), _value(found))
    return Tag(name[0].lower(), attributes, closing=False, start=at, end=found.end() if found else len(page))


def _value(found: re.Match[str]) -> str:
    value = found[2] or found[3] or found[4] or ""
    return html.unescape(value) if "&" in value else value


# Space that a browser folds, characters that nobody sees, character references, and words with single spaces between.
_PART = re.compile(
    r"(?P<space>[ \t\n\r\f]++)"
    r"|(?P<unseen>[\xad\u200b\u2060\ufeff]++)"
    r"|(?P<reference>&(?:#[0-9]++;?+|#[xX][0-9a-fA-F]++;?+|[a-zA-Z][a-zA-Z0-9]{1,31}+;?+))"
    r"|(?P<words>[^ \t\n\r\f&\xad\u200b\u2060\ufeff]++(?: [^ \t\n\r\f&\xad\u200b\u2060\ufeff]++)*+|&)"
)


class Part(NamedTuple):
    """A stretch of a run and what a visitor sees of it: words, or nothing but `space`."""

    sealed: Span
    seen: str
    space: bool


def parts(page: str, run: Run) -> Iterator[Part]:
    """Yield a run's words and spaces with their places; what no visitor sees is left out."""
    for found in _PART.finditer(page, run.start, run.end):
        seen = html.unescape(found[0]) if found.lastgroup == "reference" else found[0]
        sealed = Span(*found.span())
        if found.lastgroup == "space" or (found.lastgroup == "reference" and not seen.strip(" \t\n\r\f")):
            if seen:
                yield Part(sealed, seen, space=True)
        elif found.lastgroup != "unseen" and seen not in "\xad\u200b\u2060\ufeff":
            yield Part(sealed, seen, space=False)
