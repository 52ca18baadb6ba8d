"""Choices among options, learned."""

import numpy as np

from paradero.reading.learning.ranking import fit_ranking


def test_what_told_the_right_option_tells_it_again() -> None:
    """The nearest is right when their sex agrees, the other when it does not."""
    agrees = ([["near", "sex agrees"], ["far", "sex agrees"]], 0)
    differs = ([["near", "sex differs"], ["far", "sex agrees"]], 1)

    linear = fit_ranking([agrees, differs] * 20, l2=0.1)

    scores = [linear.scores(options)[:, 0] for options, _ in (agrees, differs)]
    assert [int(np.argmax(row)) for row in scores] == [0, 1]


def test_a_feature_seen_once_is_not_learned() -> None:
    """A word of one report says nothing of the next."""
    linear = fit_ranking([([["often", "once"], ["other"]], 0), ([["often"], ["other"]], 0)])

    assert "once" not in linear.vocabulary
