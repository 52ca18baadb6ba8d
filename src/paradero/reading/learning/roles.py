"""Learns persons' roles."""

from collections.abc import Iterator, Sequence

from paradero.reading.learning.examples import Example
from paradero.reading.learning.fitting import Row, fit_chain
from paradero.reading.learning.gold import refs_of_parties
from paradero.reading.people.party import Party
from paradero.reading.people.roles import Evidence, Features, Roles, speaks_for_role, speaks_of_status
from paradero.reading.tagging.tagger import OUT
from paradero.terms.account import Role
from paradero.terms.annotated import AnnotatedText
from paradero.terms.linear import Linear

OTHER = "other"
"""The corpus's word for `Role.MENTIONED`."""

Around = tuple[Features, Role]
"""What stands around somebody, and the role that a person gave."""


def fit_roles(
    examples: Sequence[tuple[Example, Sequence[Party], Evidence]], *, l1: float = 0.05, l2: float = 3.0
) -> Roles:
    """Return what tells a person's role.

    Args:
        examples: Reports, who was found in each, and how likely each status stands, told by models that never saw it.
        l1: Penalty on weights.
        l2: Penalty on their squares.
    """
    people = [person for example in examples for person in _people(*example)]
    rows: list[Row] = [([["bias", *around]], [role.value]) for around, role in people]
    linear, layer = fit_chain(rows, l1=l1, l2=l2, rounds=150)
    kept = [at for at, label in enumerate(layer.labels) if label != OUT]
    return Roles(
        linear=Linear(linear.vocabulary, linear.weights[:, kept]), roles=tuple(Role(layer.labels[at]) for at in kept)
    )


def _people(example: Example, parties: Sequence[Party], evidence: Evidence) -> Iterator[Around]:
    roles = roles_marked(example.annotated)
    for at, ref in refs_of_parties(example.document, example.annotated, parties).items():
        if ref in roles:
            around = speaks_for_role(example.document, example.tags, parties, at)
            yield [*around, *speaks_of_status(evidence.get(at, {}))], roles[ref]


def roles_marked(annotated: AnnotatedText) -> dict[str, Role]:
    """Return the role that a person gave to each person of a report."""
    told = {record.ref: record.fields["role"] for record in annotated.of_kind("p")}
    return {ref: Role.MENTIONED if role == OTHER else Role(role) for ref, role in told.items()}
