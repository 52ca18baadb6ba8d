"""The notation of the corpus, which a person reads and writes: `corpus/FORMAT.md` explains it."""

import re
import shlex

from paradero.corpus.nesting import Edge, Weave, woven
from paradero.terms.annotated import AnnotatedText, Mark, Record, Zone, by_place
from paradero.terms.spans import Span

BODY_ENDS = "----"
_MARK = re.compile(r"(?P<ref>[a-z]\d+)(?:\.(?P<attribute>[a-z_]+))?(?:\s*=\s*(?P<value>.*\S))?")
_HEADER = re.compile(r"(?P<key>[a-z_]+):\s*(?P<value>.*\S)")
_FENCE = re.compile(r":::(?: (?P<kind>[a-z_]+))?")


class NotationError(Exception):
    """A text of the corpus cannot be read."""

    def __init__(self, line: int, sentence: str) -> None:
        """Say in which line what was found, and what to write instead."""
        super().__init__(f"line {line}: {sentence}")
        self.line, self.sentence = line, sentence


def read(source: str) -> AnnotatedText:
    """Return the text that is written in the notation.

    Raises:
        NotationError: If it is not; the error says in which line, and what to write instead.
    """
    lines = source.split("\n")
    blank = lines.index("") if "" in lines else len(lines)
    if BODY_ENDS not in lines[blank:]:
        raise NotationError(len(lines), f"there is no line {BODY_ENDS} between the text and its records")
    ends = lines.index(BODY_ENDS, blank)
    header = dict(_header(place + 1, line) for place, line in enumerate(lines[:blank]))
    body = _Body(lines[blank + 1 : ends], blank + 2)
    records = tuple(_record(ends + 2 + place, line) for place, line in enumerate(lines[ends + 1 :]) if line.strip())
    return AnnotatedText(
        header=header, text=body.text, zones=tuple(body.zones), marks=by_place(body.marks), records=records
    )


def _header(line: int, written: str) -> tuple[str, str]:
    found = _HEADER.fullmatch(written)
    if found is None:
        raise NotationError(line, f"'{written}' is no line of the header: write 'key: value', then an empty line")
    return found["key"], found["value"]


def _record(line: int, written: str) -> Record:
    try:
        words = shlex.split(written)
    except ValueError as fault:
        raise NotationError(line, f"a quotation mark is not closed in '{written}'") from fault
    if len(words) < 2:  # noqa: PLR2004 - a thing and its kind
        raise NotationError(line, f"'{written}' names no kind: write 'p1 named role=captive'")
    fields = [word.split("=", 1) for word in words[2:] if "=" in word]
    about = tuple(word for word in words[2:] if "=" not in word)
    return Record(ref=words[0], kind=words[1], about=about, fields=dict(fields))


class _Body:
    """A text being read: its letters without the marks, and the marks."""

    def __init__(self, lines: list[str], first_line: int) -> None:
        self.zones: list[Zone] = []
        self.marks: list[Mark] = []
        self._letters: list[str] = []
        self._open: list[tuple[int, int]] = []
        self._line = first_line
        zone: tuple[str, int] | None = None
        for place, line in enumerate(lines):
            self._line = first_line + place
            fence = _FENCE.fullmatch(line)
            if fence is None:
                self._read_line(line + "\n")
            else:
                zone = self._fence(fence["kind"], zone)
        if zone is not None or self._open:
            what = f"a zone '::: {zone[0]}'" if zone else "a bracket"
            raise NotationError(self._open[-1][1] if self._open else self._line, f"{what} is opened and never closed")
        self.text = "".join(self._letters).rstrip("\n")
        self.zones = [Zone(Span(one.span.start, min(one.span.end, len(self.text))), one.kind) for one in self.zones]

    def _fence(self, kind: str | None, zone: tuple[str, int] | None) -> tuple[str, int] | None:
        if self._open:
            raise NotationError(self._line, "a bracket is open where a zone begins or ends")
        if kind is not None and zone is None:
            return kind, len(self._letters)
        if kind is None and zone is not None:
            self.zones.append(Zone(Span(zone[1], len(self._letters)), zone[0]))
            return None
        raise NotationError(self._line, "a zone begins inside another, or ends where none is open")

    def _read_line(self, line: str) -> None:
        place = 0
        while place < len(line):
            letter = line[place]
            if letter == "\\" and place + 1 < len(line) - 1:
                self._letters.append(line[place + 1])
                place += 2
            elif letter == "[":
                self._open.append((len(self._letters), self._line))
                place += 1
            elif letter == "]":
                place = self._close(line, place + 1)
            else:
                self._letters.append(letter)
                place += 1

    def _close(self, line: str, place: int) -> int:
        """Read the marks behind a closing bracket; return where they end."""
        if not self._open:
            raise NotationError(self._line, r"a bracket is closed that was never opened; of the text itself write \]")
        end = line.find("}", place)
        if not line.startswith("{", place) or end < 0:
            raise NotationError(self._line, r"no {marks} stand behind a closing bracket; of the text itself write \]")
        start, _ = self._open.pop()
        span = Span(start, len(self._letters))
        if not span.of("".join(self._letters)).strip():
            raise NotationError(self._line, "a mark stands on nothing")
        self.marks += (self._mark(span, written.strip()) for written in line[place + 1 : end].split(";"))
        return end + 1

    def _mark(self, span: Span, written: str) -> Mark:
        found = _MARK.fullmatch(written)
        if found is None:
            raise NotationError(self._line, f"'{written}' is no mark: write p1, p1.age = 34 or d1 = 2026-03-12")
        return Mark(span=span, ref=found["ref"], attribute=found["attribute"], value=found["value"])


def write(annotated: AnnotatedText) -> str:
    """Return a text in the notation; `read` gives the same text back.

    Raises:
        ValueError: If two marks cross, so that neither holds the other, or a mark crosses the edge of a zone.
    """
    header = [f"{key}: {value}" for key, value in annotated.header.items()]
    records = [_written_record(record) for record in annotated.records]
    return "\n".join([*header, "", _written_body(annotated), BODY_ENDS, *records, ""])


def _written_record(record: Record) -> str:
    fields = (f"{key}={_quoted(value)}" for key, value in record.fields.items())
    return " ".join([record.ref, record.kind, *record.about, *fields])


def _quoted(value: str) -> str:
    if _PLAIN.fullmatch(value):
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


_PLAIN = re.compile(r"[^\s\"'\\#]+")
_LINE_OF_THE_NOTATION = re.compile(rf"^(?::::|{BODY_ENDS}$)", re.MULTILINE)


def _written_letters(text: str) -> list[str]:
    """Return each letter with a backslash where it would be read as part of the notation."""
    of_the_notation = {found.start() for found in _LINE_OF_THE_NOTATION.finditer(text)}
    return ["\\" + letter if letter in "[]\\" or at in of_the_notation else letter for at, letter in enumerate(text)]


def _written_body(annotated: AnnotatedText) -> str:
    in_the_notation = Weave(
        zone_opens=lambda zone: f"::: {zone.kind}\n",
        zone_closes=":::\n",
        closes_at_the_end="\n:::",
        edge=_bracket,
        letters=_written_letters,
    )
    return woven(annotated, in_the_notation)


def _bracket(edge: Edge) -> str:
    return "[" if edge.opens else "]{" + "; ".join(_written_mark(mark) for mark in edge.marks) + "}"


def _written_mark(mark: Mark) -> str:
    attribute = f".{mark.attribute}" if mark.attribute else ""
    value = f" = {mark.value}" if mark.value else ""
    return f"{mark.ref}{attribute}{value}"
