"""Pages made of the corpus's reports and of what pages put around them, so that few annotated pages teach many.

Half of what is put around a report comes from other reports of the corpus in its language (their menus, their
teasers, their headlines as other news); the other half is invented: `resources/reading/page_lines.toml`.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from random import Random  # noqa: TID251  # seeded, so that a run can be repeated

from paradero.reading.learning.manners import in_some_manner
from paradero.reading.page_lines.labeller import CAPTION
from paradero.reading.tagging.tagger import OUT
from paradero.terms.annotated import AnnotatedText
from paradero.terms.resources import resource

FILE = "reading/page_lines.toml"
KEPT = "kept"
INVENTED = 0.5
"""How often a line is an invented one."""
CLEAN, PIECE = 0.3, 0.25
"""How often a page has nothing but the report, and how often only some lines of it, as a post has."""
HEAD_ROW = 0.15
"""How often a list of people is a table."""
LABELLED = 0.7
DATES = (
    *("hace {n} días", "hace {n} horas", "{n} days ago", "{n} hours ago", "{n} дней назад", "{n} дні тому"),
    *("{d}.{m}.2024", "{d}/{m}/2023", "{m}:{d}", "{d} may. 2024", "{d} May 2024", "{d} мая", "{d} травня 2025"),
)
ROSTERS = 0.15
"""How often what is kept is a list of people."""
LONGEST_HEADLINE = 140
OFTEN = {
    "navigation": 0.6,
    "cookie": 0.25,
    "credit": 0.4,
    CAPTION: 0.25,
    "teaser": 0.6,
    "box": 0.3,
    "advertisement": 0.15,
    "comment": 0.2,
    KEPT: 0.5,
}
"""How often a page has each kind."""
TAIL = {
    "navigation": 0.2,
    "cookie": 0.2,
    "credit": 0.3,
    "teaser": 0.6,
    "box": 0.8,
    "comment": 1.0,
    "advertisement": 0.4,
}
"""How often a kind stands after the report; otherwise menus, cookies and credits stand above and the rest inside."""
HEAD = ("cookie", "navigation", "credit")
_NAME = re.compile(r"[A-ZÁÉÍÓÚÑА-ЯЁІЇЄҐ][\w'’-]+(?: [A-ZÁÉÍÓÚÑА-ЯЁІЇЄҐ][\w'’-]+)+")

Line = tuple[str, str]
"""A line and its label."""


@dataclass(frozen=True)
class Page:
    """The lines of a page, each with its label."""

    language: str
    lines: tuple[Line, ...]


@dataclass
class _Around:
    """What may be put around reports of one language, by kind; each entry holds lines that stay together."""

    found: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    invented: Mapping[str, Sequence[str]] = field(default_factory=dict)
    headlines: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    """Parts of names."""

    def any_of(self, kind: str, chance: Random) -> tuple[str, ...]:
        own = self.found.get(kind, [])
        if own and chance.random() > INVENTED:
            return chance.choice(own)
        return tuple(chance.choice(self.invented[kind]).split("\n"))


def page_of(annotated: AnnotatedText) -> Page:
    """Return the lines of a report of the corpus with the kinds of their zones."""
    lines, start = [], 0
    for line in annotated.text.split("\n"):
        end = start + len(line)
        if line.strip():
            kinds = (zone.kind for zone in annotated.zones if zone.span.start < end and start < zone.span.end)
            lines.append((line.strip(), next(kinds, OUT)))
        start = end + 1
    return Page(annotated.header["language"], tuple(lines))


def made_pages(texts: Sequence[AnnotatedText], *, each: int, seed: int = 0) -> Iterator[Page]:
    """Yield `each` pages made of every text, always the same ones."""
    chance = Random(seed)  # noqa: S311  # nothing secret
    pages = [page_of(text) for text in texts]
    around = {language: _around(language, pages) for language in sorted({page.language for page in pages})}
    for page in pages:
        for _ in range(each):
            yield _made(page, around[page.language], chance)


def _around(language: str, pages: Sequence[Page]) -> _Around:
    invented = tomllib.loads(resource(FILE).read_text(encoding="utf-8"))[language]
    around = _Around(invented=invented)
    for page in pages:
        if page.language == language:
            for kind, run in groupby(page.lines, key=lambda line: line[1]):
                if kind != OUT:
                    around.found.setdefault(kind, []).append(tuple(words for words, _ in run))
            around.headlines += _headline(page)
            around.words += [part for words, _ in page.lines for name in _NAME.findall(words) for part in name.split()]
    return around


def _headline(page: Page) -> list[str]:
    first = next((words for words, kind in page.lines if kind == OUT), ".")
    return [first] if len(first) <= LONGEST_HEADLINE and first[-1] not in ".,:!?" else []


def _made(page: Page, around: _Around, chance: Random) -> Page:
    """Return a page with the report of another and new surroundings."""
    body = [line for line in page.lines if line[1] in {OUT, CAPTION}]
    if chance.random() < PIECE:
        first, count = chance.randrange(len(body)), chance.choice((1, 1, 2, 3, 4, 6))
        body = body[first : first + count]
    else:
        body = _in_some_manner(body, chance)
    if chance.random() < CLEAN:
        return Page(page.language, tuple(body))
    head: list[Line] = []
    tail: list[Line] = []
    for kind, often in OFTEN.items():
        if chance.random() < often:
            _put(kind, around, body, (head, tail), chance)
    return Page(page.language, (*head, *body, *tail))


def _in_some_manner(body: Sequence[Line], chance: Random) -> list[Line]:
    if any(label != OUT for _, label in body):
        return list(body)
    return [(line, OUT) for line in in_some_manner([line for line, _ in body], chance)]


def _put(kind: str, around: _Around, body: list[Line], ends: tuple[list[Line], list[Line]], chance: Random) -> None:
    """Put one entry of a kind where such a kind may stand."""
    head, tail = ends
    lines = _entry(kind, around, body, chance)
    if chance.random() < TAIL.get(kind, 0.0):
        tail += lines
    elif kind in HEAD and (kind != "credit" or chance.random() < INVENTED):
        head += lines
    else:
        at = chance.randint(min(1, len(body)), len(body))
        body[at:at] = lines


def _entry(kind: str, around: _Around, body: Sequence[Line], chance: Random) -> list[Line]:
    if kind == "teaser" and around.headlines and chance.random() < INVENTED:
        words: tuple[str, ...] = tuple(_other_news(around, chance))
    else:
        words = around.any_of(kind, chance)
    if kind == KEPT and chance.random() < ROSTERS:
        words = tuple(_roster(around, chance))
    names = [name for line, label in body if label == OUT for name in _NAME.findall(line)] or ["N. N."]
    label = OUT if kind == KEPT else kind
    return [(line.replace("{name}", chance.choice(names)), label) for line in words]


def _roster(around: _Around, chance: Random) -> Iterator[str]:
    """Yield a list of people as reports have them: numbered or not, with ages and places or without."""
    mark = chance.choice(("{at}. ", "{at}) ", "• ", "- ", "", "", "{at} "))
    more = chance.choice(
        ("", ", {age}", ", {age}, {place}", ", {place}", " ({age})", " — {place}", ", {year}, {place}")
    )
    if chance.random() < HEAD_ROW:
        mark, more = "| ", " | {age} | {place} |"
        yield from ("| № | + | # |", "| --- | --- | --- |")
    for at in range(1, chance.randint(3, 14)):
        age, year, place = chance.randint(18, 70), chance.randint(1950, 2006), chance.choice(around.words)
        name = " ".join(chance.choice(around.words) for _ in range(chance.choice((2, 2, 3))))
        yield (mark + name + more).format(at=at, age=age, year=year, place=place)


def _other_news(around: _Around, chance: Random) -> Iterator[str]:
    """Yield headlines of other reports as pages list them: under a label or none, numbered, dated, in one line."""
    labels = [entry.split("\n")[0] for entry in around.invented["teaser"] if "\n" in entry]
    titles = [chance.choice(around.headlines) for _ in range(chance.randint(1, 5))]
    manner = chance.choice(
        ("plain", "plain", "labelled", "labelled", "labelled", "numbered", "marked", "one line", "before", "dated")
    )
    if manner in {"labelled", "numbered"} or (manner == "dated" and chance.random() < LABELLED):
        yield chance.choice(labels)
    if manner == "one line":
        yield chance.choice(labels).rstrip(":") + ": " + chance.choice((" | ", " · ", " • ")).join(titles[:3])
    elif manner == "dated":
        yield from _dated(titles, chance)
    else:
        mark = {"numbered": "{at}. ", "marked": chance.choice("+•»➡-") + " ", "before": chance.choice(labels) + ": "}
        yield from (mark.get(manner, "").format(at=at) + title for at, title in enumerate(titles, 1))


def _dated(titles: Sequence[str], chance: Random) -> Iterator[str]:
    """Yield headlines, each with its age, its day or its section on a line of its own, or before it."""
    manner, before = chance.choice(DATES), chance.random() < INVENTED
    for title in titles:
        said = manner.format(n=chance.randint(2, 9), m=chance.randint(10, 12), d=chance.randint(10, 28))
        yield from (said, title) if before else (title, said)
