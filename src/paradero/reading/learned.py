"""The stages in their order: words and their labels, people, statuses, roles, who says so, kin, the rest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from paradero.reading.analysis import Analysis
from paradero.reading.attribution.scene import scene_of, stage_of
from paradero.reading.details.days import with_days
from paradero.reading.details.describe import person_read
from paradero.reading.document import Document, document_of
from paradero.reading.geography.places import places_of
from paradero.reading.kinship.links import KinLink, kin_links
from paradero.reading.kinship.ties import tied
from paradero.reading.lines import Lines
from paradero.reading.models import Models
from paradero.reading.passages.agreements import agreements
from paradero.reading.passages.passed_over import passed_over
from paradero.reading.passages.sentences import INSTRUCTION, Passage, passages
from paradero.reading.people.party import Party
from paradero.reading.people.roles import Evidence, StatusTold, looks_of, roles_of
from paradero.reading.persons.from_parties import add_groups, cast_of
from paradero.reading.persons.people import Cast, Person
from paradero.reading.persons.scenes import Scene
from paradero.reading.ruled import as_rules_say, with_ruled, without_unfounded_deaths
from paradero.reading.sayings.chains import Tellings, tellings
from paradero.reading.sayings.claims import attributed, counted_alone
from paradero.reading.sayings.instructions import instructions
from paradero.reading.sayings.relays import relays
from paradero.reading.statuses.read import StatusRead, statuses_of, told_beside
from paradero.reading.statuses.view import View
from paradero.reading.tagging.tagger import Tags, tags_by
from paradero.reading.told import Told
from paradero.reading.whole import Tools, facts
from paradero.terms.account import Account, DateRead, Instruction, KinRead, MentionKind, PersonRead
from paradero.terms.claims import Modality
from paradero.terms.report import Report
from paradero.terms.spans import Found, Span

STANDING = frozenset({Modality.ASSERTED, Modality.ALLEGED})


def account_of(
    report: Report, lines: Lines, tools: Tools, models: Models, *, reader: str, gaps: Sequence[str]
) -> Account:
    """Return what the lines of a report say."""
    analysis = tools.analyse(report.text, lines.body)
    document = document_of(analysis, lines.body, tools.lexicon.language)
    impression = models.encoder.impression(document)
    document = replace(document, impression=impression)
    tags = tags_by(impression, document.sentences)
    parties = models.people.parties(document, tags)
    cast, persons = cast_of(analysis, document, parties, tools.lexicon)
    add_groups(cast, analysis, tools.lexicon)
    reading = Reading(report, lines, tools, models, analysis, document, tags, parties, cast, persons)
    return with_days(reading.account(reader, gaps), published_on=report.published_on)


@dataclass(frozen=True)
class Reading:
    """A report while it is read: its words with their labels, and who is in it."""

    report: Report
    lines: Lines
    tools: Tools
    models: Models
    analysis: Analysis
    document: Document
    tags: Mapping[str, Tags]
    parties: tuple[Party, ...]
    cast: Cast
    persons: Mapping[int, Person]

    def account(self, reader: str, gaps: Sequence[str]) -> Account:
        """Return everything that was read."""
        statuses, evidence = self._statuses()
        facts(self.scenes, self.cast, self.dates, self.report.published_on)
        tied(self.persons, self.links)
        told, sayings = self._told(), tellings(self.scenes)
        fated = {self.document.sentence_of[read.trigger] for read in statuses}
        said = attributed(self.report, sayings, self.dates, but=fated)
        found = list(passages(self.document, self.tags, self.parties, evidence, self.models.passages))
        fates = told.claims(statuses)
        counts = counted_alone(self.report, sayings, fates)
        claims = sorted((*fates, *said, *counts), key=lambda claim: claim.found.span)
        people = self._persons()
        return Account(
            language=self.tools.lexicon.language,
            reader=reader,
            persons=people,
            claims=tuple(claims),
            places=places_of(self.document, self.tags, self._named(), choice=self.models.places),
            dates=self.dates,
            instructions=self._instructions(sayings, found),
            kin=tuple(self._kin(link) for link in self.links if link.of in self.place and link.to in self.place),
            treatments=tuple(told.treatments(found)),
            agreements=agreements(self.document, self.tags, self.dates),
            testimony=tuple(told.testimony()),
            relays=relays(sayings.each),
            cut=self.lines.cut,
            passed_over=passed_over(self.document, people, claims),
            gaps=tuple(gaps),
        )

    @cached_property
    def scenes(self) -> list[Scene]:
        """Each sentence as the rules see it."""
        return [Scene(self.analysis, self.cast, self.tools.lexicon, at) for at in range(len(self.analysis.sentences))]

    @cached_property
    def dates(self) -> tuple[DateRead, ...]:
        """The dates in order of the text."""
        return self.tools.find_dates(self.report.text, self.lines.body, self.report.published_on)

    @cached_property
    def links(self) -> tuple[KinLink, ...]:
        """Who is whose relative."""
        return kin_links(View(self.document, self.tags, self.parties), self.models.kin)

    @cached_property
    def looks(self) -> dict[int, list[str]]:
        """What speaks for the role of each person, statuses aside."""
        return looks_of(self.document, self.tags, self.parties)

    @cached_property
    def place(self) -> dict[int, int]:
        """Of each party that is among the people, its place in the account."""
        places = {id(person): at for at, person in enumerate(self.cast.people)}
        return {at: places[id(person)] for at, person in self.persons.items()}

    def _instructions(self, sayings: Tellings, found: Sequence[Passage]) -> tuple[Instruction, ...]:
        """Return what the rules read of instructions, and the other sentences that were learned to be one."""
        ruled = instructions(sayings.each)
        spans = [self.document.span(*self.document.sentences[p.sentence]) for p in found if p.kind == INSTRUCTION]
        others = [
            Instruction(
                by=None, condition=None, stops=(), contact=None, found=Found(span=span, rule="passages.instruction")
            )
            for span in spans
            if not any(span.meets(known.found.span) for known in ruled)
        ]
        return tuple(sorted((*ruled, *others), key=lambda told: told.found.span))

    def _statuses(self) -> tuple[tuple[StatusRead, ...], Evidence]:
        """Return what is said to have become of whom; everybody then has a role, which the rules look at too."""
        learned, likely = statuses_of(self.document, self.tags, self.parties, self.models.statuses)
        cues = self.tools.lexicon
        learned = without_unfounded_deaths(self.analysis, self.document, cues, self.parties, learned)
        learned = as_rules_say(self.analysis, self.document, cues, learned)
        learned = tuple(told_beside(self.document, self.parties, read) for read in learned)
        evidence = without_what_does_not_stand(likely, learned)
        self._give_roles(learned, evidence)
        statuses = with_ruled(self.document, self.scenes, self.persons, learned)
        self._give_roles(statuses, evidence)
        return statuses, evidence

    def _give_roles(self, statuses: Sequence[StatusRead], evidence: Evidence) -> None:
        told = [_status_told(read) for read in statuses]
        ends = [(link.of, link.to) for link in self.links]
        roles = roles_of(self.parties, self.looks, told, self.models.roles, evidence=evidence, kin=ends)
        for at, person in self.persons.items():
            person.role, person.role_rule = roles[at], "roles.learned"

    def _told(self) -> Told:
        stage = stage_of(self.document, self.tags, self.parties, self.report.source)
        scene = scene_of(stage, self.models.attribution.speaker)
        return Told(
            report=self.report,
            analysis=self.analysis,
            document=self.document,
            scene=scene,
            persons=self.persons,
            places=self.place,
            dates=self.dates,
            lexicon=self.tools.lexicon,
            models=self.models.attribution,
            tags=self.tags,
        )

    def _persons(self) -> tuple[PersonRead, ...]:
        day, cues = self.report.published_on, self.tools.lexicon
        return tuple(person_read(p, lexicon=cues, published_on=day, dates=self.dates) for p in self.cast.people)

    def _named(self) -> list[Span]:
        return [m.span for person in self.cast.people for m in person.mentions if m.kind is MentionKind.NAMED]

    def _kin(self, link: KinLink) -> KinRead:
        found = Found(span=self.document.span(link.word, link.word + 1), rule="kin.learned")
        return KinRead(of=self.place[link.of], relation=link.relation, to=self.place[link.to], found=found)


def without_what_does_not_stand(likely: Evidence, reads: Sequence[StatusRead]) -> Evidence:
    """Return how likely each status stands, without those that are read as denied, planned or taken back."""
    fallen = {(read.party, read.status) for read in reads if read.modality not in STANDING or read.refuted}
    return {
        party: {status: value for status, value in of_party.items() if (party, status) not in fallen}
        for party, of_party in likely.items()
    }


def _status_told(read: StatusRead) -> StatusTold:
    return StatusTold(
        party=read.party,
        status=read.status,
        stands=read.modality in STANDING and not read.refuted,
        alleged=read.modality is Modality.ALLEGED,
    )
