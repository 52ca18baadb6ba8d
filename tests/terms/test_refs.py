import re

import pytest
from hypothesis import given, strategies as st

from paradero.terms.refs import ALPHABET, as_ref, new_ref


@given(kind=st.sampled_from("IESC"))
def test_a_reference_is_read_back_however_it_is_typed(kind: str) -> None:
    """References are read over the telephone and typed by tired people."""
    ref = new_ref(kind)

    assert re.fullmatch(rf"{kind}-[{ALPHABET}]{{4}}-[{ALPHABET}]{{4}}", ref)
    assert as_ref(ref.lower().replace("-", " ")) == ref
    assert as_ref(ref[0] + ref[1:].replace("0", "O").replace("1", "l")) == ref


@pytest.mark.parametrize("typed", ["", "Doroshenkov", "E-123", "Дорошенков Руслан"])
def test_what_is_no_reference_stays_what_it_is(typed: str) -> None:
    assert as_ref(typed) == typed.strip().upper()


def test_references_tell_nothing_of_how_many_there_are() -> None:
    refs = [new_ref("E") for _ in range(1000)]

    assert len(set(refs)) == len(refs)
    assert refs != sorted(refs)
