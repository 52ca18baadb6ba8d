"""Spanish and English: lists, headings and groups give those they name what they say of all."""

import pytest
from tests.reading.reading_es_en import account, person, sought

from paradero.terms.account import MentionKind, Role

AMONG = [
    ("es", "Entre los detenidos se encuentra Serhii Khomenko, de 34 años.", Role.CAPTIVE),
    ("es", "Entre cuatro prisioneros sentados en el suelo estaba Serhii Khomenko.", Role.CAPTIVE),
    ("es", "Entre los que han vuelto está Serhii Khomenko, cabo de Poltava, capturado en 2022.", Role.RETURNED),
    ("es", "Entre los caídos de esta semana está también el cabo Serhii Khomenko.", Role.DEAD),
    ("es", "Canjearon a 40 presos. Uno de ellos es Serhii Khomenko, de Poltava.", Role.RETURNED),
    ("en", "Among the captured is Serhii Khomenko, 34, of Poltava.", Role.CAPTIVE),
    ("en", "Among those released on Friday was Serhii Khomenko.", Role.RETURNED),
    ("en", "Forty prisoners were exchanged. One of them is Serhii Khomenko.", Role.RETURNED),
]


@pytest.mark.parametrize(("language", "text", "role"), AMONG)
def test_whoever_is_among_a_group_has_what_became_of_it(language: str, text: str, role: Role) -> None:
    assert person(language, text, "Serhii Khomenko").role is role


LINES = [
    (
        "es",
        "Prisioneros con carta en agosto\n- Serhii Khomenko, 34 años.\n- Ruslan Doroshenkov, 34. Lee.\n- Un cocinero.",
    ),
    ("es", "Hombres capturados en mayo:\n1. Serhii Khomenko (34)\n2. Ruslan Doroshenkov, nacido en 1991"),
    ("es", "Lista de cautivos\nSerhii Khomenko, de 34 años\nRuslan Doroshenkov, de Voronezh"),
    ("en", "Prisoners visited in May\n- Serhii Khomenko, 34, Poltava\n- Ruslan Doroshenkov, born 1991"),
    ("en", "The following men are in captivity:\n* Serhii Khomenko, Poltava\n* Ruslan Doroshenkov, Voronezh"),
]


@pytest.mark.parametrize(("language", "text"), LINES)
def test_names_on_lines_of_their_own_have_what_the_heading_says(language: str, text: str) -> None:
    assert sought(language, text) == ["Ruslan Doroshenkov", "Serhii Khomenko"]
    assert {p.role for p in account(language, text).persons if p.kind is MentionKind.NAMED} == {Role.CAPTIVE}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Prisioneros de guerra en cifras\nLucía Arbeláez informa desde Kyiv\nMateo Fuentealba, fotógrafo"),
        ("es", "Capturados tres drones\nPreguntas al coronel\n- Pavel Dronov, coronel\n- Hryhorii Zalizniak, portavoz"),
        ("en", "Prisoner talks stall\nLucía Arbeláez reports from Kyiv. Mateo Fuentealba took the pictures."),
    ],
)
def test_names_that_are_no_list_take_nothing_from_a_heading(language: str, text: str) -> None:
    assert sought(language, text) == []


MANY = [
    (
        "es",
        "Dos soldados fueron capturados. Se trata de Serhii Khomenko, de 34 años, y Ruslan Doroshenkov, de Voronezh.",
    ),
    ("es", "Hay dos hombres cautivos. Son Serhii Khomenko, mecánico de Poltava, y el cabo Ruslan Doroshenkov, de 34."),
    ("en", "Two men were captured. They are Serhii Khomenko, 34, a driver, and Ruslan Doroshenkov, 34, of Voronezh."),
    (
        "en",
        "Two men were captured. They were named as Serhii Khomenko, a driver from Poltava, and Ruslan Doroshenkov, 34.",
    ),
]


@pytest.mark.parametrize(("language", "text"), MANY)
def test_lists_with_ages_and_trades_in_them_are_lists(language: str, text: str) -> None:
    assert sought(language, text) == ["Ruslan Doroshenkov", "Serhii Khomenko"]
