import pytest

from paradero.reading.geography.cases import dictionary_forms


@pytest.mark.parametrize(
    ("written", "language", "form"),
    [
        ("Горловки", "ru", "Горловка"),
        ("Мариуполе", "ru", "Мариуполь"),
        ("Курской области", "ru", "Курская область"),
        ("Сумами", "uk", "Суми"),
        ("Харкова", "uk", "Харків"),
        ("Кривому Розі", "uk", "Кривий Ріг"),
        ("Червоному морі", "uk", "Червоне море"),
    ],
)
def test_a_place_in_any_case_is_read_back_to_the_form_of_a_map(written: str, language: str, form: str) -> None:
    assert form in dictionary_forms(written, language)[:3]


def test_a_language_without_cases_leaves_a_name_as_it_is() -> None:
    assert dictionary_forms("Mesetas", "es") == ("Mesetas",)
