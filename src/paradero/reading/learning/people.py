"""Learns who is in a report: which names are persons of it, and whom nouns mean.

Each choice learns from reports as the choices before it leave them when they have not learned from those reports.
"""

from collections.abc import Iterator, Sequence

from paradero.reading.learning.coreference import fit_meant
from paradero.reading.learning.examples import FOLDS, Example, fold_of
from paradero.reading.learning.fitting import fit_choice
from paradero.reading.learning.gold import refs_of_mentions
from paradero.reading.people.coreference import parties_of
from paradero.reading.people.mentions import mentions_of, possible_mentions
from paradero.reading.people.model import People
from paradero.reading.people.named import named_people, speaks_for_person
from paradero.reading.people.party import Party
from paradero.terms.linear import Choice

Found = list[tuple[Example, tuple[Party, ...]]]
"""Reports with the people found in each by choices that did not learn from it."""


def fit_people(examples: Sequence[Example]) -> tuple[People, Found]:
    """Return all choices, learned from examples, and whom they find in each where they have not learned from it."""
    by_fold = [[example for example in examples if fold_of(example.annotated) == fold] for fold in range(FOLDS)]
    named = [fit_named(_others(by_fold, fold)) for fold in range(FOLDS)]
    each = list(zip(named, by_fold, strict=True))
    found = [
        (example, parties_of(example.document, mentions_of(example.document, example.tags, choice), meant))
        for fold, (choice, here) in enumerate(each)
        for meant in [fit_meant([*each[:fold], *each[fold + 1 :]])]
        for example in here
    ]
    return People(fit_named(examples), fit_meant(each)), found


def fit_named(examples: Sequence[Example]) -> Choice:
    """Return what tells whether names are those of a person of the report."""
    return fit_choice((row for example in examples for row in _named_rows(example)), l1=0.05, l2=3.0)


def _others(by_fold: Sequence[Sequence[Example]], fold: int) -> list[Example]:
    return [example for at, here in enumerate(by_fold) if at != fold for example in here]


def _named_rows(example: Example) -> Iterator[tuple[Sequence[str], bool]]:
    document = example.document
    mentions = possible_mentions(document, example.tags)
    refs = refs_of_mentions(document, example.annotated, mentions)
    kinds = {record.ref: record.kind for record in example.annotated.records}
    for names in named_people(document, mentions):
        right = [name in refs and kinds[refs[name]] == "named" for name in names]
        yield speaks_for_person(document, example.tags, names), sum(right) * 2 > len(right)
