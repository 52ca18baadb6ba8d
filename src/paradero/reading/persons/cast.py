"""Who is who: mentions of one person brought together, in the order of the text."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from paradero.reading.analysis import Analysis, Sentence
from paradero.reading.grammar import may_introduce
from paradero.reading.lexicon import Lexicon
from paradero.reading.persons.known import Known
from paradero.reading.persons.mentions import Mention
from paradero.reading.persons.people import TELL, Cast, Person
from paradero.reading.persons.roles import role_by_words
from paradero.terms.account import MentionKind, Role
from paradero.terms.fold import fold
from paradero.terms.person import Relation


@dataclass(slots=True)
class _Builder:
    analysis: Analysis
    lexicon: Lexicon
    people: list[Person] = field(default_factory=list)
    known: Known = field(default_factory=Known)
    of_mention: dict[int, Person] = field(default_factory=dict)
    focus: Person | None = None
    shared: frozenset[str] = frozenset()
    """Family names that several people of the report bear."""

    def new(self, mention: Mention) -> Person:
        person = Person(kind=mention.kind, label=mention.label, mentions=[], sex=mention.sex)
        person.relation = title_relation(self.analysis.sentences[mention.sentence], mention, self.lexicon)
        person.kin_of = self.focus if mention.possessed else None
        self.people.append(person)
        self.known.came(person)
        return person

    def _note(self, person: Person, mention: Mention) -> None:
        """Keep by which words a person is now known."""
        if mention.kind is MentionKind.NAMED:
            self.known.named(person, fold(mention.label).split())
        if not mention.other:
            self.known.called(person, [self._phrase(mention)])
        if person.kind is not MentionKind.GROUP:
            self.known.called(person, self._nouns(mention))

    def _phrase(self, mention: Mention) -> tuple[MentionKind, Relation | None, str]:
        return mention.kind, mention.relation, _bare_label(mention, self.analysis.sentences[mention.sentence])

    def take(self, mention: Mention, before: Sequence[Mention]) -> None:
        """Give the mention its person and move the focus."""
        person = self._find(mention, before) or self.new(mention)
        person.mentions.append(mention)
        self._note(person, mention)
        person.sex = person.sex or mention.sex
        if mention.kind is MentionKind.NAMED and person.kind is MentionKind.UNNAMED:
            person.kind, person.label = MentionKind.NAMED, mention.label
        if mention.kind is MentionKind.NAMED and len(mention.label.split()) > len(person.label.split()):
            person.label = mention.label
        self.of_mention[id(mention)] = person
        if self._may_be_focus(person, mention):
            self.focus = person

    def _find(self, mention: Mention, before: Sequence[Mention]) -> Person | None:
        if mention.kind is MentionKind.NAMED:
            return self._same_name(mention) or self._apposed(mention, before)
        return self._apposed(mention, before) or self._unnamed(mention, before)

    def _unnamed(self, mention: Mention, before: Sequence[Mention]) -> Person | None:
        if mention.kind is MentionKind.GROUP:
            return self._same_label(mention)
        if mention.relation is not None:
            return self._kin(mention)
        tokens = self.analysis.sentences[mention.sentence].tokens
        if self.lexicon["of_that_name"].any_in(tokens[mention.head + 1 : mention.head + 1 + CALLED_WITHIN]):
            return self.focus
        if mention.other or self._is_introduced(mention):
            return None
        if mention.definite or (not self.lexicon.articles and mention.last == mention.first + 1):
            referred = self._referred(mention) or self._same_label(mention)
            return None if self._is_kin_of(mention, before, referred) else referred
        return self._same_label(mention)

    def _is_introduced(self, mention: Mention) -> bool:
        """Tell whether a relative clause presents somebody new where no article could: "чоловік, якого відпустили"."""
        tokens = self.analysis.sentences[mention.sentence].tokens
        rest = tokens[mention.last : mention.last + 2]
        presented = len(rest) == 2 and rest[0].text == "," and self.lexicon["relative"].has(rest[1])  # noqa: PLR2004
        return presented and not self.lexicon.articles and not mention.definite and not mention.possessed

    def _is_kin_of(self, mention: Mention, before: Sequence[Mention], referred: Person | None) -> bool:
        """Tell whether somebody cannot be meant, being a relative of who is: "X, hermana del capturado"."""
        if referred is None or not before or before[-1].relation is None:
            return False
        between = self.analysis.sentences[mention.sentence].tokens[before[-1].head + 1 : mention.head]
        of = any(self.lexicon["of"].has(token) for token in between)
        return of and referred in [self.of_mention[id(m)] for m in before[-2:]]

    def _same_name(self, mention: Mention) -> Person | None:
        words = fold(mention.label).split()
        sharing = self.known.sharing(words)
        fits = [p for p in sharing if any(self._one_name(words, fold(name).split()) for name in p.names)]
        exact = [p for p in fits if any(fold(name).split() == words for name in p.names)]
        if exact or len(fits) == 1:
            return (exact or fits)[0]
        return self.focus if self.focus in fits else None

    def _one_name(self, words: Sequence[str], known: Sequence[str]) -> bool:
        """Tell whether one name is part of the other, so that a lone surname finds its person if none shares it."""
        alone = set(known) if len(known) < len(words) else set()
        return _one_name(words, known) and not (len(alone) == 1 and alone <= self.shared)

    def _apposed(self, mention: Mention, before: Sequence[Mention]) -> Person | None:
        """Return the person right before, joined by a comma or a copula: "X, un soldado ruso"; "el soldado es X"."""
        if not before or MentionKind.GROUP in (mention.kind, before[-1].kind):
            return None
        last = before[-1]
        if self._only_quoted(last):
            return None
        both_named = last.kind is mention.kind is MentionKind.NAMED
        if both_named or (mention.title and mention.kind is MentionKind.NAMED and last.relation is not None):
            return None
        start = mention.title[0] if mention.title else mention.first
        between = self.analysis.sentences[mention.sentence].tokens[last.last : start]
        kept = [t for t in between if not self.lexicon["definite"].has(t) and not self.lexicon["indefinite"].has(t)]
        comma = [t.text for t in kept] == [","]
        if mention.kind is MentionKind.UNNAMED and mention.relation is not None and mention.possessed:
            return self.of_mention[id(last)] if comma and self._closes(mention) else None
        if mention.kind is MentionKind.UNNAMED and (mention.relation is not None or mention.possessed or mention.other):
            return None
        called = len(kept) <= CALLED_WITHIN and any(end == len(kept) for _, end in self.lexicon["called"].hits(kept))
        is_said = len(kept) == 1 and self.lexicon["copula"].has(kept[0]) and mention.kind is MentionKind.NAMED
        tokens = self.analysis.sentences[mention.sentence].tokens
        bare = (
            not kept and mention.kind is MentionKind.NAMED and may_introduce(tokens[last.head], tokens[mention.first])
        )
        return self.of_mention[id(last)] if comma or is_said or called or bare else None

    def _closes(self, mention: Mention) -> bool:
        """Tell whether "her second son" right after a name only says who that is: ", her second son, aged 31"."""
        tokens = self.analysis.sentences[mention.sentence].tokens
        rest = tokens[mention.last : mention.last + 3]
        if not rest or rest[0].text in {".", ";", ")"}:
            return True
        named = len(rest) > 1 and (rest[1].tag == "PROPN" or self.lexicon["possessive"].has(rest[1]))
        return rest[0].text == "," and not named

    def _same_label(self, mention: Mention) -> Person | None:
        """Return whoever came last of those who have been called by the same words."""
        return self.known.latest(self._phrase(mention))

    def _kin(self, mention: Mention) -> Person | None:
        """Return the relative already met: of the same relation, and the same person's where "his" stands."""
        for person in reversed(self.people):
            if person.relation is mention.relation and (person.kin_of is self.focus or not mention.possessed):
                return person
        return None

    def _referred(self, mention: Mention) -> Person | None:
        """Return whom "el soldado", "la mujer" takes up: the latest single person that can be called so."""
        token = self.analysis.sentences[mention.sentence].tokens[mention.head]
        if (same := self._same_noun(mention)) is not None:
            return same
        fighter = self.lexicon["fighters"].has(token)
        near = (p for p in self.people if mention.sentence - p.mentions[-1].sentence <= MEMORY)
        latest = sorted(near, key=lambda p: (p.mentions[-1].sentence, p.mentions[-1].first), reverse=True)
        for person in latest:
            if person.kind is MentionKind.GROUP or (mention.sex and person.sex and mention.sex is not person.sex):
                continue
            if fighter and (_is_fighter(person, self.analysis, self.lexicon) or person is self.focus):
                return person
            if not fighter and mention.sex and person.sex is mention.sex:
                return person
        again = not fighter and self.lexicon["refer"].has(token) and self.focus is not None
        return self.focus if again and self.focus and self.focus.sex in (None, mention.sex) else None

    def _same_noun(self, mention: Mention) -> Person | None:
        """Return the latest person that has been called by the same noun: "el marinero X ... del marinero"."""
        return self.known.latest(self.analysis.sentences[mention.sentence].tokens[mention.head].lemma)

    def _nouns(self, mention: Mention) -> set[str]:
        tokens = self.analysis.sentences[mention.sentence].tokens
        title = tokens[mention.title[0] : mention.title[1]] if mention.title else ()
        head = (tokens[mention.head],) if mention.kind is MentionKind.UNNAMED else ()
        return {token.lemma for token in (*title, *head)}

    def _only_quoted(self, mention: Mention) -> bool:
        """Tell whether the name only says who reports: "según X"."""
        start = mention.title[0] if mention.title else mention.first
        before = self.analysis.sentences[mention.sentence].tokens[max(0, start - CLOSE) : start]
        return self.lexicon["according"].any_in(before)

    def _is_called_aunt(self, mention: Mention) -> bool:
        """Tell whether a word for a relative stands right before the name: "дядя Петя", "тётя Галя"."""
        if mention.first == 0:
            return False
        before = self.analysis.sentences[mention.sentence].tokens[mention.first - 1]
        return self.lexicon.relation(before.text, before.lemma) in SELDOM_SOUGHT

    def _may_be_focus(self, person: Person, mention: Mention) -> bool:
        if person.kind is MentionKind.GROUP or person.role in TELL or person.relation in SELDOM_SOUGHT:
            return False
        if mention.kind is MentionKind.NAMED:
            return person is self.focus or not (self._only_quoted(mention) or self._is_called_aunt(mention))
        return self.focus is None or self.lexicon["fighters"].has(
            self.analysis.sentences[mention.sentence].tokens[mention.head]
        )


