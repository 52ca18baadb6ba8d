import pytest

from paradero.reading.analysers.brothers import singular
from paradero.reading.analysers.inflection import nominative
from paradero.terms.person import Sex

DECLINED = [
    ("Хоменка Сергія Олександровича", "Хоменко Сергій Олександрович", Sex.MALE),
    ("Сергієві Хоменкові", "Сергій Хоменко", Sex.MALE),
    ("Сергієм Хоменком", "Сергій Хоменко", Sex.MALE),
    ("Оленою Верещак", "Олена Верещак", Sex.FEMALE),
    ("Олену Верещак", "Олена Верещак", Sex.FEMALE),
    ("Максима Лисогора", "Максим Лисогор", Sex.MALE),
    ("Лисогору Артему", "Лисогор Артем", Sex.MALE),
    ("Тимура Дашиєва", "Тимур Дашиєв", Sex.MALE),
    ("Григорія Залізняка", "Григорій Залізняк", Sex.MALE),
    ("Іриною Суходіл", "Ірина Суходіл", Sex.FEMALE),
    ("Галини Дорошенкової", "Галина Дорошенкова", Sex.FEMALE),
    ("Дорошенкова Руслана Сергійовича", "Дорошенков Руслан Сергійович", Sex.MALE),
]


@pytest.mark.parametrize(("written", "usual", "sex"), DECLINED)
def test_a_declined_name_is_put_back_into_the_nominative(written: str, usual: str, sex: Sex) -> None:
    assert nominative(written, "uk") == (usual, sex)


def test_a_family_name_that_men_and_women_share_decides_no_sex() -> None:
    assert nominative("Лисогор", "uk") == ("Лисогор", None)


@pytest.mark.parametrize(
    ("plural", "one"), [("Лисогори", "Лисогор"), ("Хоменки", "Хоменко"), ("Залізняки", "Залізняк")]
)
def test_brothers_are_named_in_the_plural(plural: str, one: str) -> None:
    assert singular(plural, "uk") == one
