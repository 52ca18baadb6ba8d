"""From a person of the cast to the value that leaves the room: description, mentions, facts."""

from collections.abc import Sequence
from datetime import date

from paradero.reading.counts import DIGITS
from paradero.reading.lexicon import Lexicon
from paradero.reading.persons.people import Person
from paradero.terms.account import DateRead, Fact, MentionKind, PersonRead
from paradero.terms.dates import Days
from paradero.terms.person import Birth, Description, Kin, PersonName
from paradero.terms.spans import Found


def person_read(
    person: Person, *, lexicon: Lexicon, published_on: date | None, dates: Sequence[DateRead]
) -> PersonRead:
    """Return a person as read; each field of the description has its fact."""
    kin_facts = [
        Fact(
            field="kin", value=relative.label, found=Found(span=relative.mentions[0].span, rule=f"kin.{relation.value}")
        )
        for relation, relative in person.kin
    ]
    mentions = tuple(Found(span=m.span, rule=m.rule) for m in person.mentions)
    return PersonRead(
        kind=person.kind,
        label=person.label,
        role=person.role,
        role_found=Found(span=person.mentions[0].span, rule=person.role_rule),
        description=_description(person, lexicon, published_on, dates),
        mentions=mentions,
        facts=tuple(sorted([*person.facts, *kin_facts], key=lambda fact: fact.found.span)),
    )


def _description(person: Person, lexicon: Lexicon, published_on: date | None, dates: Sequence[DateRead]) -> Description:
    generic = lexicon["generic_ranks"].entries
    ranked = sorted(person.facts, key=lambda fact: f"={fact.value.casefold()}" in generic)
    value = {fact.field: fact.value for fact in reversed(ranked)}
    return Description(
        names=tuple(PersonName(as_written=name) for name in person.names),
        sex=person.sex,
        birth=_birth(person, lexicon, published_on, dates),
        home=value.get("home"),
        unit=value.get("unit"),
        rank=value.get("rank"),
        side=_side(person),
        kin=tuple(
            Kin(relation=relation, name=relative.label if relative.kind is MentionKind.NAMED else None)
            for relation, relative in person.kin
        ),
    )


def _side(person: Person) -> str | None:
    rules = [fact.found.rule for fact in person.facts if fact.field == "side"]
    return rules[0].rsplit(".", 1)[-1] if rules else None


def _birth(person: Person, lexicon: Lexicon, published_on: date | None, dates: Sequence[DateRead]) -> Birth | None:
    born = next((fact for fact in person.facts if fact.found.rule == "facts.born"), None)
    aged = next((fact for fact in person.facts if fact.found.rule == "facts.birth"), None)
    days = next((d.days for d in dates if born is not None and d.found.span == born.found.span), None)
    bare = next((fact for fact in person.facts if fact.found.rule == "facts.born.year"), None)
    days = days or (Days.year(int(bare.value)) if bare else None)
    age = _age(aged.value, lexicon) if aged else None
    if days is None and age is None:
        return None
    one_day = days is not None and len(days.iso()) == len("2000-01-01")
    return Birth(
        born_on=days.first if days is not None and one_day else None,
        year=days.first.year if days is not None and not one_day else None,
        age=age,
        age_said_on=published_on if age is not None else None,
    )


def _age(words: str, lexicon: Lexicon) -> int | None:
    if (digits := DIGITS.search(words)) is not None:
        return int(digits.group())
    values = [lexicon.numerals[word] for word in words.casefold().split() if word in lexicon.numerals]
    return sum(values) or None
