"""The arithmetic of judgements: what follows from "same" and "different", and what cannot stand together.

A judgement is one person's about two subjects, each an enquiry or a sighting by its reference. A pair stands as the
same where somebody says so and nobody says otherwise, as different likewise, and as a disagreement where both are
said; "unsure" says nothing. Pairs that stand as the same are *links*, those that stand as different are *walls*.
Whoever is joined by links is one *group*. Nothing is merged (rule R8): groups are worked out from the judgements each
time, so that taking one back leaves no trace in them.
"""

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from itertools import combinations

from paradero.terms.verdict import Verdict

Pair = tuple[str, str]
"""Two references, the smaller first."""

ENOUGH_ALIKE = 2
"""So many people who hold the same make a pair's judgements known to all: judging it unseen has been done."""


def pair(one: str, other: str) -> Pair:
    """Return the two in the order in which every pair is written.

    Raises:
        ValueError: If they are one and the same.
    """
    if one == other:
        raise ValueError(f"a pair is of two, not of {one} and itself")
    return (one, other) if one < other else (other, one)


class Stand(Enum):
    """How a pair stands, of all who judged it."""

    SAME = "same"
    DIFFERENT = "different"
    DISAGREEMENT = "disagreement"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What one person holds about one pair."""

    of: Pair
    person: str
    verdict: Verdict


def stand(verdicts: Collection[Verdict]) -> Stand:
    """Return how a pair stands that was judged so."""
    if Verdict.SAME in verdicts:
        return Stand.DISAGREEMENT if Verdict.DIFFERENT in verdicts else Stand.SAME
    return Stand.DIFFERENT if Verdict.DIFFERENT in verdicts else Stand.UNSURE


def stands(judgements: Iterable[Judgement]) -> dict[Pair, Stand]:
    """Return how each judged pair stands."""
    verdicts: defaultdict[Pair, list[Verdict]] = defaultdict(list)
    for judgement in judgements:
        verdicts[judgement.of].append(judgement.verdict)
    return {of: stand(given) for of, given in verdicts.items()}


def with_one_more(judgements: Iterable[Judgement], new: Judgement) -> tuple[Judgement, ...]:
    """Return the standing judgements once a new one is given: it takes the place of the person's own before it."""
    others = (held for held in judgements if (held.of, held.person) != (new.of, new.person))
    return (*others, new)


def open_to(person: str, judgements: Collection[Judgement]) -> tuple[Judgement, ...]:
    """Return those that a person may see without being swayed (rule R3).

    They are all judgements of the pairs that the person has judged, and of those about which two people hold alike.
    """
    own = {held.of for held in judgements if held.person == person}
    alike: defaultdict[tuple[Pair, Verdict], int] = defaultdict(int)
    for held in judgements:
        alike[held.of, held.verdict] += held.verdict is not Verdict.UNSURE
    settled = {of for (of, _), count in alike.items() if count >= ENOUGH_ALIKE}
    return tuple(held for held in judgements if held.of in own | settled)


