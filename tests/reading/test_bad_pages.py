"""Pages as they come: broken, shouted, scanned, foreign, endless. Each gives a partial account that says why."""

from datetime import date

import pytest

from paradero.reading import read
from paradero.terms.account import Account
from paradero.terms.claims import Status
from paradero.terms.report import Block, BlockKind, Report
from paradero.terms.spans import Span

CAPTURE = "El cabo Óscar Quintero, de 34 años, fue capturado el jueves cerca de Donetsk, dijo su madre, Luz Rojas."
RUSSIAN = "Руслан Дорошенков, 23 года, попал в плен под Донецком, рассказала его мать Галина Дорошенкова."
PLAIN = str.maketrans("áéíóúñÓ", "aeiounO")
LONG = 5_000_000


def scanned(text: str) -> str:
    """Return a text as a bad scan has it: figures for letters, a broken word, stray signs."""
    return text.translate(str.maketrans("loes", "1035")).replace("madre", "ma-\ndre").replace(", ", " , ")


def account(text: str, *, rules_alone: bool) -> Account:
    """Return what a reader makes of a text."""
    body = (Block(span=Span(0, len(text)), kind=BlockKind.BODY),) if text else ()
    report = Report(text=text, blocks=body, pieces=(), source="El Faro", published_on=date(2026, 3, 14))
    return read(report, rules_alone=rules_alone)


PAGES = {
    "nothing": ("", "There is no text to read."),
    "blanks": (" \n\t\n \n", "There is no text to read."),
    "signs alone": ("♥♥♥ 12:45 )))) --- 100 %", "no words"),
    "controls": ("\x00\x01\x02\x1b[2J", ""),
    "in capitals": (CAPTURE.upper(), "written in capitals"),
    "without capitals": (CAPTURE.lower(), "no capital letters"),
    "UTF-8 taken for a western page": (CAPTURE.encode().decode("latin-1"), "wrong encoding"),
    "Cyrillic UTF-8 taken for a western page": (RUSSIAN.encode().decode("cp1252", "replace"), "wrong encoding"),
    "Cyrillic of Windows taken for a western page": (RUSSIAN.encode("cp1251").decode("latin-1"), "wrong encoding"),
    "letters lost": (RUSSIAN.replace("о", "\ufffd"), "wrong encoding"),
    "a bad scan": (scanned(CAPTURE), "badly recognised scans"),
    "Russian in Latin letters": (
        "Privet vsem, ishchu brata, Ruslan Doroshenkov, propal bez vesti pod Donetskom, mozhet kto videl ego v plenu.",
        "Russian in Latin letters",
    ),
    "Ukrainian in Latin letters": (
        "Shukayu brata, znyk bezvisty pid Bakhmutom, kazhut shcho vin u poloni, dopomozhit bud laska.",
        "Ukrainian in Latin letters",
    ),
    "two languages": ("\n".join([CAPTURE, f"{RUSSIAN} {RUSSIAN}"]), "parts in"),
    "a language that is not read": (
        "Mein Bruder ist seit März vermisst, sagte die Schwester des Soldaten gestern der Zeitung in Berlin.",
        "A person has to read it",
    ),
    "one word of five million letters": ("a" * LONG, "A person has to read it"),
    "one sign thirty thousand times": (f"{CAPTURE}\n" + "(" * 30_000, ""),
    "a picture as text": ("data:image/png;base64," + "iVBORw0KGgo" * 4_000, ""),
    "turned and invisible letters": ("\u202e" + "\u200b".join(CAPTURE) + "\ufeff", ""),
}


@pytest.mark.parametrize("rules_alone", [True, False], ids=["rules", "usual"])
@pytest.mark.parametrize("page", PAGES)
def test_a_bad_page_gives_a_partial_account_that_says_why(page: str, *, rules_alone: bool) -> None:
    """One page must not stop a batch, nor tell of anybody's death out of noise."""
    text, reason = PAGES[page]
    found = account(text, rules_alone=rules_alone)

    assert reason in " ".join(found.gaps)
    assert not [claim for claim in found.claims if claim.status is Status.KILLED]
    for person in found.persons:
        assert all(mention.span.of(text).strip() for mention in person.mentions)


def test_of_five_million_letters_the_first_are_read() -> None:
    """A whole site in one file must not take the day."""
    found = account(f"{CAPTURE}\n" * (LONG // len(CAPTURE)), rules_alone=True)

    assert any("Only the first 60000" in gap for gap in found.gaps)
    assert {found.persons[c.person].label for c in found.claims if c.person is not None} == {"Óscar Quintero"}


@pytest.mark.parametrize("rules_alone", [True, False], ids=["rules", "usual"])
def test_without_accents_it_reads_the_same(*, rules_alone: bool) -> None:
    """Many keyboards have none."""
    found = account(CAPTURE.translate(PLAIN), rules_alone=rules_alone)

    captured = {
        found.persons[c.person].label for c in found.claims if c.status is Status.CAPTURED and c.person is not None
    }
    assert captured == {"Oscar Quintero"}
    assert found.gaps == ()


@pytest.mark.parametrize(
    "text", [CAPTURE, RUSSIAN, "The 93rd held the M4 at 5pm; BMP2 and T72 were seen on the 1st and 2nd."]
)
def test_usual_writing_is_not_blamed(text: str) -> None:
    """A reason that is always given is none."""
    assert account(text, rules_alone=True).gaps == ()
