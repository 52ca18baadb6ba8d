"""Of whom a cue speaks: the parse where there is one, nearness within the clause where there is none."""

from paradero.reading.analysis import NameKind
from paradero.reading.grammar import (
    children,
    clause,
    has_parse,
    head_of,
    is_verb,
    owner_follows,
    subject_at,
)
from paradero.reading.persons.asides import after_name, is_of_another, is_said_to_be, named_later, set_off_before
from paradero.reading.persons.people import NOT_SOUGHT, Person
from paradero.reading.persons.pronouns import in_clause, leading, meant, tells_sex
from paradero.reading.persons.scenes import STEPS, Scene
from paradero.terms.account import MentionKind
from paradero.terms.person import Sex


def described(scene: Scene, first: int, last: int) -> Person | None:
    """Return whom a participle, adjective or phrase describes, climbing the parse from it."""
    own = scene.cast.mention_at(scene.place, first)
    if own is not None:
        kin_of_others = own.relation is not None and first > own.head and scene.sentence.tokens[first].tag == "NOUN"
        return None if kin_of_others else is_said_to_be(scene, own) or scene.cast.who(own)
    if (near := after_name(scene, first)) is not None:
        return near
    if is_of_another(scene, first):
        return None
    if (pronoun := leading(scene, first)) is not None:
        return meant(scene, pronoun)
    return _climbed(scene, first, last) if has_parse(scene.sentence) else beside(scene, first)


def _climbed(scene: Scene, first: int, last: int) -> Person | None:
    at: int | None = first
    for _ in range(STEPS):
        if at is None:
            return None
        if not first <= at < last and (person := scene.person_at(at)) is not None:
            return person
        token = scene.sentence.tokens[at]
        if is_verb(token) or _has_copula(scene, at):
            return _subject(scene, at)
        at = head_of(scene.sentence, at)
    return _verbless(scene, first)


def _has_copula(scene: Scene, at: int) -> bool:
    return any(scene.sentence.tokens[child].relation in {"cop", "aux:pass"} for child in children(scene.sentence, at))


def _subject(scene: Scene, verb: int) -> Person | None:
    """Return the subject of a verb: said, or the antecedent of its relative clause, or dropped and so the focus."""
    subject = subject_at(scene.sentence, verb)
    if subject is not None:
        if (person := scene.person_at(subject)) is not None:
            return person
        if scene.sentence.tokens[subject].tag == "PRON" and (person := _of_pronoun(scene, subject)) is not None:
            return person
        if (person := set_off_before(scene, verb)) is not None:
            return person
        if not scene.lexicon["relative"].has(scene.sentence.tokens[subject]):
            return _named_by(scene, subject)
    if _is_free_relative(scene, verb):
        return None
    near = _relative_of(scene, verb) or set_off_before(scene, verb) or _described_by_clause(scene, verb)
    near = near or _right_before(scene, verb)
    return near if near is not None or subject is not None else _unsaid(scene, verb)


def _named_by(scene: Scene, subject: int) -> Person | None:
    """Return the person named beside the noun that is the subject: "мой сын Дорошенков Руслан", "родом из X, Тимур"."""
    tokens = scene.sentence.tokens
    kin = scene.lexicon.relation(tokens[subject].text, tokens[subject].lemma) is not None
    home = scene.lexicon["from_home"].at(tokens, subject) > 0
    for mention in scene.mentions:
        beside_it = (kin and mention.first == subject + 1) or (home and tokens[mention.head].head == subject)
        if mention.kind is MentionKind.NAMED and beside_it:
            return scene.cast.who(mention)
    return None


def _is_free_relative(scene: Scene, verb: int) -> bool:
    """Tell whether the verb's clause is about "el que", somebody else who is not named."""
    tokens = scene.sentence.tokens
    for at in range(verb - 1, max(0, verb - 4), -1):
        if scene.lexicon["relative"].has(tokens[at]):
            return scene.lexicon["definite"].has(tokens[at - 1])
    return False


