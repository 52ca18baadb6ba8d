"""What the invented reports in `reports/*.toml` must give: one line an expectation, checked against an account."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.reading.reading_by import read_as_asked

from paradero.terms.account import Account, PersonRead
from paradero.terms.claims import Claim, Modality
from paradero.terms.report import Block, BlockKind, Report
from paradero.terms.spans import Span

HOLDS = {Modality.ASSERTED, Modality.ALLEGED}


@dataclass(frozen=True, slots=True)
class Invented:
    """One invented report and what is expected of it."""

    language: str
    voice: str
    text: str
    published_on: date
    expects: tuple[str, ...]

    def account(self) -> Account:
        blocks = (Block(span=Span(0, len(self.text)), kind=BlockKind.BODY),)
        report = Report(text=self.text, blocks=blocks, pieces=(), published_on=self.published_on)
        return read_as_asked(report, declared_language=self.language)


def invented(language: str) -> list[Invented]:
    table = tomllib.loads((Path(__file__).parent / "reports" / f"{language}.toml").read_text(encoding="utf-8"))
    return [
        Invented(language, entry["voice"], entry["text"].strip(), entry["published_on"], tuple(entry["expects"]))
        for entry in table["report"]
    ]


def named(account: Account, name: str) -> PersonRead | None:
    return next((person for person in account.persons if person.label == name), None)


def claims_of(account: Account, name: str) -> list[Claim]:
    return [
        claim
        for claim in account.claims
        if claim.person is not None and account.persons[claim.person].label == name and claim.status is not None
    ]


def _role(account: Account, name: str, wanted: str) -> bool:
    person = named(account, name)
    return person is not None and person.role.value == wanted


def _status(account: Account, name: str, wanted: str) -> bool:
    return any(c.status and c.status.value == wanted and c.modality in HOLDS for c in claims_of(account, name))


def _kin(account: Account, name: str, wanted: str) -> bool:
    relation, _, relative = wanted.partition(" ")
    person = named(account, name)
    kin = person.description.kin if person else ()
    return any(each.relation.value == relation and (not relative or each.name == relative) for each in kin)


def _none(account: Account, name: str, _: str) -> bool:
    return not [claim for claim in claims_of(account, name) if claim.modality in HOLDS]


def _place(account: Account, name: str, _: str) -> bool:
    return any(name in {place.usual, place.as_written} or _same(place.as_written, name) for place in account.places)


def _same(written: str, usual: str) -> bool:
    return written.casefold()[:3] == usual.casefold()[:3]


def _date(account: Account, iso: str, _: str) -> bool:
    return any(each.days is not None and each.days.iso() == iso for each in account.dates)


def _count(account: Account, bounds: str, _: str) -> bool:
    low, high = (None if part == "-" else int(part) for part in bounds.split())
    return any(claim.count and (claim.count.low, claim.count.high) == (low, high) for claim in account.claims)


def _chain(account: Account, who: str, wanted: str) -> bool:
    status, _, name = who.partition(" ")
    links = [claim.chain for claim in claims_of(account, name) if claim.status and claim.status.value == status]
    return any([link.name for link in chain] == [part.strip() for part in wanted.split("|")] for chain in links)


def _nobody(account: Account, name: str, _: str) -> bool:
    return not any(name in person.label for person in account.persons)


def _home(account: Account, name: str, wanted: str) -> bool:
    person = named(account, name)
    return person is not None and person.description.home is not None and _same(person.description.home, wanted)


def _side(account: Account, name: str, wanted: str) -> bool:
    person = named(account, name)
    return person is not None and person.description.side == wanted


def _age(account: Account, name: str, wanted: str) -> bool:
    person = named(account, name)
    return bool(person and person.description.birth and person.description.birth.age == int(wanted))


def _born(account: Account, name: str, wanted: str) -> bool:
    person = named(account, name)
    birth = person.description.birth if person else None
    return birth is not None and wanted in {str(birth.year), str(birth.born_on)}


def _hedge(account: Account, status: str, wanted: str) -> bool:
    return any(c.status and c.status.value == status and c.hedge.value == wanted for c in account.claims)


CHECKS: dict[str, Callable[[Account, str, str], bool]] = {
    "person": _role,
    "status": _status,
    "kin": _kin,
    "none": _none,
    "place": _place,
    "date": _date,
    "count": _count,
    "chain": _chain,
    "nobody": _nobody,
    "home": _home,
    "side": _side,
    "age": _age,
    "born": _born,
    "hedge": _hedge,
}


def is_met(account: Account, expectation: str) -> bool:
    """Tell whether an account holds what one line asks, as `status Руслан Дорошенков: captured`."""
    kind, _, rest = expectation.partition(" ")
    subject, _, wanted = rest.partition(": ")
    return CHECKS[kind](account, subject, wanted)
