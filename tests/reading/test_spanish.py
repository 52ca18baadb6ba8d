"""What the Spanish reader must find in reports about the invented cast, and what it must leave unsaid."""

from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings, strategies as st
from tests.reading.reading_by import read_as_asked

from paradero.reading import wishes
from paradero.terms.account import Account, MentionKind, PersonRead, Role
from paradero.terms.claims import Hedge, Modality, Speaker, Status
from paradero.terms.report import Report

PUBLISHED = date(2025, 9, 18)


def report(text: str) -> Report:
    return Report(text=text, blocks=(), pieces=(), source="El Faro del Sur", published_on=PUBLISHED)


@cache
def account(text: str) -> Account:
    return read_as_asked(report(text), declared_language="es")


def person(text: str, label: str) -> PersonRead:
    return next(p for p in account(text).persons if p.label == label)


SHOWN = (
    "El Ministerio de Defensa de Rusia difundió este martes un vídeo en el que aparece Serhii Khomenko, soldado de la "
    "brigada 214, de 34 años y natural de Poltava, capturado cerca de Kursk. «Me tratan bien», dice el prisionero. "
    "Su esposa, Olena, aseguró que no sabía nada de él desde marzo."
)
SON = "Rosalba Cuastumal no pierde la esperanza. Su hijo Yeison Cuastumal, de 27 años, desapareció el 14 de agosto."
RUMOUR = (
    "La bloguera Iryna Sukhodil publicó en Facebook que el tanquista Timur Dashiev habría muerto. Sin embargo, la "
    "familia desmintió la noticia: Dashiev llamó a su madre, Bayarma, y está vivo."
)
LIST = (
    "Los capturados son el sargento Timur Dashiev, el cabo Ruslan Doroshenkov y el soldado Serhii Khomenko, de acuerdo "
    "con la inteligencia militar ucraniana."
)
OFFICES = "Según el portavoz Hryhorii Zalizniak, Ruslan Doroshenkov fue capturado cerca de Volnovaja."
MAYOR = "El alcalde de Pasto, Mateo Fuentealba, dijo que se desconoce su paradero."


@pytest.mark.parametrize(
    ("text", "label", "role"),
    [
        (SHOWN, "Serhii Khomenko", Role.CAPTIVE),
        (SHOWN, "Olena", Role.KIN),
        (SON, "Yeison Cuastumal", Role.MISSING),
        (SON, "Rosalba Cuastumal", Role.KIN),
        (LIST, "Ruslan Doroshenkov", Role.CAPTIVE),
        (LIST, "Serhii Khomenko", Role.CAPTIVE),
        (OFFICES, "Ruslan Doroshenkov", Role.CAPTIVE),
        (OFFICES, "Hryhorii Zalizniak", Role.OFFICIAL),
        (MAYOR, "Mateo Fuentealba", Role.OFFICIAL),
        ("Liberados: Maksym Lysohor y Olena Vereshchak.", "Olena Vereshchak", Role.RETURNED),
        ("Olena Vereshchak fue liberada ayer tras dos años de cautiverio.", "Olena Vereshchak", Role.RETURNED),
        ("El prisionero, que se identificó como Timur Dashiev, pidió agua.", "Timur Dashiev", Role.CAPTIVE),
        ("Entre los fallecidos figura el sargento Maksym Lysohor.", "Maksym Lysohor", Role.DEAD),
        ("Secuestraron a Yeison Cuastumal en Pasto.", "Yeison Cuastumal", Role.CAPTIVE),
    ],
)
def test_each_person_has_the_role_the_report_gives(text: str, label: str, role: Role) -> None:
    assert person(text, label).role is role


