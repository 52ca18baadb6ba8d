"""Learns persons' roles."""

from collections.abc import Iterator, Sequence

from paradero.reading.learning.examples import Example
from paradero.reading.learning.fitting import Row, fit_chain, fit_choice
from paradero.reading.learning.gold import refs_of_parties
from paradero.reading.linear import Linear
from paradero.reading.people.party import Party
from paradero.reading.people.roles import Features, Roles, speaks_for_role
from paradero.reading.tagging.tagger import OUT
from paradero.terms.account import SOUGHT_ROLES, Role
from paradero.terms.annotated import AnnotatedText

OTHER = "other"
"""The corpus's word for `Role.MENTIONED`."""

Around = tuple[Features, Role]
"""What stands around somebody, and the role that a person gave."""


def fit_roles(examples: Sequence[tuple[Example, Sequence[Party]]], *, l1: float = 0.05, l2: float = 3.0) -> Roles:
    """Return what tells a person's role, learned from reports and who was found in each."""
    people = [person for example, parties in examples for person in _people(example, parties)]
    rows: list[Row] = [([["bias", *around]], [role.value]) for around, role in people if role not in SOUGHT_ROLES]
    linear, layer = fit_chain(rows, l1=l1, l2=l2, rounds=150)
    kept = [at for at, label in enumerate(layer.labels) if label != OUT]
    return Roles(
        others=Linear(linear.vocabulary, linear.weights[:, kept]),
        roles=tuple(Role(layer.labels[at]) for at in kept),
        sought=fit_choice((around, role in SOUGHT_ROLES) for around, role in people),
    )


def _people(example: Example, parties: Sequence[Party]) -> Iterator[Around]:
    roles = roles_marked(example.annotated)
    for at, ref in refs_of_parties(example.document, example.annotated, parties).items():
        if ref in roles:
            yield speaks_for_role(example.document, example.tags, parties, at), roles[ref]


def roles_marked(annotated: AnnotatedText) -> dict[str, Role]:
    """Return the role that a person gave to each person of a report."""
    told = {record.ref: record.fields["role"] for record in annotated.of_kind("p")}
    return {ref: Role.MENTIONED if role == OTHER else Role(role) for ref, role in told.items()}
