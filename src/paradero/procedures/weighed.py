"""How two were weighed when the machine proposed them, and what cannot be true of both, proposed or not."""

from datetime import date

from paradero.identity import Rarity, compare
from paradero.identity.judgements import Pair
from paradero.procedures.model_in_use import model_in_use
from paradero.records.models import Candidate, Enquiry, Likeness, Sighting
from paradero.terms.matching import Explanation
from paradero.terms.person import Description
from paradero.terms.plain import from_json


def weighed(of: Pair) -> Explanation | None:
    """Return how a machine weighed the two when it proposed them; `None` where it never did."""
    alike = Likeness.objects.filter(left=of[0], right=of[1]).values_list("explanation", flat=True)
    proposed = Candidate.objects.filter(enquiry__ref=of[0], sighting__ref=of[1]).values_list("explanation", flat=True)
    text = alike.first() or proposed.first()
    return from_json(Explanation, text) if text else None


def contradictions_between(of: Pair) -> tuple[str, ...]:
    """Return the fields in which the two cannot both be true of one person: as people saw them, else as compared now.

    How common a name is makes no contradiction, so nobody else is counted for it.
    """
    held = weighed(of)
    if held is not None:
        return held.contradictions
    (one, _), (other, published_on) = (_described(ref) for ref in of)
    return compare(one, other, rarity=Rarity(), published_on=published_on, model=model_in_use()).contradictions


def _described(ref: str) -> tuple[Description, date | None]:
    """Return what is said of an enquiry's or a sighting's person, and the day of the report."""
    if ref.startswith("E-"):
        return from_json(Description, Enquiry.objects.values_list("description", flat=True).get(ref=ref)), None
    text, day = Sighting.objects.values_list("description", "report__published_on").get(ref=ref)
    return from_json(Description, text), day
