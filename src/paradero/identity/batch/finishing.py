"""From weighed pairs to links: the prior worked out or stated, kin and namesakes bounded, and the result written."""

import math
from dataclasses import dataclass
from pathlib import Path

from paradero.identity.batch.comparisons import FIELDS
from paradero.identity.batch.engine_duckdb import DuckDb
from paradero.identity.batch.model import LinkageModel
from paradero.identity.batch.prepared import Prepared
from paradero.identity.model import MODEL

_MOST_ROUNDS = 50
_SETTLED = 0.001
_WHOLE = 60
"""Past so many bits a probability is 0 or 1 to every digit."""


@dataclass(frozen=True, slots=True)
class Links:
    """What was found."""

    weighed: int
    """Pairs above the floor."""
    links: int
    """Pairs at or above the threshold, which are in the result."""
    prior: float
    """Probability, before anything is compared, that a pair is one person."""


def _weight(model: LinkageModel, prior: float, right: int) -> str:
    """Return the expression for a pair's weight in bits.

    With k the share of pairs that are kin, or namesakes, F bits of what those share say only -log2((1 - k) 2^-F + k).
    """
    kin, name = (
        min(0.5, some / max(right, MODEL.least_sightings))
        for some in (model.kin_per_record, model.namesakes_per_record)
    )
    share = f"CASE WHEN may_be_kin THEN {kin!r} ELSE {name!r} END"
    bounded = f"-log2((1 - {share}) * pow(2, -least(shared_bits, 200)) + {share})"
    return f"(bits + {math.log2(prior / (1 - prior))!r} + least(0, {bounded} - shared_bits))"


def _probability(weight: str) -> str:
    return f"(1 / (1 + pow(2, -greatest(-{_WHOLE}, least({_WHOLE}, {weight})))))"


def settled_prior(engine: DuckDb, model: LinkageModel, *, left: int, right: int) -> float:
    """Return the prior at which the probabilities of all pairs add up to as many matches as it says there are."""
    prior = model.prior
    for _ in range(_MOST_ROUNDS):
        total = engine.rows(f"SELECT sum({_probability(_weight(model, prior, right))}) FROM weighed")[0][0] or 0.0
        found = min(0.5, max(total, 0.5) / (left * right))
        if abs(found - prior) <= _SETTLED * prior:
            return found
        prior = found
    return prior


def finish(
    engine: DuckDb, model: LinkageModel, prepared: Prepared, *, prior: float | None, threshold: float, out: Path
) -> Links:
    """Write the links at or above a threshold, best first, and return what was found.

    Args:
        engine: A DuckDB that holds `weighed` and both lists.
        model: What the pairs were weighed with.
        prepared: The lists.
        prior: Probability that a random pair is one person; without it, it is worked out from the pairs.
        threshold: Least probability.
        out: A new file, `.csv` or `.parquet`. It appears whole or not at all.
    """
    if prior is None:
        prior = settled_prior(engine, model, left=prepared.left, right=prepared.right)
    weight = _weight(model, prior, prepared.right)
    fields = ", ".join(f"weighed.{field.name}" for field in FIELDS)
    engine.make(
        "links",
        f"""SELECT left_list.id AS left_id, right_list.id AS right_id, round({weight}, 4) AS match_weight,
            round({_probability(weight)}, 6) AS match_probability,
            round(least(0, {weight} - bits - {math.log2(prior / (1 - prior))!r}), 4) AS kin_or_namesakes, {fields}
        FROM weighed JOIN people_l AS left_list ON left_list.record = l JOIN people_r AS right_list
            ON right_list.record = r WHERE {_probability(weight)} >= {threshold!r}""",
    )
    unfinished = out.with_name(f".{out.name}.unfinished{out.suffix}")
    try:
        engine.write_file("FROM links ORDER BY match_weight DESC, left_id, right_id", unfinished)
        unfinished.replace(out)
    finally:
        unfinished.unlink(missing_ok=True)
    weighed, links = (engine.rows(f"SELECT count(*) FROM {table}")[0][0] for table in ("weighed", "links"))
    return Links(weighed, links, prior)
