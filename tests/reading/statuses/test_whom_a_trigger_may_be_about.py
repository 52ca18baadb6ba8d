from tests.reading.statuses.made import document_in, view_of

from paradero.reading.statuses.agreement import fits
from paradero.reading.statuses.candidates import candidates
from paradero.reading.statuses.triggers import triggers_of
from paradero.terms.claims import Status

CAPTURED = {"captured": 0.9}


def _names(text: str, people: list[list[str]], word: str) -> list[str]:
    view = view_of(text, people)
    at = [token.text for token in view.document.tokens].index(word)
    return [view.document.tokens[found.mention.first].text for found in candidates(view, at)]


def test_a_word_that_the_labels_hold_likely_is_a_trigger_of_its_status() -> None:
    view = view_of("Timur fue capturado", [["Timur"]], {"capturado": CAPTURED})

    assert [(t.at, t.status) for t in triggers_of(view)] == [(2, Status.CAPTURED)]


def test_a_word_of_the_cue_tables_needs_less() -> None:
    labels = {"capturado": {"captured": 0.02}, "fue": {"captured": 0.02}}

    assert [t.at for t in triggers_of(view_of("Timur fue capturado", [["Timur"]], labels))] == [2]


def test_whoever_stands_in_the_sentence_comes_before_those_of_the_sentence_before() -> None:
    text = "Galina llora .\nTimur fue capturado con Ruslan ."

    assert _names(text, [["Galina"], ["Ruslan"], ["Timur"]], "capturado") == ["Timur", "Ruslan", "Galina"]


def test_names_of_a_list_may_be_meant_by_its_heading_however_far_down() -> None:
    text = "Prisioneros :\n" + "\n".join(f"Nombre{nth}" for nth in range(10))

    assert _names(text, [[f"Nombre{nth}"] for nth in range(10)], "Prisioneros")[-1] == "Nombre9"


def test_who_signs_may_be_meant_by_me_anywhere() -> None:
    """A letter names its writer at its end."""
    text = "\n".join(["a mí me llevaron .", *["y luego nada ."] * 9, "Serhii"])

    assert _names(text, [["Serhii"]], "llevaron") == ["Serhii"]


def test_a_pronoun_asks_for_the_number_and_gender_of_whom_it_stands_for() -> None:
    view = view_of("a Timur los llevaron", [["Timur"]])

    assert list(fits(view.document, 3, view.parties[0], "Masc")) == ["number differs"]
    assert list(fits(document_in("lo llevaron"), 1, view.parties[0], "Fem")) == ["number fits", "gender differs"]


def test_people_of_one_enumeration_stand_beside_each_other() -> None:
    view = view_of("Timur , de 34 , y Ruslan fueron vistos por Galina", [["Timur"], ["Ruslan"], ["Galina"]])

    assert view.beside == {0: {1}, 1: {0}, 2: set()}


def test_a_line_of_a_transcript_is_its_speakers_turn_until_the_next() -> None:
    view = view_of("GALINA : hola\nno sé nada\nTIMUR : aquí", [["GALINA"], ["TIMUR"]])

    assert view.turns == {0: 0, 1: 0, 2: 1}
