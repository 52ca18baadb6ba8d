"""What of an account stands in its report: the rest is left out, whoever wrote the account.

A reader that was not built here may make things up. What it says is kept where it points at words that the report has;
what follows from words (days, places, ages, numbers) is worked out from them again by Paradero's own tables.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, TypeVar

from paradero.reading.counts import DIGITS
from paradero.reading.details.days import with_days
from paradero.reading.lexicon import Lexicon, lexicon
from paradero.reading.places import known
from paradero.reading.tools import tools_of
from paradero.terms.account import (
    Account,
    AgreementRead,
    DateRead,
    Fact,
    Instruction,
    KinRead,
    MentionKind,
    PersonRead,
    PlaceRead,
    Role,
    Testimony,
    TreatmentRead,
)
from paradero.terms.claims import Attribution, Claim, Count
from paradero.terms.dates import Days
from paradero.terms.person import Birth, Description, Kin, PersonName
from paradero.terms.report import Report
from paradero.terms.spans import Found, Span

OfPerson = TypeVar("OfPerson", TreatmentRead, Testimony)
WORD = re.compile(r"\w+")
LONGEST_LIFE = 120
STATEMENTS = ("persons", "claims", "places", "dates", "instructions", "kin", "treatments", "agreements", "testimony")
CITED_FIELDS = ("home", "unit", "rank", "father_name", "mother_maiden_name")
"""Fields of a description that a fact with the very same words vouches for."""


def what_is_cited(report: Report, account: Account) -> Account:
    """Return an account without what the report does not say, `gaps` telling how much was left out.

    A person needs a mention, a claim its sentence, each found verbatim at its span, a link of a chain its name; the sex
    and the side of a person, which no words need to say, are left unknown. `account.language` has to be one that
    Paradero reads.
    """
    return _Report(report, account).cited()


@dataclass(frozen=True)
class _Report:
    report: Report
    account: Account

    @property
    def text(self) -> str:
        return self.report.text

    @property
    def cues(self) -> Lexicon:
        return lexicon(self.account.language)

    def cited(self) -> Account:
        told = self.account
        place: dict[int, int] = {}
        persons: list[PersonRead] = []
        for at, person in enumerate(told.persons):
            if (cited := self._person(person)) is not None:
                place[at] = len(persons)
                persons.append(cited)
        dates = self._dates(told.dates)
        kept = replace(
            told,
            persons=tuple(persons),
            claims=_present(self._claim(claim, place, dates) for claim in told.claims),
            places=_present(self._place(read) for read in told.places),
            dates=dates,
            instructions=_present(self._instruction(instruction) for instruction in told.instructions),
            kin=_present(self._kin(link, place) for link in told.kin),
            treatments=_present(self._of_person(treatment, place) for treatment in told.treatments),
            agreements=_present(self._agreement(agreement, dates) for agreement in told.agreements),
            testimony=_present(self._of_person(testimony, place) for testimony in told.testimony),
            cut=tuple(span for span in told.cut if self._is_there(span)),
        )
        gone = sum(len(getattr(told, name)) - len(getattr(kept, name)) for name in STATEMENTS)
        gap = f"{gone} statements of {told.reader} were left out: the report has no such words where they point."
        return with_days(
            replace(kept, gaps=(*told.gaps, gap) if gone else told.gaps), published_on=self.report.published_on
        )

    def _is_there(self, span: Span) -> bool:
        return span.end <= len(self.text) and bool(span.of(self.text).strip())

    def _says(self, found: Found | None, words: str) -> bool:
        """Tell whether a span holds exactly these words."""
        return found is not None and self._is_there(found.span) and found.span.of(self.text) == words

    def _there(self, found: Found | None) -> Found | None:
        return found if found is not None and self._is_there(found.span) else None

    def _person(self, person: PersonRead) -> PersonRead | None:
        mentions = tuple(found for found in person.mentions if self._is_there(found.span))
        if not mentions:
            return None
        words = [found.span.of(self.text) for found in mentions]
        facts = tuple(fact for fact in person.facts if self._says(fact.found, fact.value))
        role_found = self._there(person.role_found)
        return replace(
            person,
            label=person.label if person.label in words else max(words, key=len),
            role=person.role if role_found else Role.MENTIONED,
            role_found=role_found or mentions[0],
            mentions=mentions,
            facts=facts,
            description=self._description(person, words, facts),
        )

    def _description(self, person: PersonRead, words: Sequence[str], facts: Sequence[Fact]) -> Description:
        told = person.description
        names = [name for name in told.names if any(_holds(mention, name.as_written) for mention in words)]
        if not names and person.kind is MentionKind.NAMED:
            names = [PersonName(as_written=max(words, key=len))]
        values = {(fact.field, fact.value) for fact in facts}
        return Description(
            names=tuple(_parts_in(name) for name in names),
            birth=self._birth(told.birth, [fact for fact in facts if fact.field == "birth"]),
            kin=tuple(kin for kin in told.kin if self._names_kin(kin, facts)),
            **{field: v for field in CITED_FIELDS if (field, v := getattr(told, field)) in values},
        )

    def _birth(self, birth: Birth | None, facts: Sequence[Fact]) -> Birth | None:
        """Return what cited words say of a birth: an age or a year that stands in them."""
        numbers = {number for fact in facts for number in self._numbers(fact.value)}
        if birth is None or not numbers:
            return None
        aged = birth.age is not None and birth.age in numbers and birth.age <= LONGEST_LIFE
        born = self._dates_in(facts)
        days = next((d for d in born if birth.born_on and d == Days.day(birth.born_on)), None)
        found = Birth(
            born_on=birth.born_on if days else None,
            year=birth.year if birth.year in numbers else None,
            age=birth.age if aged else None,
            age_said_on=self.report.published_on if aged else None,
        )
        return found if found != Birth() else None

    def _dates_in(self, facts: Sequence[Fact]) -> list[Days]:
        return [read.days for fact in facts for read in self._read_days(fact.found.span) if read.days]

    def _names_kin(self, kin: Kin, facts: Sequence[Fact]) -> bool:
        cited = [fact.value for fact in facts if fact.field == "kin"]
        return bool(cited) if kin.name is None else any(_holds(value, kin.name) for value in cited)

    def _numbers(self, words: str) -> set[int]:
        """Return the numbers that words give in digits or as numerals, neighbours added up ("treinta y dos")."""
        single = [self.cues.numerals[w] for w in WORD.findall(words.casefold()) if w in self.cues.numerals]
        sums = [one + other for one, other in pairwise(single)]
        return {*(int(re.sub(r"\D", "", d)) for d in DIGITS.findall(words)), *single, *sums}

    def _read_days(self, span: Span) -> tuple[DateRead, ...]:
        find = tools_of(self.account.language).find_dates
        start = self.text.rfind("\n", 0, span.start) + 1
        end = self.text.find("\n", span.end)
        line = Span(start, len(self.text) if end < 0 else end)
        return tuple(read for read in find(self.text, [line], self.report.published_on) if read.found.span.meets(span))

    def _dates(self, dates: Iterable[DateRead]) -> tuple[DateRead, ...]:
        """Return the dates whose words are there, their days only where Paradero's own reading of the words agrees."""
        there = [read for read in dates if self._says(read.found, read.as_written)]
        own = [{other.days for other in self._read_days(read.found.span)} for read in there]
        return tuple(
            read if read.days in days else replace(read, days=None) for read, days in zip(there, own, strict=True)
        )

    def _claim(self, claim: Claim, place: dict[int, int], dates: Sequence[DateRead]) -> Claim | None:
        if not self._says(claim.found, claim.says) or (claim.person is not None and claim.person not in place):
            return None
        hedged = self._there(claim.hedged)
        return replace(
            claim,
            person=place[claim.person] if claim.person is not None else None,
            count=self._count(claim.count, claim.says),
            when=_one_of(claim.when, dates),
            chain=tuple(link for link in claim.chain if self._speaks(link)),
            said=self._there(claim.said),
            hedged=hedged,
            hedge_grade=claim.hedge_grade if hedged else None,
        )

    def _speaks(self, link: Attribution) -> bool:
        """Tell whether a link of a chain is named in the text, or is what the item's own data has."""
        known = {self.report.source, self.report.author, self.report.passed_on_from, self.report.platform}
        return _holds(self.text, link.name) if self._there(link.found) else link.name in known

    def _count(self, count: Count | None, words: str) -> Count | None:
        if count is None or count.of not in words:
            return None
        bounds = {bound for bound in (count.low, count.high) if bound is not None}
        return count if bounds and bounds <= self._numbers(words) else None

    def _place(self, read: PlaceRead) -> PlaceRead | None:
        if not self._says(read.found, read.as_written):
            return None
        own = known(read.as_written, self.cues)
        return replace(
            read,
            usual=next((p.usual for p in own if p.usual == read.usual), read.as_written),
            candidates=tuple(place for place in read.candidates if place in {p.id for p in own}),
            country=read.country if read.country in {p.country for p in own} else None,
            mentions=tuple(span for span in read.mentions if self._is_there(span)),
        )

    def _instruction(self, told: Instruction) -> Instruction | None:
        if not self._is_there(told.found.span):
            return None

        def in_text(words: str | None) -> str | None:
            return words if words and _holds(self.text, words) else None

        stops = tuple(stop for stop in told.stops if _holds(self.text, stop))
        return replace(
            told,
            by=in_text(told.by),
            condition=in_text(told.condition),
            stops=stops,
            contact=in_text(told.contact),
        )

    def _kin(self, link: KinRead, place: dict[int, int]) -> KinRead | None:
        if not self._is_there(link.found.span) or link.of not in place or link.to not in place:
            return None
        return replace(link, of=place[link.of], to=place[link.to])

    def _of_person(self, told: OfPerson, place: dict[int, int]) -> OfPerson | None:
        if not self._is_there(told.found.span) or (told.person is not None and told.person not in place):
            return None
        return replace(told, person=place[told.person] if told.person is not None else None)

    def _agreement(self, told: AgreementRead, dates: Sequence[DateRead]) -> AgreementRead | None:
        if not self._is_there(told.found.span):
            return None
        sentence = self._line(told.found.span)
        return replace(told, count=self._count(told.count, sentence), when=_one_of(told.when, dates))

    def _line(self, span: Span) -> str:
        return self.text[self.text.rfind("\n", 0, span.start) + 1 :].partition("\n")[0]


def _holds(text: str, words: str) -> bool:
    """Tell whether words stand in a text; no words stand nowhere."""
    return bool(words.strip()) and words in text


def _present(found: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(each for each in found if each is not None)


def _one_of(when: Days | None, dates: Sequence[DateRead]) -> Days | None:
    return when if when is not None and when in {read.days for read in dates} else None


def _parts_in(name: PersonName) -> PersonName:
    """Return a name without parts that its written form does not hold."""
    parts = {field: getattr(name, field) for field in ("given_name", "patronymic", "family_name")}
    return PersonName(
        as_written=name.as_written, **{field: part for field, part in parts.items() if part and part in name.as_written}
    )
