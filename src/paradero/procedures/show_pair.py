"""Shows two who may be one person: both sides, every reason, what was held and what would follow."""

from datetime import datetime

from paradero.identity.judgements import Pair
from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.consequences import what_follows
from paradero.procedures.judging import two_who_are_here
from paradero.procedures.judging_views import PairPage, Side
from paradero.procedures.marked_pieces import passage
from paradero.procedures.sealed_reports import unlock
from paradero.procedures.show_candidate import judgements_of, steps_of
from paradero.procedures.side_by_side import pairs
from paradero.procedures.subject_rows import subjects
from paradero.procedures.weighed import contradictions_between, weighed
from paradero.records.models import Enquiry, Sighting
from paradero.records.standing import candidates_of
from paradero.terms.matching import Explanation
from paradero.terms.person import Description
from paradero.terms.plain import from_json

NOT_WEIGHED = Explanation(comparisons=(), match_weight_bits=0.0, probability=0.0, model="")


def show_pair(
    first: str,
    second: str,
    *,
    language: str = "en",
    for_the_eye: bool = False,
    desk: Desk,
    actor: Actor,
    at: datetime,
) -> PairPage:
    """Return the page of two; other people's judgements are `None` until the actor has given their own.

    Args:
        first: An enquiry's or a sighting's reference.
        second: The other's.
        language: In which the reasons are worded.
        for_the_eye: A person looks at it, so that a wish in a report is marked; never for a program (rule R6).
        desk: The store and the folder.
        actor: Who looks.
        at: When.

    Raises:
        NotHeld: If one of the two is not here.
        PairRefused: If they are not two that can be judged.
        SealDestroyed: If an item was destroyed by order.
    """
    with act("show pair", desk=desk, actor=actor, at=at) as done:
        of = two_who_are_here(first, second)
        done.ref = of[0]
        done.further.append(("shown with it", of[1], 0))
        return _page(of, language=language, for_the_eye=for_the_eye, desk=desk, actor=actor)


def _page(of: Pair, *, language: str, for_the_eye: bool, desk: Desk, actor: Actor) -> PairPage:
    (left, one), (right, other) = (_side(ref, for_the_eye=for_the_eye, desk=desk) for ref in of)
    held = weighed(of)
    explanation = held or NOT_WEIGHED
    own, others = judgements_of(of, actor)
    return PairPage(
        left=left,
        right=right,
        pairs=pairs(one, other, explanation),
        steps=steps_of(explanation, language, of_one_kind=of[0][0] == of[1][0]),
        match_weight_bits=held.match_weight_bits if held else None,
        probability=held.probability if held else None,
        model=held.model if held else None,
        contradictions=contradictions_between(of),
        own=own,
        others=others,
        follows=what_follows(of, actor=actor),
        candidate_ref=candidates_of([of]).get(of),
    )


def _side(ref: str, *, for_the_eye: bool, desk: Desk) -> tuple[Side, Description]:
    subject = subjects([ref])[ref]
    if subject.is_enquiry:
        enquiry = Enquiry.objects.get(ref=ref)
        side = Side(subject=subject, own_words=enquiry.own_words, passage=())
        return side, from_json(Description, enquiry.description)
    sighting = Sighting.objects.select_related("report__item").get(ref=ref)
    unlocked = unlock(sighting.report, desk=desk)
    shown = passage(unlocked.report, unlocked.account, for_the_eye=for_the_eye, subject=sighting.position)
    return Side(subject=subject, own_words=None, passage=shown), from_json(Description, sighting.description)
