"""Where a report points at somebody: names, unnamed persons, groups, each as a stretch of one sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from paradero.reading.analysis import Analysis, NameCandidate, NameKind, Sentence, Token
from paradero.reading.counts import count_at, number_at
from paradero.reading.grammar import is_verb, text_between
from paradero.reading.lexicon import Lexicon
from paradero.reading.persons.extents import extent
from paradero.reading.persons.formations import formation_places
from paradero.reading.persons.titles import title_before
from paradero.terms.account import MentionKind
from paradero.terms.claims import Count
from paradero.terms.fold import fold
from paradero.terms.person import Relation, Sex
from paradero.terms.spans import Span

FORMATION = "mentions.formation"
"""The rule by which a formation's own name is found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One pointing at somebody: places in the sentence from `first` up to `last`, and the word that carries it."""

    kind: MentionKind
    sentence: int
    first: int
    last: int
    head: int
    span: Span
    label: str
    """The name in its dictionary form, or the words used."""
    rule: str
    sex: Sex | None = None
    relation: Relation | None = None
    """What relative the noun names, for "his mother"."""
    possessed: bool = False
    """"his", "her" stands before."""
    definite: bool = False
    other: bool = False
    count: Count | None = None
    title: tuple[int, int] | None = None
    """Where a rank or office stands that belongs to the name."""


def mentions(analysis: Analysis, lexicon: Lexicon) -> list[Mention]:
    """Return every mention in order of the text; a noun that only introduces a name belongs to the name."""
    found: list[Mention] = []
    by_sentence = _names_by_sentence(analysis)
    for place, sentence in enumerate(analysis.sentences):
        candidates = (named_mention(place, sentence, name, lexicon) for name in by_sentence.get(place, ()))
        named = [mention for mention in candidates if mention is not None]
        formed = list(formations(place, sentence, lexicon))
        inside = {at for m in formed for at in range(m.first, m.last)}
        named = [m for m in named if not inside & set(range(m.first, m.last))]
        taken = inside | {at for m in named for at in range(m.title[0] if m.title else m.first, m.last)}
        unnamed = _unnamed(place, sentence, taken, lexicon)
        found.extend(sorted([*named, *formed, *unnamed], key=lambda m: m.first))
    return found


