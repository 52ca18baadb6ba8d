import pytest
from hypothesis import given, strategies as st

from paradero.identity.rivals import among_rivals, reweighed, share_with_counterpart

WEIGHTS = st.lists(st.floats(-80, 80), max_size=12)


@given(WEIGHTS, st.floats(0.001, 0.999))
def test_claims_on_one_sighting_share_one_probability(weights: list[float], base_rate: float) -> None:
    chances = among_rivals(weights, base_rate=base_rate)

    assert all(0 <= chance <= 1 for chance in chances)
    assert sum(chances) <= 1 + 1e-9
    assert [chances[place] for place in sorted(range(len(weights)), key=weights.__getitem__)] == sorted(chances)


def test_a_rival_that_fits_as_well_halves_what_is_sure() -> None:
    """Two namesakes are asked for: the one sighting shows one of them."""
    alone, twice = among_rivals([12.0], base_rate=0.02), among_rivals([12.0, 12.0], base_rate=0.02)
    assert alone[0] > 0.99
    assert twice == [pytest.approx(0.5, abs=0.01)] * 2


def test_a_rival_that_does_not_fit_takes_nothing() -> None:
    assert among_rivals([5.0, -30.0], base_rate=0.02)[0] == pytest.approx(among_rivals([5.0], base_rate=0.02)[0])


@pytest.mark.parametrize("share", [0.1, 0.5, 0.8])
@pytest.mark.parametrize("stated", [0.05, 0.75])
def test_the_base_rate_of_two_lists_is_found_whatever_was_stated(share: float, stated: float) -> None:
    """The weights alone tell how many have a counterpart, where the evidence is good."""
    claims = [reweighed([8.0 if place < 1000 * share else -12.0, -15.0], 0.5, stated) for place in range(1000)]
    assert share_with_counterpart(claims, base_rate=stated, asked=1000) == pytest.approx(share, abs=0.02)


def test_nobody_asked_is_no_share_at_all() -> None:
    assert share_with_counterpart([], base_rate=0.5, asked=0) < 1e-5
