"""Keeps what one person holds about a candidate: about its enquiry and its sighting. It confirms nothing."""

from datetime import datetime

from paradero.identity.judgements import Pair
from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk, held_under
from paradero.procedures.answers import Judged
from paradero.procedures.contradicted import DESPITE, goes_against
from paradero.procedures.judge_pair import REFUSED
from paradero.procedures.judging import contradiction, keep_judgement
from paradero.records.models import Candidate
from paradero.terms.verdict import Verdict


def judge_candidate(
    ref: str, *, verdict: Verdict, reason: str | None = None, desk: Desk, actor: Actor, at: datetime
) -> Judged:
    """Return the judgement as it stands; one given before by the same person is kept, and an undoing of it beside it.

    Raises:
        NotHeld: If there is no such candidate.
        Contradiction: If it and what stands cannot both be true; nothing is kept, and the log says so.
        ReasonMissing: If the two descriptions cannot both be true of one person and no reason is given for "same".
    """
    with act(f"judge {verdict.value}", desk=desk, actor=actor, at=at, ref=ref) as done:
        of = pair_of(ref)
        done.kind = DESPITE if goes_against(of, verdict=verdict, reason=reason) else done.kind
        kept = keep_judgement(of, verdict=verdict, reason=reason, actor=actor, at=at)
        done.kind = REFUSED if kept.contradicts else done.kind
    if kept.contradicts:
        raise contradiction(of, verdict, kept)
    return Judged(left=of[0], right=of[1], verdict=verdict, at=kept.at)


def pair_of(ref: str) -> Pair:
    """Return the enquiry and the sighting of a candidate.

    Raises:
        NotHeld: If there is no such candidate.
    """
    row = Candidate.objects.filter(ref=ref).values_list("enquiry__ref", "sighting__ref").first()
    return held_under(ref, row, kind="candidate")
