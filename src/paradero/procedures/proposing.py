"""Writes pairs of an enquiry and a sighting down as candidates: a part of a search, inside its transaction."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from paradero.procedures.act import Act
from paradero.records.models import Candidate, Enquiry, Sighting
from paradero.terms.matching import Explanation
from paradero.terms.plain import to_json
from paradero.terms.refs import new_ref


class Offer(NamedTuple):
    """A sighting that may show whom an enquiry seeks."""

    enquiry_ref: str
    sighting_ref: str
    why: Explanation


def propose_new(offers: Iterable[Offer], *, done: Act, at: datetime) -> list[str]:
    """Return the references of the candidates that are new.

    A pair that was ever proposed stays as it was then, with the model that weighed it and whatever people held of it
    since. An enquiry that was closed meanwhile, and a sighting that is gone, are passed over.
    """
    # In one order for all: two searches that write the same pairs at once then wait for each other instead of both.
    found = sorted(offers, key=lambda offer: offer[:2])
    enquiries = dict(_held(Enquiry, {offer.enquiry_ref for offer in found}, is_open=True))
    sightings = dict(_held(Sighting, {offer.sighting_ref for offer in found}))
    known = set(
        Candidate.objects.filter(sighting__in=sightings.values(), enquiry__in=enquiries.values()).values_list(
            "enquiry__ref", "sighting__ref"
        )
    )
    return [
        propose(enquiries[enquiry], sightings[sighting], why, done=done, at=at)
        for enquiry, sighting, why in found
        if enquiry in enquiries and sighting in sightings and (enquiry, sighting) not in known
    ]


def propose(enquiry: int, sighting: int, why: Explanation, *, done: Act, at: datetime) -> str:
    """Write one candidate, by the numbers of its rows, and return its reference."""
    candidate = Candidate.objects.create(
        ref=new_ref("C"),
        enquiry_id=enquiry,
        sighting_id=sighting,
        match_weight_bits=why.match_weight_bits,
        probability=why.probability,
        explanation=to_json(why),
        model=why.model,
        proposed_at=at,
    )
    done.further.append(("propose candidate", candidate.ref, 0))
    return candidate.ref


def _held(kind: type[Enquiry] | type[Sighting], refs: set[str], **further: bool) -> Iterable[tuple[str, int]]:
    return kind._default_manager.filter(ref__in=refs, **further).values_list("ref", "pk")  # noqa: SLF001 -- Django's own
