"""Learns what is said to have become of whom."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from paradero.reading.learning.boosting import Growth, fit_several, fit_trees
from paradero.reading.learning.examples import Example
from paradero.reading.learning.fitting import fit_chain, fit_choice
from paradero.reading.learning.gold import refs_of_parties
from paradero.reading.learning.marked import parties_marked
from paradero.reading.people.party import Party
from paradero.reading.people.roles import Evidence
from paradero.reading.statuses import fates, manner
from paradero.reading.statuses.about import About
from paradero.reading.statuses.pairs import Pair, pairs_of
from paradero.reading.statuses.read import HOLDS, StatusModels, evidence_of, fates_of, manners_of, standing
from paradero.reading.statuses.settled import Case, Fates, cases_of, numbers, table
from paradero.reading.statuses.triggers import Trigger
from paradero.reading.statuses.view import LABELS, STATUSES, View
from paradero.reading.tagging.tagger import OUT
from paradero.terms.annotated import Record
from paradero.terms.claims import Status
from paradero.terms.linear import Choice, Linear, Scores
from paradero.terms.trees import Trees

FOLDS = 4
SEEN_MIN = 3
"""A feature of fewer pairs is not learned from."""
COLUMN_MIN = 0.04
"""Of the cases, the share that must have a feature for the trees to ask about it."""
STRICT = 150.0
"""The penalty on squares of weights: pairs have many features that say nearly the same and are to share it."""
MILD = 0.3
GROWTH = Growth(rounds=100, depth=5)
FITS = 4
"""Fits of trees whose mean is taken."""
NONE = Trees((), np.zeros((0, 1), np.int32), np.zeros((0, 1), np.float32), np.zeros((0, 2), np.float32), 0.0)


@dataclass(frozen=True)
class Text:
    """A report to learn from, with parties found by models that never saw it."""

    example: Example
    parties: Sequence[Party]

    @cached_property
    def about(self) -> About:
        """The features of its mentions, parties and triggers."""
        return About(View(self.example.document, self.example.tags, self.parties))

    @cached_property
    def pairs(self) -> list[Pair]:
        """Every trigger with everybody it may be about."""
        return pairs_of(self.about)

    @cached_property
    def as_marked(self) -> "Text":
        """The same report with the parties that a person marked."""
        return Text(self.example, parties_marked(self.example))

    @property
    def voice(self) -> str:
        """In what manner it is written."""
        return self.example.annotated.header["voice"]

    @cached_property
    def refs(self) -> dict[int, str]:
        """The thing that each party is."""
        return refs_of_parties(self.example.document, self.example.annotated, self.parties)

    @cached_property
    def claims(self) -> list[tuple[Status, Record]]:
        """What a person marked as claimed."""
        status = {label: status for status, labels in LABELS.items() for label in labels}
        return [(status[c.kind], c) for c in self.example.annotated.of_kind("c") if c.kind in status]

    def told(self, party: int, status: Status) -> bool:
        """Tell whether the report claims a status of a party at all."""
        return party in self.refs and (self.refs[party], status) in {(c.about[0], s) for s, c in self.claims}

    def stands(self, party: int, status: Status) -> bool:
        """Tell whether it claims it as a fact or with a doubt, and does not take it back."""
        standing = {(c.about[0], s) for s, c in self.claims if manner_of(c) in HOLDS}
        return party in self.refs and (self.refs[party], status) in standing


def manner_of(claim: Record) -> str:
    """Return in what way a claim is made."""
    return "refuted" if "refuted_by" in claim.fields else claim.fields["modality"]


def fit_statuses(texts: Sequence[Text]) -> tuple[StatusModels, list[Evidence]]:
    """Return the models of statuses, and how likely each status stands in each text by models that never saw its voice.

    The trees learn from first answers of models that never saw the text's voice either.
    """
    folds = [[(text, *_answered(text, models)) for text in outside] for models, outside in _first_apart(texts)]
    cases = [answered for fold in folds for answered in fold]
    names, items = _columns(cases)
    of_case = [(text, case) for text, found, _ in cases for case in found]
    stands = np.array([text.stands(case.party, case.status) for text, case in of_case])
    told = np.array([text.told(case.party, case.status) for text, case in of_case])
    fold_of = np.repeat(range(len(folds)), [sum(len(found) for _, found, _ in fold) for fold in folds])
    first = _first(texts)
    models = StatusModels(
        *(first.pairs, first.fates, first.manners, first.labels),
        *(_trees(names, items, stands), _trees(names, items, told)),
    )
    likely = iter(_apart(names, items, stands, fold_of).tolist())
    evidence = {id(text): evidence_of(found, [next(likely) for _ in found]) for text, found, _ in cases}
    return models, [evidence[id(text)] for text in texts]


def _first_apart(texts: Sequence[Text]) -> Iterator[tuple[StatusModels, list[Text]]]:
    for inside, outside in _folds(texts):
        yield _first(inside), outside


def _apart(names: tuple[str, ...], items: Scores, right: NDArray[np.bool_], fold_of: NDArray[Any]) -> Scores:
    """Return the answer of each case by trees that learned from the other folds."""
    likely = np.zeros(len(items), np.float32)
    for fold in np.unique(fold_of):
        here = fold_of == fold
        likely[here] = fit_trees(names, items[~here], right[~here], GROWTH).probability(items[here])
    return likely


def _folds(texts: Sequence[Text]) -> Iterator[tuple[list[Text], list[Text]]]:
    """Give the texts to learn from and those to answer, whole voices apart."""
    voices = sorted({text.voice for text in texts})
    for fold in range(min(FOLDS, len(voices))):
        left_out = set(voices[fold::FOLDS])
        outside = [text for text in texts if text.voice in left_out]
        yield [text for text in texts if text.voice not in left_out], outside


def _first(texts: Sequence[Text]) -> StatusModels:
    """Return models of everything but the trees, learned from the parties that were found and from those marked."""
    both = [*texts, *(text.as_marked for text in texts)]
    return StatusModels(_fit_pairs(both), _fit_fates(both), *_fit_manners(texts), NONE, NONE)


def _fit_manners(texts: Sequence[Text]) -> tuple[Linear, tuple[str, ...]]:
    linear, layer = fit_chain(
        (([features], [said]) for text in texts for features, said in _manners(text)), l1=0.0, l2=MILD
    )
    told = [at for at, label in enumerate(layer.labels) if label != OUT]
    return Linear(linear.vocabulary, linear.weights[:, told]), tuple(layer.labels[at] for at in told)


def _fit_pairs(texts: Sequence[Text]) -> Choice:
    seen = Counter(feature for text in texts for pair in text.pairs for feature in pair.features)
    return fit_choice(
        (
            ([f for f in pair.features if seen[f] >= SEEN_MIN], text.told(pair.candidate.party, pair.trigger.status))
            for text in texts
            for pair in text.pairs
        ),
        l1=0.0,
        l2=STRICT,
    )


def _fit_fates(texts: Sequence[Text]) -> Linear:
    rows = [(text, party, fates.features(text.about, party)) for text in texts for party in text.about.view.order]
    told = [[text.told(party, status) for status in STATUSES] for text, party, _ in rows]
    columns = [[any(row) for row in told], *([row[at] for row in told] for at in range(len(STATUSES)))]
    linears = [
        fit_choice(((row[2], yes) for row, yes in zip(rows, c, strict=True)), l1=0.0, l2=STRICT).linear for c in columns
    ]
    vocabulary = tuple(dict.fromkeys(feature for linear in linears for feature in linear.vocabulary))
    weights = np.zeros((len(vocabulary), len(linears)), np.float32)
    place = {feature: at for at, feature in enumerate(vocabulary)}
    for column, linear in enumerate(linears):
        weights[[place[feature] for feature in linear.vocabulary], column] = linear.weights[:, 0]
    return Linear(vocabulary, weights)


def _manners(text: Text) -> Iterator[tuple[list[str], str]]:
    """Give the features of each word that a person marked as a claim, and in what way it is said."""
    view = text.about.view
    for status, claim in text.claims:
        words = [at for mark in text.example.annotated.marks_of(claim.ref) for at in view.document.within(mark.span)]
        if words:
            yield manner.features(view, Trigger(words[0], status, 1.0, ())), manner_of(claim)


def _answered(text: Text, models: StatusModels) -> tuple[list[Case], Fates]:
    likely = models.pairs.probability([pair.features for pair in text.pairs]).tolist() if text.pairs else []
    stands = standing(manners_of(text.about, text.pairs, models)) if text.pairs else {}
    return cases_of(text.pairs, likely, stands, text.about.view.beside), fates_of(
        text.about, models
    ) if text.about.view.order else {}


def _columns(cases: Sequence[tuple[Text, list[Case], Fates]]) -> tuple[tuple[str, ...], Scores]:
    """Return what the trees may ask about, and the answers of every case."""
    tops = [case.weighed[0].pair.features for _, found, _ in cases for case in found]
    seen = Counter(feature for features in tops for feature in features)
    common = sorted(feature for feature, count in seen.items() if count >= COLUMN_MIN * len(tops))
    known = next(numbers(text.about, found, fated)[0] for text, found, fated in cases if found)
    names = (*known, *common)
    return names, np.concatenate([table(names, text.about, found, fated) for text, found, fated in cases])


def _trees(names: tuple[str, ...], items: Scores, right: NDArray[np.bool_]) -> Trees:
    return fit_several(names, items, right, GROWTH, FITS)
