"""Keeps what one person holds about a candidate. By one or by five, it confirms nothing."""

import unicodedata
from datetime import datetime

from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk, held_under
from paradero.procedures.answers import Judged
from paradero.records.models import Candidate, Judgement
from paradero.terms.verdict import Verdict


def judge_candidate(
    ref: str, *, verdict: Verdict, reason: str | None = None, desk: Desk, actor: Actor, at: datetime
) -> Judged:
    """Return the judgement as it stands; one given before by the same person is kept, marked undone.

    Raises:
        NotHeld: If there is no such candidate.
    """
    with act(f"judge {verdict.value}", desk=desk, actor=actor, at=at, ref=ref):
        candidate = locked_candidate(ref)
        moment = undo_standing(candidate, actor=actor, at=at) or at
        Judgement.objects.create(
            candidate=candidate,
            person=actor.ref,
            verdict=verdict.value,
            reason=_written(reason or "") or None,
            at=moment,
        )
    return Judged(candidate_ref=ref, verdict=verdict, at=moment)


def _written(reason: str) -> str:
    """Return a reason without what no person types: a zero byte, which no database keeps, or an order to a screen."""
    kept = (letter for letter in reason if letter in "\t\n" or unicodedata.category(letter) not in {"Cc", "Cs"})
    return "".join(kept).strip()


def locked_candidate(ref: str) -> Candidate:
    """Return the candidate, which nobody else can judge until the transaction ends.

    Raises:
        NotHeld: If there is no such candidate.
    """
    return held_under(ref, Candidate.objects.select_for_update().filter(ref=ref).first(), kind="candidate")


def undo_standing(candidate: Candidate, *, actor: Actor, at: datetime) -> datetime | None:
    """Mark the person's standing judgement undone and return when, which is never before it was given."""
    standing = Judgement.objects.filter(candidate=candidate, person=actor.ref, undone_at__isnull=True).first()
    if standing is None:
        return None
    standing.undone_at = max(at, standing.at)
    standing.save(update_fields=["undone_at"])
    return standing.undone_at
