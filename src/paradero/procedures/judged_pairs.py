"""Gives what people decided of enquiries and sightings, so that the model can be fitted to it offline."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from paradero.identity.judgements import Pair, Stand, stand
from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk
from paradero.records.models import Enquiry, Sighting
from paradero.records.standing import standing
from paradero.terms.person import Description
from paradero.terms.plain import from_json
from paradero.terms.verdict import Verdict

_DECIDED = {Stand.SAME: Verdict.SAME, Stand.DIFFERENT: Verdict.DIFFERENT}


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedPair:
    """What a family says, what a report says, and whether people hold both for one person."""

    of: Pair
    """The references of the enquiry and the sighting."""
    sought: Description
    seen: Description
    verdict: Verdict
    """Same or different; never unsure."""
    published_on: date | None
    """When the sighting's report was published."""


def judged_pairs(*, desk: Desk, actor: Actor, at: datetime) -> tuple[JudgedPair, ...]:
    """Return the judged pairs of an enquiry and a sighting about which nobody disagrees, in order of their references.

    They bear no name of who judged. A pair that somebody called unsure counts as the others judged it.
    """
    with act("read judged pairs", desk=desk, actor=actor, at=at) as done:
        decided = _decided()
        enquiries = dict(Enquiry.objects.filter(ref__in={of[0] for of in decided}).values_list("ref", "description"))
        rows = Sighting.objects.filter(ref__in={of[1] for of in decided}).order_by()
        sightings = {
            ref: (text, day) for ref, text, day in rows.values_list("ref", "description", "report__published_on")
        }
        found = tuple(_pairs(decided, enquiries, sightings))
        done.count = len(found)
    return found


def _decided() -> dict[Pair, Verdict]:
    verdicts: defaultdict[Pair, list[Verdict]] = defaultdict(list)
    for row in standing().filter(left__startswith="E-", right__startswith="S-").order_by("left", "right"):
        verdicts[row.left, row.right].append(Verdict(row.verdict))
    stands = {of: stand(given) for of, given in verdicts.items()}
    return {of: _DECIDED[how] for of, how in stands.items() if how in _DECIDED}


def _pairs(
    decided: dict[Pair, Verdict], enquiries: dict[str, str], sightings: dict[str, tuple[str, date | None]]
) -> Iterator[JudgedPair]:
    for (enquiry, sighting), verdict in decided.items():
        seen, published_on = sightings[sighting]
        yield JudgedPair(
            of=(enquiry, sighting),
            sought=from_json(Description, enquiries[enquiry]),
            seen=from_json(Description, seen),
            verdict=verdict,
            published_on=published_on,
        )
