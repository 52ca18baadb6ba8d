"""Which pairs are compared: the true ones nearly all, and never too many for one key."""

from contextlib import closing
from pathlib import Path

import pytest
from tests.identity.batch.lists import made, write

from paradero.identity.batch import blocking
from paradero.identity.batch.blocking import RULES, count_sql, pairs_sql
from paradero.identity.batch.engine import load
from paradero.identity.batch.engine_duckdb import DuckDb
from paradero.identity.batch.lists import check
from paradero.identity.batch.prepared import prepare
from paradero.identity.batch.scoring import find_pairs


def test_nearly_every_true_pair_is_compared_and_few_others(tmp_path: Path) -> None:
    left, right, truth = made(600, seed=2)
    with closing(opened(tmp_path, left, right)) as engine:
        found = find_pairs(engine)
        refs = engine.rows(
            "SELECT a.id, b.id FROM pairs JOIN people_l a ON a.record = l JOIN people_r b ON b.record = r"
        )

    assert len(set(refs) & truth) >= 0.98 * len(truth)
    assert found == len(refs) == len(set(refs))
    assert found < 0.1 * len(left) * len(right)


def test_a_key_that_too_many_bear_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else one common name would bring more pairs than all others together."""
    common = [{"id": str(at), "name": "Дорошенков Руслан"} for at in range(30)]
    rare = [{"id": "rare", "name": "Дашиев Тимур"}]
    monkeypatch.setattr(blocking, "MOST_PAIRS_OF_A_KEY", 100)
    with closing(opened(tmp_path, common + rare, common + rare)) as engine:
        pairs = engine.rows(pairs_sql(RULES[0], engine.unfold))
        counted = engine.rows(count_sql(RULES[0], engine.unfold))

    assert set(pairs) == {(30, 30)}
    assert counted == [(1, 900)]


def test_only_pairs_with_a_bare_initial_count_for_a_rule_of_initials(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A common name's bearers in full passed over the one of whom an initial is all that is known."""
    rule = next(one for one in RULES if one.name == "family name and initial")
    full = [{"id": str(at), "name": "Дорошенков Руслан"} for at in range(30)]
    bare = [{"id": "bare", "name": "Дорошенков Р."}]
    monkeypatch.setattr(blocking, "MOST_PAIRS_OF_A_KEY", 100)
    with closing(opened(tmp_path, full + bare, full)) as engine:
        pairs = engine.rows(pairs_sql(rule, engine.unfold))
        counted = engine.rows(count_sql(rule, engine.unfold))
        monkeypatch.setattr(blocking, "MOST_PAIRS_OF_A_KEY", 20)
        fewer = engine.rows(pairs_sql(rule, engine.unfold))

    assert set(pairs) == {(30, at) for at in range(30)}
    assert counted == [(30, 0)]
    assert fewer == []


def opened(folder: Path, left: list[dict[str, str]], right: list[dict[str, str]]) -> DuckDb:
    lists = check(write(folder / "left.csv", left)), check(write(folder / "right.csv", right))
    engine = DuckDb(folder=folder, memory="500MB", threads=1)
    load(engine, prepare(*lists, folder=folder, threads=1))
    return engine
