"""Given names as reports write them."""

import pytest

from paradero.reading.analysers.given import given, sexes
from paradero.terms.person import Sex


@pytest.mark.parametrize(
    ("language", "word", "same"),
    [("ru", "Лёшу", "Алексея"), ("uk", "Сергія", "Сергій"), ("es", "Oleksii", "Oleksi"), ("en", "Yulia", "Iuliia")],
)
def test_forms_of_one_given_name_share_it(language: str, word: str, same: str) -> None:
    assert given(word, language) & given(same, language)


@pytest.mark.parametrize(("language", "word"), [("es", "cocina"), ("en", "table"), ("es", "")])
def test_a_word_that_is_no_name_stands_for_none(language: str, word: str) -> None:
    assert given(word, language) == frozenset()


def test_a_given_name_tells_the_sex_of_who_bears_it() -> None:
    assert sexes("Oksana", "es") == {Sex.FEMALE}
