"""Roles that follow from statuses, in the order of the corpus's guide."""

import numpy as np
import pytest
from tests.reading.people.written import document, name

from paradero.reading.linear import Choice, Linear
from paradero.reading.people.party import Party
from paradero.reading.people.roles import Roles, StatusTold, role_by_status, roles_of
from paradero.reading.tagging.tagger import Tags
from paradero.terms.account import Role
from paradero.terms.claims import Status

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


def always(role: Role, *, sought: float) -> Roles:
    """Return a model that gives one role, and how strongly it takes anybody for sought."""
    weights = np.array([[1.0, 0.0]], np.float32)
    doubt = Linear(("kind=name",), np.array([[sought]], np.float32))
    return Roles(others=Linear(("kind=name",), weights), roles=(role, Role.KIN), sought=Choice(doubt))


def test_a_status_that_does_not_stand_gives_no_role() -> None:
    """Who is said not to be dead is not dead."""
    report = document("Luis Rojas wrote.", "es")
    party = Party((name(report, "Luis Rojas"),))
    status = StatusTold(party=0, status=KILLED, stands=False)

    model = always(Role.OFFICIAL, sought=-9)

    assert roles_of(report, labels(len(report.tokens)), [party], [status], model) == (Role.OFFICIAL,)


def test_somebody_who_may_be_sought_is_hidden_behind_no_other_role() -> None:
    """A role such as "official" keeps a person from being proposed to a family."""
    report = document("Luis Rojas wrote.", "es")
    party = Party((name(report, "Luis Rojas"),))

    assert roles_of(report, labels(len(report.tokens)), [party], [], always(Role.OFFICIAL, sought=9)) == (
        Role.MENTIONED,
    )


def test_who_is_tied_to_a_sought_person_is_kin() -> None:
    report = document("Ana Rojas wrote of Luis Rojas.", "es")
    parties = [Party((name(report, words),)) for words in ("Ana Rojas", "Luis Rojas")]
    status = StatusTold(party=1, status=CAPTURED)

    roles = roles_of(
        report, labels(len(report.tokens)), parties, [status], always(Role.OFFICIAL, sought=-9), kin=[(0, 1)]
    )

    assert roles == (Role.KIN, Role.CAPTIVE)
