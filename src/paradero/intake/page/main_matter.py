"""Which of a page's blocks are the report.

Trafilatura says what the main text is, but not where it stands in the page; our own blocks know where they stand. A
block is the report's when its words are found in trafilatura's text and nothing around it says that it is clutter.
"""

import logging
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from paradero.intake.page.about import is_byline
from paradero.intake.page.clutter import leads_away
from paradero.intake.page.furniture import is_credit, is_furniture
from paradero.intake.page.place import Seen, SeenBlock
from paradero.terms.report import BlockKind

LARGEST_FOR_TRAFILATURA = 2_000_000
"""In characters. A larger page is sorted by our own rules alone, for trafilatura takes some 60 µs an element."""
_MOST_BLOCKS_FOR_TRAFILATURA = 20_000

# It would print a line for every page without a main text, which is no fault here.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())
logging.getLogger("trafilatura").propagate = False

_SHINGLE = 4
_FOUND_SHARE = 0.6
_MOST_LINKED = 0.5
_WHOLLY_LINKED = 0.9
_SHORTEST_SENTENCE = 60
_FARTHEST_TEASER = 2
_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?…»”\"')]\s*$")
_CELLS = frozenset({"td", "dd"})
_LONGEST_CELL = 30
"""A date alone in a cell is what is reported, as a date of birth."""
_SMALL_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6", "th"})
_SAYS_SOMETHING = frozenset({"p", "blockquote", "li", "dd", "td", "pre", "h2", "h3", "h4"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """The kind of every block, in order, and the elements that are clutter, by the places of their tags."""

    kinds: list[BlockKind]
    clutter: frozenset[int]


def sort_blocks(page: str, seen: Seen, *, headline: str | None, author: str | None = None) -> Sorted:
    """Return which of the page's blocks are the report.

    Args:
        page: The page's source.
        seen: What a visitor sees of it.
        headline: The headline as the page's own data gives it.
        author: The author as the page gives it; a line that says no more is not the report.
    """
    lines = [block.span.of(seen.text) for block in seen.blocks]
    words = [_words(line) for line in lines]
    main = _main_by_trafilatura(page, words)
    around = _clutter_that_counts(seen.blocks, main)
    away = _led_away(seen) | _said_by_the_page(seen.blocks, lines, author)
    barred = [place in away or not around.isdisjoint(block.place.outside) for place, block in enumerate(seen.blocks)]
    kinds = [_kind(block, line) for block, line in zip(seen.blocks, lines, strict=True)]
    for place, kind in enumerate(kinds):
        if barred[place] or (kind is BlockKind.BODY and place not in main):
            kinds[place] = BlockKind.OUTSIDE
    title = _title(seen, words, headline, barred)
    if title is not None:
        kinds[title] = BlockKind.TITLE
    if BlockKind.BODY not in kinds:
        _take_by_own_rules(seen, kinds, barred)
    _drop_before_title(seen.blocks, kinds)
    _fill_between(seen, kinds, barred)
    return Sorted(kinds=kinds, clutter=frozenset(around))


def _kind(block: SeenBlock, line: str) -> BlockKind:
    """Return what a block is by itself."""
    if block.link_share > _WHOLLY_LINKED:
        return BlockKind.OUTSIDE
    return BlockKind.CAPTION if block.place.in_caption or is_credit(line) else BlockKind.BODY


def _said_by_the_page(blocks: Sequence[SeenBlock], lines: Sequence[str], author: str | None) -> set[int]:
    """Return the places of bylines, dates, buttons and claims to rights."""
    return {
        place
        for place, (block, line) in enumerate(zip(blocks, lines, strict=True))
        if is_byline(line, author)
        or (is_furniture(line) and not (block.place.tag in _CELLS and len(line) <= _LONGEST_CELL))
    }


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _shingles(words: Sequence[str]) -> Iterable[tuple[str, ...]]:
    return zip(*(words[ahead:] for ahead in range(_SHINGLE)), strict=False)


def _main_by_trafilatura(page: str, blocks: list[list[str]]) -> set[int]:
    """Return the places of the blocks whose words stand in what trafilatura takes for the main text."""
    if len(page) > LARGEST_FOR_TRAFILATURA or len(blocks) > _MOST_BLOCKS_FOR_TRAFILATURA:
        return set()
    import trafilatura  # noqa: PLC0415 - takes a third of what a command takes to start; only a page needs it

    text = trafilatura.extract(page, include_comments=False, include_tables=True, deduplicate=False, fast=False) or ""
    lines = [_words(line) for line in text.splitlines()]
    whole = {tuple(line) for line in lines}
    running = set(_shingles([word for line in lines for word in line]))
    main = set()
    for place, words in enumerate(blocks):
        known = [shingle in running for shingle in _shingles(words)]
        if words and (tuple(words) in whole or (known and sum(known) >= _FOUND_SHARE * len(known))):
            main.add(place)
    return main


def _clutter_that_counts(blocks: Sequence[SeenBlock], main: set[int]) -> set[int]:
    """Return the elements that are clutter; one that holds most of the main text is named misleadingly."""
    held: Counter[int] = Counter()
    total = 0
    for place, block in enumerate(blocks):
        length = block.span.end - block.span.start
        own = place in main or (not main and block.link_share < _MOST_LINKED)
        total += length * own
        for element in block.place.outside:
            held[element] += length * own
    return {element for element, length in held.items() if length * 2 <= total or not total}


def _title(seen: Seen, words: list[list[str]], headline: str | None, barred: list[bool]) -> int | None:
    """Return the place of the block that is the headline: the one that says what the page's own data says."""
    wanted = set(_words(headline or ""))
    headings = [place for place, block in enumerate(seen.blocks) if block.place.in_heading]
    if wanted:
        alike = [(len(wanted & set(words[place])) / len(wanted | set(words[place])), -place) for place in headings]
        if alike and max(alike)[0] >= _FOUND_SHARE:
            return -max(alike)[1]
        same = [place for place, own in enumerate(words) if set(own) == wanted]
        if same:
            return min(same, key=lambda place: (seen.blocks[place].link_share > 0, place))
    firsts = [place for place in headings if seen.blocks[place].place.tag == "h1"] or headings
    free = [place for place in firsts if not barred[place] and seen.blocks[place].link_share < _WHOLLY_LINKED]
    return next((place for place in free if seen.blocks[place].place.in_main), free[0] if free else None)


def _led_away(seen: Seen) -> set[int]:
    """Return the places of lines that lead to another story, and of the links or headlines that follow such a line."""
    away = set()
    since, under_heading = _FARTHEST_TEASER + 1, False
    for place, block in enumerate(seen.blocks):
        since = since + 1 if block.place.tag != "h1" else _FARTHEST_TEASER + 1
        if leads_away(block.span.of(seen.text)):
            away.add(place)
            since, under_heading = 0, block.place.tag in _SMALL_HEADINGS
        elif since <= _FARTHEST_TEASER and (
            block.link_share > _MOST_LINKED or (under_heading and not _says_something(seen, place))
        ):
            away.add(place)
            since = 0
    return away


def _take_by_own_rules(seen: Seen, kinds: list[BlockKind], barred: list[bool]) -> None:
    """Mark the body where trafilatura found none: sentences in the main element, else sentences anywhere."""
    free = [
        place
        for place, block in enumerate(seen.blocks)
        if not barred[place] and kinds[place] is BlockKind.OUTSIDE and block.link_share < _MOST_LINKED
    ]
    in_main = [place for place in free if seen.blocks[place].place.in_main]
    sentences = [place for place in in_main or free if _says_something(seen, place)]
    for place in sentences or in_main or free:
        kinds[place] = BlockKind.BODY


def _says_something(seen: Seen, place: int) -> bool:
    block = seen.blocks[place]
    text = block.span.of(seen.text)
    return len(text) >= _SHORTEST_SENTENCE or (
        block.place.tag in _SAYS_SOMETHING and bool(_SENTENCE_END.search(text)) and " " in text
    )


def _fill_between(seen: Seen, kinds: list[BlockKind], barred: list[bool]) -> None:
    """Take in what stands between two blocks of the report, in the same main element, and is no clutter itself."""
    taken = [place for place, kind in enumerate(kinds) if kind in {BlockKind.TITLE, BlockKind.BODY}]
    for before, after in pairwise(taken):
        for place in range(before + 1, after):
            block = seen.blocks[place]
            alike = block.place.in_main == seen.blocks[after].place.in_main
            says = block.place.tag in _SAYS_SOMETHING or _says_something(seen, place)
            free = kinds[place] is BlockKind.OUTSIDE and not barred[place] and block.link_share < _MOST_LINKED
            if free and alike and says:
                kinds[place] = BlockKind.BODY


def _drop_before_title(blocks: Sequence[SeenBlock], kinds: list[BlockKind]) -> None:
    """Leave out what stands before the headline: the outlet's motto, the section's name, a place in the menu."""
    title = kinds.index(BlockKind.TITLE) if BlockKind.TITLE in kinds else 0
    if BlockKind.BODY in kinds[title:]:
        for place in range(title):
            if kinds[place] is BlockKind.BODY or blocks[place].place.figure is None:
                kinds[place] = BlockKind.OUTSIDE
