"""Whose mother, whose son: relatives tied to the person they belong to."""

from collections.abc import Sequence

from paradero.reading.analysis import Analysis, Sentence
from paradero.reading.grammar import is_finite, owner_follows, subject_at
from paradero.reading.lexicon import Lexicon
from paradero.reading.names import sex_of_given_name
from paradero.reading.persons.cast import SELDOM_SOUGHT, title_relation
from paradero.reading.persons.mentions import Mention
from paradero.reading.persons.people import NOT_SOUGHT, Cast, Person
from paradero.terms.account import SOUGHT_ROLES, MentionKind, Role
from paradero.terms.person import Relation, Sex

OWNER_WITHIN = 4
"""Words between "mother of" and the name of whose mother she is: "de el subintendente"."""

PARENT = {Sex.FEMALE: Relation.MOTHER, Sex.MALE: Relation.FATHER}
SPOUSE = {Relation.WIFE: Relation.HUSBAND, Relation.HUSBAND: Relation.WIFE, Relation.PARTNER: Relation.PARTNER}
SIBLING = {Sex.FEMALE: Relation.SISTER, Sex.MALE: Relation.BROTHER}


def turned(relation: Relation, owner_sex: Sex | None) -> Relation | None:
    """Return what the owner is to the relative: of "her son", a mother; `None` where the words do not say."""
    if relation in {Relation.SON, Relation.DAUGHTER, Relation.CHILDREN}:
        return PARENT.get(owner_sex) if owner_sex else None
    if relation in {Relation.BROTHER, Relation.SISTER}:
        return SIBLING.get(owner_sex) if owner_sex else None
    return SPOUSE.get(relation)


def settle_kin(cast: Cast, analysis: Analysis, lexicon: Lexicon) -> None:
    """Tie every relative to the person whose relative the words make of them."""
    for place, mentions in cast.by_sentence.items():
        for at, mention in enumerate(mentions):
            relation = title_relation(analysis.sentences[place], mention, lexicon)
            if relation is not None:
                _settle(cast, analysis.sentences[place], mentions, at, relation, lexicon)


def _settle(
    cast: Cast, sentence: Sentence, mentions: Sequence[Mention], at: int, relation: Relation, lexicon: Lexicon
) -> None:
    mention = mentions[at]
    person = _apposed_name(cast, sentence, mentions, at) or _name_after_owner(cast, sentence, mentions, at, lexicon)
    person = person or cast.who(mention)
    owner = _owner(cast, sentence, mentions, at, lexicon)
    bare = (
        (mention.definite or not lexicon.articles)
        and mention.relation is not None
        and not owner_follows(sentence.tokens, mention.head + 1, lexicon)
    )
    if owner is None and (bare or _possessed(sentence, mention, lexicon)) and not _others_act(sentence, mentions, at):
        owner = cast.focus[mention.sentence]
        if owner is not None and owner is not person and owner.role not in NOT_SOUGHT:
            owner.loose_kin.append((relation, person))
            person.relation, person.kin_of = relation, owner
        return
    if owner is None or owner is person:
        return
    owner.sex = owner.sex or _sex_of_possessive(sentence, mention, lexicon)
    person.sex = person.sex or lexicon.kin_sex.get(relation)
    person.relation, person.kin_of = relation, owner
    if person.role is Role.MENTIONED:
        person.role, person.role_rule = Role.KIN, "kin.noun"
    _add(owner, relation, person)
    if (back := turned(relation, owner.sex or sex_of_given_name(owner.label))) is not None:
        _add(person, back, owner)


def _add(owner: Person, relation: Relation, relative: Person) -> None:
    if (relation, relative) not in owner.kin:
        owner.kin.append((relation, relative))


def _apposed_name(cast: Cast, sentence: Sentence, mentions: Sequence[Mention], at: int) -> Person | None:
    """Return the person named right before: "Galina, madre del soldado" speaks of Galina."""
    if at == 0 or mentions[at].kind is not MentionKind.UNNAMED or mentions[at].possessed:
        return None
    last = mentions[at - 1]
    between = sentence.tokens[last.last : mentions[at].first]
    words = [token.text for token in between if token.tag != "DET"]
    return cast.who(last) if words == [","] and last.kind is MentionKind.NAMED else None


def _name_after_owner(
    cast: Cast, sentence: Sentence, mentions: Sequence[Mention], at: int, lexicon: Lexicon
) -> Person | None:
    """Return the person named after the owner: "the mother of Ruslan, Galina," speaks of Galina."""
    if mentions[at].kind is not MentionKind.UNNAMED or at + 2 >= len(mentions):
        return None
    owner, name = mentions[at + 1], mentions[at + 2]
    between = [token.text for token in sentence.tokens[owner.last : name.first]]
    named = owner.kind is MentionKind.NAMED and name.kind is MentionKind.NAMED
    return (
        cast.who(name)
        if named and between == [","] and owner_follows(sentence.tokens, mentions[at].head + 1, lexicon)
        else None
    )


def _owner(cast: Cast, sentence: Sentence, mentions: Sequence[Mention], at: int, lexicon: Lexicon) -> Person | None:
    mention = mentions[at]
    tokens = sentence.tokens
    after = mention.head + 1
    if mention.kind is not MentionKind.NAMED and owner_follows(tokens, after, lexicon):
        return _of_whom(cast, mentions, at)
    if (genitive := _genitive(cast, sentence, mentions, at, lexicon)) is not None:
        return genitive
    if (holder := _holder(cast, sentence, mentions, at, lexicon)) is not None:
        return holder
    sex = _sex_of_possessive(sentence, mention, lexicon)
    return _possessor(cast, mentions, at, sex) if _possessed(sentence, mention, lexicon) else None


