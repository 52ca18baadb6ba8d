"""One line of a page by itself: its length, its end, what divides it, what its words serve."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from paradero.reading.lexicon import Lexicon
from paradero.reading.page_lines.words import kind_of

PROSE_MIN = 90
"""Characters of a line that ends as a sentence does and is prose without doubt."""
PROSE_ENDS = frozenset({"stop", "quote", "ask", "cry", "dots"})
PROSE_PARTS = 2
PAGE_WORDS_MAX = 0.2
"""The share of a page's own words in prose."""

READ_MAX = 300
"""Characters of a line that are looked at; the line of a menu or a teaser is seldom longer."""

SIGNS_MAX = 120
"""Characters of a line in which clocks, prices, addresses and the like are looked for."""

WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*|\d+|©")
_DIVIDER = re.compile(r"\s[|/·•∙›»>▸→«—–\\-]+\s|\s*[|•·∙]\s*|\s{2,}|\t")
_LABEL = re.compile(r"\s*([^\s:.,;!?][^:.,;!?]{0,40}):\s")
_OPENS = re.compile(
    r"(?P<time>\W{0,2}\d{1,2}[:.]\d\d)|(?P<number>\d+\s*[.)]\s)|(?P<bar>\|)|(?P<bullet>[•*+▪●■‣›»>→▸-]\s?\S)|(?P<dash>[—–]\s)"
    r"|(?P<quote>[«“\"„])|(?P<bracket>[\[({])|(?P<hash>[#@]\w)|(?P<sign>[^\w\s])|(?P<digit>\d)"
)
_SIGNS = {
    "?": "ask",
    "!": "cry",
    "…": "dots",
    "«": "quoted",
    "“": "quoted",
    '"': "quoted",
    "„": "quoted",
    "(": "bracketed",
}
_SIGNS |= dict.fromkeys("$€£₽₴%", "price")
_NUMERIC = (
    ("clock", re.compile(r"\b\d{1,2}[:.]\d\d\b")),
    ("day", re.compile(r"\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b\d{4}-\d\d-\d\d\b")),
    ("price", re.compile(r"\d\s?(?:грн|руб)")),
    ("phone", re.compile(r"\+?\d[\d() -]{8,}\d")),
    ("handle", re.compile(r"[a-zа-я]\d{2,}\b")),
)
_INITIALS = re.compile(r"(?<!\w)[^\W\d_]\.\s?(?:[^\W\d_]\.\s?)?[^\W\d_]{3,}|(?:(?<!\w)[^\W\d_]\.\s?){2,}$")
_SELDOM = (
    ("web", "http", re.compile("https?:")),
    ("web", "@", re.compile(r"\w@\w")),
    ("web", ".", re.compile(r"www\.|\w\.(?:com|org|net|info|ru|ua|es|mx|co|example)\b")),
    ("handle", "@", re.compile(r"(?:^|\s)@\w")),
    ("handle", "_", re.compile(r"(?:^|\s)\w+_\w")),
    ("ago", "ace ", re.compile(r"(?i:\bhace)\s+\d")),
    ("ago", " ago", re.compile(r"\d\s.*\bago\b")),
    ("ago", "назад", re.compile(r"\bназад\b")),
    ("ago", "тому", re.compile(r"\bтому\b")),
    ("initials", ".", _INITIALS),
)
"""What is looked for only where a part of it stands."""
_SENTENCE_END = re.compile(r"[.!?…][»”\")]*\s+(?=[\W\d]*[A-ZÀ-ÝА-ЯЁІЇЄҐ])")
_ENDS = {".": "stop", "!": "cry", "?": "ask", "…": "dots", ":": "colon", ",": "comma", ";": "comma", ")": "bracket"}
_QUOTES = "»”\"'"
_NAME_WORDS = 2


@dataclass(frozen=True, slots=True)
class Look:
    """What is seen of one line."""

    text: str
    words: tuple[str, ...]
    """In small letters; numbers too."""
    written: tuple[str, ...]
    """The same words as they stand."""
    end: str
    sentences: int
    parts: tuple[str, ...]
    """What stands between dividers: the entries of a menu."""
    label: str | None
    """What stands before a colon at the line's beginning: a speaker, or "Read also"."""
    opens: str
    holds: tuple[str, ...]
    kinds: Counter[str]
    """How many words serve what."""
    upper: float
    """The share of words with a capital."""
    loud: float
    """The share of words all in capitals."""
    digits: float
    """The share of numbers among the words."""
    begins_with_name: bool
    """Whether the first two words, after a number or a bullet, have capitals and not every letter is one."""
    is_prose: bool
    """Whether the line is running text without doubt."""
    rules: frozenset[str]
    """The lexicon's patterns that fit."""


def look(text: str, lexicon: Lexicon) -> Look:
    """Return what is seen of a line."""
    head = text[:READ_MAX]
    written = tuple(WORD.findall(head))
    words = tuple(WORD.findall(head.casefold().replace("’", "'")))
    parts = tuple(part for part in _DIVIDER.split(head) if part.strip())
    labelled, opens, end = _LABEL.match(head), _OPENS.match(text), _end(text)
    kinds = Counter([kind for kind in map(kind_of, words) if kind is not None])
    letters = [word for word in written if not word.isdigit()]
    of_letters = max(1, len(letters))
    upper = [word for word in letters if word[0].isupper()]
    return Look(
        text=text,
        words=words,
        written=written,
        end=end,
        sentences=1 + len(_SENTENCE_END.findall(head)),
        parts=parts,
        label=labelled.group(1).casefold() if labelled else None,
        opens=(opens.lastgroup or "word") if opens else "word",
        holds=tuple(dict.fromkeys(_holds(head[:SIGNS_MAX]))),
        kinds=kinds,
        upper=len(upper) / of_letters,
        loud=len([word for word in upper if len(word) > 1 and word.isupper()]) / of_letters,
        digits=1 - len(letters) / max(1, len(words)),
        begins_with_name=letters[:_NAME_WORDS] == upper[:_NAME_WORDS]
        and len(upper) >= _NAME_WORDS
        and not text.isupper(),
        is_prose=len(text) >= PROSE_MIN
        and end in PROSE_ENDS
        and len(parts) <= PROSE_PARTS
        and kinds.total() <= PAGE_WORDS_MAX * len(words),
        rules=frozenset(_rules(text, lexicon)),
    )


def _holds(head: str) -> Iterator[str]:
    letters = set(head)
    yield from (name for sign, name in _SIGNS.items() if sign in letters)
    if not letters.isdisjoint("0123456789"):
        yield from (name for name, pattern in _NUMERIC if pattern.search(head))
    if "#" in letters:
        yield "hashtag"
    if "..." in head:
        yield "dots"
    for name, sign, pattern in _SELDOM:
        if sign in head and pattern.search(head):
            yield name


def _end(text: str) -> str:
    last = text[-1]
    if last in _QUOTES:
        return "quote" if text.rstrip(_QUOTES)[-1:] in ".!?…," else "quoted"
    return _ENDS.get(last, "digit" if last.isdigit() else "bare" if last.isalpha() else "sign")


def _rules(text: str, lexicon: Lexicon) -> list[str]:
    tables = (("line", lexicon.cut_line), ("next", lexicon.cut_next), ("rest", lexicon.cut_rest))
    return [name for name, patterns in tables for pattern in patterns if pattern.match(text)]
