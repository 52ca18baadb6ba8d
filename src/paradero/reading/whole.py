"""The stages in their order: lines, words, people, roles, statuses, who says so, places, dates, instructions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from paradero.reading.analysis import Analysis
from paradero.reading.dates.near import dates_near
from paradero.reading.details.days import with_days
from paradero.reading.details.describe import person_read
from paradero.reading.details.facts import birth_date, facts_of, told_apart
from paradero.reading.details.particulars import particulars
from paradero.reading.fates.among import among
from paradero.reading.fates.announced import announced
from paradero.reading.fates.hashtags import tagged
from paradero.reading.fates.kin_again import join_kin
from paradero.reading.fates.leads import join_lead
from paradero.reading.fates.refutals import refute
from paradero.reading.fates.rosters import with_rosters
from paradero.reading.fates.statuses import StatusRead, give_roles, listed_after, statuses, without_what_ended
from paradero.reading.fates.taken import taken
from paradero.reading.lexicon import Lexicon
from paradero.reading.lines import Lines
from paradero.reading.persons.cast import build_cast
from paradero.reading.persons.kin import settle_kin, settle_loose_kin, settle_parents
from paradero.reading.persons.mentions import mentions
from paradero.reading.persons.people import Cast, Person
from paradero.reading.persons.scenes import Scene
from paradero.reading.places import places
from paradero.reading.sayings.chains import poster_roles, speaker_roles, tellings
from paradero.reading.sayings.claims import claims
from paradero.reading.sayings.instructions import instructions
from paradero.reading.sayings.relays import relays
from paradero.terms.account import Account, DateRead, Fact, MentionKind
from paradero.terms.report import Report
from paradero.terms.spans import Span

Dates = Callable[[str, Sequence[Span], date | None], tuple[DateRead, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What is particular to a language."""

    analyse: Callable[[str, Sequence[Span]], Analysis]
    find_dates: Dates
    lexicon: Lexicon


def account_of(report: Report, lines: Lines, tools: Tools, *, reader: str, gaps: Sequence[str]) -> Account:
    """Return what the lines of a report say."""
    analysis = tools.analyse(report.text, lines.body)
    cast = build_cast(analysis, mentions(analysis, tools.lexicon), tools.lexicon)
    settle_kin(cast, analysis, tools.lexicon)
    join_kin(cast)
    scenes = [Scene(analysis, cast, tools.lexicon, at) for at in range(len(analysis.sentences))]
    told = tellings(scenes)
    poster_roles(told)
    reads = rule_statuses(scenes)
    give_roles(reads, cast.people)
    reads = join_lead(cast, reads)
    settle_loose_kin(cast.people)
    settle_parents(cast.people)
    speaker_roles(told)
    dates = tools.find_dates(report.text, lines.body, report.published_on)
    facts(scenes, cast, dates, report.published_on)
    account = Account(
        language=tools.lexicon.language,
        reader=reader,
        persons=tuple(
            person_read(p, lexicon=tools.lexicon, published_on=report.published_on, dates=dates) for p in cast.people
        ),
        claims=tuple(claims(report, told, reads, cast.people, dates)),
        places=places(analysis, tools.lexicon, _named_spans(cast)),
        dates=dates,
        instructions=instructions(told.each),
        relays=relays(told.each),
        cut=lines.cut,
        gaps=tuple(gaps),
    )
    return with_days(account, published_on=report.published_on)


def _named_spans(cast: Cast) -> list[Span]:
    return [m.span for person in cast.people for m in person.mentions if m.kind is MentionKind.NAMED]


def rule_statuses(scenes: Sequence[Scene]) -> list[StatusRead]:
    """Return the statuses that cue rules read."""
    reads: list[StatusRead] = []
    before: list[StatusRead] = []
    for scene in scenes:
        here = statuses(scene)
        for more in (listed_after(scene, [*before, *here]), among(scene, [*reads[-READS_BACK:], *here])):
            known = {(id(read.person), read.status) for read in here}
            here += [read for read in more if (id(read.person), read.status) not in known]
        here = without_what_ended(here)
        reads += here
        before = here
    reads = with_rosters(reads, scenes)
    for more_of in (announced, taken, tagged):
        reads += more_of(scenes, reads)
    return refute(reads, list(scenes))


READS_BACK = 60
"""How many statuses back a sentence may take up a group."""


def facts(scenes: Sequence[Scene], cast: Cast, dates: Sequence[DateRead], published_on: date | None) -> None:
    """Give the people of a report what rules read of them beside their fates: ages, homes, ranks."""
    for scene in scenes:
        for mention in scene.mentions:
            _add_facts(cast.who(mention), facts_of(scene, mention))
        near = dates_near(dates, scene.sentence.span, margin=DATES_WITHIN)
        for person, told in [*particulars(scene, near, published_on), *told_apart(scene)]:
            if not any(known.field == told.field for known in person.facts):
                person.facts.append(told)
        for person in _people_near(scene):
            if (fact := birth_date(scene, person, near, published_on)) is not None and fact not in person.facts:
                person.facts.append(fact)


DATES_WITHIN = 200
"""Characters around a sentence within which a date can belong to somebody in it."""


def _add_facts(person: Person, facts: Sequence[Fact]) -> None:
    """Keep a fact once, however often the report repeats it."""
    known = {(fact.field, fact.value.casefold()) for fact in person.facts}
    person.facts.extend(fact for fact in facts if (fact.field, fact.value.casefold()) not in known)


def _people_near(scene: Scene) -> list[Person]:
    people = [scene.cast.who(mention) for mention in scene.mentions]
    focus = scene.cast.focus.get(scene.place)
    return list(dict.fromkeys([*people, *([focus] if focus else [])]))
