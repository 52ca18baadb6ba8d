"""What fitting a model answers; needs no Django, so that the command line can name it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FittedModel:
    """A fitted model, not in use."""

    name: str
    text: str
    """Of its file."""
    card: str
    pairs: int
    judged: int
    matches: float
    """How many of the pairs are one person, as expected."""
    moved: tuple[tuple[str, float, float], ...]
    """The rows that changed most: name, bits before and after."""
