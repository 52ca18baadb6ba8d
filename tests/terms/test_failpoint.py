import pytest

from paradero.terms.failpoint import STEPS, VARIABLE, reached


def test_nothing_happens_at_a_step_that_was_not_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    reached(STEPS[0])
    monkeypatch.setenv(VARIABLE, STEPS[1])
    reached(STEPS[0])


def test_a_step_that_is_in_no_list_is_refused() -> None:
    """Otherwise a step could be added that no test dies at."""
    with pytest.raises(ValueError, match="not a known step"):
        reached("seal: imagined")
