"""One text as a person annotated it and as the reader read it: who in the one is who in the other.

**Things.** The account's persons and groups are matched one to one with the annotated ones: those of one kind first
(named, unnamed, group or formation), among them those that share most mentions letter for letter, then those with most
mentions that overlap. Whoever overlaps nobody is matched with nobody.

**Named.** What the reader says of somebody counts with the named where the annotated person has a name, or where
nobody is matched and the reader has a name for them. So a status given to a person who is not in the text counts
against the statuses of named persons.

**Links of a chain.** A link is the person, group or source whose mention its place meets, the very same stretch first;
else whom the account's person of that name is matched with; else whoever is called so by the words of one being among
the other's. Whoever published the text is no link, and neither is hearsay, which nobody in particular says; nobody
stands in a chain twice.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from paradero.corpus.kinds import PUBLISHER
from paradero.terms.account import Account, MentionKind
from paradero.terms.annotated import AnnotatedText
from paradero.terms.claims import Attribution, Claim
from paradero.terms.fold import fold
from paradero.terms.spans import Span

NOBODY: Final = "?"
"""What stands for an end of a link, or a speaker, that is no person, group or source of the annotation."""
_KINDS: Final = {"named": MentionKind.NAMED, "unnamed": MentionKind.UNNAMED}


@dataclass(frozen=True)
class Case:
    """A text, annotated and read."""

    annotated: AnnotatedText
    account: Account

    @cached_property
    def kinds(self) -> Mapping[str, str]:
        """The kind of each record, by its reference."""
        return {record.ref: record.kind for record in self.annotated.records}

    @cached_property
    def values(self) -> Mapping[str, str]:
        """The value of each date, place, count and hedge."""
        return {mark.ref: mark.value for mark in self.annotated.marks if mark.value and mark.attribute is None}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The names that records give."""
        return {record.ref: record.fields["name"] for record in self.annotated.records if "name" in record.fields}

    @cached_property
    def named(self) -> frozenset[str]:
        """The annotated persons that have a name."""
        return frozenset(person.ref for person in self.annotated.of_kind("p") if person.kind == "named")

    @cached_property
    def things(self) -> Mapping[int, str]:
        """The annotated person or group that each of the account's is matched with, by its place in the account."""
        return dict(_matched(self.annotated, self.account))

    def thing(self, place: int) -> str:
        """Return the annotated person or group that one of the account's is, or a reference of its own."""
        return self.things.get(place, f"{NOBODY}{place}")

    def is_named(self, place: int) -> bool:
        """Tell whether what is said of one of the account's persons counts with the named."""
        if place in self.things:
            return self.things[place] in self.named
        return self.account.persons[place].kind is MentionKind.NAMED

    def spans(self, ref: str) -> tuple[Span, ...]:
        """Return where a thing is marked."""
        return tuple(mark.span for mark in self.annotated.marks_of(ref))

    def met(self, span: Span, refs: Sequence[str]) -> str | None:
        """Return the first of some things that has a mark which a stretch meets."""
        return next((ref for ref in refs if any(span.meets(mark) for mark in self.spans(ref))), None)

    def annotated_chain(self, by: str) -> tuple[str, ...]:
        """Return the chain of a record, the innermost speaker first, without the publisher and hearsay."""
        return tuple(ref for ref in by.split(">") if ref != PUBLISHER and self.kinds.get(ref) != "hearsay")

    def chain(self, claim: Claim) -> tuple[str, ...]:
        """Return the chain of a claim of the account in the annotation's references."""
        outlet = fold(self.annotated.header.get("outlet", ""))
        links = [link for link in claim.chain if link.found is not None and fold(link.name) != outlet]
        return tuple(dict.fromkeys(self.speaker(link) for link in links))

    def speaker(self, link: Attribution) -> str:
        """Return who a link of a chain is, or `?` and its name where it is nobody of the annotation."""
        found = self.at(link.found.span) if link.found is not None else None
        return found or self._of_a_person(link.name) or self._called(link.name) or f"{NOBODY}{fold(link.name)}"

    def at(self, span: Span) -> str | None:
        """Return the person, group or source that a stretch mentions."""
        met = [mark for mark in self._mentions if mark[0].meets(span)]
        return min(met, key=lambda mark: (mark[0] != span, mark[0].start))[1] if met else None

    def _of_a_person(self, name: str) -> str | None:
        places = (place for place, person in enumerate(self.account.persons) if fold(person.label) == fold(name))
        return next((self.things[place] for place in places if place in self.things), None)

    def _called(self, name: str) -> str | None:
        words = set(fold(name).split())
        return next((ref for ref, said in self._names if words and (words <= said or said <= words)), None)

    @cached_property
    def _mentions(self) -> tuple[tuple[Span, str], ...]:
        return tuple((mark.span, mark.ref) for mark in self.annotated.marks if _is_mention(mark.ref, mark.attribute))

    @cached_property
    def _names(self) -> tuple[tuple[str, frozenset[str]], ...]:
        written = [(ref, span.of(self.annotated.text)) for span, ref in self._mentions]
        return tuple(
            (ref, frozenset(fold(name).split())) for ref, name in [*self.names.items(), *written] if fold(name)
        )


def _is_mention(ref: str, attribute: str | None) -> bool:
    return attribute is None and ref[0] in "pgs"


def _matched(annotated: AnnotatedText, account: Account) -> Iterator[tuple[int, str]]:
    things = {
        record.ref: (_KINDS.get(record.kind, MentionKind.GROUP), {mark.span for mark in annotated.marks_of(record.ref)})
        for letter in "pg"
        for record in annotated.of_kind(letter)
    }
    ranked = []
    for place, person in enumerate(account.persons):
        mentions = {mention.span for mention in person.mentions}
        for ref, (kind, marks) in things.items():
            if met := sum(mention.meets(mark) for mention in mentions for mark in marks):
                ranked.append((kind is not person.kind, -len(mentions & marks), -met, place, ref))
    places, refs = set[int](), set[str]()
    for *_, place, ref in sorted(ranked):
        if place not in places and ref not in refs:
            places.add(place)
            refs.add(ref)
            yield place, ref
