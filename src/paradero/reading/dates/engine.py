"""Runs a grammar over a text: the longest reading at each place, none that overlap, each in the light of the last."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from paradero.reading.dates.calendar import Setting
from paradero.reading.dates.grammar import Read, Rule
from paradero.reading.dates.outlook import Outlook, outlook_of
from paradero.reading.dates.story import BIRTH, told_before
from paradero.reading.dates.vocabulary import Vocabulary, Word, words_of
from paradero.terms.account import DateRead
from paradero.terms.dates import Days
from paradero.terms.spans import Found, Span

GLUE = "egiqXBvV"
BORN, BETWEEN = "O", "eig,"
"""The letter of "born", and of what may stand between it and the date."""


@dataclass(frozen=True)
class Grammar:
    """What a language's dates are read with."""

    words: Vocabulary
    rules: tuple[Rule, ...]
    outlook: Outlook
    dots: bool = False


def find(text: str, body: Sequence[Span], published_on: date | None, grammar: Grammar) -> tuple[DateRead, ...]:
    """Return the dates in the stretches `body`, in order; `days` is `None` where the year cannot be known."""
    found: list[DateRead] = []
    for stretch in body:
        words = words_of(text, stretch.start, stretch.end, grammar.words)
        kinds = "".join(word.kind for word in words)
        taken = 0
        for _, _, each, read in sorted(_matches(text, words, kinds, grammar), key=lambda match: match[:2]):
            if read.match.start() < taken:
                continue
            days = _meant(text, grammar, each, read, published_on, found)
            if days is not NO_DATE:
                found.append(_date_read(text, grammar, each, read, days))  # type: ignore[arg-type]
                taken = read.match.end()
    return tuple(found)


NO_DATE = object()


def _matches(text: str, words: Sequence[Word], kinds: str, grammar: Grammar) -> Iterator[tuple[int, int, Rule, Read]]:
    present = set(kinds)
    for each in grammar.rules:
        if each.needs and present.isdisjoint(each.needs):
            continue
        for match in each.pattern.finditer(kinds):
            first = match.start() + len(match.group()) - len(match.group().lstrip(GLUE))
            yield first, -match.end(), each, Read(match, words, text, grammar.dots)


def _meant(
    text: str, grammar: Grammar, each: Rule, read: Read, published_on: date | None, found: Sequence[DateRead]
) -> object:
    span = _core(read)
    ahead, hint, open_ = outlook_of(grammar.outlook, text, span, weekday="week" in each.name or each.name == "unit")
    before, told = told_before(text, span, found, published_on)
    setting = Setting(
        published_on=published_on,
        before=before,
        told=told,
        ahead=ahead,
        hint=hint,
        open=open_,
    )
    try:
        return each.meaning(read, setting)
    except (ValueError, OverflowError, StopIteration):
        return NO_DATE  # "31.02" and "99.99" look like dates and are none


def _core(read: Read) -> Span:
    """Return where a date stands without the prepositions and articles before it."""
    first, end = read.match.span()
    lead = len(read.match.group()) - len(read.match.group().lstrip(GLUE))
    return Span(read.words[min(first + lead, end - 1)].start, read.words[end - 1].end)


def _span(read: Read) -> Span:
    """Return where a date stands; a full stop after a shortened month stays outside."""
    first, end = read.match.span()
    end -= read.words[end - 1].kind == "."
    return Span(read.words[first].start, read.words[end - 1].end)


def _is_birth(read: Read) -> bool:
    """Tell whether "born" stands before a date, or "of birth" after it."""
    first, end = read.match.span()
    before = "".join(word.kind for word in read.words[max(0, first - 3) : first]).rstrip(BETWEEN)
    return before.endswith(BORN) or (end < len(read.words) and read.words[end].kind == BORN)


def _date_read(text: str, grammar: Grammar, each: Rule, read: Read, days: Days | None) -> DateRead:
    span = _span(read)
    name = f"dates.{grammar.words.language}.{each.name}{BIRTH if _is_birth(read) else ''}"
    return DateRead(as_written=span.of(text), days=days, found=Found(span=span, rule=name))
