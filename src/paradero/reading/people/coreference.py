"""Whom a noun such as "the boy" or "su madre" means: somebody known, somebody new, or nobody of the report."""

from collections.abc import Sequence
from dataclasses import dataclass

from paradero.reading.document import Document
from paradero.reading.people.party import PERSONS, Mention, MentionKind, Party
from paradero.reading.people.same_person import one_each
from paradero.reading.people.speaking_for import BESIDE, speaks_for, speaks_for_new, speaks_for_nobody
from paradero.terms.linear import Linear

SENTENCES_BACK, SENTENCES_AHEAD = 12, 3
"""How far back, and how far ahead by name, somebody can be whom a noun means."""
OTHERS_BACK = 40
"""How many sentences back a group or a source may be meant."""
NEW, NOBODY = -1, -2
DOUBT = 1.4
"""How much likelier, as a logarithm, a word has to be no mention than one, to be left out. Chosen on the tune part."""

Features = list[str]
Option = tuple[int, Features]


@dataclass(frozen=True)
class Ranking:
    """A choice among options by a linear model: the option with the highest score."""

    linear: Linear

    def best(self, options: Sequence[Features]) -> int:
        """Return the place of the best option."""
        return int(self.linear.scores(options)[:, 0].argmax())


def parties_of(document: Document, mentions: Sequence[Mention], meant: Ranking) -> tuple[Party, ...]:
    """Return the persons, groups and sources of a document in order of their first mention."""
    people = one_each(document, [mention for mention in mentions if mention.kind is MentionKind.NAME])
    for mention in in_order(document, mentions):
        join(people, mention, _meant(candidates(document, people, mention), meant))
    return tuple(Party(tuple(sorted(found))) for found in sorted(people, key=min))


def in_order(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the nouns in the order in which they are settled: those beside a name first, for others lean on them."""
    names = [mention for mention in mentions if mention.kind is MentionKind.NAME]
    edges = {name.end: name for name in names} | {-name.first: name for name in names}

    def apart(noun: Mention) -> bool:
        near = (
            *(edges.get(noun.first - gap) for gap in range(BESIDE)),
            *(edges.get(-noun.end - gap) for gap in range(BESIDE)),
        )
        sentence = document.sentence_of[noun.first]
        return all(name is None or document.sentence_of[name.first] != sentence for name in near)

    return sorted((m for m in mentions if m.kind is not MentionKind.NAME), key=lambda noun: (apart(noun), noun.first))


def _meant(options: Sequence[Option], meant: Ranking) -> int:
    scores = meant.linear.scores([features for _, features in options])[:, 0]
    scores[-1] -= DOUBT
    return options[int(scores.argmax())][0]


def join(people: list[list[Mention]], mention: Mention, person: int) -> None:
    """Put a mention to a person, begin a new one, or leave it out."""
    if person == NEW:
        people.append([mention])
    elif person != NOBODY:
        people[person] = sorted([*people[person], mention])


def candidates(document: Document, people: Sequence[Sequence[Mention]], mention: Mention) -> list[Option]:
    """Return whom a noun may mean, nearest first, then `NEW` and `NOBODY`, each with what speaks for it."""
    near = sorted(
        (distance, at) for at, known in enumerate(people) if (distance := _far(document, known, mention)) is not None
    )
    reach = [at for _, at in near]
    found = [(at, speaks_for(document, people, at, mention, nth)) for nth, at in enumerate(reach)]
    known = [people[at] for at in reach]
    return [*found, (NEW, speaks_for_new(document, known, mention)), (NOBODY, speaks_for_nobody(document, mention))]


def _far(document: Document, known: Sequence[Mention], mention: Mention) -> tuple[bool, int] | None:
    """Return how far somebody stands from a mention, those before it first; `None` for whom it cannot mean."""
    if not _alike(known[0].kind, mention.kind):
        return None
    sentence = document.sentence_of[mention.first]
    back = max((other.first for other in known if other.first < mention.first), default=None)
    reach = SENTENCES_BACK if mention.kind is MentionKind.NOUN else OTHERS_BACK
    if back is not None and sentence - document.sentence_of[back] <= reach:
        return (False, mention.first - back)
    ahead = min((other.first for other in known if other.first > mention.first), default=None)
    if ahead is not None and (
        document.sentence_of[ahead] - sentence <= SENTENCES_AHEAD or _same_noun(document, known, mention)
    ):
        return (True, ahead - mention.first)
    return None


def _alike(one: MentionKind, other: MentionKind) -> bool:
    """Tell whether two mentions can be of one thing: persons with persons, offices with sources and formations."""
    return (one in PERSONS) == (other in PERSONS) and (one is MentionKind.GROUP) == (other is MentionKind.GROUP)


def _same_noun(document: Document, known: Sequence[Mention], mention: Mention) -> bool:
    """Tell whether somebody was called by the same noun."""
    lemma = document.tokens[mention.end - 1].lemma
    return any(other.kind is mention.kind and document.tokens[other.end - 1].lemma == lemma for other in known)
