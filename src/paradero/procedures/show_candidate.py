"""Shows a candidate: both sides, every reason, the report's words and who says them."""

from datetime import datetime

from django.db.models import Q

from paradero.identity import wording
from paradero.identity.missing import what_would_change
from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk, held_under
from paradero.procedures.consequences import what_follows
from paradero.procedures.list_rows import candidate_row, explanation_of, pair_of, ready_for_rows
from paradero.procedures.marked_pieces import passage
from paradero.procedures.report_views import carriers_of_their_news, claim_views, item_facts, report_facts
from paradero.procedures.sealed_reports import Unlocked, unlock
from paradero.procedures.side_by_side import pairs
from paradero.procedures.views import CandidatePage, JudgementView, Step
from paradero.records.models import Candidate, Judgement
from paradero.records.standing import judged_by, standing
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
        candidate = held_under(ref, ready_for_rows(Candidate.objects.filter(ref=ref)).first(), kind="candidate")
        unlocked = unlock(candidate.sighting.report, desk=desk)
        return _page(candidate, unlocked, language=language, for_the_eye=for_the_eye, actor=actor)


def _page(candidate: Candidate, unlocked: Unlocked, *, language: str, for_the_eye: bool, actor: Actor) -> CandidatePage:
    enquiry, sighting, explanation = candidate.enquiry, candidate.sighting, explanation_of(candidate)
    own, others = judgements_of(pair_of(candidate), actor)
    sought, seen = from_json(Description, enquiry.description), from_json(Description, sighting.description)
    return CandidatePage(
        row=candidate_row(candidate, actor=actor),
        own_words=enquiry.own_words,
        enquiry_language=enquiry.language,
        pairs=pairs(sought, seen, explanation),
        steps=steps_of(explanation, language),
        would_change=_would_change(explanation, sought, seen, language),
        model=candidate.model,
        reweighed_at=candidate.reweighed_at,
        passage=passage(unlocked.report, unlocked.account, for_the_eye=for_the_eye, subject=sighting.position),
        claims=claim_views(unlocked, subject=sighting.position),
        report=report_facts(unlocked, carriers_of_their_news([unlocked.row])),
        item=item_facts(unlocked.row.item),
        own=own,
        others=others,
        following=_following(candidate, actor),
        follows=what_follows(pair_of(candidate), actor=actor),
    )


def _would_change(explanation: Explanation, sought: Description, seen: Description, language: str) -> str | None:
    changes = what_would_change(explanation, sought, seen)
    return wording.would_change_sentence(changes[0], language) if changes else None


def steps_of(explanation: Explanation, language: str, *, of_one_kind: bool = False) -> tuple[Step, ...]:
    """Return an explanation's comparisons, worded; of two enquiries or two sightings without "enquiry" and "report"."""
    return tuple(
        Step(
            field=comparison.field,
            outcome=comparison.outcome,
            weight_bits=comparison.weight_bits,
            sentence=wording.sentence(comparison, language, unit_as="agreement", of_one_kind=of_one_kind),
        )
        for comparison in explanation.comparisons
    )


def judgements_of(of: tuple[str, str], actor: Actor) -> tuple[JudgementView | None, tuple[JudgementView, ...] | None]:
    """Return the person's own judgement of two and the others', which are `None` until they have given their own."""
    rows = standing().filter(left=of[0], right=of[1])
    own = next((_view(row) for row in rows if row.person == actor.ref), None)
    return own, tuple(_view(row) for row in rows if row.person != actor.ref) if own else None


def _view(judgement: Judgement) -> JudgementView:
    return JudgementView(
        by=judgement.person, verdict=Verdict(judgement.verdict), reason=judgement.reason, at=judgement.at
    )


def _following(candidate: Candidate, actor: Actor) -> str | None:
    """Return the next in the list that the actor has not judged; after the last, the first."""
    open_ones = Candidate.objects.exclude(judged_by(actor.ref)).exclude(pk=candidate.pk)
    weight = candidate.match_weight_bits
    after = open_ones.filter(Q(match_weight_bits__lt=weight) | Q(match_weight_bits=weight, pk__gt=candidate.pk))
    following = after.first() or open_ones.first()
    return following.ref if following else None
