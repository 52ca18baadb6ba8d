"""The mother's son is the person whose mother she is: "матери Руслана, Галине, позвонили ... сказал сын"."""

from paradero.reading.fates.leads import join
from paradero.reading.persons.people import Cast, Person
from paradero.terms.account import MentionKind
from paradero.terms.person import Relation

TURNED = {
    Relation.SON: frozenset({Relation.MOTHER, Relation.FATHER, Relation.PARENTS}),
    Relation.DAUGHTER: frozenset({Relation.MOTHER, Relation.FATHER, Relation.PARENTS}),
    Relation.HUSBAND: frozenset({Relation.WIFE}),
    Relation.WIFE: frozenset({Relation.HUSBAND}),
}
"""What an unnamed relative is to somebody, and what that one then is to the person named; brothers may be several."""


def join_kin(cast: Cast) -> None:
    """Join an unnamed relative of somebody's relative to the person they are named by."""
    for person in list(cast.people):
        named = _named(person)
        if named is not None and named in cast.people:
            join(cast, person, named)


def _named(person: Person) -> Person | None:
    between = person.kin_of
    if person.kind is not MentionKind.UNNAMED or person.relation is None or between is None:
        return None
    named = between.kin_of
    if named is None or named is person or named.kind is not MentionKind.NAMED or person.mentions[0].other:
        return None
    if between.relation not in TURNED.get(person.relation, frozenset()):
        return None
    return named if named.sex in (None, person.sex) or person.sex is None else None
