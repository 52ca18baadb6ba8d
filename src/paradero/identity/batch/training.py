"""Learning the odds from two lists, without labels: u from random pairs, m by expectation maximisation."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from paradero.identity.batch.comparisons import odds_of
from paradero.identity.batch.engine import Engine, linker
from paradero.identity.batch.model import LinkageModel

RANDOM_PAIRS = 1_500_000
SEED = 1
MOST_TRAINING_PAIRS = 5_000_000
LEAST_RECORDS = 4_000
"""Of either list; shorter ones do not tell enough to learn from."""
LEAST_PAIRS = 300
"""Pairs that each round of training must find."""
ROUNDS = (("born",), ("family_1", "given_1"))
"""What the pairs of each round share; a round learns about everything else."""


def can_learn(engine: Engine, left: int, right: int) -> bool:
    """Tell whether loaded lists are long enough, and say enough, to learn from."""
    if min(left, right) < LEAST_RECORDS:
        return False
    for columns in ROUNDS:
        joined = ", ".join(columns)
        found = engine.rows(
            f"SELECT count(*) FROM (SELECT 1 FROM people_l JOIN people_r USING ({joined}) LIMIT {LEAST_PAIRS}) AS found"
        )
        if found[0][0] < LEAST_PAIRS:
            return False
    return True


def train(
    engine: Engine, start: LinkageModel, *, left: int, right: int, step: Callable[[], None] = lambda: None
) -> LinkageModel:
    """Return a model learnt from the loaded lists; what they do not tell is taken from `start`.

    The same lists give the same model: the sample is drawn by a fixed seed.
    """
    from splink import block_on

    with quiet():
        learner = linker(engine, start.settings())
        learner.training.estimate_u_using_random_sampling(max_pairs=RANDOM_PAIRS, seed=SEED, min_count_per_level=None)
        step()
        for columns in ROUNDS:
            learner.training.estimate_parameters_using_expectation_maximisation(
                block_on(*columns), estimate_without_term_frequencies=True, max_pairs=MOST_TRAINING_PAIRS
            )
            step()
        written = learner.misc.save_model_to_json()
    return LinkageModel(
        odds=odds_of(written, start.odds),
        prior=start.prior,
        kin_per_record=start.kin_per_record,
        namesakes_per_record=start.namesakes_per_record,
        learnt_from=f"{left:,} and {right:,} records",
    )


@contextmanager
def quiet() -> Iterator[None]:
    """Keep Splink's own lines off the terminal: what a person needs to know, we say."""
    log = logging.getLogger("splink")
    before = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(before)
