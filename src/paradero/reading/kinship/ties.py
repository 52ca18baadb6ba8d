"""What relatives a person has, as a description says it: of each link what either is to the other."""

from collections.abc import Mapping, Sequence

from paradero.reading.kinship.links import KinLink
from paradero.reading.persons.people import Person
from paradero.terms.account import SOUGHT_ROLES, Role
from paradero.terms.person import Relation, Sex

AS_SAID = {
    "mother": Relation.MOTHER,
    "father": Relation.FATHER,
    "parent": Relation.PARENTS,
    "son": Relation.SON,
    "daughter": Relation.DAUGHTER,
    "child": Relation.CHILDREN,
    "brother": Relation.BROTHER,
    "sister": Relation.SISTER,
    "wife": Relation.WIFE,
    "husband": Relation.HUSBAND,
    "partner": Relation.PARTNER,
}
BY_SEX = {
    "grandparent": (Relation.GRANDMOTHER, Relation.GRANDFATHER),
    "aunt_or_uncle": (Relation.AUNT, Relation.UNCLE),
}
CONVERSE = {
    "son": (Relation.MOTHER, Relation.FATHER, Relation.PARENTS),
    "daughter": (Relation.MOTHER, Relation.FATHER, Relation.PARENTS),
    "child": (Relation.MOTHER, Relation.FATHER, Relation.PARENTS),
    "mother": (Relation.DAUGHTER, Relation.SON, Relation.CHILDREN),
    "father": (Relation.DAUGHTER, Relation.SON, Relation.CHILDREN),
    "parent": (Relation.DAUGHTER, Relation.SON, Relation.CHILDREN),
    "brother": (Relation.SISTER, Relation.BROTHER, Relation.RELATIVE),
    "sister": (Relation.SISTER, Relation.BROTHER, Relation.RELATIVE),
    "wife": (Relation.WIFE, Relation.HUSBAND, Relation.HUSBAND),
    "husband": (Relation.WIFE, Relation.HUSBAND, Relation.WIFE),
    "partner": (Relation.PARTNER, Relation.PARTNER, Relation.PARTNER),
    "grandchild": (Relation.GRANDMOTHER, Relation.GRANDFATHER, Relation.RELATIVE),
    "nephew_or_niece": (Relation.AUNT, Relation.UNCLE, Relation.RELATIVE),
}
"""What the second is to the first, if a woman, a man, or not told."""


def tied(persons: Mapping[int, Person], links: Sequence[KinLink]) -> None:
    """Give whoever may be sought the relatives that the links tell, whichever of the two the kin word names.

    A relative's own description stays without: nobody looks for the mother by her captive son. The account has the
    link itself (`Account.kin`).
    """
    for link in links:
        if link.of in persons and link.to in persons:
            one, other = persons[link.of], persons[link.to]
            _tie(other, one, _relation(link.relation, one.sex))
            _tie(one, other, _converse(link.relation, other.sex))


def _tie(person: Person, relative: Person, relation: Relation) -> None:
    sought = person.role in SOUGHT_ROLES or person.role is Role.MENTIONED
    if sought and all(known is not relative for _, known in person.kin):
        person.kin.append((relation, relative))


def _relation(said: str, sex: Sex | None) -> Relation:
    if said in BY_SEX and sex is not None:
        return BY_SEX[said][0 if sex is Sex.FEMALE else 1]
    return AS_SAID.get(said, Relation.RELATIVE)


def _converse(said: str, sex: Sex | None) -> Relation:
    female, male, unknown = CONVERSE.get(said, (Relation.RELATIVE,) * 3)
    return unknown if sex is None else female if sex is Sex.FEMALE else male
