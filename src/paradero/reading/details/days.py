"""The days that a report's claims give of a person: of death, last known alive, in captivity by."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from paradero.terms.account import Account, PersonRead
from paradero.terms.claims import Claim, Hedge, Modality, Status
from paradero.terms.dates import Days

_ALIVE = frozenset({Status.CAPTURED, Status.MISSING, Status.WOUNDED, Status.RETURNED})


def with_days(account: Account, *, published_on: date | None) -> Account:
    """Return the account with the days of each person that its asserted claims give; doubted ones give none."""
    persons = tuple(_dated(person, at, account.claims, published_on) for at, person in enumerate(account.persons))
    return replace(account, persons=persons)


def _dated(person: PersonRead, at: int, claims: Sequence[Claim], published_on: date | None) -> PersonRead:
    own = [claim for claim in claims if claim.person == at and _is_said_so(claim)]
    description = replace(
        person.description,
        died_on=next((day for claim in own if claim.status is Status.KILLED and (day := _one_day(claim.when))), None),
        last_heard_on=max((claim.when.first for claim in own if claim.when and _heard(claim)), default=None),
        captive_by=_captive_by(own, published_on),
    )
    return replace(person, description=description)


def _heard(claim: Claim) -> bool:
    """Tell whether a claim is of somebody alive, on days whose first is known."""
    return claim.status in _ALIVE and claim.when is not None and claim.when.first > date.min


def _is_said_so(claim: Claim) -> bool:
    return claim.status is not None and claim.modality is Modality.ASSERTED and claim.hedge is not Hedge.DOUBTED


def _one_day(when: Days | None) -> date | None:
    return when.first if when is not None and when == Days.day(when.first) else None


def _captive_by(own: Sequence[Claim], published_on: date | None) -> date | None:
    """Return the earliest day on which the person is surely captive: no report of a return takes it back."""
    if any(claim.status is Status.RETURNED for claim in own):
        return None
    days = [
        claim.when.end - timedelta(days=1) if claim.when else published_on
        for claim in own
        if claim.status is Status.CAPTURED
    ]
    return min((day for day in days if day is not None), default=None)
