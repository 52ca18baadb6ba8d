"""What was compared is laid to the right row and context, for every sentence an explanation can hold."""

from datetime import date
from itertools import pairwise

import pytest
from tests.identity.crowd import crowd, named
from tests.people import OLENA, RUSLAN, RUSLAN_IN_SPANISH, SERHII, TIMUR, YEISON

from paradero.identity import MODEL, Rarity, SightingIndex, compare
from paradero.identity.fitting.levels import in_order
from paradero.identity.fitting.outcomes import ORDERS, shown
from paradero.identity.fitting.patterns import pattern_of
from paradero.identity.wording import table
from paradero.terms.matching import Comparison, Outcome
from paradero.terms.person import Birth, Description

FITTED_FIELDS = (
    "family_name",
    "given_name",
    "patronymic",
    "birth",
    "mother_maiden_name",
    "home",
    "unit",
    "side",
    "rank",
)
NOT_FITTED = {
    ("family_name", "half_of_double"),
    ("given_name", "initial_of_another"),
    ("given_name", "initial_elsewhere"),
    ("patronymic", "initial_elsewhere"),
    ("given_name", "second_differs"),
    ("birth", "age_without_day"),
    ("unit", "no_number"),
    ("rank", "no_rank"),
    ("side", "third_country"),
}


@pytest.mark.parametrize("field", FITTED_FIELDS)
def test_every_reason_of_a_fitted_field_has_its_row(field: str) -> None:
    """A reason that nobody laid to a row would be left out of every fit, and nobody would notice."""
    for reason in table("en")[field]:
        one = Comparison(field=field, outcome=Outcome.AGREES, sought="x", seen="y", weight_bits=1.0, reason=reason)
        assert (shown(one, MODEL) is None) is ((field, reason) in NOT_FITTED), reason


def test_orders_name_rows_of_the_model_and_the_shipped_model_keeps_them() -> None:
    """Nearer outcomes never weigh less than farther ones."""
    for order in ORDERS:
        assert set(order) <= set(MODEL.rows)
        weights = [MODEL.bits(row) for row in order if MODEL.rows[row].u is not None]
        assert all(one >= other - 0.01 for one, other in pairwise(weights)), order


def test_levels_the_wrong_way_round_are_pooled() -> None:
    u = {"unit.agrees": 0.01, "unit.number_agrees": 0.02, "unit.differs": 0.97}
    mended = in_order({"unit.agrees": 0.2, "unit.number_agrees": 0.6, "unit.differs": 0.2}, u)

    assert mended["unit.agrees"] / 0.01 == pytest.approx(mended["unit.number_agrees"] / 0.02)
    assert sum(mended.values()) == pytest.approx(1.0)


@pytest.mark.parametrize("sought", [RUSLAN, SERHII, TIMUR, OLENA, YEISON])
def test_cells_hold_all_the_evidence_of_an_explanation(sought: Description) -> None:
    """Weighed from the cells alone, a pair weighs as the explanation says."""
    index = SightingIndex([*crowd(), ("S-1", RUSLAN_IN_SPANISH), ("S-2", SERHII), ("S-3", TIMUR)])
    for _, why in index.search(sought, limit=5):
        cells = pattern_of(why, model=MODEL, group=0).cells
        bits = sum(MODEL.bits(cell.row, u=cell.u) if cell.row else cell.bits for cell in cells)
        beside = [one for one in why.comparisons if one.reason in {"base_rate", "may_be_kin", "namesakes"}]
        assert bits + sum(one.weight_bits for one in beside) == pytest.approx(why.match_weight_bits)


def test_two_years_say_nothing_of_whole_dates() -> None:
    births = [Birth(born_on=date(1991, 3, 12)), Birth(year=1991)]
    contexts = set()
    for one in births:
        for other in (births[0], Birth(born_on=date(1980, 1, 1)), Birth(age=33, age_said_on=date(2024, 5, 24))):
            why = compare(named("Iván", birth=one), named("Iván", birth=other), rarity=Rarity())
            cells = pattern_of(why, model=MODEL, group=0).cells
            contexts.add(next(cell.context for cell in cells if cell.field == "birth"))

    assert contexts == {"birth: two dates", "birth: a year", "birth: an age"}
