import pytest
from hypothesis import given, strategies as st
from tests.desk import made

from paradero.desk.drawings.chain import nested
from paradero.desk.drawings.waterfall import waterfall
from paradero.procedures.views import Step
from paradero.terms.matching import Outcome

WEIGHTS = st.lists(st.floats(-40, 40), min_size=1, max_size=12)


def steps(*weights: float) -> list[Step]:
    return [Step(field="home", outcome=Outcome.AGREES, weight_bits=weight, sentence="") for weight in weights]


def share(written: str) -> float:
    assert written.endswith("%")
    return float(written[:-1])


@given(weights=WEIGHTS)
def test_every_bar_lies_inside_the_drawing_and_begins_where_the_one_before_ended(weights: list[float]) -> None:
    drawn = waterfall(steps(*weights))

    assert drawn.bars[0].before == drawn.zero
    for bar, following in zip(drawn.bars, drawn.bars[1:], strict=False):
        assert bar.after == following.before
    for bar in drawn.bars:
        assert 0 <= share(bar.left) <= share(bar.left) + share(bar.width) <= 100.01


@given(weights=WEIGHTS)
def test_the_total_is_what_the_steps_add_up_to(weights: list[float]) -> None:
    drawn = waterfall(steps(*weights))

    assert drawn.total_bits == pytest.approx(sum(weights))
    assert drawn.total_at == drawn.bars[-1].after


@given(weights=WEIGHTS)
def test_the_axis_has_room_for_its_numbers(weights: list[float]) -> None:
    ticks = waterfall(steps(*weights)).ticks

    assert len(ticks) <= 7
    assert 0 in [tick.bits for tick in ticks]


def test_for_and_against_differ_in_more_than_colour() -> None:
    """Colours alone are lost in print and on some eyes: each kind has a fill of its own in the style sheet."""
    assert [bar.kind for bar in waterfall(made.STEPS).bars] == ["prior", "for", "for", "for", "for", "against"]


def test_the_chain_nests_from_the_outlet_down_to_who_spoke() -> None:
    nest = nested(made.CHAIN)

    names = []
    while nest:
        names.append(nest.link.name)
        nest = nest.inner
    assert names == ["El Faro del Sur", "Telegram", "Iryna Sukhodil", "Ruslan Doroshenkov"]


def test_a_claim_that_nobody_is_named_for_has_no_chain() -> None:
    assert nested(()) is None
