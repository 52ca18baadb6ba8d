"""What became of whom: every status cue tied to the right person, or to nobody."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from paradero.reading.analysis import Token
from paradero.reading.fates import targets
from paradero.reading.fates.modality import hedge_of, modality_of
from paradero.reading.fates.objects import done_to
from paradero.reading.grammar import is_finite, is_verb
from paradero.reading.lexicon import StatusCues
from paradero.reading.persons.mentions import Mention
from paradero.reading.persons.people import NOT_SOUGHT, Person
from paradero.reading.persons.scenes import Scene, agrees, member_named, with_list
from paradero.reading.wishes import wish_spans
from paradero.terms.account import MentionKind, Role
from paradero.terms.claims import Count, Hedge, Modality, Status
from paradero.terms.person import Sex
from paradero.terms.spans import Span

ROLE_OF = {
    Status.RETURNED: Role.RETURNED,
    Status.KILLED: Role.DEAD,
    Status.CAPTURED: Role.CAPTIVE,
    Status.MISSING: Role.MISSING,
}
"""The role each status gives, the deciding one first where a report gives several."""

HOLDS = frozenset({Modality.ASSERTED, Modality.ALLEGED})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StatusRead:
    """One cue and of whom it speaks."""

    person: Person
    status: Status
    sentence: int
    span: Span
    """The cue itself."""
    modality: Modality
    hedge: Hedge
    count: Count | None
    rule: str


def statuses(scene: Scene) -> list[StatusRead]:
    """Return the statuses that one sentence gives, each person and status once."""
    found: dict[tuple[int, Status], StatusRead] = {}
    for status, cues in scene.lexicon.status.items():
        for read in _of_status(scene, status, cues):
            found.setdefault((id(read.person), status), read)
    for read in _heading(scene):
        found.setdefault((id(read.person), read.status), read)
    return without_what_ended([read for read in found.values() if not _is_wished(scene, read)])


def _is_wished(scene: Scene, read: StatusRead) -> bool:
    """Tell whether the cue is part of what a captive wants: "preferiría no ser canjeado" says nothing that happened.

    A wish is nobody's status, so that nothing keeps or matches it (rule R6).
    """
    wishes = wish_spans(scene.analysis.text, [scene.sentence.span], scene.lexicon)
    return any(wish.span.start <= read.span.start for wish in wishes)


def _heading(scene: Scene) -> list[StatusRead]:
    """Return the statuses of a heading such as "Liberados: A, B y C"."""
    tokens = scene.sentence.tokens
    colon = next((at for at, token in enumerate(tokens[:HEADING]) if token.text == ":"), None)
    named = [m for m in scene.mentions if m.kind is MentionKind.NAMED and colon is not None and m.first > colon]
    if colon is None or not named or any(is_verb(t) and t.tag == "AUX" for t in tokens[:colon]):
        return []
    for status, cues in scene.lexicon.status.items():
        for first, last in cues.state.hits(tokens[:colon]):
            return list(_reads(scene, status, first, last, scene.cast.who(named[0]), "heading"))
    return []


HEADING = 5
"""Words within which a heading's colon comes."""


def without_what_ended(reads: list[StatusRead]) -> list[StatusRead]:
    """Drop "captured" and "missing" where the same sentence says the person is back: "freed after two years"."""
    back = {id(r.person) for r in reads if r.status is Status.RETURNED and r.modality in HOLDS}
    ended = {Status.CAPTURED, Status.MISSING}
    return [read for read in reads if read.status not in ended or id(read.person) not in back]


def _of_status(scene: Scene, status: Status, cues: StatusCues) -> Iterator[StatusRead]:
    tokens = scene.sentence.tokens
    for first, last in cues.state.hits(tokens):
        if targets.in_title(scene, first) or _does_it(scene, first) or _of_nobody(scene, first, status):
            continue
        yield from _reads(scene, status, first, last, targets.described(scene, first, last), "state")
    for first, last in cues.object.hits(tokens):
        if tokens[last - 1].tag == "ADP":
            yield from _reads(scene, status, first, last, targets.named_after(scene, last), "object")
        elif (verb := _verb(tokens, first, last)) is not None:
            yield from _reads(scene, status, verb, last, done_to(scene, verb), "object", begins=first)
        else:
            yield from _reads(scene, status, first, last, _headlined(scene, first, last), "object")
    yield from _of_subject(scene, status, cues)
    for first, last in cues.event.hits(tokens):
        if not is_verb(tokens[first]):
            yield from _reads(scene, status, first, last, targets.of_event(scene, first, last), "event")


