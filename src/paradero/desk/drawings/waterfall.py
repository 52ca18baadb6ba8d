"""The waterfall: what each comparison adds or takes, in bits, and where that leaves the sum."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from paradero.procedures.views import Step
from paradero.terms.matching import Outcome

MARGIN_BITS = 1.0
"""Room left and right of the outermost bar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One step as drawn. Positions are shares of the drawing's width, written as SVG wants them (`"41.2%"`)."""

    step: Step
    left: str
    width: str
    before: str
    """Where the sum stood before this step."""
    after: str
    sum_bits: float
    """Where the sum stands after it."""
    kind: str
    """`"for"`, `"against"`, `"nothing"` or `"prior"`: each is drawn differently, not only coloured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A number on the axis."""

    at: str
    bits: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Waterfall:
    """The drawing of one explanation."""

    bars: tuple[Bar, ...]
    zero: str
    total_left: str
    total_width: str
    total_at: str
    total_bits: float
    ticks: tuple[Tick, ...]
    silent: tuple[Step, ...]
    """Comparisons that had nothing to compare: told in words, not drawn."""


@dataclass(frozen=True, slots=True)
class _Scale:
    low: float
    high: float

    def share(self, bits: float) -> float:
        return 100 * (bits - self.low) / (self.high - self.low)

    def at(self, bits: float) -> str:
        return f"{self.share(bits):.2f}%"

    def width(self, one: float, other: float) -> str:
        return f"{abs(self.share(one) - self.share(other)):.2f}%"

    def ticks(self) -> tuple[Tick, ...]:
        span = self.high - self.low
        every = next((step for step in (2, 5, 10, 20, 50) if span / step <= 6), 100)  # noqa: PLR2004 - six numbers fit
        first = -int(-self.low // every) * every
        return tuple(Tick(at=self.at(bits), bits=bits) for bits in range(first, int(self.high) + 1, every))


def waterfall(steps: Sequence[Step]) -> Waterfall:
    """Return the drawing of an explanation's steps, in order; each bar begins where the one before it ends."""
    silent = tuple(step for step in steps if step.outcome is Outcome.NOT_KNOWN and step.weight_bits == 0)
    drawn = [step for step in steps if step not in silent]
    sums = list(accumulate((step.weight_bits for step in drawn), initial=0.0))
    scale = _Scale(min(sums) - MARGIN_BITS, max(sums) + MARGIN_BITS)
    total = sums[-1]
    return Waterfall(
        bars=tuple(
            _bar(step, before, after, scale) for step, before, after in zip(drawn, sums, sums[1:], strict=False)
        ),
        zero=scale.at(0),
        total_left=scale.at(min(0, total)),
        total_width=scale.width(0, total),
        total_at=scale.at(total),
        total_bits=total,
        ticks=scale.ticks(),
        silent=silent,
    )


def _bar(step: Step, before: float, after: float, scale: _Scale) -> Bar:
    return Bar(
        step=step,
        left=scale.at(min(before, after)),
        width=scale.width(before, after),
        before=scale.at(before),
        after=scale.at(after),
        sum_bits=after,
        kind=_kind(step),
    )


def _kind(step: Step) -> str:
    if step.field == "prior":
        return "prior"
    if abs(step.weight_bits) < 0.05:  # noqa: PLR2004 - shows as 0.0
        return "nothing"
    return "for" if step.weight_bits > 0 else "against"
