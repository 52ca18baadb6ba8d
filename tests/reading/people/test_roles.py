"""Roles that follow from statuses, in the order of the corpus's guide."""

import numpy as np
import pytest
from tests.reading.people.written import document, name

from paradero.reading.people.party import Party
from paradero.reading.people.roles import Roles, StatusTold, looks_of, role_by_status, roles_of
from paradero.reading.tagging.tagger import Tags
from paradero.terms.account import Role
from paradero.terms.claims import Status
from paradero.terms.linear import Linear

CAPTURED, MISSING, KILLED, RETURNED = Status.CAPTURED, Status.MISSING, Status.KILLED, Status.RETURNED


def told(status: Status, *, by: str = "an office", alleged: bool = False) -> StatusTold:
    """Return a status of the first party."""
    return StatusTold(party=0, status=status, alleged=alleged, by=by)


@pytest.mark.parametrize(
    ("statuses", "role"),
    [
        ([told(CAPTURED)], Role.CAPTIVE),
        ([told(CAPTURED), told(RETURNED)], Role.RETURNED),
        ([told(CAPTURED), told(KILLED)], Role.DEAD),
        ([told(MISSING), told(CAPTURED)], Role.CAPTIVE),
        ([told(MISSING), told(CAPTURED, by="a channel")], Role.MISSING),
        ([told(MISSING), told(CAPTURED, alleged=True)], Role.MISSING),
        ([told(MISSING), told(KILLED, by="a channel", alleged=True)], Role.MISSING),
    ],
)
def test_statuses_give_the_role(statuses: list[StatusTold], role: Role) -> None:
    """One speaker's "missing" against another's "captive" leaves a family searching: they are missing still."""
    assert role_by_status(statuses) is role


def labels(words: int) -> dict[str, Tags]:
    """Return labels that say nothing of any word."""
    nothing = Tags(("O",), ("O",) * words, np.ones((words, 1), np.float32))
    return dict.fromkeys(("mentions", "places", "claims", "said", "counts", "kin", "attributes"), nothing)


def always(role: Role) -> Roles:
    """Return a model that gives one role, unless a status that somebody may have speaks against it."""
    weights = np.array([[1.0, 0.0, 0.0], [0.0, 0.0, 4.0]], np.float32)
    return Roles(linear=Linear(("kind=name", "stands captured>0.3"), weights), roles=(role, Role.KIN, Role.CAPTIVE))


def test_a_status_that_does_not_stand_gives_no_role() -> None:
    """Who is said not to be dead is not dead."""
    report = document("Luis Rojas wrote.", "es")
    party = Party((name(report, "Luis Rojas"),))
    status = StatusTold(party=0, status=KILLED, stands=False)

    roles = roles_of(
        [party], looks_of(report, labels(len(report.tokens)), [party]), [status], always(Role.OFFICIAL), evidence={}
    )

    assert roles == (Role.OFFICIAL,)


def test_a_status_too_unsure_to_be_told_bears_on_the_role() -> None:
    """A role such as "official" keeps a person from being proposed to a family."""
    report = document("Luis Rojas wrote.", "es")
    party = Party((name(report, "Luis Rojas"),))
    unsure, unlikely = ({0: {CAPTURED: likely}} for likely in (0.4, 0.2))

    roles = [
        roles_of(
            [party], looks_of(report, labels(len(report.tokens)), [party]), [], always(Role.OFFICIAL), evidence=evidence
        )
        for evidence in (unsure, unlikely)
    ]

    assert roles == [(Role.CAPTIVE,), (Role.OFFICIAL,)]


def test_who_is_tied_to_a_sought_person_is_kin() -> None:
    report = document("Ana Rojas wrote of Luis Rojas.", "es")
    parties = [Party((name(report, words),)) for words in ("Ana Rojas", "Luis Rojas")]
    status = StatusTold(party=1, status=CAPTURED)

    model = always(Role.OFFICIAL)
    roles = roles_of(
        parties, looks_of(report, labels(len(report.tokens)), parties), [status], model, evidence={}, kin=[(0, 1)]
    )

    assert roles == (Role.KIN, Role.CAPTIVE)
