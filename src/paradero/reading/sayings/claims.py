"""Claims: what a report asserts, one for each status, count and attributed sentence, each with its chain."""

from collections.abc import Collection, Iterator, Sequence

from paradero.reading.counts import counted
from paradero.reading.dates.near import day_told
from paradero.reading.fates.modality import hedge_of, hedge_words, modality_of
from paradero.reading.fates.statuses import StatusRead
from paradero.reading.persons.people import Person
from paradero.reading.sayings.chains import Telling, Tellings, chain
from paradero.terms.account import DateRead
from paradero.terms.claims import Attribution, Claim, Count, Hedge, Modality, Speaker
from paradero.terms.dates import Days
from paradero.terms.report import Report
from paradero.terms.spans import Found, Span


def claims(
    report: Report, found: Tellings, reads: Sequence[StatusRead], people: Sequence[Person], dates: Sequence[DateRead]
) -> list[Claim]:
    """Return every claim in order of the text."""
    places = {id(person): at for at, person in enumerate(people)}
    made: list[Claim] = []
    by_sentence: dict[int, list[StatusRead]] = {}
    for read in reads:
        by_sentence.setdefault(read.sentence, []).append(read)
    for telling in found.each:
        links = chain(telling, report, found.footage)
        here = by_sentence.get(telling.scene.place, [])
        when = day_told(dates, telling.scene.sentence.span)
        made.extend(_of_status(telling, read, places[id(read.person)], links, when) for read in here)
        made.extend(_of_counts(telling, {read.count for read in here if read.count}, links))
        if not here and telling.voices:
            made.append(_said(telling, links, when))
    return made


def attributed(report: Report, found: Tellings, dates: Sequence[DateRead], *, but: Collection[int]) -> Iterator[Claim]:
    """Give a claim for each sentence that somebody says, but for those of some places in the text."""
    for telling in found.each:
        if telling.voices and telling.scene.place not in but:
            yield _said(telling, chain(telling, report, found.footage), day_told(dates, telling.scene.sentence.span))


def counted_alone(report: Report, found: Tellings, told: Sequence[Claim]) -> Iterator[Claim]:
    """Give a claim for each number of people that none of the claims told already carries."""
    for telling in found.each:
        span = telling.scene.sentence.span
        carried = {claim.count for claim in told if claim.count is not None and span.holds(claim.found.span)}
        yield from _of_counts(telling, carried, chain(telling, report, found.footage))


def _of_status(
    telling: Telling, read: StatusRead, place: int, links: tuple[Attribution, ...], when: Days | None
) -> Claim:
    scene, hedge = telling.scene, _weaker(read.hedge, links)
    return Claim(
        says=scene.sentence.span.of(scene.analysis.text),
        found=Found(span=scene.sentence.span, rule=read.rule),
        status=read.status,
        modality=read.modality,
        hedge=hedge,
        hedged=hedge_words(scene.sentence, hedge, scene.lexicon),
        person=place,
        count=read.count,
        when=when,
        chain=links,
        from_captivity=_from_captivity(links),
    )


def _weaker(hedge: Hedge, links: tuple[Attribution, ...]) -> Hedge:
    order = list(Hedge)
    return max((hedge, *(link.hedge for link in links)), key=order.index)


def _from_captivity(links: Sequence[Attribution]) -> bool:
    return any(link.speaker is Speaker.CAPTIVE for link in links)


def _of_counts(telling: Telling, carried: Collection[Count], links: tuple[Attribution, ...]) -> list[Claim]:
    """Return a claim for each number but those that a status carries."""
    scene = telling.scene
    taken = {(count.low, count.high) for count in carried}
    made = []
    for number in counted(scene.sentence, scene.lexicon):
        if (number.count.low, number.count.high) in taken or number.count.low == 1:
            continue
        hedge = hedge_of(scene.sentence, number.first, scene.lexicon)
        made.append(
            Claim(
                says=number.span.of(scene.analysis.text),
                found=Found(span=number.span, rule="counts.number"),
                modality=modality_of(scene.sentence, number.first, scene.lexicon),
                hedge=hedge,
                hedged=hedge_words(scene.sentence, hedge, scene.lexicon),
                count=number.count,
                chain=links,
                from_captivity=_from_captivity(links),
            )
        )
    return made


def _said(telling: Telling, links: tuple[Attribution, ...], when: Days | None) -> Claim:
    scene = telling.scene
    span: Span = scene.sentence.span
    hedge = _weaker(hedge_of(scene.sentence, len(scene.sentence.tokens) - 1, scene.lexicon), links)
    return Claim(
        says=span.of(scene.analysis.text),
        found=Found(span=span, rule="claims.attributed"),
        modality=Modality.ALLEGED if hedge is Hedge.DOUBTED else Modality.ASSERTED,
        hedge=hedge,
        hedged=hedge_words(scene.sentence, hedge, scene.lexicon),
        when=when,
        chain=links,
        from_captivity=_from_captivity(links),
    )
