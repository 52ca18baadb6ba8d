"""The reader as the reading bench asks for it; `benchmarks.adapters` hands it on."""

from datetime import date
from typing import Any

from paradero.reading import read
from paradero.terms.account import Account, MentionKind, PersonRead, Role
from paradero.terms.claims import Claim, Modality, Status
from paradero.terms.dates import DateKnownFrom
from paradero.terms.report import Block, BlockKind, Report
from paradero.terms.spans import Span

STATUS_OF = {
    Role.CAPTIVE: Status.CAPTURED,
    Role.MISSING: Status.MISSING,
    Role.DEAD: Status.KILLED,
    Role.RETURNED: Status.RETURNED,
}


def reading(text: str, *, published_on: date, language: str, rules_alone: bool = False) -> dict[str, Any]:
    """Return a report as Paradero, or its rules alone, read it, in the bench's form."""
    report = Report(
        text=text,
        blocks=(Block(span=Span(0, len(text)), kind=BlockKind.BODY),),
        pieces=(),
        published_on=published_on,
        date_known_from=DateKnownFrom.DECLARED,
    )
    account = read(report, declared_language=language, rules_alone=rules_alone)
    return {
        "persons": [_person(person, at, account) for at, person in enumerate(account.persons)],
        "claims": [_claim(claim, account) for claim in account.claims if claim.modality is not Modality.DENIED],
        "places": [place.as_written for place in account.places],
        "dates": [[found.as_written, found.days.iso() if found.days else None] for found in account.dates],
    }


def reading_by_rules(text: str, *, published_on: date, language: str) -> dict[str, Any]:
    """Return a report as the rules alone read it."""
    return reading(text, published_on=published_on, language=language, rules_alone=True)


def _person(person: PersonRead, at: int, account: Account) -> dict[str, Any]:
    named = person.kind is MentionKind.NAMED
    return {
        "name": person.label if named else None,
        "aliases": [name.as_written for name in person.description.names],
        "statuses": _statuses(person, at, account),
        "kin": [[kin.relation.value, kin.name] for kin in person.description.kin],
    }


def _statuses(person: PersonRead, at: int, account: Account) -> list[str]:
    """Return how the report leaves the person; wounds are no role of their own and come from the claims."""
    if person.role in STATUS_OF:
        return [STATUS_OF[person.role].value]
    holds = {Modality.ASSERTED, Modality.ALLEGED}
    hurt = any(c.person == at and c.status is Status.WOUNDED and c.modality in holds for c in account.claims)
    return [Status.WOUNDED.value] if hurt else []


def _claim(claim: Claim, account: Account) -> dict[str, Any]:
    subject = account.persons[claim.person] if claim.person is not None else None
    return {
        "status": claim.status.value if claim.status else None,
        "count": [claim.count.low, claim.count.high] if claim.count and claim.status else None,
        "subject": subject.label if subject is not None and subject.kind is not MentionKind.GROUP else None,
        "sources": [link.name for link in claim.chain if link.found is not None],
    }
