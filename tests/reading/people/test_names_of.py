"""What a person of a report is called."""

from tests.reading.people.written import document, name

from paradero.reading.people.names import names_of
from paradero.reading.people.party import Party


def test_a_name_is_given_in_the_nominative() -> None:
    """The mother searches for Руслан, not for Руслана."""
    report = document("Передали тело Дорошенкова Руслана Сергеевича.", "ru")

    assert names_of(report, Party((name(report, "Дорошенкова Руслана Сергеевича"),))) == (
        "Дорошенков Руслан Сергеевич",
    )


def test_the_fullest_name_comes_first_and_the_call_sign_last() -> None:
    """The call sign says least of who somebody is."""
    report = document("El Grajo Negro Uno, Luis Rojas, dijo Rojas.", "es")
    party = Party(
        (name(report, "Grajo Negro Uno", call_sign=0.9), name(report, "Luis Rojas"), name(report, "Rojas", nth=1))
    )

    assert names_of(report, party) == ("Luis Rojas", "Rojas", "Grajo Negro Uno")


def test_a_heading_leaves_no_capitals() -> None:
    report = document("BASTERRA: Anoche.", "es")

    assert names_of(report, Party((name(report, "BASTERRA"),))) == ("Basterra",)