@pytest.mark.parametrize(
    "text",
    [
        "«Lo único que quiero es que me devuelvan a Yeison Cuastumal», dijo Rosalba.",
        "Familiares de Timur Dashiev temen que haya muerto.",
        "El soldado Ruslan Doroshenkov no fue capturado.",
        "El coronel Pavel Dronov ha capturado la colina.",
        "Nina ha escrito al Centro de Coordinación para los Desaparecidos.",
        "Le habían dicho a su madre que estaba muerto.",
        "Su mamá, Rosalba, perdió contacto con él en junio.",
    ],
)
def test_what_is_wished_feared_denied_or_said_of_others_gives_nobody_a_status(text: str) -> None:
    """A wrong status is worse than a missed one."""
    sought = {Role.CAPTIVE, Role.MISSING, Role.DEAD, Role.RETURNED}
    assert [p.label for p in account(text).persons if p.role in sought] == []


def test_a_death_that_the_report_takes_back_is_refuted() -> None:
    deaths = [claim for claim in account(RUMOUR).claims if claim.status is Status.KILLED]
    assert deaths
    assert all(claim.modality is Modality.REFUTED for claim in deaths)


def test_the_chain_runs_from_the_speaker_to_the_outlet() -> None:
    claim = next(claim for claim in account(RUMOUR).claims if claim.status is Status.KILLED)
    assert [(link.name, link.speaker) for link in claim.chain] == [
        ("Iryna Sukhodil", Speaker.POSTER),
        ("Facebook", Speaker.PLATFORM),
        ("El Faro del Sur", Speaker.OUTLET),
    ]
    assert claim.chain[-1].found is None


def test_what_a_captive_says_is_marked_so() -> None:
    """R7: testimony from captivity can raise nothing above alleged."""
    spoken = [claim for claim in account(SHOWN).claims if claim.says.startswith("«Me tratan")]
    assert spoken
    assert all(claim.from_captivity and claim.chain[0].speaker is Speaker.CAPTIVE for claim in spoken)


def test_according_to_somebody_is_a_hedge() -> None:
    claim = next(claim for claim in account(LIST).claims if claim.status)
    assert claim.hedge is Hedge.DISTANCED


def test_the_description_has_its_facts_in_their_places() -> None:
    shown = person(SHOWN, "Serhii Khomenko")
    given = shown.description
    assert (given.unit, given.home, given.rank) == ("brigada 214", "Poltava", "soldado")
    assert given.birth is not None
    assert (given.birth.age, given.birth.age_said_on) == (34, PUBLISHED)
    assert [(kin.relation.value, kin.name) for kin in given.kin] == [("wife", "Olena")]
    for fact in shown.facts:
        if fact.field != "kin":
            assert fact.found.span.of(SHOWN) == fact.value


def test_her_son_makes_her_the_mother() -> None:
    kin = person(SON, "Yeison Cuastumal").description.kin
    assert [(each.relation.value, each.name) for each in kin] == [("mother", "Rosalba Cuastumal")]


def test_brothers_with_one_family_name_stay_two_people() -> None:
    text = "Maksym Lysohor sigue cautivo. Artem Lysohor murió en mayo."
    assert person(text, "Maksym Lysohor").role is Role.CAPTIVE
    assert person(text, "Artem Lysohor").role is Role.DEAD


def test_a_surname_alone_finds_its_person() -> None:
    text = "Ruslan Doroshenkov vivía en Voronezh. Doroshenkov fue capturado en mayo."
    named = [p for p in account(text).persons if p.kind is MentionKind.NAMED]
    assert [(p.label, p.role) for p in named] == [("Ruslan Doroshenkov", Role.CAPTIVE)]


@pytest.mark.parametrize(
    ("text", "status", "low", "high", "exact"),
    [
        ("Más de 140 soldados fueron capturados.", Status.CAPTURED, 140, None, False),
        ("Murieron al menos 50 voluntarios.", Status.KILLED, 50, None, False),
        ("Tres soldados murieron y otros 12 resultaron heridos.", Status.WOUNDED, 12, 12, True),
        ("Regresaron a casa 75 prisioneros.", Status.RETURNED, 75, 75, True),
    ],
)
def test_numbers_are_bounds(text: str, status: Status, low: int, high: int | None, exact: bool) -> None:  # noqa: FBT001
    counts = [claim.count for claim in account(text).claims if claim.status is status and claim.count]
    assert [(count.low, count.high, count.exact) for count in counts] == [(low, high, exact)]


