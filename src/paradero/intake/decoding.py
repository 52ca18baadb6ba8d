"""Bytes to characters: every character is one the bytes state, or the bytes are refused."""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from paradero.intake.looks import TAKEN_IN
from paradero.intake.unreadable import Unreadable


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The characters of an item. `text` keeps a byte order mark, so that its offsets are those of the decoded bytes."""

    text: str
    encoding: str


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<(?:meta\b[^>]{0,200}?|\?xml\b[^>]{0,100}?en)c(?:harset|oding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
_DECLARED_WITHIN_BYTES = 4096

# Browsers read the first three as windows-1252; a page that declares one of them means that.
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "latin-1": "cp1252", "koi8-r": "koi8-u"}
_TEXT_CODECS = re.compile(
    r"utf-8|utf-16(?:-[lb]e)?|cp(?:125\d|866|874)|koi8-[rut]|iso8859-\d+|mac-cyrillic|gb\w+|big5|euc.\w+|shift_jis"
)

_GUESSES = ["cp1251", "koi8_r", "koi8_u", "cp1252", "cp866", "iso8859_5"]
_GUESS_BYTES = 200_000
_MOST_CHAOS = 0.1

_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f]")
_MOST_CONTROL = 1 / 500


def decode(data: bytes, *, name: str, stated: str | None = None) -> Decoded:
    """Return the characters of `data`: by its byte order mark, as UTF-8, as stated of it, or as its letters tell.

    Args:
        data: The bytes of a text.
        name: How refusals name them.
        stated: The encoding that their sender stated; where it fits, it counts more than the one they declare.

    Raises:
        Unreadable: If no encoding fits without loss, or the characters are those of a binary file.
    """
    decoded = (
        _by_mark(data, name)
        or _as_utf8(data)
        or _as_stated(data, stated)
        or _as_declared(data, name)
        or _by_letters(data, name)
    )
    _refuse_binary(decoded.text, name)
    return decoded


def _by_mark(data: bytes, name: str) -> Decoded | None:
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    return None if encoding is None else _strictly(data, encoding, name)


def _as_utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(text=data.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError:
        return None


def _as_stated(data: bytes, stated: str | None) -> Decoded | None:
    """Decode as the sender says, who often says the same of all its pages: what does not fit is no refusal yet."""
    encoding = _text_codec(stated) if stated else None
    try:
        return Decoded(text=data.decode(encoding), encoding=encoding) if encoding else None
    except UnicodeDecodeError:
        return None


def _as_declared(data: bytes, name: str) -> Decoded | None:
    declared = _DECLARED.search(data[:_DECLARED_WITHIN_BYTES])
    encoding = _text_codec(declared[1].decode("ascii", "replace")) if declared else None
    return _strictly(data, encoding, name) if encoding else None


def _text_codec(label: str) -> str | None:
    """Return the encoding that a label means, `None` where it means none that pages are written in."""
    try:
        known = codecs.lookup(label).name
    except LookupError:
        return None
    encoding = _MEANT.get(known, known)
    return encoding if _TEXT_CODECS.fullmatch(encoding) else None


def _by_letters(data: bytes, name: str) -> Decoded:
    if _was_utf8(data):
        return _strictly(data, "utf-8", name)
    best = from_bytes(data[:_GUESS_BYTES], cp_isolation=_GUESSES, preemptive_behaviour=False).best()
    if best is None or best.chaos > _MOST_CHAOS or not best.coherence:
        raise Unreadable(
            f"{name}: the encoding of this text could not be told. Open it where it displays well and save it as UTF-8."
        )
    return _strictly(data, best.encoding, name)


def _was_utf8(data: bytes) -> bool:
    """Tell whether most of what is not ASCII is sound UTF-8, so that a guess at anything else would garble it."""
    lenient = data.decode("utf-8", "replace")
    broken = lenient.count("\ufffd")
    beyond_ascii = len(lenient) - len(lenient.encode("ascii", "ignore"))
    return beyond_ascii - broken > broken


def _strictly(data: bytes, encoding: str, name: str) -> Decoded:
    try:
        return Decoded(text=data.decode(encoding), encoding=encoding)
    except UnicodeDecodeError as fault:
        raise Unreadable(
            f"{name}: the text is {encoding.upper()}, but byte {fault.start + 1:,} is broken. Fetch or save it again."
        ) from None


def _refuse_binary(text: str, name: str) -> None:
    control = sum(1 for _ in _CONTROL.finditer(text))
    if "\0" in text or control > max(2, len(text) * _MOST_CONTROL):
        raise Unreadable(
            f"{name}: this is a binary file that only looks like text ({control:,} control characters). "
            f"Paradero takes in {TAKEN_IN}."
        )
