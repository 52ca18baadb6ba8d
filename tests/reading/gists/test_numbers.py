"""A number is one number in digits and in words, in any case and language."""

import pytest

from paradero.reading.gists.numbers import numbers_of


@pytest.mark.parametrize(
    ("sentence", "language", "expected"),
    [
        ("Шістдесят трьох оборонців повернули в п'ятницю.", "uk", {"63"}),
        ("Взяли дев’ятьох, двом накладено турнікети.", "uk", {"9", "2"}),
        ("Вернулись сто восемнадцать человек, двое с ранениями.", "ru", {"118", "2"}),
        ("Четверо сдались 3 мая, ещё пятерых нашли в подвале.", "ru", {"4", "3", "5"}),
        ("Volvieron sesenta y tres, y cuatro esperan.", "es", {"63", "4"}),
        ("Once de los 1.500, veintidós más que ayer.", "es", {"11", "1500", "22"}),
        ("Thirty-four years, two letters and three parcels; once at noon.", "en", {"34", "2", "3"}),
        ("Nineteen men and one woman came home.", "en", {"19"}),
        ("Dreiundsechzig kamen, 4 blieben.", "de", {"4"}),
        ("Никто не пришёл.", "ru", set()),
    ],
)
def test_numbers_in_words_are_numbers(sentence: str, language: str, expected: set[str]) -> None:
    """Two notices in one frame of words differ in nothing but how many were taken."""
    assert numbers_of(sentence, language) == expected
