"""Shows who is held for one person with somebody, and what follows from that."""

from datetime import datetime
from itertools import combinations

from paradero.identity import judgements
from paradero.identity.judgements import Pair, Web, pair
from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk, NotHeld
from paradero.procedures.judging import held
from paradero.procedures.judging_rows import PairRow
from paradero.procedures.judging_views import GroupPage
from paradero.procedures.subject_rows import pair_rows, subjects
from paradero.records.standing import own_verdicts, standing_around


def show_group(ref: str, *, desk: Desk, actor: Actor, at: datetime) -> GroupPage:
    """Return the group of an enquiry or a sighting.

    Nothing is merged (rule R8): its members stay what they are, and the group is worked out from the judgements each
    time it is asked for. It holds what the reader may know: the pairs they have judged, and those about which two
    people hold alike.

    Raises:
        NotHeld: If there is no such enquiry or sighting.
    """
    with act("show group", desk=desk, actor=actor, at=at, ref=ref) as done:
        of = subjects([ref]).get(ref)
        if of is None:
            raise NotHeld(f"There is no enquiry or sighting {ref} here. Check the reference number.")
        web = open_web(ref, actor=actor)
        group = web.group_of(ref)
        done.count = len(group)
        members = subjects(group)
        within = sorted(two for two in web.stands if group.issuperset(two))
        outside = sorted(wall for wall in web.walls if len(group.intersection(wall)) == 1)
        return GroupPage(
            of=of,
            members=tuple(members[each] for each in sorted(members)),
            judged=pair_rows(within, stands=web.stands, actor=actor),
            to_look_at=pair_rows(_to_look_at(web, group, actor=actor), actor=actor),
            apart=pair_rows(outside, stands=web.stands, actor=actor),
            clashes=pair_rows(sorted(web.clashes.intersection(within)), stands=web.stands, actor=actor),
        )


def open_web(ref: str, *, actor: Actor) -> Web:
    """Return what stands around a subject, as far as the reader may know it."""
    return Web.of(judgements.open_to(actor.ref, held(standing_around([ref]))))


def to_look_at(ref: str, *, actor: Actor) -> tuple[PairRow, ...]:
    """Return the pairs of this subject that follow from others and that the reader has not judged."""
    web = open_web(ref, actor=actor)
    followed = _to_look_at(web, web.group_of(ref), actor=actor)
    return pair_rows([of for of in followed if ref in of], actor=actor)


def _to_look_at(web: Web, group: frozenset[str], *, actor: Actor) -> list[Pair]:
    followed = sorted(pair(*two) for two in combinations(group, 2))
    own = own_verdicts(actor.ref, followed)
    return [of for of in followed if of not in own and of not in web.stands]
