"""Pairs found, weighed by Splink, and bounded: what kin and namesakes share says little, however rare it is."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from paradero.identity.batch.blocking import RULES, pairs_sql
from paradero.identity.batch.comparisons import FIELDS, LEFT, NOT_KNOWN, OTHER, RIGHT
from paradero.identity.batch.engine import Engine, linker
from paradero.identity.batch.model import LinkageModel
from paradero.identity.batch.training import quiet
from paradero.identity.model import match_weight_bits

FLOOR_BITS = -12.0
"""Pairs below this weight are not kept: one in four thousand of them would be one person."""
_KIN_SHARE = ("family", "father", "town", "mother", "unit")
_A_NAME = ("family", "given")
_OTHER_GIVEN_NAME = ("initial differs", OTHER)
_HAVE_RARITY = frozenset(field.name for field in FIELDS if any(level.rarity for level in field.levels))


def find_pairs(engine: Engine, *, step: Callable[[], None] = lambda: None) -> int:
    """Make the table `pairs` (`l`, `r`) of all pairs that a rule brings, and return how many there are."""
    for at, rule in enumerate(RULES):
        engine.make(f"pairs_{at}", f"SELECT DISTINCT l, r FROM ({pairs_sql(rule, engine.unfold)}) AS found")
        step()
    together = " UNION ".join(f"SELECT l, r FROM pairs_{at}" for at in range(len(RULES)))
    engine.make("pairs", together)
    step()
    for at in range(len(RULES)):
        engine.drop(f"pairs_{at}")
    return int(engine.rows("SELECT count(*) FROM pairs")[0][0])


def weigh(
    engine: Engine, model: LinkageModel, *, pairs: int, folder: Path, progress: Callable[[int], None] = lambda _: None
) -> None:
    """Weigh the table `pairs` and write those above the floor into a folder, part by part.

    The weight that is written is without the prior, which is worked out from all of them.
    """
    parts = max(1, -(-pairs // engine.chunk_pairs))
    with quiet():
        scorer = linker(engine, model.settings())
        for part in range(parts):
            _weigh_part(engine, scorer, model, (part, parts), folder / f"part_{part}")
            progress(pairs // parts)


def _weigh_part(engine: Engine, scorer: Any, model: LinkageModel, which: tuple[int, int], target: Path) -> None:
    part, parts = which
    query = f"""SELECT '0' AS match_key, '{LEFT}-__-' || l AS join_key_l, '{RIGHT}-__-' || r AS join_key_r
        FROM pairs WHERE l % {parts} = {part}"""
    engine.make(f"blocked_{part}", query)
    table = engine.splink.register(f"blocked_{part}", table_name=f"blocked_{part}")
    scorer.table_management.register_blocked_pairs_for_predict(table)
    scored = scorer.inference.predict(threshold_match_weight=FLOOR_BITS, warning_mode="never")
    engine.write(_narrow(scored.physical_name, model), target)
    scored.drop_table_from_database_and_remove_from_cache()
    engine.drop(f"blocked_{part}")


def _bits(field: str) -> str:
    """Return the expression for all that a field adds, rarity included."""
    return f"(mw_{field} + mw_tf_adj_{field})" if field in _HAVE_RARITY else f"mw_{field}"


def _outcome(field: str, labels: tuple[str, ...]) -> str:
    """Return the expression for a field's outcome in words; Splink numbers them from the last, 0."""
    cases = " ".join(f"WHEN {len(labels) - 1 - at} THEN '{label}'" for at, label in enumerate(labels))
    return f"CASE gamma_{field} {cases} ELSE '{NOT_KNOWN}' END AS {field}"


def _narrow(table: str, model: LinkageModel) -> str:
    prior_bits = match_weight_bits(m=model.prior, u=1 - model.prior)
    outcomes = ", ".join(_outcome(field.name, field.labels) for field in FIELDS)
    given = next(field.labels for field in FIELDS if field.name == "given")
    other = ", ".join(str(len(given) - 1 - given.index(label)) for label in _OTHER_GIVEN_NAME)
    kin = " + ".join(_bits(field) for field in _KIN_SHARE)
    name = " + ".join(f"greatest({_bits(field)}, 0)" for field in _A_NAME)
    return f"""SELECT record_l AS l, record_r AS r, match_weight - ({prior_bits}) AS bits,
        gamma_given IN ({other}) AS may_be_kin,
        CASE WHEN gamma_given IN ({other}) THEN {kin} ELSE {name} END AS shared_bits,
        {outcomes} FROM {table}"""
