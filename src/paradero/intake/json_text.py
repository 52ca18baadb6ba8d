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
_LONGEST_NUMBER = 40

_TOKEN = re.compile(
    r'"(?P<string>(?:[^"\\]++|\\.)*+)"'
    r"|(?P<number>-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?+(?:[eE][+-]?[0-9]++)?+)"
    r"|(?P<word>true|false|null)"
    r"|(?P<mark>[\[\]{},:])",
    re.DOTALL,
)
_SPACE = re.compile(r"[ \t\n\r\ufeff]*+")
_ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\.", re.DOTALL
)
_ESCAPES = re.compile(rf"(?:{_ESCAPE.pattern})++", re.DOTALL)
_SHORT = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\", "/": "/"}
_WORDS = {"true": True, "false": False, "null": None}
_NO_CHARACTER = "\ufffd"
# No database keeps NUL or half a character, and a terminal obeys the controls that begin an order to it.
_NO_LETTER = re.compile("[\0-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")

# What may come next, as kinds of tokens: s is a string, v another plain value, and marks stand for themselves.
_VALUE, _FIRST_VALUE = "sv[{", "sv[{]"
_KEY, _FIRST_KEY = "s", "s}"
_AFTER_KEY, _AFTER_ITEM, _AFTER_MEMBER, _END = ":", ",]", ",}", ""


class Text(str):
    """A string value and where it stands: `sealed` is the stretch between its quotation marks."""

    __slots__ = ("sealed",)
    sealed: Span


def parse_json(source: str, *, name: str) -> Any:
    """Return the value that `source` is, its strings as `Text`.

    Raises:
        Unreadable: If it is no JSON, nests deeper than `DEEPEST`, or holds a number of absurd length.
    """
    whole: list[Any] = []
    into: list[Any] | dict[str, Any] = whole
    above: list[list[Any] | dict[str, Any]] = []
    key, expected = "", _VALUE
    for kind, value, at, _ in tokens(source, name):
        if kind not in expected:
            raise _wrong(source, at, name)
        if kind == ":":
            expected = _VALUE
        elif kind == ",":
            expected = _KEY if isinstance(into, dict) else _VALUE
        elif kind == "s" and expected in (_KEY, _FIRST_KEY):
            key, expected = str(value), _AFTER_KEY
        else:
            if kind in "]}":
                into = above.pop()
            else:
                _put(into, key, value)
                if kind in "[{":
                    above.append(into)
                    into, expected = value, _FIRST_KEY if kind == "{" else _FIRST_VALUE
                    if len(above) > DEEPEST:
                        raise Unreadable(f"{name}: this JSON is nested more than {DEEPEST} deep; no export is.")
                    continue
            expected = _END if into is whole else _AFTER_MEMBER if isinstance(into, dict) else _AFTER_ITEM
    if expected != _END:
        raise _wrong(source, len(source), name)
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
        yield Span(*run.span()), _ESCAPE.sub(lambda escape: _meant(escape[0]), run[0])
        at = run.end()
    if at < len(raw):
        yield Span(at, len(raw)), raw[at:]


def tokens(source: str, name: str) -> Iterator[tuple[str, Any, int, int]]:
    """Yield what a JSON text consists of, in order: kind, value, where it begins and ends.

    The kinds: `s` a string (a `Text`), `v` another plain value, and the marks `[`, `]`, `{`, `}`, `,` and `:`.

    Raises:
        Unreadable: At the first character that belongs to none.
    """
    at = _SPACE.match(source).end()  # type: ignore[union-attr]  # it matches everywhere, if only nothing
    while at < len(source):
        token = _TOKEN.match(source, at)
        if not token:
            raise _wrong(source, at, name)
        match token.lastgroup:
            case "string":
                yield "s", _text(token, name), at, token.end()
            case "mark":
                mark = token["mark"]
                yield mark, {"[": [], "{": {}}.get(mark), at, token.end()
            case "number":
                yield "v", _number(token["number"], name), at, token.end()
            case _:
                yield "v", _WORDS[token["word"]], at, token.end()
        at = _SPACE.match(source, token.end()).end()  # type: ignore[union-attr]


def _text(token: re.Match[str], name: str) -> Text:
    raw = token["string"]
    try:
        text = Text(raw if "\\" not in raw else "".join(meant for _, meant in escapes(raw)))
    except ValueError as fault:
        raise Unreadable(f"{name}: {fault}, in the string at character {token.start() + 1:,}.") from None
    text.sealed = Span(*token.span("string"))
    return text


def _meant(escape: str) -> str:
    kind, code = escape[1], escape[2:]
    if kind not in "ux" or not code:
        if kind not in _SHORT:
            raise ValueError(f"{escape!r} means nothing in JSON")
        return _SHORT[kind]
    numbers = [int(part, 16) for part in code.split("\\u")]
    if len(numbers) > 1:
        return chr(0x10000 + ((numbers[0] & 0x3FF) << 10) + (numbers[1] & 0x3FF))
    return _NO_CHARACTER if _NO_LETTER.fullmatch(chr(numbers[0])) else chr(numbers[0])


def _number(written: str, name: str) -> int | float:
    if len(written) > _LONGEST_NUMBER:
        raise Unreadable(f"{name}: this JSON holds a number of {len(written):,} digits; no export does.")
    return int(written) if written.lstrip("-").isdigit() else float(written)


def _put(into: list[Any] | dict[str, Any], key: str, value: Any) -> None:
    if isinstance(into, dict):
        into[key] = value
    else:
        into.append(value)


def _wrong(source: str, at: int, name: str) -> Unreadable:
    line = source.count("\n", 0, at) + 1
    what = "ends too early" if at >= len(source) else f"is wrong in line {line:,}, at character {at + 1:,}"
    return Unreadable(f"{name}: this looks like JSON, but it {what}. Export it again and leave the file as it is.")
