"""Which claims about one person do not go together, so that a page can set them side by side: it decides nothing."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from paradero.terms.claims import Modality, Status
from paradero.terms.dates import Days


class Against(Enum):
    """In what way two sides do not go together."""

    DENIED = "denied beside said"
    DEATH = "a death beside a life"
    AGAIN = "returned and then not free"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one claim says became of the person."""

    number: int
    status: Status
    modality: Modality
    report: str
    """Which report says it."""
    when: Days | None = None
    published_on: date | None = None

    @property
    def is_said(self) -> bool:
        """Whether it is said to be so, however surely; a plan and a condition are not."""
        return self.modality in {Modality.ASSERTED, Modality.ALLEGED}

    @property
    def is_denied(self) -> bool:
        """Whether it is said not to be so."""
        return self.modality in {Modality.DENIED, Modality.REFUTED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Opposition:
    """Claims that do not go together, by their numbers: each of one side with some of the other."""

    against: Against
    one: tuple[int, ...]
    other: tuple[int, ...]


def oppositions(told: Iterable[Told]) -> tuple[Opposition, ...]:
    """Return what does not go together among the claims about one person.

    A claim beside its denial; a death beside captivity, beside a return, or beside being missing no earlier than it; a
    return beside captivity or being missing after it. What only comes later, as a return after captivity, is none.
    """
    claims = sorted(told, key=lambda claim: claim.number)
    said = {status: [claim for claim in claims if claim.is_said and claim.status is status] for status in Status}
    denied = {status: [claim for claim in claims if claim.is_denied and claim.status is status] for status in Status}
    killed, returned = said[Status.KILLED], said[Status.RETURNED]
    home = frozenset(claim.report for claim in returned)
    found = [_between(Against.DENIED, said[status], denied[status], _always) for status in Status]
    found += [_between(Against.DEATH, killed, said[status], _always) for status in (Status.CAPTURED, Status.RETURNED)]
    found.append(_between(Against.DEATH, killed, said[Status.MISSING], _no_earlier))
    after = _after(home)
    found += [_between(Against.AGAIN, returned, said[status], after) for status in (Status.CAPTURED, Status.MISSING)]
    return tuple(each for one in found for each in one)


Opposes = Callable[[Told, Told], bool]


def _between(against: Against, one: Sequence[Told], other: Sequence[Told], opposes: Opposes) -> Iterator[Opposition]:
    pairs = [(here.number, there.number) for here in one for there in other if opposes(here, there)]
    if pairs:
        left, right = (tuple(sorted(set(side))) for side in zip(*pairs, strict=True))
        yield Opposition(against=against, one=left, other=right)


def _always(_one: Told, _other: Told) -> bool:
    return True


def _no_earlier(one: Told, other: Told) -> bool:
    """Tell whether the other stands on the same day or a later one; without a day for both it is not known."""
    first, second = _day(one), _day(other)
    return first is not None and second is not None and second >= first


def _after(home: frozenset[str]) -> Opposes:
    """Return the test for what is said to have come after a return.

    A report of a return tells the captivity too, and is published after both: so what has no day of its own counts
    only where a later report says it and tells of no return.
    """

    def opposes(one: Told, other: Told) -> bool:
        first, second = _day(one), _day(other)
        later = first is not None and second is not None and second > first
        return later and (other.when is not None or other.report not in home)

    return opposes


def _day(told: Told) -> date | None:
    """Return the day a claim stands on: the first of those it names, or the day of publication."""
    if told.when is None:
        return told.published_on
    return told.when.end - timedelta(days=1) if told.when.first == date.min else told.when.first
