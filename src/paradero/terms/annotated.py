"""A report with what a person marked in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from paradero.terms.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch of the text and what it is: a mention of a thing, or of one of its attributes."""

    span: Span
    ref: str
    """What is mentioned: a letter for its kind and a number, as `p1`."""
    attribute: str | None = None
    """Which of its attributes the stretch gives, as `age`."""
    value: str | None = None
    """The stretch put in a fixed form: a date, a number, a name in the nominative."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of whole lines that is not the report: a teaser, a caption, a line about cookies."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What is said of one thing beneath the text: who a person is, what is claimed and by whom."""

    ref: str
    kind: str
    about: tuple[str, ...] = ()
    """The things that it is about, in the order that its kind asks for."""
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedText:
    """A report, its marks by place, and its records in the order they were written in."""

    header: Mapping[str, str]
    text: str
    zones: tuple[Zone, ...] = ()
    marks: tuple[Mark, ...] = ()
    records: tuple[Record, ...] = ()

    def of_kind(self, letter: str) -> tuple[Record, ...]:
        """Return the records of things of one letter: `p` for persons."""
        return tuple(record for record in self.records if record.ref[0] == letter)

    def marks_of(self, ref: str) -> tuple[Mark, ...]:
        """Return where a thing itself is mentioned, its attributes aside."""
        return tuple(mark for mark in self.marks if mark.ref == ref and mark.attribute is None)


def by_place(marks: list[Mark]) -> tuple[Mark, ...]:
    """Return marks from the first to the last, of two that begin together the longer first."""
    return tuple(sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end)))
