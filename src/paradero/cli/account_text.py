"""An account as a person reads it at a terminal."""

from collections.abc import Iterable

from paradero.cli.drawings import chain
from paradero.cli.screen import say
from paradero.cli.words import ORDER_OF_ROLES, assertion, description, quoted
from paradero.terms.account import Account, AgreementRead, DateRead, Instruction, PersonRead, Testimony, TreatmentRead
from paradero.terms.claims import Claim
from paradero.terms.edges import Relay
from paradero.terms.report import Report


def tell_account(report: Report, account: Account) -> None:
    """Print what was read, section by section; a section with nothing in it is left out."""
    _section("Persons", (line for person in _by_role(account.persons) for line in _person(person)))
    _section("Claims, and who says so", (line for claim in account.claims for line in _claim(claim, account)))
    _section("Who filmed, posted or passed it on", (line for one in account.relays for line in _relay(one, report)))
    _section("Places", (f"{place.as_written} ({place.usual})" for place in account.places))
    _section("Dates", (_date(one) for one in account.dates))
    _section("Instructions", (line for one in account.instructions for line in _instruction(one, report)))
    _section("Treatment and health", (line for one in account.treatments for line in _treatment(one, account, report)))
    _section("Agreements, as announced", (_agreement(one, report) for one in account.agreements))
    _section("Said in captivity", (line for one in account.testimony for line in _testimony(one, account, report)))
    unread = (quoted(sentence.span.of(report.text)) for sentence in account.passed_over)
    _section("Read these yourself: no claim was read in them, and they may tell somebody's fate", unread)
    _section("Not read", account.gaps)


def _section(title: str, lines: Iterable[str]) -> None:
    found = list(lines)
    if found:
        say()
        say(title)
        for line in found:
            say(f"  {line}")


def _by_role(persons: Iterable[PersonRead]) -> list[PersonRead]:
    return sorted(persons, key=lambda person: ORDER_OF_ROLES[person.role])


def _person(person: PersonRead) -> list[str]:
    kind = "" if person.kind.value == "named" else f", {person.kind.value}"
    said = description(person.description)
    others = [name.as_written for name in person.description.names if name.as_written != person.label]
    lines = [f"{person.role.value:<10}  {person.label}{kind}" + (f": {said}" if said else "")]
    if others:
        lines.append(f"{'':<12}also: {', '.join(others)}")
    return lines


def _claim(claim: Claim, account: Account) -> list[str]:
    whom = f" of {account.persons[claim.person].label}" if claim.person is not None else ""
    return [f"{assertion(claim)}{whom}", f"  {quoted(claim.says)}", *chain(claim.chain, indent=2)]


def _relay(relay: Relay, report: Report) -> list[str]:
    on = f" on {relay.platform}" if relay.platform else ""
    doubt = "" if relay.sure else ", which is uncertain"
    return [
        f"{relay.kind.value} by {relay.by or 'somebody not named'}{on}{doubt}",
        f"  {quoted(relay.words.of(report.text))}",
    ]


def _date(read: DateRead) -> str:
    return f"“{read.as_written}”: {read.days.iso() if read.days else 'which days is not known'}"


def _treatment(read: TreatmentRead, account: Account, report: Report) -> list[str]:
    whose = f" of {account.persons[read.person].label}" if read.person is not None else ""
    forced = ", said in captivity" if read.from_captivity else ""
    return [f"{read.kind}{whose}: {read.value}{forced}", f"  {quoted(read.found.span.of(report.text))}"]


def _agreement(read: AgreementRead, report: Report) -> str:
    when = f", {read.when.iso()}" if read.when else ""
    return f"{read.kind}, {read.modality.value}{when}: {quoted(read.found.span.of(report.text))}"


def _testimony(read: Testimony, account: Account, report: Report) -> list[str]:
    """Words that may have been forced; they are evidence of captivity and of nothing else."""
    who = account.persons[read.person].label if read.person is not None else "somebody who is held"
    return [f"{who}, who may have been made to say so:", f"  {quoted(read.found.span.of(report.text))}"]


def _instruction(told: Instruction, report: Report) -> list[str]:
    parts = [
        f"  by {told.by}" if told.by else "",
        f"  if {told.condition}" if told.condition else "",
        f"  stops: {' → '.join(told.stops)}" if told.stops else "",
        f"  contact: {told.contact}" if told.contact else "",
    ]
    return [quoted(told.found.span.of(report.text)), *(part for part in parts if part)]