CALLED_WITHIN = 6
"""Words between somebody and the name: ", que se identificó como"."""

CLOSE = 3

SELDOM_SOUGHT = frozenset(Relation) - {
    Relation.SON,
    Relation.HUSBAND,
    Relation.BROTHER,
    Relation.DAUGHTER,
    Relation.FIANCEE,
}
"""Relatives who speak of the missing and are seldom the missing themselves."""

MEMORY = 12
"""How many sentences back "the soldier" may point."""


def _one_name(words: Sequence[str], known: Sequence[str]) -> bool:
    """Tell whether one name is part of the other, so that a lone surname finds its person."""
    return bool(words) and bool(known) and (set(words) <= set(known) or set(known) <= set(words))


def _shared_names(found: Sequence[Mention]) -> frozenset[str]:
    """Return the last words of names that stand after different first words: brothers, namesakes."""
    firsts: dict[str, set[str]] = {}
    for mention in found:
        words = fold(mention.label).split()
        if mention.kind is MentionKind.NAMED and len(words) > 1:
            firsts.setdefault(words[-1], set()).add(words[0])
    return frozenset(last for last, given in firsts.items() if len(given) > 1)


def _bare_label(mention: Mention, sentence: Sentence) -> str:
    """Return the phrase without its articles, from its noun on."""
    last = mention.last
    return fold(" ".join(token.text for token in sentence.tokens[mention.head : last]))


