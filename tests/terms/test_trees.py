from pathlib import Path

import numpy as np
import pytest

from paradero.reading.learning.boosting import Growth, fit_trees
from paradero.terms.trees import Trees, read_trees

ONE = Trees(
    names=("age", "sex"),
    columns=np.array([[0, 1]], np.int32),
    thresholds=np.array([[17.5, 0.5]], np.float32),
    values=np.array([[0.0, 2.0, 0.0, -2.0]], np.float32),
    start=0.0,
)


def test_an_items_answers_are_the_place_of_its_value() -> None:
    items = np.array([[10, 0], [30, 0], [30, 1]], np.float32)

    assert ONE.probability(items).tolist() == pytest.approx([0.5, 1 / (1 + np.exp(-2)), 1 / (1 + np.exp(2))])


def test_no_items_have_no_answers() -> None:
    assert ONE.probability(np.zeros((0, 2), np.float32)).shape == (0,)


def test_trees_learn_what_neither_column_tells_alone() -> None:
    """A kin word makes an enquirer of the subject and a sought person of the object: neither fact tells it alone."""
    chance = np.random.default_rng(7)
    items = chance.integers(0, 2, (400, 5)).astype(np.float32)
    right = items[:, 0] != items[:, 1]

    trees = fit_trees(tuple("abcde"), items, right, Growth(rounds=30, depth=3, share=1.0))

    assert ((trees.probability(items) > 0.5) == right).all()


def test_stored_trees_answer_as_before(tmp_path: Path) -> None:
    np.savez(tmp_path / "trees.npz", **{k: v for k, v in ONE.tables("t").items() if k != "t.names"}, **_names(ONE))
    items = np.array([[10, 0], [30, 1]], np.float32)

    with np.load(tmp_path / "trees.npz") as stored:
        assert read_trees(stored, "t").probability(items).tolist() == ONE.probability(items).tolist()


def _names(trees: Trees) -> dict[str, np.ndarray]:
    return {"t.names": np.frombuffer("\n".join(trees.names).encode(), np.uint8)}
