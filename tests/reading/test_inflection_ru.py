import pytest
from hypothesis import given, settings, strategies as st

from paradero.reading.analysers.inflection import nominative
from paradero.terms.person import Sex

DECLINED = [
    ("Дорошенкова Руслана Сергеевича", "Дорошенков Руслан Сергеевич", Sex.MALE),
    ("Дорошенкову Руслану Сергеевичу", "Дорошенков Руслан Сергеевич", Sex.MALE),
    ("Русланом Сергеевичем Дорошенковым", "Руслан Сергеевич Дорошенков", Sex.MALE),
    ("Дорошенкове Руслане", "Дорошенков Руслан", Sex.MALE),
    ("Дорошенкова Руслана Сергеевна", "Дорошенкова Руслана Сергеевна", Sex.FEMALE),
    ("Дорошенкову Руслану Сергеевну", "Дорошенкова Руслана Сергеевна", Sex.FEMALE),
    ("Галиной Дорошенковой", "Галина Дорошенкова", Sex.FEMALE),
    ("Тимура Баировича Дашиева", "Тимур Баирович Дашиев", Sex.MALE),
    ("Олены Верещак", "Олена Верещак", Sex.FEMALE),
    ("Сергея Хоменко", "Сергей Хоменко", Sex.MALE),
    ("Максима Лисогора", "Максим Лисогор", Sex.MALE),
    ("Павла Дронова", "Павел Дронов", Sex.MALE),
    ("Йейсона Куастумаля", "Йейсон Куастумаль", Sex.MALE),
    ("дорошенкова руслана сергеевича", "Дорошенков Руслан Сергеевич", Sex.MALE),
    ("Петра", "Пётр", Sex.MALE),
]


@pytest.mark.parametrize(("written", "usual", "sex"), DECLINED)
def test_a_declined_name_is_put_back_into_the_nominative(written: str, usual: str, sex: Sex) -> None:
    """A mother writes "ищу Дорошенкова Руслана Сергеевича"; the enquiry and the press must meet in one form."""
    assert nominative(written, "ru") == (usual, sex)


def test_a_family_name_that_men_and_women_share_decides_no_sex() -> None:
    assert nominative("Верещак", "ru")[1] is None


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВ -'.Xz9", max_size=40), st.sampled_from(["ru", "uk"]))
def test_any_text_at_all_gives_a_name_back(text: str, language: str) -> None:
    restored, _ = nominative(text, language)

    assert len(restored.split()) == len(text.split())