@dataclass(frozen=True)
class Web:
    """Links and walls between subjects, and what follows from them."""

    stands: Mapping[Pair, Stand]

    @classmethod
    def of(cls, judgements: Iterable[Judgement]) -> "Web":
        """Return the web of these judgements; their order does not matter."""
        return cls(stands(judgements))

    @cached_property
    def links(self) -> frozenset[Pair]:
        """The pairs that stand as the same."""
        return frozenset(of for of, how in self.stands.items() if how is Stand.SAME)

    @cached_property
    def walls(self) -> frozenset[Pair]:
        """The pairs that stand as different."""
        return frozenset(of for of, how in self.stands.items() if how is Stand.DIFFERENT)

    @cached_property
    def _linked(self) -> Mapping[str, list[str]]:
        linked: defaultdict[str, list[str]] = defaultdict(list)
        for left, right in sorted(self.links):
            linked[left].append(right)
            linked[right].append(left)
        return linked

    def group_of(self, ref: str) -> frozenset[str]:
        """Return everybody who is joined to a subject by links, itself among them."""
        return self._groups_by_ref.get(ref, frozenset({ref}))

    @cached_property
    def _groups_by_ref(self) -> Mapping[str, frozenset[str]]:
        groups: dict[str, frozenset[str]] = {}
        for ref in self._linked:
            if ref not in groups:
                group = frozenset(self._came_from(ref))
                groups |= dict.fromkeys(group, group)
        return groups

    def path(self, start: str, end: str) -> tuple[Pair, ...]:
        """Return the fewest links that lead from one to the other, in order; empty where none do."""
        came_from, links = self._came_from(start), []
        while end in came_from and end != start:
            before = came_from[end]
            links.append(pair(before, end))
            end = before
        return tuple(reversed(links))

    def _came_from(self, start: str) -> dict[str, str]:
        """Return whom a walk along the links meets, each with the one before it."""
        came_from, waiting = {start: start}, deque([start])
        while waiting:
            here = waiting.popleft()
            for there in self._linked.get(here, ()):
                if there not in came_from:
                    came_from[there] = here
                    waiting.append(there)
        return came_from

    @cached_property
    def groups(self) -> frozenset[frozenset[str]]:
        """The groups of two and more."""
        return frozenset(self._groups_by_ref.values())

    @cached_property
    def clashes(self) -> frozenset[Pair]:
        """The walls that stand inside a group: taking a judgement back can bring one to light."""
        return frozenset(wall for wall in self.walls if wall[1] in self.group_of(wall[0]))

    @cached_property
    def follows(self) -> Mapping[Pair, Verdict]:
        """The verdict of every pair of which links and walls leave no doubt, judged or not."""
        same = {pair(*two): Verdict.SAME for group in self.groups for two in combinations(group, 2)}
        return dict.fromkeys(self._apart(), Verdict.DIFFERENT) | same

    def _apart(self) -> Iterator[Pair]:
        parted = {(self.group_of(left), self.group_of(right)) for left, right in self.walls - self.clashes}
        for here, there in parted:
            yield from ((one, other) if one < other else (other, one) for one in here for other in there)


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequences:
    """What a change of the judgements changes about other pairs, in order of their references."""

    same: tuple[Pair, ...] = ()
    different: tuple[Pair, ...] = ()
    no_longer: tuple[Pair, ...] = ()
    """Pairs that followed before and do not any more, or follow the other way round now."""


def consequences(before: Web, after: Web, *, judged: Pair) -> Consequences:
    """Return what follows after a change that did not follow before it, the judged pair itself apart."""
    was, now = before.follows, after.follows
    changed = {of for of, _ in was.items() ^ now.items()} - {judged}

    def new(verdict: Verdict) -> tuple[Pair, ...]:
        return tuple(sorted(of for of in changed if now.get(of) is verdict))

    return Consequences(
        same=new(Verdict.SAME),
        different=new(Verdict.DIFFERENT),
        no_longer=tuple(sorted(of for of in changed if of in was)),
    )


def clash(judgements: Iterable[Judgement], new: Judgement) -> tuple[Pair, ...]:
    """Return the pairs whose standing judgements a new one contradicts, as a chain; empty where there are none.

    A colleague's opposite judgement of the very pair is a disagreement and no contradiction, and "unsure" contradicts
    nothing.
    """
    after = Web.of(with_one_more(judgements, new))
    before = Web({of: how for of, how in after.stands.items() if of != new.of})
    left, right = new.of
    if new.of in after.walls and new.verdict is Verdict.DIFFERENT:
        return before.path(left, right)
    if new.of in after.links and new.verdict is Verdict.SAME and right not in before.group_of(left):
        return _between(before, left, right)
    return ()


def _between(web: Web, left: str, right: str) -> tuple[Pair, ...]:
    """Return the shortest chain from one group over a wall into the other; empty where no wall stands between them."""
    here, there = web.group_of(left), web.group_of(right)
    chains = []
    for one, other in web.walls:
        near, far = (one, other) if one in here else (other, one)
        if near in here and far in there:
            chains.append((*web.path(left, near), pair(near, far), *web.path(far, right)))
    return min(chains, key=lambda chain: (len(chain), chain), default=())
