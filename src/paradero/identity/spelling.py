"""What the difference between two writings of a name costs, in bits."""

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from paradero.identity.model import MODEL
from paradero.identity.readings import skeleton


@dataclass(frozen=True, slots=True)
class Spelling:
    """The nearest pair of readings of two words, and what lies between them."""

    one: str
    other: str
    swaps: int
    """Sounds that one class of sounds makes up for: o/a, e/i, sh/zh."""
    slips: int
    """Sounds that nothing explains but a slip of the ear or pen."""

    @property
    def cost_bits(self) -> float:
        """Return the price of all differences; 0 means that both may sound the same."""
        return MODEL.class_swap_bits * self.swaps + MODEL.slip_bits * self.slips


MOST_SLIPS = 2
"""Past two slips a spelling is another name."""


@lru_cache(maxsize=400_000)
def _between(one: str, other: str) -> tuple[int, int]:
    slips = int(OSA.distance(skeleton(one), skeleton(other), score_cutoff=3))
    if slips > 3:  # noqa: PLR2004  # nobody takes four slips for one name
        return 0, slips
    return max(0, int(OSA.distance(one, other)) - slips), slips


@lru_cache(maxsize=400_000)
def nearest(ones: tuple[str, ...], others: tuple[str, ...]) -> Spelling:
    """Return the nearest pair of two sets of readings; neither set may be empty."""
    shared = next((code for code in ones if code in others), None)
    if shared is not None:
        return Spelling(shared, shared, 0, 0)
    pairs = ((Spelling(one, other, *_between(one, other))) for one in ones for other in others)
    return min(pairs, key=lambda spelling: spelling.cost_bits)
