"""Takes one's own judgement back."""

from datetime import datetime

from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.answers import Judged
from paradero.procedures.judge_candidate import locked_candidate, undo_standing
from paradero.terms.refusal import Refusal


class NothingToUndo(Refusal):
    """The person has no standing judgement of the candidate."""


def undo_judgement(ref: str, *, desk: Desk, actor: Actor, at: datetime) -> Judged:
    """Return that no judgement of the person stands any more; the one that stood is kept, marked undone.

    Raises:
        NotHeld: If there is no such candidate.
        NothingToUndo: If the person has not judged it, or undid it before.
    """
    with act("undo judgement", desk=desk, actor=actor, at=at, ref=ref):
        undone_at = undo_standing(locked_candidate(ref), actor=actor, at=at)
        if undone_at is None:
            raise NothingToUndo(f"You have no judgement of {ref} to undo.")
    return Judged(candidate_ref=ref, verdict=None, at=undone_at)
