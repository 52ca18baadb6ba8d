"""The cast of a report from its learned parties: what the stages that read ages, homes and ranks ask for."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from paradero.reading.analysis import Analysis, NameCandidate, NameKind, Sentence
from paradero.reading.document import Document
from paradero.reading.grammar import CLOSING, OPENING, text_between
from paradero.reading.lexicon import Lexicon
from paradero.reading.people import party as learned
from paradero.reading.people.names import names_of
from paradero.reading.persons.mentions import FORMATION, Mention, lengthened, mentions, named_mention, noun_mention
from paradero.reading.persons.people import Cast, Person
from paradero.terms.account import MentionKind

KINDS = {
    learned.MentionKind.NAME: MentionKind.NAMED,
    learned.MentionKind.NOUN: MentionKind.UNNAMED,
    learned.MentionKind.GROUP: MentionKind.GROUP,
    learned.MentionKind.FORMATION: MentionKind.GROUP,
}
"""What a party is in the account; sources stand in chains and not among the people."""
BY_WITHIN, QUOTED_WITHIN = 3, 4
"""Words of "por parte de", and of a name in quotation marks that may be missed at its beginning, at most."""


def cast_of(
    analysis: Analysis, document: Document, parties: Sequence[learned.Party], lexicon: Lexicon
) -> tuple[Cast, Mapping[int, Person]]:
    """Return the cast, and for each party that is in it, by its place, the person."""
    cast = Cast(people=[], of_mention={}, by_sentence={}, focus={})
    persons = {}
    for at, party in enumerate(parties):
        if party.kind not in KINDS:
            continue
        pointing = [
            m for mention in party.mentions if (m := _mention(analysis, document, mention, lexicon)) is not None
        ]
        if pointing:
            persons[at] = _person(KINDS[party.kind], pointing, names_of(document, party))
            cast.people.append(persons[at])
            for mention in pointing:
                cast.of_mention[id(mention)] = persons[at]
                cast.by_sentence.setdefault(mention.sentence, []).append(mention)
    for inside in cast.by_sentence.values():
        inside.sort(key=lambda mention: mention.first)
    return cast, persons


def add_groups(cast: Cast, analysis: Analysis, lexicon: Lexicon) -> None:
    """Add the groups that were not learned to be anybody but have a name or a nation, do something or are called so.

    "civiles ucranianos", "por parte de sus superiores", "un grupo de civiles armados". What the rules find of other
    groups was somebody in one of six cases on the tune part, and stays out.
    """
    groups: dict[str, Person] = {}
    for mention in mentions(analysis, lexicon):
        known = cast.by_sentence.setdefault(mention.sentence, [])
        if _is_somebody(analysis, mention, lexicon) and not any(mention.span.meets(m.span) for m in known):
            person = groups.setdefault(mention.label, Person(kind=MentionKind.GROUP, label=mention.label, mentions=[]))
            person.mentions.append(mention)
            cast.of_mention[id(mention)] = person
            known.append(mention)
            known.sort(key=lambda other: other.first)
    cast.people.extend(groups.values())


def _is_somebody(analysis: Analysis, mention: Mention, lexicon: Lexicon) -> bool:
    if mention.kind is not MentionKind.GROUP:
        return False
    tokens = analysis.sentences[mention.sentence].tokens
    own, before = tokens[mention.first : mention.last], tokens[max(0, mention.first - BY_WITHIN) : mention.first]
    has_name_or_nation = mention.rule == FORMATION or any(side.any_in(own) for side in lexicon.sides.values())
    called_so = (
        lexicon["group_nouns"].any_in(own[:2]) and lexicon["of"].any_in(own) and lexicon["group_heads"].any_in(own)
    )
    does_it = any(end == len(before) for _, end in lexicon["by"].hits(before))
    return has_name_or_nation or called_so or does_it


def _person(kind: MentionKind, mentions: list[Mention], names: Sequence[str]) -> Person:
    label = names[0] if kind is MentionKind.NAMED and names else mentions[0].label
    sex = next((mention.sex for mention in mentions if mention.sex is not None), None)
    relation = next((mention.relation for mention in mentions if mention.relation is not None), None)
    return Person(kind=kind, label=label, mentions=mentions, sex=sex, relation=relation)


def _mention(analysis: Analysis, document: Document, mention: learned.Mention, lexicon: Lexicon) -> Mention | None:
    place = document.sentence_of[mention.first]
    sentence = analysis.sentences[place]
    first = mention.first - document.sentences[place][0]
    if mention.kind is learned.MentionKind.NAME:
        span = document.span(mention.first, mention.end)
        known = document.names[mention.first]
        fits = known is not None and known.kind is NameKind.PERSON and known.span == span
        name = (
            known
            if fits and known
            else NameCandidate(
                span=span, kind=NameKind.PERSON, nominative=span.of(document.text), rule="mentions.learned"
            )
        )
        return named_mention(place, sentence, name, lexicon)
    relation = lexicon.relation(sentence.tokens[first].text, sentence.tokens[first].lemma)
    group = mention.kind is not learned.MentionKind.NOUN
    found = noun_mention(place, sentence, first, lexicon, group=group, relation=relation, taken=set())
    start = document.sentences[place][0]
    long = lengthened(sentence, found, document.past_name(start + found.last) - start)
    return _whole_quoted(document, sentence, long) if group else long


def _whole_quoted(document: Document, sentence: Sentence, mention: Mention) -> Mention:
    """Return a group's mention that reaches back to the quotation mark before the name it is cut out of.

    "Voluntarios del Río" of “Cuerpo de Voluntarios del Río”.
    """
    tokens, first = sentence.tokens, mention.first
    while first > max(0, mention.first - QUOTED_WITHIN) and tokens[first - 1].text not in OPENING:
        first -= 1
    opened = first > 0 and tokens[first - 1].text in OPENING
    closed = mention.last < len(tokens) and tokens[mention.last].text in CLOSING
    if not (opened and closed and tokens[first].text[:1].isupper()):
        return mention
    span = text_between(sentence, first, mention.last)
    return replace(mention, first=first, span=span, label=span.of(document.text), rule=FORMATION)
