"""The words of dates in one language, each with what it is in a date and its number."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from paradero.reading.lexicon import lexicon

Phrases = Mapping[tuple[str, ...], tuple[str, int]]


@dataclass(frozen=True)
class Vocabulary:
    """What words are in a date: one letter for each kind, which the grammar's patterns are made of.

    | letter | a word for | | letter | a word for |
    | --- | --- | --- | --- | --- |
    | `d` | a number from 1 to 31 | | `l T N H` | last, this, next, that same |
    | `y j` | a year; with its ending ("1992-го") | | `r h k a u` | year, month, week, day, hour |
    | `b #` | 32 to 99; any other number | | `z Z` | weekend; "so far this year" |
    | `o` | an ordinal up to 31 | | `R L` | "yesterday" and the like; "last year" in one word |
    | `w W` | a small number; one that never counts days of a month | | `B A` | "hace"; "ago" |
    | `t c` | twenty to ninety; "two thousand" | | `v V` | "more than"; "a few" |
    | `m M` | a month; shortened | | `g e i` | "of", an article, a preposition |
    | `K s f` | a weekday, a season, a feast | | `q & ~ -` | "between"; "and"; "or" and "to"; dashes |
    | `E` | early, mid, late | | `X O G` | "every"; "born"; "in the night to" |
    | `I J Q` | 12.03.1991, 03/1991, 12.03 | | `x _ ,` | any other; a line's end; a comma |
    """

    language: str
    phrases: Phrases
    month_first: bool = False
    """Whether "May 23" is a day and not a month and a number."""
    day_names: frozenset[str] = frozenset()
    """Words for months and weekdays that are names or other words too; they count only with the right capital."""
    capital: bool = False
    """Whether months and weekdays have a capital."""
    lengths: Mapping[str, tuple[int, ...]] = field(init=False)
    """The lengths of the phrases that begin with a word, the longest first."""

    def __post_init__(self) -> None:
        """Note which lengths to try at a word."""
        lengths: dict[str, set[int]] = {}
        for phrase in self.phrases:
            lengths.setdefault(phrase[0], set()).add(len(phrase))
        object.__setattr__(self, "lengths", {word: tuple(sorted(found)[::-1]) for word, found in lengths.items()})


@dataclass(frozen=True, slots=True)
class Word:
    """A word, number or mark of a text, as far as a date's grammar is concerned."""

    start: int
    end: int
    kind: str
    number: int = 0


def phrases(**kinds: Mapping[str, int] | str) -> dict[str, tuple[str, int]]:
    """Return a table's entries by phrase; `kinds` maps a letter to words parted by `|`, or to words with numbers."""
    found: dict[str, tuple[str, int]] = {}
    for kind, words in kinds.items():
        entries = dict.fromkeys(words.split("|"), 0) if isinstance(words, str) else words
        found |= {phrase: (kind, number) for phrase, number in entries.items()}
    return found


def vocabulary(
    language: str, entries: Mapping[str, tuple[str, int]], *, numerals: str, **options: object
) -> Vocabulary:
    """Return a language's vocabulary: its own entries, and months, weekdays and numerals of its cue table."""
    cues = lexicon(language)
    common = {word: ("m", number) for word, number in cues.months.items()}
    common |= {word: ("K", number) for word, number in cues.weekdays.items()}
    common |= {word: (numerals, number) for word, number in cues.numerals.items() if number <= 30}  # noqa: PLR2004
    common |= {
        word: ("t", number)
        for word, number in cues.numerals.items()
        if number in range(30 if numerals == "w" else 20, 100, 10)
    }
    merged = common | dict(entries)
    table = {tuple(SPLIT.findall(phrase.replace("’", "'"))): meant for phrase, meant in merged.items()}
    return Vocabulary(language, table, **options)  # type: ignore[arg-type]  # options are its fields


SPLIT = re.compile(r"[^\W\d_]+(?:['ʼ-][^\W\d_]+)*|\S")
_TOKEN = re.compile(
    r"(?P<I>(?<![\d./-])(?:\d{4}-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d))(?![\d/-]))"
    r"|(?P<J>(?<![\d./,])\d{1,2}[./](?:19|20)\d\d(?!\d))"
    r"|(?P<Q>(?<![\d./,:])\d{1,2}[./]\d{1,2}(?![\d/:%]|[.,]\d))"
    r"|(?P<o>\d{1,2}(?:st|nd|rd|th|º|°|\.º|-?(?:го|го|му|те|е|ше|ше|ге))(?!\w))"
    r"|(?P<j>(?:19|20)\d\d-?(?:го|м|му|й|ом)(?!\w))"
    r"|(?P<n>\d+(?:[.,]\d+)*%?)"
    r"|(?P<word>[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*)"
    r"|(?P<line>[\n|])|(?P<dash>[-–—])|(?P<comma>,)|(?P<stop>\.)|(?P<mark>[^\s])"
)
YEARS = range(1900, 2100)
DAYS_OF_MONTH = 31
TWO_FIGURES = 100


def words_of(text: str, start: int, end: int, known: Vocabulary) -> list[Word]:
    """Return a stretch of a text as words of dates."""
    tokens = [(m.lastgroup or "mark", m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]
    folded = text[start:end].lower().replace("’", "'").replace("ʼ", "'")
    plain = [folded[first - start : last - start] for _, first, last in tokens]
    found: list[Word] = []
    at = 0
    while at < len(tokens):
        kind, first, last = tokens[at]
        length, meant = _phrase(plain, at, known) if kind in _WORDS else (0, None)
        if meant is not None and not (meant[0] in "mK" and _is_a_name(text, tokens, at, known)):
            found.append(Word(first, tokens[at + length - 1][2], *meant))
        else:
            length = 1
            found.append(Word(first, last, *_other(kind, text[first:last])))
        at += length
    return found


_WORDS = ("word", "n", "mark")


def _phrase(plain: Sequence[str], at: int, known: Vocabulary) -> tuple[int, tuple[str, int] | None]:
    for length in known.lengths.get(plain[at], ()):
        meant = known.phrases.get(tuple(plain[at : at + length]))
        if meant is not None and at + length <= len(plain):
            return length, meant
    return 0, None


def _is_a_name(text: str, tokens: Sequence[tuple[str, int, int]], at: int, known: Vocabulary) -> bool:
    """Tell whether a month's or weekday's word is something else by its capital: "Plaza de Mayo", "he may go"."""
    _, first, last = tokens[at]
    word, large = text[first:last], text[first].isupper()
    if known.capital:
        return not large and word in known.day_names
    if not large or word.isupper():
        return False
    before = tokens[at - 1][0] if at else "line"
    after = text[tokens[at + 1][1]] if at + 1 < len(tokens) else ""
    return (before == "word" and not after.isdigit()) or (after.isupper() and before != "n")


def _other(kind: str, written: str) -> tuple[str, int]:
    if kind in {"o", "j"}:
        return kind, int("".join(letter for letter in written if letter.isdigit()))
    if kind == "n":
        return _figures(written)
    return _MARKS.get(kind, "x"), 0


_MARKS = {"I": "I", "J": "J", "Q": "Q", "line": "_", "dash": "-", "comma": ",", "stop": "."}


def _figures(written: str) -> tuple[str, int]:
    if not written.isdigit():
        return "#", 0
    number = int(written)
    if 0 < number <= DAYS_OF_MONTH and len(written) <= 2:  # noqa: PLR2004
        return "d", number
    if number in YEARS and len(written) == 4:  # noqa: PLR2004
        return "y", number
    return ("b", number) if number < TWO_FIGURES and len(written) == 2 else ("#", number)  # noqa: PLR2004