def _genitive(cast: Cast, sentence: Sentence, mentions: Sequence[Mention], at: int, lexicon: Lexicon) -> Person | None:
    """Return whose name with "'s" stands right before the relative: "Ruslan Doroshenkov's mother"."""
    mention = mentions[at]
    start = mention.title[0] if mention.title else mention.first
    if start == 0 or not lexicon["genitive_mark"].has(sentence.tokens[start - 1]):
        return None
    ends = [m for m in mentions[:at] if m.last == start - 1 and m.kind is not MentionKind.GROUP]
    return cast.who(ends[-1]) if ends else None


def _sex_of_possessive(sentence: Sentence, mention: Mention, lexicon: Lexicon) -> Sex | None:
    """Return the sex of whoever "her" or "his" before a mention stands for, in a language whose words say it."""
    start = mention.title[0] if mention.title else mention.first
    before = sentence.tokens[max(0, start - 1) : mention.head]
    if lexicon["possessive_female"].any_in(before):
        return Sex.FEMALE
    return Sex.MALE if lexicon["possessive_male"].any_in(before) else None


def _possessed(sentence: Sentence, mention: Mention, lexicon: Lexicon) -> bool:
    start = mention.title[0] if mention.title else mention.first
    return mention.possessed or any(lexicon["possessive"].has(t) for t in sentence.tokens[max(0, start - 1) : start])


def _others_act(sentence: Sentence, mentions: Sequence[Mention], at: int) -> bool:
    """Tell whether several people act before the mention, so that "their son" is not the focus's."""
    before = sentence.tokens[: mentions[at].first]
    several = any(is_finite(token) and "Number=Plur" in token.features for token in before)
    return several or any(mention.kind is MentionKind.GROUP for mention in mentions[:at])


def settle_loose_kin(people: Sequence[Person]) -> None:
    """Keep the relatives tied by focus alone where that person is sought, and drop them elsewhere."""
    for owner in people:
        for relation, relative in owner.loose_kin:
            if owner.role in SOUGHT_ROLES:
                _add(owner, relation, relative)
                relative.role, relative.role_rule = _kin_role(relative)
            elif relative.role in SOUGHT_ROLES:
                back = turned(relation, owner.sex or sex_of_given_name(owner.label))
                if back is not None:
                    _add(relative, back, owner)
                owner.role, owner.role_rule = _kin_role(owner)


def settle_parents(people: Sequence[Person]) -> None:
    """Give whoever speaks of a sought child, husband or brother the role of kin; the sought keep relatives."""
    for owner in people:
        tied = any(relative.role in SOUGHT_ROLES for _, relative in owner.kin)
        if tied and owner.role in {Role.MENTIONED, Role.SPEAKER}:
            owner.role, owner.role_rule = Role.KIN, "kin.of_sought"
        if owner.role not in SOUGHT_ROLES and owner.kind is MentionKind.NAMED:
            owner.kin.clear()


def _kin_role(relative: Person) -> tuple[Role, str]:
    return (
        (Role.KIN, "kin.focus")
        if relative.role in {Role.MENTIONED, Role.SPEAKER}
        else (relative.role, relative.role_rule)
    )


def _holder(cast: Cast, sentence: Sentence, mentions: Sequence[Mention], at: int, lexicon: Lexicon) -> Person | None:
    """Return who has the relative: "has a wife and two children", "У Дашиева остались жена ..."."""
    tokens = sentence.tokens
    mention = mentions[at]
    verb = next((i for i in range(mention.first - 1, -1, -1) if lexicon["have"].has(tokens[i])), None)
    if verb is None or mention.kind is MentionKind.NAMED or any(is_finite(t) for t in tokens[verb + 1 : mention.first]):
        return None
    earlier = [m for m in mentions[:at] if m.last <= verb and m.kind is not MentionKind.GROUP]
    at_whom = [m for m in earlier if m.first > 0 and lexicon["at_whom"].has(tokens[m.first - 1])]
    subject = subject_at(sentence, verb)
    own = [m for m in earlier if subject is not None and m.first <= subject < m.last]
    if at_whom or own:
        return cast.who((at_whom or own)[0])
    spoken = subject is None or tokens[subject].tag == "PRON"
    near = [m for m in earlier if cast.who(m).role not in NOT_SOUGHT]
    return (cast.who(near[-1]) if near else cast.focus[mention.sentence]) if spoken else None


def _of_whom(cast: Cast, mentions: Sequence[Mention], at: int) -> Person | None:
    """Return the person whose mention follows within a few words: "madre del subintendente X"."""
    for after in mentions[at + 1 : at + 2]:
        start = after.title[0] if after.title else after.first
        if start - mentions[at].head <= OWNER_WITHIN and after.kind is not MentionKind.GROUP:
            return cast.who(after)
    return None


def _possessor(cast: Cast, mentions: Sequence[Mention], at: int, sex: Sex | None) -> Person | None:
    """Return whose "his" or "her" is: the latest single person before in the sentence, else whom the text is about."""
    person = cast.who(mentions[at])
    for mention in reversed(mentions[:at]):
        other = cast.who(mention)
        if other is not person and mention.kind is not MentionKind.GROUP and other.role not in NOT_SOUGHT:
            if sex is not None and other.sex is sex:
                return other
            return other if other.relation is None or other.relation not in SELDOM_SOUGHT else other.kin_of or other
    return None
