"""Records as the rows of lists. No row holds a rank or a unit (rules R2 and R13)."""

from collections.abc import Iterable

from django.db.models import Prefetch, QuerySet

from paradero.procedures.acting import Actor
from paradero.procedures.views import CandidateRow, EnquiryRow, SightingRow
from paradero.records.models import Candidate, Enquiry, Judgement, Sighting
from paradero.terms.account import Role
from paradero.terms.claims import Status
from paradero.terms.matching import Explanation
from paradero.terms.plain import from_json
from paradero.terms.verdict import Verdict


def standing_of(actor: Actor) -> QuerySet[Judgement]:
    """Return the person's own standing judgements."""
    return Judgement.objects.filter(person=actor.ref, undone_at__isnull=True)


def with_own_judgement(candidates: QuerySet[Candidate], *, actor: Actor) -> QuerySet[Candidate]:
    """Return the candidates ready to be made rows of: with what they need, and of the judgements only one's own."""
    needed = candidates.select_related("enquiry", "sighting__report__item", "sighting__report__source")
    return needed.prefetch_related(Prefetch("judgements", standing_of(actor), to_attr="own_judgements"))


def own_judgement(candidate: Candidate) -> Judgement | None:
    """Return what the person holds of a candidate that `with_own_judgement` made ready; `None` before they judged."""
    own: list[Judgement] = candidate.own_judgements  # type: ignore[attr-defined]  # set by the prefetch
    return own[0] if own else None


def candidate_rows(candidates: Iterable[Candidate]) -> tuple[CandidateRow, ...]:
    """Return the rows of candidates that `with_own_judgement` made ready, in their order."""
    return tuple(candidate_row(candidate) for candidate in candidates)


def candidate_row(candidate: Candidate) -> CandidateRow:
    """Return the row of a candidate that `with_own_judgement` made ready."""
    report = candidate.sighting.report
    own = own_judgement(candidate)
    return CandidateRow(
        ref=candidate.ref,
        enquiry_ref=candidate.enquiry.ref,
        sighting_ref=candidate.sighting.ref,
        item_ref=report.item.ref,
        sought=candidate.enquiry.label,
        seen=candidate.sighting.label,
        role=Role(candidate.sighting.role),
        statuses=tuple(Status(status) for status in candidate.sighting.statuses),
        source=report.source.name if report.source else None,
        published_on=report.published_on,
        match_weight_bits=candidate.match_weight_bits,
        probability=candidate.probability,
        contradictions=explanation_of(candidate).contradictions,
        own_verdict=Verdict(own.verdict) if own else None,
        proposed_at=candidate.proposed_at,
    )


def explanation_of(candidate: Candidate) -> Explanation:
    """Return why the sighting was proposed."""
    return from_json(Explanation, candidate.explanation)


def enquiry_row(enquiry: Enquiry, *, candidates: int) -> EnquiryRow:
    """Return an enquiry's row."""
    return EnquiryRow(
        ref=enquiry.ref,
        sought=enquiry.label,
        language=enquiry.language,
        own_reference=enquiry.own_reference,
        opened_at=enquiry.opened_at,
        candidates=candidates,
    )


def sighting_row(sighting: Sighting) -> SightingRow:
    """Return a sighting's row."""
    report = sighting.report
    return SightingRow(
        ref=sighting.ref,
        item_ref=report.item.ref,
        label=sighting.label,
        role=Role(sighting.role),
        statuses=tuple(Status(status) for status in sighting.statuses),
        source=report.source.name if report.source else None,
        published_on=report.published_on,
    )
