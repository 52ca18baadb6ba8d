"""What every judging shares: who the two are, what stands already, and what cannot stand beside it."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from paradero.identity import judgements
from paradero.identity.judgements import Pair, Stand, Web
from paradero.procedures.acting import Actor, NotHeld
from paradero.records.models import Enquiry, Judgement, Sighting, Undoing
from paradero.records.standing import hold_judgements, standing, standing_around
from paradero.terms.refusal import Refusal
from paradero.terms.verdict import Verdict

_SUBJECT = re.compile(r"[ES]-.*")


class PairRefused(Refusal):
    """These are not two that can be judged."""


class Contradiction(Refusal):
    """The judgement and what stands cannot both be true."""

    def __init__(self, sentence: str, *, of: Pair, chain: tuple[tuple[Pair, Stand], ...]) -> None:
        super().__init__(sentence)
        self.of = of
        self.chain = chain
        """The pairs it contradicts, in order, and how each stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A judgement that was kept, or the chain of pairs that it contradicts."""

    at: datetime
    contradicts: tuple[Pair, ...] = ()
    web: Web


def two_who_are_here(first: str, second: str) -> Pair:
    """Return the pair of two references.

    Raises:
        PairRefused: If they are one and the same, or one is neither an enquiry nor a sighting.
        NotHeld: If one of them is not here.
    """
    if first == second:
        raise PairRefused(f"{first} is one and the same. A judgement is of two: name another reference.")
    for ref in (first, second):
        if not _SUBJECT.fullmatch(ref):
            raise PairRefused(
                f"{ref!a} is neither an enquiry (E-…) nor a sighting (S-…), and only these are judged. A sighting's "
                "reference stands on the page of its item."
            )
        model = Enquiry if ref.startswith("E-") else Sighting
        if not model._default_manager.filter(ref=ref).exists():  # noqa: SLF001 -- either model's own
            kind = "enquiry" if model is Enquiry else "sighting"
            raise NotHeld(f"There is no {kind} {ref} here. Check the reference number.")
    return judgements.pair(first, second)


def held(rows: Iterable[Judgement]) -> tuple[judgements.Judgement, ...]:
    """Return rows as values of the arithmetic."""
    return tuple(
        judgements.Judgement(of=(row.left, row.right), person=row.person, verdict=Verdict(row.verdict)) for row in rows
    )


def keep_judgement(of: Pair, *, verdict: Verdict, reason: str | None, actor: Actor, at: datetime) -> Kept:
    """Write a judgement down, one's own before it taken back; where it contradicts what stands, write nothing.

    The transaction is the caller's, and so is the refusal: that somebody was told what stands belongs in the log.
    """
    hold_judgements()
    around = held(standing_around(of))
    new = judgements.Judgement(of=of, person=actor.ref, verdict=verdict)
    contradicts = judgements.clash(around, new)
    web = Web.of(around)
    if contradicts:
        return Kept(at=at, contradicts=contradicts, web=web)
    moment = take_back(of, reason=None, actor=actor, at=at) or at
    left, right = of
    Judgement.objects.create(
        left=left, right=right, person=actor.ref, verdict=verdict.value, reason=written(reason), at=moment
    )
    return Kept(at=moment, web=web)


def take_back(of: Pair, *, reason: str | None, actor: Actor, at: datetime) -> datetime | None:
    """Undo the person's own standing judgement and return when, which is never before it was given; else `None`."""
    own = standing().filter(left=of[0], right=of[1], person=actor.ref).first()
    if own is None:
        return None
    moment = max(at, own.at)
    Undoing.objects.create(judgement=own, person=actor.ref, reason=written(reason), at=moment)
    return moment


def contradiction(of: Pair, verdict: Verdict, kept: Kept) -> Contradiction:
    """Return the refusal: which judgements stand against this one, and what to do."""
    chain = tuple((two, kept.web.stands[two]) for two in kept.contradicts)
    told = "; ".join(f"{left} and {right}: {stand.value}" for (left, right), stand in chain)
    return Contradiction(
        f"“{verdict.value.capitalize()}” for {of[0]} and {of[1]} contradicts what is held already ({told}), so it was "
        "not kept. Look at those first: if one of them is wrong, judge it otherwise, or undo it where it is your own. "
        "If you cannot tell, judge this pair “unsure”.",
        of=of,
        chain=chain,
    )


def written(reason: str | None) -> str | None:
    """Return a reason without what no person types: a zero byte, which no database keeps, or an order to a screen."""
    kept = (letter for letter in reason or "" if letter in "\t\n" or unicodedata.category(letter) not in {"Cc", "Cs"})
    return "".join(kept).strip() or None
