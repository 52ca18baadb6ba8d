"""Who says a claim, through whom, and how surely."""

import numpy as np
import pytest
from tests.reading.scenes import scene, word

from paradero.reading.attribution.hedges import hedge_of, hedges_in
from paradero.reading.attribution.links import chain_of
from paradero.reading.attribution.testimonies import from_captivity, testimonies as words_of_the_held
from paradero.terms.linear import Linear

LINK = Linear(
    ("0says", "0quotes", "0voice", "1voice", "1PUBLISHER ends", "0PUBLISHER speaks itself"),
    np.array([[4], [4], [2], [4], [1], [1]], np.float32),
)
HEDGE = Linear(("NONE", "likely4", "listed3", "negatedTrue|grade3"), np.array([[1], [3], [0.5], [3]], np.float32))


@pytest.mark.parametrize(
    "text",
    [
        "Se lo llevaron el lunes, dijo Rosa Paredes.",
        "Rosa Paredes dijo que se lo llevaron el lunes.",
        "Según Rosa Paredes, se lo llevaron el lunes.",
        "«Se lo llevaron el lunes», dijo Rosa Paredes.",
        "Rosa Paredes dijo a Tomás Arriaga que se lo llevaron el lunes.",
    ],
)
def test_who_is_named_beside_the_word_of_saying_says_it(text: str) -> None:
    """Before it, after it, after "according to", outside the quotation; not whom it is told to."""
    told = scene(text, "Rosa Paredes", "Tomás Arriaga") if "Tomás" in text else scene(text, "Rosa Paredes")

    assert chain_of(told, word(told, "llevaron"), frozenset(), LINK) == (0,)


def test_what_nobody_is_said_to_say_is_the_publishers() -> None:
    """An empty chain ends with who published it, as every chain does."""
    told = scene("Rosa Paredes vive en Lerma. A su hijo se lo llevaron.", "Rosa Paredes")

    assert chain_of(told, word(told, "llevaron"), frozenset(), LINK) == ()


def test_who_tells_a_text_passes_on_what_others_say_in_it() -> None:
    """The innermost comes first."""
    text = "Soy Marta Quiroga y no sé nada. Yo pregunté en mayo. Tomás Arriaga me dijo que lo llevaron a Lerma."
    told = scene(text, "Marta Quiroga", "Tomás Arriaga")

    assert chain_of(told, word(told, "llevaron"), frozenset(), LINK) == (1, 0)


def test_the_outlet_is_no_link_of_a_chain() -> None:
    """It stands at the end of every one."""
    text = "Según La Voz de Lerma, hay tres muertos."
    other = scene(text, outlets=["La Voz de Lerma"], published_by="Radio Toluca")
    itself = scene(text, outlets=["La Voz de Lerma"], published_by="La Voz de Lerma")

    assert chain_of(other, word(other, "muertos"), frozenset(), LINK) == (0,)
    assert chain_of(itself, word(itself, "muertos"), frozenset(), LINK) == ()


def test_who_passed_on_one_claim_of_somebody_passes_on_the_next() -> None:
    """A channel that shows a video on a platform shows there what is said in it, three sentences later too."""
    text = "Tomás Arriaga dijo en el canal Tierra Firme que cayó en mayo. Tomás Arriaga dijo que hubo dos muertos."
    told = scene(text, "Tomás Arriaga", outlets=["Tierra Firme"])
    link = Linear(("0says", "1followed before", "1PUBLISHER ends"), np.array([[4], [4], [1]], np.float32))
    first = (word(told, "cayó"), (0, 1))

    assert chain_of(told, word(told, "muertos"), frozenset(), link) == (0,)
    assert chain_of(told, word(told, "muertos"), frozenset(), link, earlier=[first]) == (0, 1)


def test_whom_a_paper_cites_says_it_and_the_paper_passes_it_on() -> None:
    """The innermost is the one who is cited, though the paper stands nearer."""
    told = scene(
        "Según la agencia Volga Sur, que cita a Rosa Paredes, hubo dos muertos.", "Rosa Paredes", outlets=["Volga Sur"]
    )
    names = ("0says", "0cited", "1cites", "1PUBLISHER ends", "0PUBLISHER speaks itself")
    link = Linear(names, np.array([[2], [4], [3], [1], [0]], np.float32))

    assert chain_of(told, word(told, "muertos"), frozenset(), link) == (0, 1)


@pytest.mark.parametrize(
    ("text", "said", "grade"),
    [
        ("Al parecer lo llevaron a Lerma.", {"parecer": "hedge2"}, 2),
        ("Su madre jura que lo llevaron a Lerma.", {"jura": "hedge1"}, 1),
        ("Lo llevaron a Lerma. Nadie lo ha podido confirmar.", {}, 3),
        ("Lo llevaron a Lerma.", {}, None),
        ("Su madre dice que lo llevaron a Lerma.", {"dice": "said"}, None),
    ],
)
def test_a_claim_is_as_sure_as_the_word_that_hedges_it(text: str, said: dict[str, str], grade: int | None) -> None:
    """Saying is no hedge; that something is not confirmed may stand in the next sentence."""
    told = scene(text, said=said)
    document, tags = told.document, told.stage.tags

    found = hedge_of(document, tags, word(told, "llevaron"), hedges_in(document, tags), HEDGE)

    assert (found and found[1]) == grade


def test_the_words_of_who_is_held_are_testimony() -> None:
    """And whatever passes through them may have been said under force."""
    told = scene("«Nos dan pan y agua todos los días», dijo Tomás Arriaga.", "Tomás Arriaga")

    (stretch,) = words_of_the_held(told, {0})

    assert told.document.span(stretch.first, stretch.end).of(told.document.text).startswith("Nos dan pan")
    assert words_of_the_held(told, set()) == ()
    assert from_captivity((1, 0), {0})
    assert not from_captivity((1,), {0})
