"""The figures of persons: who is in the text, in what role, and whose kin. Each docstring defines its figure."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from benchmarks.reading_claims import Both, once
from benchmarks.reading_match import NOBODY, Case
from paradero.terms.account import MentionKind, Role
from paradero.terms.fold import fold

AS_ROLE: Final = {Role.MENTIONED.value: "other"}
"""What the corpus calls a role of the account, where it is another word."""
COARSE: Final = {
    "fiancee": "partner",
    "children": "child",
    "parents": "parent",
    "aunt": "aunt_or_uncle",
    "uncle": "aunt_or_uncle",
    "grandmother": "grandparent",
    "grandfather": "grandparent",
    "sibling": "relative",
    "grandchild": "relative",
    "nephew_or_niece": "relative",
    "cousin": "relative",
    "in_law": "relative",
}
"""The relations that the corpus and `terms.person.Relation` have no common word for, and the one word they count as."""
FINER: Final = {said: word for said, word in COARSE.items() if word != "relative"}
"""The words of `Relation` alone, as the corpus has them."""
ANYBODY: Final = "*"
"""An end of a kin link that has no name."""


def persons(case: Case) -> Both:
    """Persons with a name; one is found where the reader has a named person who is matched with them."""
    named = (place for place, person in enumerate(case.account.persons) if person.kind is MentionKind.NAMED)
    return once((ref,) for ref in case.named), once((case.thing(place),) for place in named)


def roles(case: Case) -> Both:
    """Pairs of a named person and their role; `other` of the corpus is `mentioned` of the account."""
    sought, found = _roles(case)
    return (
        once(pair for pair in sought if pair[0] in case.named),
        once(pair for place, pair in found if case.is_named(place)),
    )


def roles_of_all(case: Case) -> Both:
    """The same pairs as in `roles`, of all persons, unnamed ones too; groups are none."""
    sought, found = _roles(case)
    return once(sought), once(pair for _, pair in found)


def _roles(case: Case) -> tuple[Iterator[tuple[str, str]], Iterator[tuple[int, tuple[str, str]]]]:
    sought = ((person.ref, person.fields["role"]) for person in case.annotated.of_kind("p"))
    found = (
        (place, (case.thing(place), AS_ROLE.get(person.role.value, person.role.value)))
        for place, person in enumerate(case.account.persons)
        if case.thing(place)[0] == "p" or (place not in case.things and person.kind is not MentionKind.GROUP)
    )
    return sought, found


def kin(case: Case) -> Both:
    """Triples "one is the relation of another" with at least one end that has a name, as often as they are told.

    A named end is right only if it is that person; an end without a name fits any other without one. Relations are
    first made as coarse as COARSE has them. Where the account has no links, the relatives in its persons' descriptions
    are taken.
    """
    return _kin(case, COARSE)


def kin_exact(case: Case) -> Both:
    """The same triples as in `kin`, the relations in the corpus's own words: a cousin is no brother-in-law."""
    return _kin(case, FINER)


def _kin(case: Case, words: dict[str, str]) -> Both:
    sought = (
        (_end(case, link.about[0]), words.get(link.kind, link.kind), _end(case, link.about[1]))
        for link in case.annotated.of_kind("k")
    )
    found = ((one, words.get(relation, relation), other) for one, relation, other in _found_kin(case))
    return tuple(Counter(link for link in links if {link[0], link[2]} != {ANYBODY}) for links in (sought, found))  # type: ignore[return-value]


def _end(case: Case, ref: str) -> str:
    return ref if ref in case.named else ANYBODY


def _found_end(case: Case, place: int) -> str:
    return case.thing(place) if case.is_named(place) else ANYBODY


def _found_kin(case: Case) -> Iterator[tuple[str, str, str]]:
    for link in case.account.kin:
        yield _found_end(case, link.of), link.relation, _found_end(case, link.to)
    if case.account.kin:
        return
    for place, person in enumerate(case.account.persons):
        for relative in person.description.kin:
            one = _relative(case, relative.name) if relative.name else ANYBODY
            yield one, relative.relation.value, _found_end(case, place)


def _relative(case: Case, name: str) -> str:
    """Return the person of the account who is called so: whole, or by some words of their name."""
    words = set(fold(name).split())
    called = [(place, set(fold(person.label).split())) for place, person in enumerate(case.account.persons)]
    fitting = [place for place, said in called if words == said] or [place for place, said in called if words <= said]
    return _found_end(case, fitting[0]) if fitting else f"{NOBODY}{fold(name)}"
