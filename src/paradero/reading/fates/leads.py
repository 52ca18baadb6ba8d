"""The headline's "a captive soldier" is the person the report then names."""

from collections.abc import Sequence
from dataclasses import replace

from paradero.reading.fates.statuses import StatusRead
from paradero.reading.persons.people import Cast, Person
from paradero.terms.account import SOUGHT_ROLES, MentionKind
from paradero.terms.person import Sex

LEAD = 4
"""Sentences of a report that are its headline and lead."""


def join_lead(cast: Cast, reads: Sequence[StatusRead]) -> list[StatusRead]:
    """Join unnamed sought persons of the lead to the one named sought person who comes after them."""
    named = [p for p in cast.people if p.kind is MentionKind.NAMED and p.role in SOUGHT_ROLES]
    if len(named) != 1:
        return list(reads)
    joined = [p for p in cast.people if _in_lead(p, named[0])]
    for person in joined:
        join(cast, person, named[0])
    return [replace(read, person=named[0]) if read.person in joined else read for read in reads]


def _in_lead(person: Person, named: Person) -> bool:
    first = person.mentions[0]
    opposite = {person.sex, named.sex} == {Sex.FEMALE, Sex.MALE}
    alike = person.kind is MentionKind.UNNAMED and person.role is named.role and not first.other and not opposite
    return alike and person.relation is None and first.sentence < min(LEAD, named.mentions[0].sentence + 1)


def join(cast: Cast, person: Person, named: Person) -> None:
    """Make one person of two: whoever is `person` is `named`."""
    for mention in person.mentions:
        cast.of_mention[id(mention)] = named
    named.mentions[:] = sorted([*person.mentions, *named.mentions], key=lambda mention: mention.span)
    named.kin.extend(tie for tie in person.kin if tie[0] not in {relation for relation, _ in named.kin})
    named.facts.extend(person.facts)
    for other in cast.people:
        other.kin[:] = [(relation, named if each is person else each) for relation, each in other.kin]
        other.loose_kin[:] = [tie for tie in other.loose_kin if tie[1] is not person]
    named.kin[:] = [tie for tie in named.kin if tie[1] is not named]
    cast.people.remove(person)
    for place, focus in cast.focus.items():
        if focus is person:
            cast.focus[place] = named
