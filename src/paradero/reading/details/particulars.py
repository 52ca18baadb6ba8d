"""Years of birth, towns and ages given in shorthand: "Хоменко Сергій, 1991 р. н., Полтава", "Йому 35 років"."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from paradero.reading.counts import number_at
from paradero.reading.gazetteer import lookup
from paradero.reading.grammar import is_verb
from paradero.reading.persons.mentions import Mention
from paradero.reading.persons.people import NOT_SOUGHT, Person
from paradero.reading.persons.pronouns import meant
from paradero.reading.persons.scenes import Scene
from paradero.terms.account import DateRead, Fact, MentionKind
from paradero.terms.spans import Found, Span

OLDEST = 110
YOUNGEST = 14
"""Years before publication from which a bare year after a name is taken for one of birth."""
LATEST_BIRTH = 2012
"""The same where the day of publication is not known."""
AFTER_NAME = 90
"""Characters after a name, without a full stop of their own, in which its shorthand stands."""
OWN_WORDS = ".birth-year"
BARE_YEAR = re.compile(r"\s*[,(]\s*((?:19|20)\d\d)\s*(?=[,.;)\n]|$)")
TOWN = re.compile(r"[,(]\s*([^\W\d_][\w'’ʼ-]+(?: [^\W\d_a-zа-яёіїєґ][\w'’ʼ-]+)?)\s*(?=[,.;)\n]|$)")

Told = tuple[Person, Fact]


def particulars(scene: Scene, dates: Sequence[DateRead], published_on: date | None) -> list[Told]:
    """Return the facts that a sentence gives in shorthand, each with its person."""
    return [
        *_homes(scene),
        *_years(scene, dates),
        *_bare_years(scene, published_on),
        *_towns(scene, dates),
        *_ages(scene),
    ]


def _fact(scene: Scene, field: str, span: Span, rule: str) -> Fact:
    return Fact(field=field, value=span.of(scene.analysis.text), found=Found(span=span, rule=rule))


def _named(scene: Scene) -> list[Mention]:
    """Return the sentence's names that may be of somebody sought."""
    return [m for m in scene.mentions if m.kind is MentionKind.NAMED and scene.cast.who(m).role not in NOT_SOUGHT]


def _homes(scene: Scene) -> Iterator[Told]:
    """Yield the town inside a title: "танкист из Воронежа Руслан Дорошенков"."""
    tokens = scene.sentence.tokens
    for mention in _named(scene):
        first, last = mention.title or (0, 0)
        for at in range(first, last - 1):
            if (scene.lexicon["title_links"].has(tokens[at]) or scene.lexicon["from_home"].has(tokens[at])) and tokens[
                at + 1
            ].text[:1].isupper():
                span = Span(tokens[at + 1].span.start, tokens[last - 1].span.end)
                usual = next(
                    (n.nominative for n in scene.analysis.names if n.span == span), span.of(scene.analysis.text)
                )
                yield (
                    scene.cast.who(mention),
                    Fact(field="home", value=usual, found=Found(span=span, rule="facts.home")),
                )


def _years(scene: Scene, dates: Sequence[DateRead]) -> Iterator[Told]:
    """Yield "1991 р. н." and the like for the last name or noun before it, else for whom the text is about."""
    for read in dates:
        if not read.found.rule.endswith(OWN_WORDS) or not scene.sentence.span.holds(read.found.span):
            continue
        single = [m for m in scene.mentions if m.kind is not MentionKind.GROUP and m.span.end <= read.found.span.start]
        owner = scene.cast.who(single[-1]) if single else scene.cast.focus.get(scene.place)
        if owner is not None and owner.role not in NOT_SOUGHT:
            yield owner, _fact(scene, "birth", read.found.span, "facts.born")


def _bare_years(scene: Scene, published_on: date | None) -> Iterator[Told]:
    """Yield the year that stands alone right after a name: "Максим Лисогор, 1994, Черкаси"."""
    latest = published_on.year - YOUNGEST if published_on else LATEST_BIRTH
    for mention in _named(scene):
        found = BARE_YEAR.match(scene.analysis.text, mention.span.end)
        if found and int(found[1]) <= latest and scene.sentence.span.end >= found.end(1):
            yield (
                scene.cast.who(mention),
                _fact(scene, "birth", Span(found.start(1), found.end(1)), "facts.born.year"),
            )


def _towns(scene: Scene, dates: Sequence[DateRead]) -> Iterator[Told]:
    """Yield the town that a name's shorthand ends with: after a year or an age, or in a line without a verb."""
    text = scene.analysis.text
    verbless = not any(is_verb(token) for token in scene.sentence.tokens)
    for mention, limit in zip(_named(scene), [*(m.span.start for m in _named(scene)[1:]), len(text)], strict=False):
        end = min(scene.sentence.span.end, limit, mention.span.end + AFTER_NAME)
        for found in TOWN.finditer(text, mention.span.end, end):
            between = text[mention.span.end : found.start()]
            told = any(d.found.span.meets(Span(mention.span.end, found.start() + 1)) for d in dates)
            shorthand = told or _has_number(between) or (verbless and not between.strip())
            if shorthand and _is_town(found[1]):
                yield scene.cast.who(mention), _fact(scene, "home", Span(*found.span(1)), "facts.home.list")
                break


def _has_number(words: str) -> bool:
    """Tell whether only a year or an age stands between a name and its town, no clause of its own."""
    return any(letter.isdigit() for letter in words) and len(words.split()) <= 5  # noqa: PLR2004 - ", 8 мая 1991 года"


def _is_town(words: str) -> bool:
    return words[0].isupper() and not words.isupper() and any(place.kind == "town" for place in lookup(words))


def _ages(scene: Scene) -> Iterator[Told]:
    """Yield an age that a pronoun has: "Йому 61 рік", "Ей было тридцать два года", "якому двадцять сім,"."""
    tokens = scene.sentence.tokens
    for at, token in enumerate(tokens):
        if not scene.lexicon["aged_pronoun"].has(token):
            continue
        first = next((n for n in range(at + 1, min(at + 4, len(tokens))) if _number(scene, n)), None)
        if first is None:
            continue
        number, last = _number(scene, first) or (0, 0)
        said = last < len(tokens) and scene.lexicon["age"].has(tokens[last])
        alone = first == at + 1 and (at == 0 or tokens[at - 1].tag == "PUNCT")
        alone = alone and (last == len(tokens) or tokens[last].text in {",", "."})
        whom = _aged(scene, at) if said or alone else None
        if whom is not None and YOUNGEST_ALONE <= number <= OLDEST:
            span = Span(tokens[first].span.start, tokens[last if said else last - 1].span.end)
            yield whom, _fact(scene, "birth", span, "facts.birth")


YOUNGEST_ALONE = 5
"""A smaller number counts something else: "Йому двоє колег сказали"."""


def _number(scene: Scene, at: int) -> tuple[int, int] | None:
    return number_at(scene.sentence.tokens, at, scene.lexicon)


def _aged(scene: Scene, at: int) -> Person | None:
    """Return whom a pronoun means: "whom" takes up the name right before its comma."""
    if not scene.lexicon["relative"].has(scene.sentence.tokens[at]):
        return meant(scene, at)
    before = [m for m in scene.mentions if m.last == at - 1 and m.kind is not MentionKind.GROUP]
    return scene.cast.who(before[-1]) if before else None
