"""Words from outside, made safe for a screen: a report or an enquiry may hold what a terminal would obey."""

import re

_OBEYED = re.compile(
    "[\\x00-\\x1f\\x7f-\\x9f"  # controls: escape sequences move the cursor, name the window, write the clipboard
    "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069"  # what turns the reading direction of its neighbours
    "\\u2028\\u2029\\ud800-\\udfff]"  # other ends of a line, and half characters that no stream takes
)
_NOT_LINES = re.compile(f"(?!\\n){_OBEYED.pattern}")
_DELETE = 0x7F


def shown(text: str, *, lines: bool = False) -> str:
    r"""Return the text with a visible mark in place of each character that a terminal would obey.

    One character stays one character, so that spans still hold.

    Args:
        text: Words of a report, an enquiry, a file's name.
        lines: Whether the text is more than one line; else the end of a line is marked too.

    >>> shown("Ruslan\x1b[2J\u202e Doroshenkov\n")
    'Ruslan␛[2J� Doroshenkov␊'
    """
    return (_NOT_LINES if lines else _OBEYED).sub(lambda found: _mark(found[0]), text)


def escaped(json_text: str) -> str:
    r"""Return JSON in which what a terminal would obey is written as JSON writes it, as `\u009b`.

    >>> escaped('"a\x9b"')
    '"a\\u009b"'
    """
    return _NOT_LINES.sub(lambda found: f"\\u{ord(found[0]):04x}", json_text)


def _mark(letter: str) -> str:
    if letter == "\t":
        return " "
    code = ord(letter)
    if code == _DELETE:
        return "\N{SYMBOL FOR DELETE}"
    return chr(0x2400 + code) if code < ord(" ") else "\N{REPLACEMENT CHARACTER}"
