r"""JSON whose strings know where they stand in the sealed text.

Python's own parser forgets where a string stood, stops at the `\xNN` escapes that Telegram Desktop writes for control
characters, and fails on deep nesting with an error of its own. This one keeps the place, reads those escapes, and
refuses what is too deep or too long with a sentence.
"""

import re
from collections.abc import Iterator
from typing import Any

from paradero.intake.unreadable import Unreadable
from paradero.terms.spans import Span

DEEPEST = 100
MOST_VALUES = 2_000_000
"""Twice as many as an export of 20 MB holds. One fills two hundred bytes of memory, and perhaps two of a file."""
_LONGEST_NUMBER = 40

_INSIDE = r'(?:[^"\\]++|\\.)*+'
_SPACE = r"[ \t\n\r\ufeff]*+"
_NUMBER = r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?+(?:[eE][+-]?[0-9]++)?+"
ITEM = re.compile(
    rf'{_SPACE}(?:"(?P<key>{_INSIDE})"{_SPACE}:{_SPACE})?+'
    rf'(?:(?P<opens>[\[{{])|(?:"(?P<string>{_INSIDE})"|(?P<number>{_NUMBER})|(?P<word>true|false|null)'
    rf"|(?P<closes>[\]}}])|(?P<wrong>))(?:{_SPACE},)?+)",
    re.DOTALL,
)
"""What a JSON text is a row of: a key, if one stands there, with the value that follows or its beginning, or the end of
an object or list; and with the comma behind. One match for all of that takes a third of the time of one for each. It
matches everywhere, as `wrong` where JSON has nothing to say."""
KEY, OPENS, STRING, NUMBER, CLOSES = (ITEM.groupindex[kind] for kind in ("key", "opens", "string", "number", "closes"))

_ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\.", re.DOTALL
)
_ESCAPES = re.compile(rf"(?:{_ESCAPE.pattern})++", re.DOTALL)
_SHORT = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\", "/": "/"}
_WORDS = {"true": True, "false": False, "null": None}
_NO_CHARACTER = "\ufffd"
# No database keeps NUL or half a character, and a terminal obeys the controls that begin an order to it.
_NO_LETTER = re.compile("[\0-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")

# What may come next: the first thing in an object or list or its end, one more thing, or a comma or the end.
_FIRST, _NEXT, _DONE = range(3)


class Text(str):
    """A string value that knows where it stands."""

    __slots__ = ("end", "start")
    start: int
    end: int

    @property
    def sealed(self) -> Span:
        """The stretch between its quotation marks."""
        return Span(self.start, self.end)


def parse_json(source: str, *, name: str) -> Any:
    """Return the value that `source` is, its strings as `Text`.

    Raises:
        Unreadable: If it is no JSON, nests deeper than `DEEPEST`, or holds a number of absurd length or more values
            than `MOST_VALUES`.
    """
    if sum(map(source.count, ",[{")) > MOST_VALUES:
        raise Unreadable(f"{name}: this JSON holds more than {MOST_VALUES:,} values. Export it in parts.")
    whole: list[Any] = []
    into: Any = whole
    above: list[Any] = []
    due, at = _NEXT, len(source)
    for item in ITEM.finditer(source):
        kind, key = item.lastindex or 0, item[KEY]
        if kind < CLOSES and due != _DONE and (key is None) is (type(into) is list) and (above or not whole):
            value = _value(item, kind, name)
            if key is None:
                into.append(value)
            else:
                into[key if "\\" not in key else _plain(key, item.start(KEY), name)] = value
            if kind == OPENS:
                above.append(into)
                into, due = value, _FIRST
                if len(above) > DEEPEST:
                    raise Unreadable(f"{name}: this JSON is nested more than {DEEPEST} deep; no export is.")
                continue
        elif kind == CLOSES and due != _NEXT and key is None and above and _ends(into, item["closes"]):
            into = above.pop()
        else:
            of_key = key is not None and type(into) is list
            at = item.start(KEY if of_key else kind) - (of_key or kind == STRING)
            break
        due = _NEXT if source[item.end() - 1] == "," else _DONE
    if above or due != _DONE or at < len(source):
        raise _wrong(source, at, name)
    return whole[0]


def escapes(raw: str) -> Iterator[tuple[Span, str]]:
    r"""Yield the stretches of a JSON string's inside, in order, with what they stand for: plain ones and escapes.

    Raises:
        ValueError: If an escape has no meaning in JSON.

    >>> [meant for _, meant in escapes(r"Hola\nmundo")]
    ['Hola', '\n', 'mundo']
    """
    at = 0
    for run in _ESCAPES.finditer(raw):
        if at < run.start():
            yield Span(at, run.start()), raw[at : run.start()]
        yield Span(*run.span()), _ESCAPE.sub(_meant, run[0])
        at = run.end()
    if at < len(raw):
        yield Span(at, len(raw)), raw[at:]


def plain(raw: str) -> str:
    """Return what a JSON string's inside stands for.

    Raises:
        ValueError: If an escape has no meaning in JSON.
    """
    return _ESCAPE.sub(_meant, raw) if "\\" in raw else raw


def _value(item: re.Match[str], kind: int, name: str) -> Any:
    written = item[kind]
    if kind == STRING:
        start = item.start(kind)
        text = Text(written if "\\" not in written else _plain(written, start, name))
        text.start, text.end = start, start + len(written)
        return text
    if kind == NUMBER:
        return _number(written, name)
    if kind == OPENS:
        return [] if written == "[" else {}
    return _WORDS[written]


def _ends(into: Any, mark: str) -> bool:
    return mark == ("]" if type(into) is list else "}")


def _plain(raw: str, start: int, name: str) -> str:
    try:
        return plain(raw)
    except ValueError as fault:
        raise Unreadable(f"{name}: {fault}, in the string at character {start:,}.") from None


def _meant(escape: re.Match[str]) -> str:
    written = escape[0]
    kind, code = written[1], written[2:]
    if kind not in "ux" or not code:
        if kind not in _SHORT:
            raise ValueError(f"{written!r} means nothing in JSON")
        return _SHORT[kind]
    numbers = [int(part, 16) for part in code.split("\\u")]
    if len(numbers) > 1:
        return chr(0x10000 + ((numbers[0] & 0x3FF) << 10) + (numbers[1] & 0x3FF))
    return _NO_CHARACTER if _NO_LETTER.fullmatch(chr(numbers[0])) else chr(numbers[0])


def _number(written: str, name: str) -> int | float:
    if len(written) > _LONGEST_NUMBER:
        raise Unreadable(f"{name}: this JSON holds a number of {len(written):,} digits; no export does.")
    return int(written) if written.lstrip("-").isdigit() else float(written)


def _wrong(source: str, at: int, name: str) -> Unreadable:
    line = source.count("\n", 0, at) + 1
    what = "ends too early" if at >= len(source) else f"is wrong in line {line:,}, at character {at + 1:,}"
    return Unreadable(f"{name}: this looks like JSON, but it {what}. Export it again and leave the file as it is.")
