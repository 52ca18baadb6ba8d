"""Takes one's own judgement back."""

from datetime import datetime

from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.answers import Judged
from paradero.procedures.judge_candidate import pair_of
from paradero.procedures.judging import take_back, two_who_are_here
from paradero.records.standing import hold_judgements
from paradero.terms.refusal import Refusal


class NothingToUndo(Refusal):
    """The person has no standing judgement of the two."""


def undo_judgement(
    ref: str, other: str | None = None, *, reason: str | None = None, desk: Desk, actor: Actor, at: datetime
) -> Judged:
    """Return that no judgement of the person stands any more; the one that stood is kept, its undoing beside it.

    Taking back is never refused: where it brings two judgements of others into contradiction, `show_group` says so.

    Args:
        ref: A candidate's reference; or with `other` an enquiry's or a sighting's.
        other: The other of the two.
        reason: Why, if they say.
        desk: The store and the folder.
        actor: Whose judgement it is.
        at: When.

    Raises:
        NotHeld: If one of them is not here.
        NothingToUndo: If the person has not judged it, or undid it before.
    """
    with act("undo judgement", desk=desk, actor=actor, at=at) as done:
        hold_judgements()
        of = two_who_are_here(ref, other) if other else pair_of(ref)
        undone_at = take_back(of, reason=reason, actor=actor, at=at)
        if undone_at is None:
            raise NothingToUndo(f"You have no judgement of {f'{of[0]} and {of[1]}' if other else ref} to undo.")
        done.ref = of[0] if other else ref
        if other:
            done.further.append(("undone with it", of[1], 0))
    return Judged(left=of[0], right=of[1], verdict=None, at=undone_at)
