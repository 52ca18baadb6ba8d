"""Fits linear models with CRFsuite (Okazaki 2007) and takes their weights out of it."""

from collections.abc import Iterable, Sequence
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from paradero.reading.tagging.tagger import OUT, Layer
from paradero.terms.linear import BIAS, Choice, Linear

Row = tuple[Sequence[Sequence[str]], Sequence[str]]
"""The features of the words of one sentence, and their labels."""
YES, NO = "yes", "no"


def fit_chain(rows: Iterable[Row], *, l1: float = 0.1, l2: float = 0.05, rounds: int = 80) -> tuple[Linear, Layer]:
    """Return the weights of a chain of labels: L-BFGS with both penalties."""
    found = _trained(rows, l1=l1, l2=l2, rounds=rounds)
    labels = (OUT, *sorted(label for label in found.labels if label != OUT))
    column = {label: at for at, label in enumerate(labels)}
    vocabulary = tuple(dict.fromkeys(feature for feature, _ in found.state_features))
    row = {feature: at for at, feature in enumerate(vocabulary)}
    weights = np.zeros((len(vocabulary), len(labels)), np.float32)
    for (feature, label), weight in found.state_features.items():
        weights[row[feature], column[label]] = weight
    transitions = np.zeros((len(labels), len(labels)), np.float32)
    for (before, after), weight in found.transitions.items():
        transitions[column[before], column[after]] = weight
    return Linear(vocabulary, weights), Layer(labels, transitions)


def fit_choice(
    rows: Iterable[tuple[Sequence[str], bool]], *, l1: float = 0.3, l2: float = 0.1, rounds: int = 150
) -> Choice:
    """Return the weights of a yes-or-no question."""
    alone = (([[BIAS, *features]], [YES if yes else NO]) for features, yes in rows)
    found = _trained(alone, l1=l1, l2=l2, rounds=rounds)
    sums: dict[str, float] = {}
    for (feature, label), weight in found.state_features.items():
        sums[feature] = sums.get(feature, 0.0) + (weight if label == YES else -weight)
    return Choice(Linear(tuple(sums), np.array(list(sums.values()), np.float32)[:, None]))


def _trained(rows: Iterable[Row], *, l1: float, l2: float, rounds: int) -> Any:
    import pycrfsuite  # noqa: PLC0415  # only who trains has it

    trainer = pycrfsuite.Trainer(verbose=False)
    for items, row_labels in rows:
        trainer.append(list(map(list, items)), list(row_labels))
    trainer.set_params({"c1": l1, "c2": l2, "max_iterations": rounds, "feature.possible_transitions": True})
    with TemporaryDirectory() as folder:
        trainer.train(f"{folder}/model")
        tagger = pycrfsuite.Tagger()
        tagger.open(f"{folder}/model")
        found = tagger.info()
        tagger.close()
    return found
