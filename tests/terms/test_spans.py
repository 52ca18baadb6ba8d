import pytest
from hypothesis import given, strategies as st

from paradero.terms.spans import Span

SPANS = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda ends: Span(min(ends), max(ends)))


@given(a=SPANS, b=SPANS)
def test_two_spans_meet_where_they_share_a_character(a: Span, b: Span) -> None:
    shared = set(range(a.start, a.end)) & set(range(b.start, b.end))

    assert a.meets(b) == bool(shared)


@given(a=SPANS, b=SPANS)
def test_a_span_holds_another_that_lies_within_it(a: Span, b: Span) -> None:
    assert a.holds(b) == (a.start <= b.start and b.end <= a.end)


@pytest.mark.parametrize("ends", [(-1, 3), (5, 4)])
def test_a_span_runs_forward_from_the_start_of_the_text(ends: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="forward"):
        Span(*ends)
