"""Enquiries that are offered one sighting: at most one is for the person it shows, unless they seek one person."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from paradero.identity.judgements import pair
from paradero.identity.rivals import among_rivals
from paradero.procedures.acting import Actor
from paradero.procedures.judging_rows import RivalRow
from paradero.records.models import Candidate, Likeness
from paradero.records.standing import own_verdicts
from paradero.terms.verdict import Verdict

LEAST_APART = 0.01
"""Two enquiries that a machine finds alike are one person's at most this surely."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rivalry:
    """What else is claimed of a candidate's sighting."""

    probability: float
    """Of the candidate, the others reckoned with."""
    rivals: tuple[RivalRow, ...]
    """Heaviest first."""


def rivalry_of(candidates: Collection[Candidate], *, actor: Actor) -> dict[int, Rivalry]:
    """Return for each candidate, by its key, what the other open enquiries for its sighting make of it.

    Left out are those of which the reader has judged that they seek the same person, or that the sighting is not
    theirs; what colleagues judged changes nothing here, or it would show before one has judged oneself. Where a machine
    finds two enquiries alike, the one speaks that much less against the other.
    """
    offered = _offered({one.sighting_id for one in candidates})
    everybody = [other for others in offered.values() for other in others]
    enquiries = {other.enquiry.ref for other in everybody} | {one.enquiry.ref for one in candidates}
    contested = any(len(others) > 1 for others in offered.values())
    alike = _alike(enquiries) if contested else {}
    same = _judged_same(enquiries, actor) if contested else set()
    theirs = own_verdicts(actor.ref, [(other.enquiry.ref, other.sighting.ref) for other in everybody])
    not_theirs = {of for of, verdict in theirs.items() if verdict is Verdict.DIFFERENT}
    found = {}
    for one in candidates:
        others = [
            other
            for other in offered[one.sighting_id]
            if other.pk != one.pk
            and pair(one.enquiry.ref, other.enquiry.ref) not in same
            and (other.enquiry.ref, other.sighting.ref) not in not_theirs
        ]
        found[one.pk] = _rivalry(one, others, alike)
    return found


def _rivalry(one: Candidate, others: Iterable[Candidate], alike: dict[tuple[str, str], float]) -> Rivalry:
    rivals = list(others)
    weights = [other.match_weight_bits + _against(one, other, alike) for other in rivals]
    # That nobody's enquiry is for this person is taken as sure to begin with: a few in a hundred are.
    together = among_rivals([one.match_weight_bits, *weights], base_rate=0)
    rows = (
        RivalRow(
            ref=other.ref,
            enquiry_ref=other.enquiry.ref,
            sought=other.enquiry.label,
            language=other.enquiry.language,
            match_weight_bits=other.match_weight_bits,
        )
        for other in rivals
    )
    return Rivalry(probability=together[0] if rivals else one.probability, rivals=tuple(rows))


def _against(one: Candidate, other: Candidate, alike: dict[tuple[str, str], float]) -> float:
    """Return by how many bits less a rival speaks against a candidate for being like it."""
    apart = 1 - alike.get(pair(one.enquiry.ref, other.enquiry.ref), 0.0)
    return math.log2(max(LEAST_APART, apart))


def _offered(sightings: set[int]) -> defaultdict[int, list[Candidate]]:
    found: defaultdict[int, list[Candidate]] = defaultdict(list)
    rows = Candidate.objects.filter(sighting_id__in=sightings, enquiry__is_open=True)
    for row in rows.select_related("enquiry", "sighting").order_by("-match_weight_bits", "pk"):
        found[row.sighting_id].append(row)
    return found


def _alike(enquiries: set[str]) -> dict[tuple[str, str], float]:
    rows = Likeness.objects.filter(left__in=enquiries, right__in=enquiries)
    return {(row.left, row.right): row.probability for row in rows}


def _judged_same(enquiries: set[str], actor: Actor) -> set[tuple[str, str]]:
    pairs = {pair(one, other) for one in enquiries for other in enquiries if one < other}
    return {of for of, verdict in own_verdicts(actor.ref, pairs).items() if verdict is Verdict.SAME}
