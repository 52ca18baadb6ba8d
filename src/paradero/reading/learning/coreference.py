"""Learns whom nouns mean."""

from collections.abc import Iterator, Sequence

from paradero.reading.learning.examples import Example
from paradero.reading.learning.gold import refs_of_mentions
from paradero.reading.learning.ranking import Group, fit_ranking
from paradero.reading.people.coreference import NEW, NOBODY, Option, Ranking, candidates, in_order, join
from paradero.reading.people.mentions import mentions_of
from paradero.reading.people.party import Mention, MentionKind
from paradero.reading.people.same_person import one_each
from paradero.terms.linear import Choice


def fit_meant(examples: Sequence[tuple[Choice | None, Sequence[Example]]]) -> Ranking:
    """Return what tells whom a noun means, learned from whom each noun of the examples does mean.

    Args:
        examples: Reports, each lot with the choice of names that did not learn from it.
    """
    return Ranking(fit_ranking(row for named, lot in examples for example in lot for row in _rows(example, named)))


def _rows(example: Example, named: Choice | None) -> Iterator[Group]:
    document = example.document
    mentions = mentions_of(document, example.tags, named)
    refs = refs_of_mentions(document, example.annotated, mentions)
    people = one_each(document, [mention for mention in mentions if mention.kind is MentionKind.NAME])
    for mention in in_order(document, mentions):
        options = candidates(document, people, mention)
        right = _right(people, options, refs, mention)
        yield [features for _, features in options], right
        join(people, mention, options[right][0])


def _right(
    people: Sequence[Sequence[Mention]], options: Sequence[Option], refs: dict[Mention, str], mention: Mention
) -> int:
    """Return the place of the option that a person's annotation has."""
    ref = refs.get(mention)
    meant = [ref is not None and at >= 0 and _is(people[at], refs, ref) for at, _ in options]
    return meant.index(True) if any(meant) else [at for at, _ in options].index(NOBODY if ref is None else NEW)


def _is(known: Sequence[Mention], refs: dict[Mention, str], ref: str) -> bool:
    """Tell whether somebody is the thing annotated; of names those count, not the nouns that were put to them."""
    names = [other for other in known if other.kind is MentionKind.NAME] or known
    return ref in [refs.get(other) for other in names]
