"""Tells what would follow from a judgement, before it is given."""

from datetime import datetime

from paradero.identity import judgements
from paradero.identity.judgements import Judgement, Pair, Web
from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.judging import held, two_who_are_here
from paradero.procedures.judging_rows import Follows, WhatFollows
from paradero.procedures.subject_rows import pair_rows
from paradero.records.standing import standing_around
from paradero.terms.verdict import Verdict


def consequences(first: str, second: str, *, desk: Desk, actor: Actor, at: datetime) -> WhatFollows:
    """Return what "same" and what "different" would change about other pairs; nothing is kept.

    It reckons with what the reader may know: the pairs they have judged, and those about which two people hold alike.
    What a colleague alone holds sways nobody beforehand (rule R3); a judgement that contradicts it is refused once it
    is given.

    Raises:
        NotHeld: If one of the two is not here.
        PairRefused: If they are not two that can be judged.
    """
    with act("show consequences", desk=desk, actor=actor, at=at) as done:
        of = two_who_are_here(first, second)
        done.ref = of[0]
        done.further.append(("shown with it", of[1], 0))
        return what_follows(of, actor=actor)


def what_follows(of: Pair, *, actor: Actor) -> WhatFollows:
    """Return the same, as a part of another act."""
    around = judgements.open_to(actor.ref, held(standing_around(of)))
    if not any(one.of == of and one.person == actor.ref for one in around):
        around = tuple(one for one in around if one.of != of)  # what others hold of this very pair stays unseen
    return WhatFollows(
        if_same=_follows(of, Verdict.SAME, around, actor=actor),
        if_different=_follows(of, Verdict.DIFFERENT, around, actor=actor),
    )


def _follows(of: Pair, verdict: Verdict, around: tuple[Judgement, ...], *, actor: Actor) -> Follows:
    new = Judgement(of=of, person=actor.ref, verdict=verdict)
    before, after = Web.of(around), Web.of(judgements.with_one_more(around, new))
    contradicts = judgements.clash(around, new)
    if contradicts:
        return Follows(contradicts=pair_rows(contradicts, stands=before.stands, actor=actor))
    change = judgements.consequences(before, after, judged=of)
    return Follows(
        same=pair_rows(change.same, actor=actor),
        different=pair_rows(change.different, actor=actor),
        no_longer=pair_rows(change.no_longer, actor=actor),
    )
