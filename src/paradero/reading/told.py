"""The claims of an account: each status with who says so, how surely, when and of how many."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from paradero.reading.analysis import Analysis, Sentence
from paradero.reading.attribution.evidence import HEARSAY
from paradero.reading.attribution.frames import Chained
from paradero.reading.attribution.hedges import hedge_of, hedges_in
from paradero.reading.attribution.links import chain_of
from paradero.reading.attribution.model import Attribution
from paradero.reading.attribution.naming import source_name
from paradero.reading.attribution.scene import Scene
from paradero.reading.attribution.testimonies import from_captivity, testimonies
from paradero.reading.counts import bounds, number_at
from paradero.reading.dates.near import day_told
from paradero.reading.document import Document
from paradero.reading.fates.modality import hedge_words
from paradero.reading.lexicon import Lexicon
from paradero.reading.passages.sentences import Passage
from paradero.reading.people.party import MentionKind
from paradero.reading.persons.people import Person
from paradero.reading.sayings.chains import of_item
from paradero.reading.statuses.read import StatusRead
from paradero.reading.tagging.tagger import Tags
from paradero.terms.account import DateRead, Role, Testimony, TreatmentRead
from paradero.terms.claims import Attribution as Link, Claim, Count, Hedge, Modality, Speaker
from paradero.terms.report import Report
from paradero.terms.spans import Found

SPEAKER_OF = {
    Role.CAPTIVE: Speaker.CAPTIVE,
    Role.KIN: Speaker.KIN,
    Role.OFFICIAL: Speaker.OFFICIAL,
    Role.POSTER: Speaker.POSTER,
}
"""What a person who says something is, as a link of the chain."""
NUMBER_WITHIN = 3
"""Words before a group in which its number may stand."""
DOUBT_FROM = 2
"""The grade of a hedge from which a claim counts as doubted: likelihood, rumour, not confirmed."""
OFFICES = frozenset({"bodies", "officials", "formations"})


@dataclass(frozen=True)
class Told:
    """A report with everything that its claims are made of."""

    report: Report
    analysis: Analysis
    document: Document
    scene: Scene
    persons: Mapping[int, Person]
    """Of each party that is among the people of the account, the person."""
    places: Mapping[int, int]
    """Of each such party, its place in the account."""
    dates: Sequence[DateRead]
    lexicon: Lexicon
    models: Attribution
    tags: Mapping[str, Tags]

    def claims(self, statuses: Sequence[StatusRead]) -> list[Claim]:
        """Return a claim for each status that was read, in order of the text."""
        hedges = hedges_in(self.document, self.tags)
        claims: list[Claim] = []
        earlier: list[Chained] = []
        for read in statuses:
            subject = frozenset({read.party})
            chain = chain_of(self.scene, read.trigger, subject, self.models.link, earlier=earlier)
            earlier.append((read.trigger, chain))
            if read.party in self.places:
                hedge = hedge_of(self.document, self.tags, read.trigger, hedges, self.models.hedge)
                claims.append(self._claim(read, chain, hedge))
        return claims

    def testimony(self) -> list[Testimony]:
        """Return what captives say in their own words."""
        return [
            Testimony(
                person=self.places.get(stretch.party),
                found=Found(span=self.document.span(stretch.first, stretch.end), rule="testimony.learned"),
            )
            for stretch in testimonies(self.scene, self.held)
        ]

    def treatments(self, found: Sequence[Passage]) -> Iterator[TreatmentRead]:
        """Give the sentences that tell how a captive, missing or returned person is treated or is."""
        for passage in found:
            party = passage.party
            if party is not None and party in self.places:
                word, _ = self.document.sentences[passage.sentence]
                subject = frozenset({party})
                chain = chain_of(self.scene, word, subject, self.models.link)
                yield TreatmentRead(
                    kind=passage.kind,
                    person=self.places[party],
                    value=passage.value,
                    found=Found(span=self.document.span(*self.document.sentences[passage.sentence]), rule="passages"),
                    from_captivity=from_captivity(chain, self.held),
                )

    @cached_property
    def held(self) -> frozenset[int]:
        """The parties that are held when the report is published."""
        return frozenset(at for at, person in self.persons.items() if person.role is Role.CAPTIVE)

    def _claim(self, read: StatusRead, parties: tuple[int, ...], hedged: tuple[int, int] | None) -> Claim:
        place = self.document.sentence_of[read.trigger]
        sentence = self.analysis.sentences[place]
        chain = tuple(self._link(party) for party in parties if party != HEARSAY)
        distanced = Hedge.DISTANCED if chain else Hedge.NONE
        return Claim(
            says=sentence.span.of(self.report.text),
            found=Found(span=sentence.span, rule="statuses.learned"),
            status=read.status,
            modality=Modality.REFUTED if read.refuted else read.modality,
            hedge=Hedge.DOUBTED if hedged and hedged[1] >= DOUBT_FROM else distanced,
            person=self.places[read.party],
            count=self._count(read),
            when=day_told(self.dates, sentence.span),
            chain=(*chain, *of_item(self.report)),
            from_captivity=from_captivity(parties, self.held),
            hedged=self._hedge_at(hedged[0], sentence) if hedged else hedge_words(sentence, distanced, self.lexicon),
            hedge_grade=hedged[1] if hedged else None,
        )

    def _hedge_at(self, word: int, sentence: Sentence) -> Found:
        """Return where a hedge stands: the one word that was learned, or all of a turn that it belongs to."""
        span = self.document.span(word, word + 1)
        turn = hedge_words(sentence, Hedge.DOUBTED, self.lexicon)
        return Found(span=turn.span if turn and turn.span.holds(span) else span, rule="hedges.learned")

    def _link(self, at: int) -> Link:
        party = self.scene.parties[at]
        mention = party.mentions[0]
        person = self.persons.get(at)
        end = mention.end if party.named else self.document.past_name(mention.end)
        span = self.document.span(mention.first, end)
        name = person.label if person is not None else source_name(self.document, mention)
        return Link(name=name, speaker=self._speaker(at), found=Found(span=span, rule="chains.learned"))

    def _speaker(self, at: int) -> Speaker:
        if (person := self.persons.get(at)) is not None:
            return SPEAKER_OF.get(person.role, Speaker.PERSON)
        party = self.scene.parties[at]
        words = range(party.mentions[0].first, party.mentions[0].end)
        cues = {cue.rstrip("+").partition(".")[0] for word in words for cue in self.document.cues[word]}
        if "platform" in cues:
            return Speaker.PLATFORM
        return Speaker.OFFICIAL if cues & OFFICES or party.kind is MentionKind.FORMATION else Speaker.OUTLET

    def _count(self, read: StatusRead) -> Count | None:
        party = self.scene.parties[read.party]
        if party.person:
            return None
        mention = party.mentions[0]
        words = range(*read.count) if read.count else range(max(0, mention.first - NUMBER_WITHIN), mention.end)
        for word in words:
            place = self.document.sentence_of[word]
            tokens, at = self.analysis.sentences[place].tokens, word - self.document.sentences[place][0]
            if (number := number_at(tokens, at, self.lexicon)) is not None:
                return bounds(tokens, at, self.lexicon, number[0])[1]
        return None
