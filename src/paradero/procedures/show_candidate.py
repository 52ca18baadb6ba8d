"""Shows a candidate: both sides, every reason, the report's words and who says them."""

from datetime import datetime

from django.db.models import Q

from paradero.identity import wording
from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk, held_under
from paradero.procedures.list_rows import candidate_row, explanation_of, own_judgement, standing_of, with_own_judgement
from paradero.procedures.marked_pieces import passage
from paradero.procedures.report_views import carriers_of_their_news, claim_views, item_facts, report_facts
from paradero.procedures.sealed_reports import Unlocked, unlock
from paradero.procedures.side_by_side import pairs
from paradero.procedures.views import CandidatePage, JudgementView, Step
from paradero.records.models import Candidate, Judgement
from paradero.terms.matching import Explanation
from paradero.terms.person import Description
from paradero.terms.plain import from_json
from paradero.terms.verdict import Verdict


def show_candidate(
    ref: str, *, language: str = "en", for_the_eye: bool = False, desk: Desk, actor: Actor, at: datetime
) -> CandidatePage:
    """Return the candidate's page; other people's judgements are `None` until the actor has given their own.

    Args:
        ref: The candidate's reference.
        language: In which the reasons are worded.
        for_the_eye: A person looks at it, so that a wish in the report is marked; never for a program (rule R6).
        desk: The store and the folder.
        actor: Who looks.
        at: When.

    Raises:
        NotHeld: If there is no such candidate.
        SealDestroyed: If its item was destroyed by order.
    """
    with act("show candidate", desk=desk, actor=actor, at=at, ref=ref):
        candidate = held_under(
            ref, with_own_judgement(Candidate.objects.filter(ref=ref), actor=actor).first(), kind="candidate"
        )
        unlocked = unlock(candidate.sighting.report, desk=desk)
        return _page(candidate, unlocked, language=language, for_the_eye=for_the_eye, actor=actor)


def _page(candidate: Candidate, unlocked: Unlocked, *, language: str, for_the_eye: bool, actor: Actor) -> CandidatePage:
    enquiry, sighting, explanation = candidate.enquiry, candidate.sighting, explanation_of(candidate)
    own = own_judgement(candidate)
    return CandidatePage(
        row=candidate_row(candidate),
        own_words=enquiry.own_words,
        enquiry_language=enquiry.language,
        pairs=pairs(
            from_json(Description, enquiry.description), from_json(Description, sighting.description), explanation
        ),
        steps=_steps(explanation, language),
        model=candidate.model,
        reweighed_at=candidate.reweighed_at,
        passage=passage(unlocked.report, unlocked.account, for_the_eye=for_the_eye, subject=sighting.position),
        claims=claim_views(unlocked, subject=sighting.position),
        report=report_facts(unlocked, carriers_of_their_news([unlocked.row])),
        item=item_facts(unlocked.row.item),
        own=_view(own) if own else None,
        others=_others(candidate, actor) if own else None,
        following=_following(candidate, actor),
    )


def _steps(explanation: Explanation, language: str) -> tuple[Step, ...]:
    return tuple(
        Step(
            field=comparison.field,
            outcome=comparison.outcome,
            weight_bits=comparison.weight_bits,
            sentence=wording.sentence(comparison, language, unit_as="agreement"),
        )
        for comparison in explanation.comparisons
    )


def _others(candidate: Candidate, actor: Actor) -> tuple[JudgementView, ...]:
    standing = candidate.judgements.filter(undone_at__isnull=True).exclude(person=actor.ref)
    return tuple(_view(judgement) for judgement in standing)


def _view(judgement: Judgement) -> JudgementView:
    return JudgementView(
        by=judgement.person, verdict=Verdict(judgement.verdict), reason=judgement.reason, at=judgement.at
    )


def _following(candidate: Candidate, actor: Actor) -> str | None:
    """Return the next in the list that the actor has not judged; after the last, the first."""
    open_ones = Candidate.objects.exclude(judgements__in=standing_of(actor)).exclude(pk=candidate.pk)
    weight = candidate.match_weight_bits
    after = open_ones.filter(Q(match_weight_bits__lt=weight) | Q(match_weight_bits=weight, pk__gt=candidate.pk))
    following = after.first() or open_ones.first()
    return following.ref if following else None
