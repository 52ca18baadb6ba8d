import numpy as np
import pytest

from paradero.identity.search.lexical import letters_of
from paradero.identity.search.sounding import MOST_LETTERS
from paradero.identity.search.writing import LONGEST, writing, written_cost


def _cost(cyrillic: str, latin: str) -> float:
    letters = [np.array(letters_of(word), dtype=np.uint8) for word in (cyrillic, latin)]
    states = np.zeros((MOST_LETTERS + 1, MOST_LETTERS + 1), dtype=np.float32)
    packed = np.zeros((MOST_LETTERS + 1, LONGEST + 1), dtype=np.uint32)
    return written_cost(*letters, writing(), states, packed)


@pytest.mark.parametrize(
    ("latin", "likelier", "less_likely"),
    [
        ("valeryan", "валерьян", "валериан"),
        ("valerian", "валериан", "валерьян"),
        ("natalya", "наталья", "наталия"),
        ("vasilyevich", "васильевич", "василевич"),
        ("szczerbakow", "щербаков", "шербаков"),
        ("abdullaev", "абдуллаев", "абдулаев"),
    ],
)
def test_letters_tell_what_sounds_cannot(latin: str, likelier: str, less_likely: str) -> None:
    assert _cost(likelier, latin) < _cost(less_likely, latin)


def test_no_spelling_is_impossible() -> None:
    """A writer may do anything; it only costs more."""
    assert 20 < _cost("хоменко", "qqqq") < 1000
    assert _cost("хоменко", "khomenko") < 5
