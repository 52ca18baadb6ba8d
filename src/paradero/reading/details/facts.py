"""What is said of one person: age, birth, rank, unit, home, side, each with its place in the text."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from paradero.reading.analysis import Token
from paradero.reading.details.ages import AFTER_NAME, ages_beside, ages_told
from paradero.reading.details.homes import homes, homes_told
from paradero.reading.grammar import is_verb
from paradero.reading.persons.mentions import Mention
from paradero.reading.persons.people import Person
from paradero.reading.persons.phrases import words
from paradero.reading.persons.scenes import Scene
from paradero.terms.account import DateRead, Fact, MentionKind
from paradero.terms.spans import Found

Reader = Callable[[Scene, Mention], Iterator[Fact]]


def facts_of(scene: Scene, mention: Mention) -> list[Fact]:
    """Return the facts that the words at one mention give."""
    readers: tuple[Reader, ...] = (_age, _rank, _side, _home, _unit)
    return [fact for reader in readers for fact in reader(scene, mention)]


def _fact(scene: Scene, field: str, first: int, last: int) -> Fact:
    value, span = words(scene, first, last)
    return Fact(field=field, value=value, found=Found(span=span, rule=f"facts.{field}"))


def _age(scene: Scene, mention: Mention) -> Iterator[Fact]:
    """Yield an age that stands right at the mention."""
    for first, last in ages_beside(scene, mention):
        yield _fact(scene, "birth", first, last)


def told_apart(scene: Scene) -> Iterator[tuple[Person, Fact]]:
    """Yield the ages and homes that clauses of their own tell, each with its person."""
    for person, (first, last) in ages_told(scene):
        yield person, _fact(scene, "birth", first, last)
    for person, (first, last) in homes_told(scene):
        yield person, _fact(scene, "home", first, last)


def _rank(scene: Scene, mention: Mention) -> Iterator[Fact]:
    tokens = scene.sentence.tokens
    if mention.title is None:
        places = [(mention.head, mention.head + 1)] if mention.kind is MentionKind.UNNAMED else []
    else:
        places = [mention.title]
    for first, last in places:
        for start, end in scene.lexicon["ranks"].hits(tokens[first:last]):
            yield _fact(scene, "rank", first + start, first + end)
            return
    after = mention.last
    apposed = mention.kind is MentionKind.NAMED and after + 1 < len(tokens) and tokens[after].text == ","
    length = scene.lexicon["ranks"].at(tokens, after + 1) if apposed else 0
    if length:
        yield _fact(scene, "rank", after + 1, after + 1 + length)


def _side(scene: Scene, mention: Mention) -> Iterator[Fact]:
    """Yield the demonym in a phrase: "un soldado ruso", "soldado del Kremlin"."""
    tokens = scene.sentence.tokens
    first = mention.title[0] if mention.title else mention.first
    last = mention.last
    if mention.kind is MentionKind.NAMED and mention.title is None:
        first = last
        last = min(last + AFTER_NAME + 1, len(tokens)) if last < len(tokens) and tokens[last].text == "," else first
    for code, table in scene.lexicon.sides.items():
        for start, end in table.hits(tokens[first:last]):
            value, span = words(scene, first + start, first + end)
            yield Fact(field="side", value=value, found=Found(span=span, rule=f"facts.side.{code}"))
            return


def _home(scene: Scene, mention: Mention) -> Iterator[Fact]:
    """Yield where the person is from, the place's usual name where a table has it."""
    for first, last in homes(scene, mention):
        written, span = words(scene, first, last)
        usual = next((n.nominative for n in scene.analysis.names if n.span == span), written)
        yield Fact(field="home", value=usual, found=Found(span=span, rule="facts.home"))
        return


def _unit(scene: Scene, mention: Mention) -> Iterator[Fact]:
    """Yield a unit with its number or name: "de la brigada 214"."""
    tokens = scene.sentence.tokens
    for at, token in enumerate(tokens):
        if not scene.lexicon["unit_heads"].has(token) or not _nearest(scene, mention, at):
            continue
        numbered_before = at > 0 and any(c.isdigit() for c in tokens[at - 1].text)
        first = at - 1 if numbered_before else at
        last = at + 1
        while last < len(tokens) and (
            tokens[last].tag in {"NUM", "PROPN"} or any(c.isdigit() for c in tokens[last].text)
        ):
            last += 1
        adjective = last < len(tokens) and tokens[last].tag == "ADJ"
        if last > at + 1 or numbered_before:
            yield _fact(scene, "unit", first, last + adjective)
            return


def _nearest(scene: Scene, mention: Mention, at: int) -> bool:
    """Tell whether the mention is the last single one before a word."""
    before = [m for m in scene.mentions if m.last <= at and m.kind is not MentionKind.GROUP]
    return bool(before) and before[-1] is mention


def birth_date(scene: Scene, person: Person, dates: Sequence[DateRead], published_on: date | None) -> Fact | None:
    """Return the fact of a birth date where "born" and a date of a past year stand in the person's sentence."""
    if (listed := _birth_in_list(scene, person, dates, published_on)) is not None:
        return listed
    tokens = scene.sentence.tokens
    for first, last in scene.lexicon["born"].hits(tokens):
        before = [m for m in scene.mentions if m.first <= first and m.kind is not MentionKind.GROUP]
        owner = scene.cast.who(before[-1]) if before else scene.cast.focus.get(scene.place)
        if owner is not person:
            continue
        start = tokens[first].span.start
        ends = tokens[last - 1].span.start
        before_it = [read for read in dates if 0 <= ends - read.found.span.end <= BORN_BEFORE]
        within = BORN_WITHIN if is_verb(tokens[first]) or not before_it else 0
        for read in before_it or dates:
            close = bool(before_it) or (
                0 <= read.found.span.start - start <= within and not _verb_between(tokens, first, read)
            )
            if (
                read.days is not None
                and not read.days.is_open
                and close
                and (published_on is None or read.days.first < published_on)
            ):
                span = read.found.span
                return Fact(
                    field="birth", value=span.of(scene.analysis.text), found=Found(span=span, rule="facts.born")
                )
    return None


def _verb_between(tokens: Sequence[Token], born: int, read: DateRead) -> bool:
    """Tell whether the date is another verb's: "nacido en Poltava, fue capturado en marzo"."""
    between = (token for token in tokens[born + 1 :] if token.span.end <= read.found.span.start)
    return any(is_verb(token) for token in between)


def _birth_in_list(scene: Scene, person: Person, dates: Sequence[DateRead], published_on: date | None) -> Fact | None:
    """Return the birth date that a list gives right after a name: "Лисогор Артем Іванович, 21.10.1998, Черкаси."."""
    own = [m for m in scene.mentions if m.kind is MentionKind.NAMED and scene.cast.who(m) is person]
    for mention, read in ((m, d) for m in own for d in dates):
        between = scene.analysis.text[mention.span.end : read.found.span.start]
        long_ago = (
            read.days
            and not read.days.is_open
            and published_on
            and (published_on - read.days.first).days > YOUNGEST * 365
        )
        if 0 < len(between) <= len(", (") and not between.strip(" ,(") and long_ago:
            return Fact(field="birth", value=read.as_written, found=Found(span=read.found.span, rule="facts.born"))
    return None


YOUNGEST = 14
"""Years before publication from which a bare date after a name is taken for a birth date."""
BORN_BEFORE = 4
"""Characters between the date and "born" after it: "1991 года рождения"."""
BORN_WITHIN = 60
"""Characters between "born" and the date."""
