"""Keeps what one person holds about two: an enquiry and a sighting, two sightings, or two enquiries.

Nothing is merged (rule R8): two enquiries held for one man stay two enquiries, and no relative learns of the other.
"""

from datetime import datetime

from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.answers import Judged
from paradero.procedures.contradicted import DESPITE, goes_against
from paradero.procedures.judging import contradiction, keep_judgement, two_who_are_here
from paradero.terms.verdict import Verdict

REFUSED = "judgement refused"
"""What the log says where somebody was told that their judgement contradicts what stands: they learned of it."""


def judge_pair(
    first: str, second: str, *, verdict: Verdict, reason: str | None = None, desk: Desk, actor: Actor, at: datetime
) -> Judged:
    """Return the judgement as it stands; one given before by the same person is kept, and an undoing of it beside it.

    Raises:
        NotHeld: If one of the two is not here.
        PairRefused: If they are not two that can be judged.
        Contradiction: If it and what stands cannot both be true; nothing is kept, and the log says so.
        ReasonMissing: If the two descriptions cannot both be true of one person and no reason is given for "same",
            whether the two were ever proposed or not.
    """
    with act(f"judge {verdict.value}", desk=desk, actor=actor, at=at) as done:
        of = two_who_are_here(first, second)
        done.kind = DESPITE if goes_against(of, verdict=verdict, reason=reason) else done.kind
        kept = keep_judgement(of, verdict=verdict, reason=reason, actor=actor, at=at)
        done.ref = of[0]
        done.kind = REFUSED if kept.contradicts else done.kind
        done.further.append(("judged with it", of[1], 0))
    if kept.contradicts:
        raise contradiction(of, verdict, kept)
    return Judged(left=of[0], right=of[1], verdict=verdict, at=kept.at)
