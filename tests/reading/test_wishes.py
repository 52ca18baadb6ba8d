"""What a captive wants is the report's own sentence, and no part of what is kept or handed on (R6)."""

import pytest

from paradero.reading import read, read_apart_from_wishes, wishes
from paradero.reading.wishes import apart_from_wishes
from paradero.terms import account as read_as
from paradero.terms.account import Account, AgreementRead, Instruction, TreatmentRead
from paradero.terms.claims import Modality
from paradero.terms.report import Block, BlockKind, Report
from paradero.terms.spans import Found, Span

SPANISH = (
    "El soldado Timur Dashiev fue capturado cerca de Pokrovsk el 5 de mayo de 2024.\n"
    "El prisionero Timur Dashiev afirma que no quiere volver a Rusia el 9 de mayo de 2024."
)


def report(text: str) -> Report:
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append(Block(span=Span(at, at + len(line)), kind=BlockKind.BODY))
        at += len(line) + 1
    return Report(text=text, blocks=tuple(lines), pieces=())


def test_the_account_apart_from_wishes_has_no_claim_place_or_day_of_a_wish() -> None:
    """A place out of a wish would tell where somebody hopes to go."""
    told = report(SPANISH)
    (wish,) = (found.span for found in wishes(told))
    whole, apart = read(told), read_apart_from_wishes(told)

    assert any(place.found.span.meets(wish) for place in whole.places)
    kept = [*apart.claims, *apart.places, *apart.dates, *apart.instructions]
    assert not [one for one in kept if one.found.span.meets(wish)]
    assert "Pokrovsk" in {place.as_written for place in apart.places}
    assert apart.persons == whole.persons


@pytest.mark.parametrize(
    ("language", "words", "wish"),
    [
        ("es", "El cautivo no quiere ser canjeado.", "no quiere ser canjeado"),
        ("es", "«No quiero que me canjeen», dice el cautivo.", "No quiero que me canjeen"),
        ("es", "Si lo dejan elegir, preferiría no ser canjeado.", "preferiría no ser canjeado"),
        ("es", "El preso dice que me gustaría quedarme aquí.", "me gustaría quedarme aquí"),
        ("es", "Cuenta que se quiere quedar allá.", "se quiere quedar allá"),
        ("es", "El soldado teme que lo devuelvan al frente.", "teme que lo devuelvan al frente"),
        ("es", "El desertor pide asilo.", "pide asilo"),
        ("ru", "Пленный не хочет на обмен.", "не хочет на обмен"),
        ("ru", "Я не хочу, чтобы меня меняли.", "не хочу, чтобы меня меняли"),
        ("ru", "На обмен он не хочет.", "На обмен он не хочет"),
        ("ru", "Он просил не отдавать его обратно.", "просил не отдавать его обратно"),
        ("ru", "Солдат боится возвращаться в часть.", "боится возвращаться в часть"),
        ("uk", "Полонений не хоче на обмін.", "не хоче на обмін"),
        ("uk", "На обмін він не хоче.", "На обмін він не хоче"),
        ("uk", "Він волів би залишитися тут.", "волів би залишитися тут"),
        ("uk", "Він просить не віддавати його росіянам.", "просить не віддавати його росіянам"),
        ("en", "He would rather not be exchanged.", "would rather not be exchanged"),
        ("en", "The prisoner asked not to be sent back.", "asked not to be sent back"),
        ("en", "He is afraid to go back.", "is afraid to go back"),
        ("en", "He says he'd like to stay.", "'d like to stay"),
        ("en", "He hopes to claim asylum.", "hopes to claim asylum"),
        ("es", "«A Rusia no vuelvo ni amarrado».", "A Rusia no vuelvo ni amarrado"),
        ("ru", "Обратно не поеду, хоть режьте.", "Обратно не поеду, хоть режьте"),
        ("uk", "Мінятися не хочу.", "Мінятися не хочу"),
        ("en", "I'm not going up that hill again.", "I'm not going up that hill again"),
    ],
)
def test_a_wish_is_marked_whole_with_its_no(language: str, words: str, wish: str) -> None:
    """A "no" outside the mark would turn the wish round for who reads it, and leave the rest to be stored."""
    assert [found.span.of(words) for found in wishes(report(words), declared_language=language)] == [wish]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("es", "La madre quiere saber dónde está su hijo."),
        ("ru", "Мать просит откликнуться тех, кто его видел."),
        ("uk", "Родина просить відгукнутися всіх, хто його бачив."),
        ("en", "The family asks anybody who saw him to call."),
        ("en", "He did not return from the task on 5 May."),
        ("ru", "Он не вернулся с задания."),
        ("uk", "Просимо не писати про обмін до повідомлення штабу."),
        ("es", "La esposa quiere que lo busquen en los hospitales."),
    ],
)
def test_what_a_family_asks_or_what_befell_him_is_no_captives_wish(language: str, words: str) -> None:
    """What is taken for a wish is kept nowhere: that he never came back would be lost."""
    assert wishes(report(words), declared_language=language) == ()


@pytest.mark.parametrize("declared", ["es", None])
def test_a_wish_is_looked_for_in_the_language_that_the_report_is_read_in(declared: str | None) -> None:
    """A few words are read in the language that the collector declared, and a wish among them too."""
    told = report("Dashiev: «No quiero volver al frente»")

    account = read_apart_from_wishes(told, declared_language=declared)

    assert account.language != "es" or wishes(told, declared_language=declared)


def test_nothing_that_an_account_may_hold_of_a_sentence_is_kept_from_a_wish() -> None:
    """An exchange that a captive hopes for tells the wish as a place does."""
    wish, other = Span(0, 40), Span(50, 90)
    inside, outside = (Found(span=span, rule="made") for span in (wish, other))
    account = Account(
        language="es",
        reader="made",
        agreements=tuple(
            AgreementRead(kind="exchange", modality=Modality.PLANNED, found=found) for found in (inside, outside)
        ),
        treatments=tuple(
            TreatmentRead(kind="health", person=None, value="bad", found=found) for found in (inside, outside)
        ),
        testimony=tuple(read_as.Testimony(person=None, found=found) for found in (inside, outside)),
        instructions=tuple(
            Instruction(by=None, condition=None, stops=(), contact=None, found=found) for found in (inside, outside)
        ),
    )

    apart = apart_from_wishes(account, [inside])

    kept = (apart.agreements, apart.treatments, apart.testimony, apart.instructions)
    assert [[told.found for told in field] for field in kept] == [[outside]] * 4
