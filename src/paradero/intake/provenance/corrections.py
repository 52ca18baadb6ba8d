"""What people hold about the origins of texts, as the grouping has to keep it: these are one, those are not."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

Two = tuple[int, int]
Nearness = Callable[[Iterable[int], Iterable[int]], float]
"""How near the texts of one group are to those of another; more is nearer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrections:
    """Pairs of texts, by numbers that are the caller's own.

    Whoever is joined by "same", by however many steps, is one *circle*, and two circles are apart where any of one and
    any of the other are "different". Inside a circle "different" counts for nothing: to make two voices of one is the
    worse error.
    """

    same: frozenset[Two] = frozenset()
    different: frozenset[Two] = frozenset()

    def __bool__(self) -> bool:
        """Tell whether anything is held."""
        return bool(self.same or self.different)

    def circles(self) -> list[frozenset[int]]:
        """Return the circles of two and more, in the order of each one's smallest number."""
        circle_of: dict[int, set[int]] = {}
        for one, other in self.same:
            both = circle_of.get(one, {one}) | circle_of.get(other, {other})
            circle_of |= dict.fromkeys(both, both)
        found = {frozenset(circle) for circle in circle_of.values()}
        return sorted((circle for circle in found if len(circle) > 1), key=min)

    def apart(self) -> frozenset[Two]:
        """Return all pairs that are apart, those that only follow among them, each in both orders."""
        circle_of = {one: circle for circle in self.circles() for one in circle}
        found = set[Two]()
        for one, other in self.different:
            here, there = circle_of.get(one, frozenset({one})), circle_of.get(other, frozenset({other}))
            if here != there:
                found |= {*product(here, there), *product(there, here)}
        return frozenset(found)

    def among(self, numbers: Sequence[int]) -> "Corrections":
        """Return what follows for some texts alone, each by its place; what joins them through others still does."""
        place_of = {number: place for place, number in enumerate(numbers)}
        joined = [sorted(place_of[one] for one in circle if one in place_of) for circle in self.circles()]
        parted = ((place_of[one], place_of[other]) for one, other in self.apart() if {one, other} <= place_of.keys())
        return Corrections(
            same=frozenset(two for circle in joined for two in pairwise(circle)),
            different=frozenset(two for two in parted if two[0] < two[1]),
        )


NONE = Corrections()


def brought_together(
    groups: Iterable[Iterable[int]], corrections: Corrections, nearness: Nearness = lambda _one, _other: 0.0
) -> list[tuple[int, ...]]:
    """Return groups in which every circle stands in one, and never more groups than before.

    The groups that a circle reaches into are joined whole, the nearest to it first. One of which a text is apart from
    what was joined before stays by itself, without the circle's own texts. Where nobody was apart in the groups as
    they were, nobody is afterwards.
    """
    now = [frozenset(group) for group in groups]
    apart = corrections.apart()
    for circle in corrections.circles():
        reached = [group for group in now if group & circle]
        rests = sorted((group - circle for group in reached if group - circle), key=min)
        parts = _joined(circle, sorted(rests, key=lambda rest: -nearness(circle, rest)), apart)
        now = [*(group for group in now if not group & circle), *parts]
    return sorted(tuple(sorted(group)) for group in now)


def _joined(circle: frozenset[int], rests: Iterable[frozenset[int]], apart: frozenset[Two]) -> Iterator[frozenset[int]]:
    whole = circle
    for rest in rests:
        if any(two in apart for two in product(whole, rest)):
            yield rest
        else:
            whole |= rest
    yield whole