def _unsaid(scene: Scene, verb: int) -> Person | None:
    """Return who is meant where a verb has no subject of its own."""
    if (pronoun := in_clause(scene, verb)) is not None:
        return meant(scene, pronoun)
    if (later := named_later(scene, verb)) is not None:
        return later
    if (person := _subject_above(scene, verb)) is not None:
        return person
    reduced = _reduced_clause(scene, verb)
    return scene.person_at(reduced) if reduced is not None else focus(scene, verb)


def _reduced_clause(scene: Scene, verb: int) -> int | None:
    """Return the subject of a clause before its verb: "X, captured in May, was freed" often parses as two."""
    for child in children(scene.sentence, verb):
        if child < verb and scene.sentence.tokens[child].relation == "ccomp":
            return subject_at(scene.sentence, child)
    return None


def _of_pronoun(scene: Scene, at: int) -> Person | None:
    """Return whom "he" or "she" stands for: the latest single person before that it fits, else the focus."""
    if tells_sex(scene, at) is not None:
        return meant(scene, at)
    token = scene.sentence.tokens[at]
    sex = next((sex for gender, sex in PRONOUN_SEX.items() if f"Gender={gender}" in token.features), None)
    if sex is None or "Number=Plur" in token.features or scene.lexicon["relative"].has(token):
        return None
    before = [scene.cast.who(m) for m in scene.mentions if m.last <= at and m.kind is not MentionKind.GROUP]
    person = next((p for p in reversed(before) if p.role not in NOT_SOUGHT and p.sex is sex), None)
    person = person or scene.cast.focus.get(scene.place)
    return person if person is not None and person.sex in (None, sex) and person.role not in NOT_SOUGHT else None


PRONOUN_SEX = {"Masc": Sex.MALE, "Fem": Sex.FEMALE}


def _subject_above(scene: Scene, verb: int) -> Person | None:
    """Return the subject of a clause further up: of "contó cómo se rindió", who told; an official tells of others."""
    at: int | None = verb
    for _ in range(STEPS):
        if at is None or scene.sentence.tokens[at].relation not in {"advcl", "ccomp", "xcomp", "conj"}:
            return None
        at = head_of(scene.sentence, at)
        if at is None:
            return None
        subject = subject_at(scene.sentence, at)
        if subject is not None:
            person = scene.person_at(subject)
            return person if person is not None and person.role not in NOT_SOUGHT else None
        if (person := _relative_of(scene, at) or _described_by_clause(scene, at)) is not None:
            return person
    return None


CLAUSE = frozenset({"acl", "acl:relcl", "relcl"})


def _described_by_clause(scene: Scene, verb: int) -> Person | None:
    """Return whom a verb that itself describes a noun describes, by the parse."""
    if scene.sentence.tokens[verb].relation not in CLAUSE:
        return None
    head = head_of(scene.sentence, verb)
    return scene.person_at(head) if head is not None else None


def _right_before(scene: Scene, verb: int) -> Person | None:
    """Return whose mention ends right before the verb, only helping words between, whatever the parse says."""
    at = verb - 1
    while at >= 0 and scene.sentence.tokens[at].tag in {"AUX", "ADV"}:
        at -= 1
    found = [m for m in scene.mentions if m.last == at + 1]
    if not found or at < 0:
        return None
    person = scene.cast.who(found[-1])
    start = found[-1].title[0] if found[-1].title else found[-1].first
    before = scene.sentence.tokens[max(0, start - 1) : start]
    led = any(t.tag == "ADP" and not scene.lexicon["at_least"].any_in([t]) for t in before)
    return None if led else person


def _relative_of(scene: Scene, verb: int) -> Person | None:
    """Return whose mention stands right before the relative pronoun of a verb, where one stands near before it."""
    for at in range(verb - 1, max(-1, verb - 4), -1):
        if scene.sentence.tokens[at].tag != "SCONJ" and scene.lexicon["relative"].has(scene.sentence.tokens[at]):
            ends = [m for m in scene.mentions if m.last == at]
            return scene.cast.who(ends[-1]) if ends else None
    return None