def formations(place: int, sentence: Sentence, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the formations named in a sentence: groups that have a name of their own."""
    for first, last in formation_places(sentence, lexicon):
        span = text_between(sentence, first, last)
        yield Mention(
            kind=MentionKind.GROUP,
            sentence=place,
            first=first,
            last=last,
            head=first,
            span=span,
            label=_label(sentence, span),
            rule=FORMATION,
        )


def _names_by_sentence(analysis: Analysis) -> dict[int, list[NameCandidate]]:
    """Sort the persons' names by sentence; a lone surname of a person named in full counts as one."""
    whole = [name for name in analysis.names if name.kind is NameKind.PERSON]
    parts = {part for name in whole if len(name.nominative.split()) > 1 for part in fold(name.nominative).split()[-1:]}
    known = [
        name if name.kind is NameKind.PERSON else replace(name, kind=NameKind.PERSON, rule="names.surname_again")
        for name in analysis.names
        if name.kind is NameKind.PERSON or fold(name.nominative) in parts
    ]
    sorted_names: dict[int, list[NameCandidate]] = {}
    place = 0
    for name in sorted(known, key=lambda name: name.span):
        while place < len(analysis.sentences) and analysis.sentences[place].span.end <= name.span.start:
            place += 1
        if place < len(analysis.sentences):
            sorted_names.setdefault(place, []).append(name)
    return sorted_names


def named_mention(place: int, sentence: Sentence, name: NameCandidate, lexicon: Lexicon) -> Mention | None:
    """Return the mention that a name is; `None` where none of its words is in the sentence."""
    at = [i for i, token in enumerate(sentence.tokens) if token.span.meets(name.span)]
    if not at:
        return None
    title = title_before(sentence, at[0], lexicon)
    family = title is not None and len(at) == 1 and _is_plural(sentence.tokens[title[0]])
    family = family or (
        title is None and len(at) == 1 and at[0] > 0 and lexicon["family_article"].has(sentence.tokens[at[0] - 1])
    )
    family = family or (len(at) == 1 and _plural_family(sentence.tokens, at[0], lexicon))
    return Mention(
        kind=MentionKind.GROUP if family else MentionKind.NAMED,
        sentence=place,
        first=at[0],
        last=at[-1] + 1,
        head=at[0],
        span=name.span,
        label=name.nominative,
        rule=name.rule,
        sex=name.sex or (_sex(sentence.tokens[title[0] : title[1]], lexicon) if title else None),
        title=title,
    )


PLURAL_ENDINGS = ("ы", "и", "і")
"""What family names end in where several bear them; taggers take some for a woman's."""


def _plural_family(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a lone family name stands for several of that name: "братья Дорошенковы"."""
    before = tokens[at - 1] if at else None
    several = _is_plural(tokens[at]) or (not lexicon.articles and tokens[at].text.endswith(PLURAL_ENDINGS))
    plural = before is not None and _is_plural(before) and several
    return plural and before is not None and lexicon.relation(before.text, before.lemma) is not None


def _unnamed(place: int, sentence: Sentence, taken: set[int], lexicon: Lexicon) -> Iterator[Mention]:
    """Yield noun phrases for persons and groups that no name stands in."""
    tokens = sentence.tokens
    covered = -1
    phrases = {at for first, last in lexicon["set_phrases"].hits(tokens) for at in range(first, last)}
    for at, token in enumerate(tokens):
        if at in taken or at in phrases or at < covered:
            continue
        if (left_out := _left_out(place, sentence, at, lexicon)) is not None:
            yield left_out
        if not _nominal(token):
            continue
        relation = _relation(tokens, at, lexicon)
        plural = _is_plural(token)
        one = not plural and (
            lexicon["person_heads"].has(token) or (relation is not None and relation is not Relation.CHILDREN)
        )
        several = (plural and (lexicon["group_heads"].has(token) or relation is not None)) or lexicon[
            "group_nouns"
        ].has(token)
        if not (one or several or relation is not None) or _only_describes(tokens, at, lexicon):
            continue
        if one or several or not plural:
            mention = noun_mention(place, sentence, at, lexicon, group=not one, relation=relation, taken=taken)
            covered = mention.last
            yield mention


def _relation(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Relation | None:
    """Return what relative a noun names; a word for man or husband is a relative only where it says whose."""
    token = tokens[at]
    if lexicon["kin_if_owned"].has(token):
        before = tokens[at - 1] if at else None
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        owned = before is not None and any(lexicon[t].has(before) for t in ("possessive", "first_possessive", "seek"))
        owned = owned or (after is not None and after.text[:1].isupper() and "Case=Gen" in after.features)
        if not owned:
            return None
    return lexicon.relation(token.text, token.lemma)


def _left_out(place: int, sentence: Sentence, at: int, lexicon: Lexicon) -> Mention | None:
    """Return the group of a number whose noun is left out: "y otros 12 resultaron heridos"."""
    tokens = sentence.tokens
    if at == 0 or at + 1 >= len(tokens) or not lexicon["other"].has(tokens[at - 1]) or not is_verb(tokens[at + 1]):
        return None
    if (number := number_at(tokens, at, lexicon)) is None:
        return None
    span = text_between(sentence, at - 1, number[1])
    return Mention(
        kind=MentionKind.GROUP,
        sentence=place,
        first=at - 1,
        last=number[1],
        head=at,
        span=span,
        label=_label(sentence, span),
        rule="mentions.noun_left_out",
        other=True,
        count=Count(low=number[0], high=number[0], exact=True, of=""),
    )


def _only_describes(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether the word describes somebody and names nobody: "está cautivo", "población civil", "al cabo"."""
    token, before = tokens[at], tokens[at - 1] if at else None
    if before is None:
        return token.tag == "ADJ"
    if token.text[:1].isupper() or lexicon["first_possessive"].has(before) or lexicon["from_home"].at(tokens, at) > 1:
        return True
    if before.text.casefold() == "la" and lexicon["bodies"].has(token):
        return True
    introduced = before.tag in {"DET", "NUM"} or before.text.isdigit() or _is_introducing(before, lexicon)
    state = any(cues.state.has(token) for cues in lexicon.status.values())
    if state or token.tag == "VERB":
        described = token.tag == "NOUN" and _is_plural(token) and before.tag in {"ADJ", "VERB"}
        return not introduced and not described
    if token.tag == "ADJ":
        return not introduced and before.tag != "ADP"
    articles = bool(lexicon["definite"]) and bool(lexicon["indefinite"])
    return articles and not _is_plural(token) and not introduced and lexicon["articled"].has(token)


def _is_introducing(token: Token, lexicon: Lexicon) -> bool:
    tables = ("definite", "indefinite", "possessive", "other", "count_adjectives")
    return any(lexicon[table].has(token) for table in tables) or token.text.casefold() in lexicon.numerals


def _nominal(token: Token) -> bool:
    return token.tag in {"NOUN", "PROPN", "ADJ", "VERB"} and (token.tag != "VERB" or "VerbForm=Part" in token.features)


def _is_plural(token: Token) -> bool:
    return "Number=Plur" in token.features


def noun_mention(
    place: int,
    sentence: Sentence,
    at: int,
    lexicon: Lexicon,
    *,
    group: bool,
    relation: Relation | None,
    taken: set[int],
) -> Mention:
    """Return the mention that a noun is with the words of its phrase."""
    first, last = extent(sentence, at, lexicon, taken)
    tokens = sentence.tokens
    before = tokens[first:at]
    span = text_between(sentence, first, last)
    starts = first - 1 if first > 0 and lexicon["definite"].has(tokens[first - 1]) else first
    return Mention(
        kind=MentionKind.GROUP if group else MentionKind.UNNAMED,
        sentence=place,
        first=first,
        last=last,
        head=at,
        span=span,
        label=_label(sentence, span),
        rule="mentions.group" if group else "mentions.noun_phrase",
        sex=_sex(tokens[at : at + 1], lexicon) or (lexicon.kin_sex.get(relation) if relation else None),
        relation=relation,
        possessed=any(lexicon["possessive"].has(token) for token in before),
        definite=any(lexicon["definite"].has(token) for token in tokens[starts:at]),
        other=any(lexicon["other"].has(token) for token in before),
        count=count_at(sentence, at, first, lexicon) if group else None,
    )


def lengthened(sentence: Sentence, mention: Mention, last: int) -> Mention:
    """Return a mention that reaches up to the word at `last`."""
    if last <= mention.last:
        return mention
    span = text_between(sentence, mention.first, last)
    return replace(mention, last=last, span=span, label=_label(sentence, span))


def _label(sentence: Sentence, span: Span) -> str:
    words = [token.text for token in sentence.tokens if span.holds(token.span)]
    return " ".join(words).replace(" ,", ",")


def _sex(tokens: Sequence[Token], lexicon: Lexicon) -> Sex | None:
    """Return the sex that the words themselves say, as a noun with a feminine form does."""
    for token in tokens:
        relation = lexicon.relation(token.text, token.lemma)
        if relation is not None and relation in lexicon.kin_sex:
            return lexicon.kin_sex[relation]
        if lexicon["female_heads"].has(token):
            return Sex.FEMALE
        if lexicon["male_heads"].has(token):
            return Sex.MALE
    return None
