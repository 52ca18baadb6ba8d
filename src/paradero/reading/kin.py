"""Whose mother, whose son: relatives tied to the person they belong to."""

from collections.abc import Sequence

from paradero.reading.analysis import Analysis, Sentence, Token
from paradero.reading.cast import NOT_SOUGHT, SELDOM_SOUGHT, Cast, Person, title_relation
from paradero.reading.grammar import is_finite
from paradero.reading.lexicon import Lexicon
from paradero.reading.mentions import Mention
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


def _settle(  # noqa: PLR0917
    cast: Cast, sentence: Sentence, mentions: Sequence[Mention], at: int, relation: Relation, lexicon: Lexicon
) -> None:
    mention = mentions[at]
    person = _apposed_name(cast, sentence, mentions, at) or cast.who(mention)
    owner = _owner(cast, sentence, mentions, at, lexicon)
    if owner is None and _possessed(sentence, mention, lexicon) and not _others_act(sentence, mentions, at):
        owner = cast.focus[mention.sentence]
        if owner is not None and owner is not person and owner.role not in NOT_SOUGHT:
            owner.loose_kin.append((relation, person))
            person.relation, person.kin_of = relation, owner
        return
    if owner is None or owner is person:
        return
    person.sex = person.sex or lexicon.kin_sex.get(relation)
    person.relation, person.kin_of = relation, owner
    if person.role is Role.MENTIONED:
        person.role, person.role_rule = Role.KIN, "kin.noun"
    _add(owner, relation, person)
    if (back := turned(relation, owner.sex)) is not None:
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


def _owner(  # noqa: PLR0917
    cast: Cast, sentence: Sentence, mentions: Sequence[Mention], at: int, lexicon: Lexicon
) -> Person | None:
    mention = mentions[at]
    tokens = sentence.tokens
    after = mention.head + 1
    if mention.kind is not MentionKind.NAMED and after < len(tokens) and _is_of(tokens[after], lexicon):
        return _of_whom(cast, mentions, at)
    return _possessor(cast, mentions, at) if _possessed(sentence, mention, lexicon) else None


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


def _kin_role(relative: Person) -> tuple[Role, str]:
    return (Role.KIN, "kin.focus") if relative.role in {Role.MENTIONED, Role.SPEAKER} else (relative.role, relative.role_rule)


def _is_of(token: Token, lexicon: Lexicon) -> bool:
    return lexicon["of"].has(token)


def _of_whom(cast: Cast, mentions: Sequence[Mention], at: int) -> Person | None:
    """Return the person whose mention follows within a few words: "madre del subintendente X"."""
    for after in mentions[at + 1 : at + 2]:
        start = after.title[0] if after.title else after.first
        if start - mentions[at].head <= OWNER_WITHIN and after.kind is not MentionKind.GROUP:
            return cast.who(after)
    return None


def _possessor(cast: Cast, mentions: Sequence[Mention], at: int) -> Person | None:
    """Return whose "his" or "her" is: the latest single person before in the sentence, else whom the text is about."""
    person = cast.who(mentions[at])
    for mention in reversed(mentions[:at]):
        other = cast.who(mention)
        if other is not person and mention.kind is not MentionKind.GROUP and other.role not in NOT_SOUGHT:
            return other if other.relation is None or other.relation not in SELDOM_SOUGHT else other.kin_of or other
    return None
