import textwrap

import pytest
from hypothesis import given, strategies as st

from paradero.reading import read
from paradero.reading.wrapping import unwrapped
from paradero.terms.claims import Status
from paradero.terms.report import Report

FLAT = (
    "El soldado Serhii Jomenko, de 35 años, nacido en Poltava, fue capturado en marzo, según la bloguera Iryna "
    "Sukhodil. Su madre, Hanna Jomenko, dijo a este diario que no sabe nada de él desde el 12 de abril y que espera "
    "una llamada."
)


def _report(text: str) -> Report:
    return Report(text=text, blocks=(), pieces=())


@pytest.mark.parametrize("width", [46, 60, 72, 100])
def test_a_text_wrapped_for_a_narrow_window_says_what_it_said_before(width: int) -> None:
    """A mother's words must not become her son's because a mail program ended a line inside her name."""
    wrapped, flat = (read(_report(text)) for text in ("\n".join(textwrap.wrap(FLAT, width)), FLAT))

    assert [(person.label, person.role) for person in wrapped.persons] == [(p.label, p.role) for p in flat.persons]
    assert [(claim.status, claim.says, claim.person) for claim in wrapped.claims] == [
        (claim.status, claim.says, claim.person) for claim in flat.claims
    ]
    assert Status.CAPTURED in {claim.status for claim in wrapped.claims}


@pytest.mark.parametrize(
    "text",
    [
        "Siguen cautivos:\nSerhii Jomenko, Poltava\nRuslan Doroshenkov, Vorónezh",
        "Хоменко Сергій Олександрович, 12.03.1991, місто Полтава\nДашиев Тимур Баирович, 24.07.2001, город Улан-Удэ",
        "Олена Верещак\nзникла у травні\nТимур Дашиев\nповернувся",
        "Un hombre volvió a casa y contó lo que había visto allí.\nsin firma",
    ],
)
def test_lists_and_short_lines_stay_lines(text: str) -> None:
    assert unwrapped(_report(text)).text == text


ENDINGS = ("\n", "\r\n", " \n\t")


@given(st.lists(st.text("abcxyz ,", min_size=48, max_size=68), min_size=2, max_size=20), st.sampled_from(ENDINGS))
def test_no_character_moves(written: list[str], ending: str) -> None:
    """Nearly full lines that go on in small letters; no blank stands at either end, for the break would take it in."""
    lines = [f"a{line}z" for line in written]
    joined = unwrapped(_report(ending.join(lines))).text

    assert joined == (" " * len(ending)).join(lines)
