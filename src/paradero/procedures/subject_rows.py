"""Enquiries, sightings and pairs of them as rows of lists, read in as few questions as there are kinds."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from django.db.models import Q

from paradero.identity.coming_of_age import may_be_under_eighteen
from paradero.identity.judgements import Pair, Stand, pair
from paradero.procedures.acting import Actor
from paradero.procedures.judging_rows import Likenesses, LikenessRow, PairRow, SubjectRow
from paradero.records.models import Enquiry, Likeness, Sighting
from paradero.records.standing import candidates_of, own_verdicts
from paradero.terms.matching import Explanation
from paradero.terms.person import Description
from paradero.terms.plain import from_json


def subjects(refs: Collection[str]) -> dict[str, SubjectRow]:
    """Return the rows of those who are here."""
    wanted = set(refs)
    rows = [_enquiry(one) for one in Enquiry.objects.filter(ref__in=wanted)]
    shown = Sighting.objects.filter(ref__in=wanted).select_related("report__item", "report__source")
    return {row.ref: row for row in (*rows, *map(_sighting, shown))}


def pair_rows(
    pairs: Iterable[Pair], *, stands: Mapping[Pair, Stand] | None = None, actor: Actor
) -> tuple[PairRow, ...]:
    """Return the rows of pairs, in their order."""
    chosen = list(pairs)
    known = subjects({ref for of in chosen for ref in of})
    own, candidates = own_verdicts(actor.ref, chosen), candidates_of(chosen)
    return tuple(
        PairRow(
            left=known[of[0]],
            right=known[of[1]],
            stand=(stands or {}).get(of),
            own_verdict=own.get(of),
            candidate_ref=candidates.get(of),
        )
        for of in chosen
        if of[0] in known and of[1] in known
    )


def likenesses_of(refs: Collection[str], *, actor: Actor, on: date) -> Likenesses:
    """Return who may be the same person as one of these, likeliest first; children are counted and not listed."""
    wanted = set(refs)
    found = list(Likeness.objects.filter(Q(left__in=wanted) | Q(right__in=wanted)))
    everybody = {ref for row in found for ref in (row.left, row.right)}
    known, children = subjects(everybody), _children(everybody, on=on)
    listed = [row for row in found if not {row.left, row.right} & children]
    own = own_verdicts(actor.ref, [(row.left, row.right) for row in listed])
    rows = tuple(
        LikenessRow(
            of=of,
            of_label=known[of].label,
            of_language=known[of].language,
            other=known[row.right if of == row.left else row.left],
            match_weight_bits=row.match_weight_bits,
            probability=row.probability,
            contradictions=from_json(Explanation, row.explanation).contradictions,
            own_verdict=own.get(pair(row.left, row.right)),
        )
        for row in listed
        for of in (row.left, row.right)
        if of in wanted
    )
    return Likenesses(rows=rows, children=len(found) - len(listed))


def _children(refs: Collection[str], *, on: date) -> set[str]:
    """Return those who are under eighteen, or possibly so (rule R18)."""
    enquiries = Enquiry.objects.filter(ref__in=refs).values_list("ref", "description")
    sightings = Sighting.objects.filter(ref__in=refs).values_list("ref", "description", "report__published_on")
    told = [*((ref, text, None) for ref, text in enquiries), *sightings]
    return {
        ref
        for ref, text, said_on in told
        if may_be_under_eighteen(from_json(Description, text).birth, on=on, said_on=said_on)
    }


def _enquiry(row: Enquiry) -> SubjectRow:
    return SubjectRow(ref=row.ref, label=row.label, language=row.language)


def _sighting(row: Sighting) -> SubjectRow:
    report = row.report
    return SubjectRow(
        ref=row.ref,
        label=row.label,
        language=report.language,
        item_ref=report.item.ref,
        position=report.position,
        source=report.source.name if report.source else None,
        published_on=report.published_on,
    )
