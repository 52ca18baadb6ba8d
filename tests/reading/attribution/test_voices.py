"""Whose words each line is."""

import pytest
from tests.reading.scenes import scene

from paradero.reading.attribution.scene import Scene

LETTER = (
    "Querida Rosa:\nTe escribo porque no sé nada de mi hermano.\nYo lo vi en mayo y no me dejaron hablar con él.\n"
    "Ojalá me contestes.\nMarta Quiroga"
)


def _voices(of: Scene) -> list[str | None]:
    names = [of.document.span(p.mentions[0].first, p.mentions[0].end).of(of.document.text) for p in of.parties]
    return [None if party is None else names[party] for party in of.voice]


def test_a_letter_is_told_by_who_signs_it_and_not_by_who_gets_it() -> None:
    """The name at the top of a letter is often another's."""
    assert set(_voices(scene(LETTER, "Rosa", "Marta Quiroga"))) == {"Marta Quiroga"}


def test_a_signature_that_no_label_found_is_found_by_its_place() -> None:
    """A first name alone on the last line is somebody."""
    assert set(_voices(scene(LETTER.replace("Marta Quiroga", "Marta"), "Rosa"))) == {"Marta"}


@pytest.mark.parametrize(
    "text",
    [
        "Soy Tomás Arriaga, de Lerma. Me llevaron en junio y yo no sabía adónde. A mi primo no lo vi más.",
        "Testimonio de Tomás Arriaga\nMe llevaron en junio y yo no sabía adónde. A mi primo no lo vi más.",
    ],
)
def test_a_testimony_is_told_by_who_is_introduced(text: str) -> None:
    """By himself, or in the heading."""
    assert _voices(scene(text, "Tomás Arriaga"))[-1] == "Tomás Arriaga"


def test_a_text_that_says_i_of_nobody_named_is_told_by_its_first_i() -> None:
    """So a chain has a link for a witness without a name."""
    told = scene("Me llevaron en junio y yo no sabía adónde. A mi primo no lo vi más y no pregunté.")

    assert _voices(told) == ["Me"]


def test_an_i_inside_quotation_marks_makes_nobody_tell_the_text() -> None:
    """A report may quote at length."""
    told = scene("«Yo lo vi y me fui. Yo no sé más de mi hijo», dijo Rosa Paredes.", "Rosa Paredes")

    assert _voices(told) == [None]


def test_turns_are_the_guests_and_the_hosts_are_the_outlets() -> None:
    """Who asks speaks for the outlet."""
    lines = (
        "LOCUTORA: ¿Con quién hablo?",
        "ROSA: Con Rosa. A mi hijo se lo llevaron.",
        "LOCUTORA: ¿Cuándo fue?",
        "ROSA: El lunes.",
    )

    assert _voices(scene("\n".join(lines), "LOCUTORA", "ROSA")) == [None, "ROSA", None, "ROSA"]


INTERVIEW = (
    "Rosa Paredes busca a su hijo desde mayo.",
    "¿Cuándo lo vio por última vez?",
    "El lunes por la mañana.",
    "¿Y después?",
    "Se lo llevaron en un camión.",
    "¿Quién se lo dijo, Rosa Paredes?",
    "Un vecino.",
)


@pytest.mark.parametrize(("asks", "answers"), [("", ""), ("P. ", "R. "), ("— ", "— ")])
def test_answers_of_an_interview_are_of_whom_it_is_with(asks: str, answers: str) -> None:
    """Its questions may stand on lines of their own, with letters or with dashes."""
    marks = ["", *(mark for _ in range(3) for mark in (asks, answers))]
    told = scene("\n".join(m + line for m, line in zip(marks, INTERVIEW, strict=True)), "Rosa Paredes")

    assert _voices(told)[1:5] == [None, "Rosa Paredes", None, "Rosa Paredes"]


def test_times_of_a_live_blog_are_nobodys_turn() -> None:
    """ "2:20 p. m." is no question of an interviewer."""
    text = "2:20 p. m. El alcalde habla de dos muertos.\n1:15 p. m. Llega la guardia.\n12:30 p. m. Nada nuevo."

    assert scene(text).stage.turns == (None, None, None)
