"""Records as the rows of lists. No row holds a rank or a unit (rules R2 and R13)."""

from collections.abc import Iterable

from django.db.models import QuerySet

from paradero.procedures.acting import Actor
from paradero.procedures.rivalry import Rivalry, rivalry_of
from paradero.procedures.views import CandidateRow, EnquiryRow, SightingRow
from paradero.records.models import Candidate, Enquiry, Sighting
from paradero.records.standing import own_verdicts
from paradero.terms.account import Role
from paradero.terms.claims import Status
from paradero.terms.matching import Explanation
from paradero.terms.plain import from_json
from paradero.terms.verdict import Verdict


def ready_for_rows(candidates: QuerySet[Candidate]) -> QuerySet[Candidate]:
    """Return the candidates with what their rows need."""
    return candidates.select_related("enquiry", "sighting__report__item", "sighting__report__source")


def pair_of(candidate: Candidate) -> tuple[str, str]:
    """Return the references of a candidate's enquiry and sighting, as judgements name them."""
    return candidate.enquiry.ref, candidate.sighting.ref


def candidate_rows(candidates: Iterable[Candidate], *, actor: Actor) -> tuple[CandidateRow, ...]:
    """Return the rows of candidates that `ready_for_rows` made ready, in their order; of judgements only one's own."""
    chosen = list(candidates)
    own = own_verdicts(actor.ref, [pair_of(candidate) for candidate in chosen])
    contested = rivalry_of(chosen, actor=actor)
    return tuple(_row(candidate, own.get(pair_of(candidate)), contested[candidate.pk]) for candidate in chosen)


def likeliest_first(rows: Iterable[CandidateRow]) -> tuple[CandidateRow, ...]:
    """Return rows by the probability they show: one that rivals share stands behind a lighter one that is nobody's."""
    return tuple(sorted(rows, key=lambda row: (-row.probability, -row.match_weight_bits)))


def candidate_row(candidate: Candidate, *, actor: Actor) -> CandidateRow:
    """Return the row of a candidate that `ready_for_rows` made ready."""
    return candidate_rows([candidate], actor=actor)[0]


def _row(candidate: Candidate, own: Verdict | None, contested: Rivalry) -> CandidateRow:
    report = candidate.sighting.report
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
        probability=contested.probability,
        probability_alone=candidate.probability,
        rivals=contested.rivals,
        contradictions=explanation_of(candidate).contradictions,
        own_verdict=own,
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