def test_the_way_is_in_order_and_the_hotline_named() -> None:
    text = (
        "Si su familiar ha sido capturado, llame a la línea «Volver a casa». Los familiares deben viajar a Varsovia o "
        "Cracovia y tomar un tren hasta Kiev, explicó la Oficina del Defensor."
    )
    (instruction,) = account(text).instructions
    assert instruction.stops == ("Varsovia o Cracovia", "tren", "Kiev")
    assert (instruction.by, instruction.contact) == ("Oficina del Defensor", "Volver a casa")
    assert instruction.condition == "Si su familiar ha sido capturado"


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("LEA TAMBIÉN: El alcalde de Cali inaugura un puente", False),
        ("Foto: archivo particular", False),
        ("2 días ago", False),
        ("L.A.", False),
        ("Por Lucía Arbeláez", False),
        ("Aceptar todas las cookies y continuar", False),
        ("Ruslan Doroshenkov fue capturado en mayo.", True),
        ("Publicó la foto su hermana.", True),
    ],
)
def test_lines_that_are_not_the_report_are_cut_and_said_to_be(line: str, kept: bool) -> None:  # noqa: FBT001
    text = f"Timur Dashiev sigue cautivo.\n{line}\nSu madre lo espera en Ulan-Ude."
    cut = [span.of(text) for span in account(text).cut]
    assert cut == ([] if kept else [line])


def test_nothing_after_a_list_of_other_news_is_read() -> None:
    text = "Timur Dashiev sigue cautivo.\nNoticias recientes\nPavel Dronov murió en un choque en Cali"
    assert [p.label for p in account(text).persons] == ["Timur Dashiev"]
    assert account(text).places == ()


def test_a_wish_is_marked_and_never_in_the_account() -> None:
    """R6."""
    text = "«No quiero volver al frente», dijo el prisionero Timur Dashiev."
    assert [found.span.of(text) for found in wishes(report(text))] == ["No quiero volver al frente"]
    assert not hasattr(account(text), "wishes")


def test_places_are_ranked_candidates_and_no_single_answer() -> None:
    (place,) = account("Fue visto cerca de Bélgorod.").places
    assert place.usual == "Belgorod"
    assert place.candidates


def test_what_cannot_be_read_is_said() -> None:
    assert read_as_asked(report("")).gaps
    portuguese = (
        "Os familiares não sabem onde estão os seus filhos, mas continuam à espera de notícias boas do exército."
    )
    assert any("pt" in gap for gap in read_as_asked(report(portuguese)).gaps)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=400))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    given_account = read_as_asked(report(text), declared_language="es")
    for claim in given_account.claims:
        assert claim.found.span.of(text) == claim.says


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([*SHOWN.split(), *RUMOUR.split(), "«", "”", "\n", "—", "...", "12"]), max_size=60))
def test_words_in_any_order_do_not_make_it_fail(words: list[str]) -> None:
    text = " ".join(words)
    for found in (fact.found for p in read_as_asked(report(text), declared_language="es").persons for fact in p.facts):
        assert found.span.of(text)


def test_a_wish_gives_nobody_a_status() -> None:
    """What a captive would rather not have happen has not happened, and nothing may match it (R6)."""
    text = "El prisionero Timur Dashiev afirma que no quiere volver al frente y que preferiría no ser canjeado."
    assert {claim.status for claim in account(text).claims} <= {Status.CAPTURED, None}


def test_a_day_of_capture_is_no_birthday() -> None:
    text = "El soldado Timur Dashiev, nacido en Ulán-Udé, fue capturado en marzo de 2024, según la bloguera."
    assert person(text, "Timur Dashiev").description.birth is None