def _of_subject(scene: Scene, status: Status, cues: StatusCues) -> Iterator[StatusRead]:
    for first, last in cues.subject.hits(scene.sentence.tokens):
        if (verb := _verb(scene.sentence.tokens, first, last)) is not None:
            yield from _reads(scene, status, verb, last, _doer(scene, first, verb, last), "subject", begins=first)


def _doer(scene: Scene, first: int, verb: int, last: int) -> Person | None:
    return targets.doer(scene, verb) or _after(scene, last) or targets.of_contact(scene, first, last)


def _headlined(scene: Scene, first: int, last: int) -> Person | None:
    """Return whom the first word of a headline is done to, where it is a verb taken for a name: "Liberan a X"."""
    tokens = scene.sentence.tokens
    marked = first == 0 and last < len(tokens) and scene.lexicon["object_marker"].has(tokens[last])
    return targets.named_after(scene, last + 1) if marked else None


def _of_nobody(scene: Scene, at: int, status: Status) -> bool:
    """Tell whether the cue is only thought, "dado por muerto", is over, "former prisoner", or heads a list."""
    tokens = scene.sentence.tokens
    thought = at > 0 and tokens[at - 1].text == "por"
    former = at > 0 and status is Status.CAPTURED and scene.lexicon["former"].has(tokens[at - 1])
    return thought or former or (tokens[-1].text == ":" and not scene.mentions)


def _after(scene: Scene, at: int) -> Person | None:
    """Return the group that begins right after the verb: "murieron al menos 50 voluntarios"."""
    found = next((m for m in scene.mentions if m.first == at and m.kind is MentionKind.GROUP), None)
    return scene.cast.who(found) if found is not None else None


def _does_it(scene: Scene, at: int) -> bool:
    """Tell whether a participle stands in an active perfect, "ha capturado": whoever is described did it."""
    before = scene.sentence.tokens[max(0, at - 2) : at]
    has_had = any(token.lemma in PERFECT for token in before)
    return "VerbForm=Part" in scene.sentence.tokens[at].features and has_had and not any(t.lemma in BE for t in before)


PERFECT = frozenset({"haber", "have"})
BE = frozenset({"ser", "estar", "be"})


def _verb(tokens: tuple[Token, ...], first: int, last: int) -> int | None:
    return next(
        (at for at in range(first, last) if is_verb(tokens[at]) or "VerbForm=Part" in tokens[at].features), None
    )


def _reads(
    scene: Scene, status: Status, first: int, last: int, person: Person | None, part: str, *, begins: int | None = None
) -> Iterator[StatusRead]:
    """Yield the reading of one cue for each person it speaks of; `begins` is its first word where that is no verb."""
    near = scene.sentence.tokens[max(0, first - 3) : first]
    if person is None or any(scene.lexicon["second_person"].has(token) for token in near):
        return
    person = member_named(scene, person) or person
    listed = with_list(scene, person)
    cue = scene.sentence.tokens[first]
    if part == "state" and not agrees(cue, person, listed=len(listed) > 1):
        return
    if not _sex_fits(cue, person, describes=part != "event"):
        return
    span = Span(cue.span.start, scene.sentence.tokens[last - 1].span.end)
    for each in listed if part != "event" else [person]:
        yield StatusRead(
            person=each,
            status=status,
            sentence=scene.place,
            span=span,
            modality=_modality(scene, first if begins is None else begins, status, each),
            hedge=hedge_of(scene.sentence, first, scene.lexicon),
            count=_count(scene, each),
            rule=f"statuses.{part}",
        )


