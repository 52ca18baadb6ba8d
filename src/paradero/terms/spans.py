"""Places in a sealed text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a report's text, in characters from `start` up to, not including, `end`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a stretch that ends before it starts."""
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forward from 0, not from {self.start} to {self.end}")

    def of(self, text: str) -> str:
        """Return the stretch of `text` that this span marks."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Tell whether the two spans share a character."""
        return max(self.start, other.start) < min(self.end, other.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Where something was read and by which rule, so that a person can check it."""

    span: Span
    rule: str
