"""What a page says about itself: outlet, author, day of publication, headline. Nothing is guessed."""

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from paradero.intake.one_line import one_line
from paradero.intake.page.elements import words
from paradero.intake.page.place import Mark, Seen
from paradero.terms.spans import Span

_LARGEST_DATA = 500_000
_MOST_NODES = 2_000
_LONGEST_OUTLET = 40
_LONGEST_NAME = 200
_ARTICLES = words(
    "Article NewsArticle ReportageNewsArticle BlogPosting LiveBlogPosting AnalysisNewsArticle OpinionNewsArticle "
    "BackgroundNewsArticle SocialMediaPosting VideoObject Report"
)
# A whole day first, then whatever the page adds; "2 days ago" and bare years are no dates of publication.
_DAY = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)|\s*(\d{4})/(\d{2})/(\d{2})(?!\d)")
_DATE_FIELDS = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "pubdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "date",
)
_OUTLET_FIELDS = ("og:site_name", "application-name", "dc.publisher", "publisher")
_AUTHOR_FIELDS = ("author", "article:author", "dc.creator", "parsely-author", "byl")
_TITLE_FIELDS = ("og:title", "twitter:title", "headline")
_SUFFIX = re.compile(r"\s(?:\||-|–|—|·|•|::|»)\s")
_BY = re.compile(r"(?:por|by|автор|de)\s*:?\s+", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]*>")
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"]{3,2000}", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?:)?//|@", re.IGNORECASE)
PLATFORMS = {
    "x (formerly twitter)": "X",
    "twitter": "X",
    "telegram": "Telegram",
    "facebook": "Facebook",
    "instagram": "Instagram",
    "youtube": "YouTube",
    "tiktok": "TikTok",
    "вконтакте": "VK",
    "vk": "VK",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a page states; `None` where it does not."""

    headline: str | None
    outlet: str | None
    author: str | None
    platform: str | None
    address: str | None
    published_on: date | None
    pictures: tuple[tuple[str, str], ...]
    """Kind and address of the picture and video that the page names as its own."""


def about(page: str, seen: Seen) -> About:
    """Return what a page says about itself, in its data first and on its face second."""
    fields = _fields(seen.marks)
    articles = _articles(page, seen.marks)
    title = _page_title(page, seen.marks)
    headline = _first(*(_string(node.get("headline")) for node in articles), *(fields.get(f) for f in _TITLE_FIELDS))
    outlet = _first(
        *(fields.get(field) for field in _OUTLET_FIELDS[:1]),
        *(_name(node.get("publisher")) for node in articles),
        *(fields.get(field) for field in _OUTLET_FIELDS[1:]),
        _suffix(title),
    )
    author = _first(*(_name(node.get("author")) for node in articles), *_authors(page, fields, seen.marks))
    return About(
        headline=headline or _without_suffix(title),
        outlet=one_line(outlet or "") or None,
        author=one_line(author or "") or None,
        platform=PLATFORMS.get((fields.get("og:site_name") or "").lower()),
        address=_address(fields.get("og:url")),
        published_on=next(_days(articles, fields, seen.marks), None),
        pictures=tuple((kind, fields[f"og:{kind}"]) for kind in ("image", "video") if f"og:{kind}" in fields),
    )


def _address(written: str | None) -> str | None:
    return written if written and _WEB_ADDRESS.fullmatch(written) else None


def _fields(marks: Iterable[Mark]) -> dict[str, str]:
    """Return the page's own fields by their names in small letters; the first of a name counts."""
    fields: dict[str, str] = {}
    for mark in marks:
        given = mark.tag.attributes
        name = given.get("property") or given.get("name") or given.get("itemprop")
        content = given.get("content", "").strip()
        if mark.tag.name == "meta" and name and content:
            fields.setdefault(name.lower(), content)
    return fields


def _articles(page: str, marks: Iterable[Mark]) -> list[dict[str, Any]]:
    """Return the articles that the page's JSON-LD describes as its own, not those of a list it links to."""
    nodes: list[Any] = []
    for mark in marks:
        if "ld+json" in mark.tag.attributes.get("type", "") and mark.inside:
            nodes += _loaded(mark.inside.of(page))
    return [node for node in nodes[:_MOST_NODES] if isinstance(node, dict) and _is_article(node.get("@type"))]


def _is_article(kind: Any) -> bool:
    return any(isinstance(each, str) and each in _ARTICLES for each in (kind if isinstance(kind, list) else [kind]))


def _loaded(raw: str) -> list[Any]:
    try:
        data = json.loads(raw, strict=False) if len(raw) <= _LARGEST_DATA else None
    except (ValueError, RecursionError):
        return []  # a page's broken data says nothing; its face still may
    top = data if isinstance(data, list) else [data]
    inner: list[Any] = []
    for node in top:
        graph = node.get("@graph") if isinstance(node, dict) else None
        inner += graph if isinstance(graph, list) else []
        inner += [node.get("mainEntity")] if isinstance(node, dict) else []
    return top + inner


def _days(articles: Iterable[dict[str, Any]], fields: dict[str, str], marks: Iterable[Mark]) -> Iterator[date]:
    written = [_string(node.get("datePublished")) for node in articles]
    written += [fields.get(field) for field in _DATE_FIELDS]
    times = [mark for mark in marks if mark.tag.name == "time" and "datetime" in mark.tag.attributes]
    stated = [mark for mark in times if "pubdate" in mark.tag.attributes or _is(mark, "datepublished")]
    plain = [mark for mark in times if not mark.place.outside and not _is(mark, "datemodified")]
    in_main = [mark for mark in plain if mark.place.in_main]
    written += [mark.tag.attributes["datetime"] for mark in [*stated, *in_main, *plain]]
    return (day for text in written if text and (day := _day(text)))


def _is(mark: Mark, field: str) -> bool:
    return mark.tag.attributes.get("itemprop", "").lower() == field


def _day(written: str) -> date | None:
    """Return the day as written, in the outlet's own time zone."""
    found = _DAY.match(written)
    if not found:
        return None
    try:
        year, month, day = (int(part) for part in found.groups() if part)
        return date(year, month, day)
    except ValueError:
        return None


def _page_title(page: str, marks: Iterable[Mark]) -> str | None:
    titles = (mark.inside.of(page) for mark in marks if mark.tag.name == "title" and mark.inside)
    return next((_string(html.unescape(title)) for title in titles if title.strip()), None)


def headline_in_title(page: str, seen: Seen) -> Span | None:
    """Return where the page's `title` stands, without the outlet that it may end with."""
    for mark in seen.marks:
        if mark.tag.name == "title" and mark.inside and mark.inside.of(page).strip():
            start, raw = mark.inside.start, mark.inside.of(page)
            return Span(start, start + len(_without_suffix(raw) or raw))
    return None


def is_byline(line: str, author: str | None) -> bool:
    """Tell whether a line only names the author, as "By Mateo Fuentealba" does."""
    return author is not None and _BY.sub("", _string(line) or "", count=1) == author


def _without_suffix(title: str | None) -> str | None:
    cuts = list(_SUFFIX.finditer(title or ""))
    return title[: cuts[-1].start()] if title and cuts and _suffix(title) else title


def _suffix(title: str | None) -> str | None:
    """Return the outlet that many a title ends with: "Headline | Outlet"."""
    parts = _SUFFIX.split(title or "")
    last = parts[-1].strip()
    return last if len(parts) > 1 and last and len(last) <= _LONGEST_OUTLET and len(last) < len(parts[0]) else None


def _authors(page: str, fields: dict[str, str], marks: Iterable[Mark]) -> Iterator[str | None]:
    for field in _AUTHOR_FIELDS:
        yield _person(fields.get(field))
    for mark in marks:
        if mark.tag.attributes.get("rel") == "author" or (_is(mark, "author") and mark.tag.name in {"a", "span"}):
            closes = page.find(f"</{mark.tag.name}", mark.tag.end, mark.tag.end + 2 * _LONGEST_NAME)
            if closes >= 0:
                yield _person(html.unescape(_TAGS.sub(" ", page[mark.tag.end : closes])))


def _person(value: str | None) -> str | None:
    name = _BY.sub("", _string(value) or "", count=1) if _BY.match(_string(value) or "") else _string(value)
    return name if name and len(name) <= _LONGEST_NAME and not _ADDRESS.search(name) else None


def _name(value: Any) -> str | None:
    """Return the name in JSON-LD's many ways of giving one: a string, an object, or a list of either."""
    if isinstance(value, list):
        names = [name for name in (_name(each) for each in value[:20] if not isinstance(each, list)) if name]
        return ", ".join(names) or None
    return _person(value.get("name") if isinstance(value, dict) else value)


def _string(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _first(*values: str | None) -> str | None:
    return next((value for value in values if value), None)
