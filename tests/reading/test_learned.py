"""The reader that learned from the corpus: what it must hold on any text; how well it reads, the bench measures."""

from datetime import date

import numpy as np
import pytest

from paradero.reading import READER, read
from paradero.terms.account import Account, Role
from paradero.terms.claims import Modality, Status
from paradero.terms.dates import DateKnownFrom
from paradero.terms.report import Block, BlockKind, Report
from paradero.terms.resources import resource
from paradero.terms.spans import Span

DAY = date(2024, 5, 17)
TEXTS = {
    "es": "Ruslan Doroshenkov, soldado de 23 años, fue capturado el martes cerca de Donetsk, dijo su madre, Galina.",
    "ru": "Руслан Дорошенков, 23 года, попал в плен под Донецком, рассказала его мать Галина Дорошенкова.",
    "uk": "Сергій Хоменко потрапив у полон під Донецьком, розповіла його дружина Олена Хоменко.",
    "en": "Serhii Khomenko, 23, was captured near Donetsk on Tuesday, said his mother, Olena Khomenko.",
}


def account(text: str, language: str) -> Account:
    """Return what the learned reader reads in a text."""
    body = (Block(span=Span(0, len(text)), kind=BlockKind.BODY),)
    report = Report(
        text=text, blocks=body, pieces=(), published_on=DAY, date_known_from=DateKnownFrom.DECLARED, source="El Faro"
    )
    return read(report, declared_language=language)


@pytest.mark.parametrize("language", TEXTS)
def test_who_was_captured_is_told_from_who_says_so(language: str) -> None:
    """A mother who tells of her son's capture was not captured."""
    found = account(TEXTS[language], language)

    captured = [claim for claim in found.claims if claim.status is Status.CAPTURED]
    names = {found.persons[claim.person].label for claim in captured if claim.person is not None}
    assert len(names) == 1
    assert names.pop().split()[0] in {"Ruslan", "Руслан", "Сергій", "Serhii"}


@pytest.mark.parametrize("language", TEXTS)
def test_every_finding_stands_in_the_text(language: str) -> None:
    """A person checks each line of an account against the words it was read from."""
    text = TEXTS[language]
    found = account(text, language)

    spans = [m.span for person in found.persons for m in person.mentions] + [c.found.span for c in found.claims]
    spans += [link.found.span for link in found.kin] + [place.found.span for place in found.places]
    assert spans
    assert all(span.of(text).strip() for span in spans)


@pytest.mark.parametrize(
    "text", ["", "   \n\n", "A" * 70_000, "♥♥♥ 12:45 ))))", "\x00\x01\x02", "Foto: EFE\nPublicidad\n"]
)
def test_bad_text_gives_a_partial_account(text: str) -> None:
    """One bad page must not stop a batch."""
    found = account(text, "es")

    assert found.reader == READER
    assert not any(claim.status is Status.KILLED for claim in found.claims)


def test_the_models_are_tables_without_code() -> None:
    """What is shipped is opened without pickles, so that a model file can run nothing."""
    for name in ("encoder", "people", "statuses", "choices", "lines"):
        with np.load(resource(f"models/reading/{name}.npz"), allow_pickle=False) as stored:
            assert stored.files


def test_the_models_are_small() -> None:
    """The models together add less than 40 MB to the package."""
    files = list(resource("models/reading").glob("*"))

    assert sum(file.stat().st_size for file in files) < 40_000_000


DENIED = {
    "es": "El coronel Pavel Dronov desmintió el lunes que Timur Dashiev haya muerto.",
    "en": "Colonel Pavel Dronov denied on Monday that Timur Dashiev had been killed.",
    "uk": "Речник Григорій Залізняк спростував інформацію про загибель Максима Лисогора.",
}


@pytest.mark.parametrize("language", DENIED)
def test_a_death_that_is_denied_is_nobodys_death(language: str) -> None:
    found = account(DENIED[language], language)

    killed = [claim.modality for claim in found.claims if claim.status is Status.KILLED]
    assert not {Modality.ASSERTED, Modality.ALLEGED} & set(killed)
    assert Role.DEAD not in [person.role for person in found.persons]
