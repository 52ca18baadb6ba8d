"""Which sightings come near a person and are not held for them: a page that leaves them out says so."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from django.db.models import Q

from paradero.identity.judgements import Pair, Stand, Web, pair
from paradero.procedures.judging_rows import SubjectRow
from paradero.procedures.said_views import NearMatches
from paradero.records.models import Candidate, Likeness
from paradero.terms.verdict import Verdict


def near_matches(members: Mapping[str, SubjectRow], *, web: Web, destroyed: Collection[str]) -> NearMatches:
    """Return how many sightings a machine proposed for one of a group and why each is not in it.

    Only what the reader may know counts as judged (rule R3): `web` is theirs. Those of the group that were destroyed by
    order are not asked for and not named (rule R10): their items' pages list nobody any more.
    """
    near: defaultdict[str, list[Pair]] = defaultdict(list)
    for inside, outside in _proposed(members.keys()):
        if inside in destroyed:
            continue
        near[outside].append(pair(inside, outside))
    why = [_why(pairs, web) for pairs in near.values()]
    listed_with = {ref for pairs in near.values() for of in pairs for ref in of if ref in members}
    return NearMatches(
        not_judged=why.count(None),
        unsure=why.count(Verdict.UNSURE),
        different=why.count(Verdict.DIFFERENT),
        listed_with=tuple(members[ref] for ref in sorted(listed_with)),
    )


def _proposed(refs: Collection[str]) -> Iterator[Pair]:
    """Yield who is in the group and which sighting outside it was proposed for them."""
    wanted = set(refs)
    candidates = Candidate.objects.filter(enquiry__ref__in=wanted).order_by("pk")
    alike = Likeness.objects.filter(Q(left__in=wanted) | Q(right__in=wanted), left__startswith="S-").order_by("pk")
    either_way = [(row.left, row.right) for row in alike] + [(row.right, row.left) for row in alike]
    for inside, outside in [*candidates.values_list("enquiry__ref", "sighting__ref"), *either_way]:
        if inside in wanted and outside not in wanted:
            yield inside, outside


def _why(pairs: Collection[Pair], web: Web) -> Verdict | None:
    """Return what keeps a sighting out of the group; `None` where nobody has judged it."""
    if any(web.stands.get(of) is Stand.DIFFERENT or web.follows.get(of) is Verdict.DIFFERENT for of in pairs):
        return Verdict.DIFFERENT
    return Verdict.UNSURE if any(of in web.stands for of in pairs) else None