def _modality(scene: Scene, at: int, status: Status, person: Person) -> Modality:
    """Return in what way a cue is said; what introduces a name is taken for granted: "denied that captive X died"."""
    held = scene.cast.mention_at(scene.place, at)
    title = held.title if held is not None and scene.cast.who(held) is person else None
    if title is not None and title[0] <= at < title[1]:
        doubted = hedge_of(scene.sentence, at, scene.lexicon) is Hedge.DOUBTED
        return Modality.ALLEGED if doubted else Modality.ASSERTED
    return modality_of(scene.sentence, at, scene.lexicon, death=status is Status.KILLED)


def _sex_fits(cue: Token, person: Person, *, describes: bool) -> bool:
    """Tell whether a participle or adjective can speak of the person; it tells the sex where nothing else did."""
    singular = "Number=Sing" in cue.features and (cue.tag == "ADJ" or "VerbForm=Part" in cue.features)
    sex = Sex.FEMALE if "Gender=Fem" in cue.features else Sex.MALE if "Gender=Masc" in cue.features else None
    if not describes or not singular or sex is None or person.kind is MentionKind.GROUP:
        return True
    if person.sex is None and person.kind is MentionKind.NAMED:
        person.sex = sex
    return person.sex in (None, sex)


def _count(scene: Scene, person: Person) -> Count | None:
    return next((m.count for m in scene.mentions if m.count and scene.cast.who(m) is person), None)


def listed_after(scene: Scene, before: list[StatusRead]) -> list[StatusRead]:
    """Return the statuses that a list of names takes over from the group named before: "Se trata de A, B y C"."""
    tokens = scene.sentence.tokens
    intro = next(scene.lexicon["list_intro"].hits(tokens), None)
    if intro is not None and tokens[intro[0]].text.casefold() == "entre" and intro[1] - intro[0] > 1:
        before = [r for r in before if r.sentence == scene.place and r.span.start == _start(tokens, intro[1])]
    groups = [r for r in before if r.person.kind is MentionKind.GROUP and r.modality in HOLDS]
    if intro is None or not groups:
        return []
    last = groups[-1]
    named = [m for m in scene.mentions if m.kind is MentionKind.NAMED and m.first >= intro[1]]
    people = [*with_list(scene, scene.cast.who(named[0])), *_with_asides(scene, named)] if named else []
    sought = [p for p in dict.fromkeys(people) if p.role not in NOT_SOUGHT and p.kind is MentionKind.NAMED]
    span = sought[0].mentions[0].span if sought else last.span
    return [replace(last, person=p, sentence=scene.place, span=span, count=None, rule="statuses.list") for p in sought]


def _with_asides(scene: Scene, named: list[Mention]) -> Iterator[Person]:
    """Yield the people of a list in which ages and trades stand between the names: "A, de 34 años, y B, mecánico"."""
    tokens = scene.sentence.tokens
    yield scene.cast.who(named[0])
    for left, right in pairwise(named):
        start = right.title[0] if right.title else right.first
        while start > 0 and tokens[start - 1].tag == "DET":
            start -= 1
        joined = tokens[start - 1].text == "," or scene.lexicon["and"].has(tokens[start - 1])
        if not joined or any(is_finite(token) for token in tokens[left.last : start]):
            return
        yield scene.cast.who(right)


def _start(tokens: tuple[Token, ...], at: int) -> int:
    return tokens[at].span.start if at < len(tokens) else -1


def final_status(reads: list[StatusRead], person: Person) -> Status | None:
    """Return how the report leaves the person: what holds, the deciding status first."""
    mine = [read for read in reads if read.person is person]
    denied = {read.status for read in mine if read.modality is Modality.DENIED}
    asserted = {read.status for read in mine if read.modality is Modality.ASSERTED} - denied
    held = asserted or {read.status for read in mine if read.modality in HOLDS} - denied
    return next((status for status in (*ROLE_OF, Status.WOUNDED) if status in held), None)


def give_roles(reads: list[StatusRead], people: list[Person]) -> None:
    """Turn each person's final status into the role, and keep every status that holds."""
    for person in people:
        final = final_status(reads, person)
        if final in ROLE_OF:
            person.role = ROLE_OF[final]
            person.role_rule = next(r.rule for r in reads if r.person is person and r.status is final)