def _is_fighter(person: Person, analysis: Analysis, lexicon: Lexicon) -> bool:
    for mention in person.mentions:
        tokens = analysis.sentences[mention.sentence].tokens
        words = [tokens[mention.head]]
        if mention.title:
            words.extend(tokens[mention.title[0] : mention.title[1]])
        if any(lexicon["fighters"].has(token) for token in words):
            return True
    return False


def title_relation(sentence: Sentence, mention: Mention, lexicon: Lexicon) -> Relation | None:
    """Return which relative the mention's noun or the noun before its name says the person is."""
    if mention.relation is not None or not mention.title:
        return mention.relation
    before = sentence.tokens[mention.title[0] : mention.title[1]]
    return next((r for t in before if (r := lexicon.relation(t.text, t.lemma)) is not None), None)


def build_cast(analysis: Analysis, found: Sequence[Mention], lexicon: Lexicon) -> Cast:
    """Return the people of a report; roles that a name's own title gives are known from the first mention on."""
    builder = _Builder(analysis, lexicon, shared=_shared_names(found))
    by_sentence: dict[int, list[Mention]] = {}
    focus: dict[int, Person | None] = {}
    at = 0
    for place in range(len(analysis.sentences)):
        focus[place] = builder.focus
        while at < len(found) and found[at].sentence == place:
            mention = found[at]
            before = by_sentence.setdefault(place, [])
            role = role_by_words(analysis.sentences[place], mention, lexicon)
            builder.take(mention, before)
            person = builder.of_mention[id(mention)]
            if role is not None and person.role is Role.MENTIONED:
                person.role, person.role_rule = role
            before.append(mention)
            if person.role in TELL and builder.focus is person:
                builder.focus = focus[place] if focus[place] is not person else None
            at += 1
    return Cast(builder.people, builder.of_mention, by_sentence, focus)