def focus(scene: Scene, at: int) -> Person | None:
    """Return whom the text is about, for a dropped subject: one person, and no official, poster or journalist."""
    if "Number=Plur" in scene.sentence.tokens[at].features:
        return None
    person = scene.cast.focus.get(scene.place)
    return person if person is not None and person.role not in NOT_SOUGHT else None


def beside(scene: Scene, first: int) -> Person | None:
    """Return the one person in the clause of a cue, the nearest before it first; `None` where two could be meant."""
    begin, end = clause(scene.sentence, first)
    inside = [m for m in scene.mentions if begin <= m.first and m.last <= end]
    inside = [m for m in inside if scene.cast.who(m).role not in NOT_SOUGHT]
    before = [m for m in inside if m.last <= first]
    people = list(dict.fromkeys(scene.cast.who(m) for m in before or inside))
    return scene.cast.who((before or inside)[-1 if before else 0]) if people else None


def _verbless(scene: Scene, at: int) -> Person | None:
    """Return the one named person of a heading: "Cabo X, 12 años de secuestro"."""
    begin, end = clause(scene.sentence, at)
    if any(is_verb(token) for token in scene.sentence.tokens[begin:end]):
        return None
    named = list(dict.fromkeys(scene.cast.who(m) for m in scene.mentions if m.kind is MentionKind.NAMED))
    return named[0] if len(named) == 1 else None


def doer(scene: Scene, at: int) -> Person | None:
    """Return who does a verb such as "die": its subject, or the focus where none is said."""
    if not has_parse(scene.sentence):
        return beside(scene, at)
    return _subject(scene, at)


def named_after(scene: Scene, at: int) -> Person | None:
    """Return the person whose mention begins within a few words from a place: "searching for her son X"."""
    near = [m for m in scene.mentions if at <= (m.title[0] if m.title else m.first) <= at + NEAR_AFTER]
    named = [m for m in near if m.kind is MentionKind.NAMED]
    return scene.cast.who((named or near)[0]) if near else None


NEAR_AFTER = 3


def in_title(scene: Scene, at: int) -> bool:
    """Tell whether a word is part of a name of something: "the Centre for the Missing" calls nobody missing."""
    token = scene.sentence.tokens[at]
    if at == 0 or not token.text[:1].isupper() or token.text.isupper():
        return False
    span = token.span
    if scene.sentence.tokens[at - 1].tag in {"DET", "ADP", "NOUN", "PROPN"} and scene.lexicon.articles:
        return True
    return any(n.kind is NameKind.ORGANISATION and n.span.meets(span) for n in scene.analysis.names)


def of_event(scene: Scene, first: int, last: int) -> Person | None:
    """Return whose capture or death a noun names: after "of", or by a possessive before."""
    tokens = scene.sentence.tokens
    if owner_follows(tokens, last, scene.lexicon):
        for mention in scene.mentions:
            start = mention.title[0] if mention.title else mention.first
            if last < mention.last and start <= last + 2:
                return scene.cast.who(mention)
        return None
    if first > 0 and scene.lexicon["possessive"].has(tokens[first - 1]):
        before = [m for m in scene.mentions if m.last <= first and scene.cast.who(m).role not in NOT_SOUGHT]
        single = [m for m in before if m.kind is not MentionKind.GROUP and scene.cast.who(m).relation is None]
        return scene.cast.who(single[-1]) if single else scene.cast.focus.get(scene.place)
    return _verbless(scene, first)


def of_contact(scene: Scene, first: int, last: int) -> Person | None:
    """Return with whom contact was lost, where a cue is itself subject and verb: "зв'язок із нею зник"."""
    tokens = scene.sentence.tokens
    if tokens[first].tag != "NOUN":
        return None
    pronoun = next((at for at in range(first, last) if tells_sex(scene, at) is not None), None)
    if pronoun is not None:
        return meant(scene, pronoun)
    named = [m for m in scene.mentions if m.kind is MentionKind.NAMED and first < m.first < last]
    person = scene.cast.who(named[0]) if named else scene.cast.focus.get(scene.place)
    return person if person is not None and person.role not in NOT_SOUGHT else None
