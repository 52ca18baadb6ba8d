"""Who filmed, posted, forwarded or translated what a report shows or tells, as its words say."""

from datetime import date

import pytest

from paradero.reading import read, read_apart_from_wishes
from paradero.terms.edges import Relay
from paradero.terms.report import Report

AROUND = {
    "es": "El soldado Ruslan Doroshenkov está prisionero desde mayo. Su madre vive en Vorónezh.",
    "en": "The soldier Ruslan Doroshenkov has been a prisoner since May. His mother lives in Voronezh.",
    "ru": "Солдат Руслан Дорошенков находится в плену с мая. Его мать живёт в Воронеже.",
    "uk": "Солдат Руслан Дорошенков перебуває в полоні з травня. Його мати живе у Воронежі.",
}

TOLD = [
    ("es", "El video fue publicado el lunes en Telegram por la bloguera Iryna Sukhodil.", "posted", "Iryna Sukhodil"),
    ("es", "La grabación la hizo Mateo Fuentealba desde un balcón de Pasto.", "filmed", "Mateo Fuentealba"),
    ("es", "Las imágenes, grabadas por Lucía Arbeláez, muestran a tres soldados.", "filmed", "Lucía Arbeláez"),
    ("es", "El canal «Vesti s perepravy» publicó ayer un video del soldado.", "posted", "Vesti s perepravy"),
    ("es", "Está sano, informó el Ministerio de Defensa en un mensaje de Telegram.", "posted", "Ministerio de Defensa"),
    ("es", "Según la agencia Meridiano, el soldado fue capturado en mayo.", "reported", "Meridiano"),
    ("es", "El mensaje fue reenviado por el grupo «Shukai svoikh razom».", "forwarded", "Shukai svoikh razom"),
    ("en", "The video was posted on Telegram by the blogger Iryna Sukhodil.", "posted", "Iryna Sukhodil"),
    ("en", "The footage was filmed by Mateo Fuentealba in Pasto.", "filmed", "Mateo Fuentealba"),
    ("en", 'The channel "Crossing News" posted footage of the soldier.', "posted", "Crossing News"),
    ("en", "The clip was forwarded by the channel «Crossing News».", "forwarded", "Crossing News"),
    ("en", "The Azure Legion announced the raid on its Telegram channel.", "posted", "Azure Legion"),
    ("ru", "Ролик был опубликован блогером Ириной Суходил в Telegram.", "posted", "Ирина Суходил"),
    ("ru", "Канал «Вести с переправы» выложил видео с пленным.", "posted", "Вести с переправы"),
    ("ru", "Видео снял Павел Дронов.", "filmed", "Павел Дронов"),
    ("ru", "Текст перевела газета «Маяк Юга».", "translated", "Маяк Юга"),
    ("ru", "Министерство обороны сообщило об этом в Telegram.", "posted", "Министерство обороны"),
    ("uk", "Допис поширив телеканал «Вісник Подніпров'я».", "posted", "Вісник Подніпров'я"),
    ("uk", "Ролик зняв Григорій Залізняк.", "filmed", "Григорій Залізняк"),
    ("uk", "Блогерка Ірина Суходіл оприлюднила запис у своєму телеграм-каналі.", "posted", "Ірина Суходіл"),
    ("uk", "Текст переклала газета «Маяк Півдня».", "translated", "Маяк Півдня"),
]


def relays(language: str, sentence: str) -> tuple[Relay, ...]:
    text = f"{sentence} {AROUND[language]}"
    report = Report(text=text, blocks=(), pieces=(), published_on=date(2025, 9, 18))
    return read(report, declared_language=language).relays


@pytest.mark.parametrize(("language", "sentence", "kind", "by"), TOLD)
def test_who_did_what_is_read_from_the_words(language: str, sentence: str, kind: str, by: str) -> None:
    (relay,) = relays(language, sentence)

    assert (relay.kind.value, relay.by) == (kind, by)
    assert relay.words.of(f"{sentence} {AROUND[language]}") == sentence


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("es", "El ministro Pavel Dronov publicó una ley sobre los puertos."),
        ("es", "El video no fue publicado por el Ministerio de Defensa en Telegram."),
        ("en", "Pavel Dronov shared a flat with two students."),
        ("ru", "Павел Дронов снял квартиру у вокзала."),
        ("uk", "Павло Дронов зняв квартиру біля вокзалу."),
    ],
)
def test_what_is_not_of_a_publication_or_is_denied_is_no_relay(language: str, sentence: str) -> None:
    assert relays(language, sentence) == ()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("es", "Al parecer el video fue difundido en X por Pavel Dronov."),
        ("en", "The video was apparently filmed by Pavel Dronov."),
    ],
)
def test_a_sentence_that_keeps_its_distance_is_not_sure(language: str, sentence: str) -> None:
    (relay,) = relays(language, sentence)

    assert (relay.by, relay.sure) == ("Pavel Dronov", False)


def test_their_channels_are_those_of_the_formations_named_before() -> None:
    """A report of two groups names them once, and says "their channels"."""
    told = relays(
        "es",
        "Las dos formaciones, “Cuerpo de Voluntarios del Río” y “Legión Azul del Norte”, habían anunciado el ataque en"
        " sus canales de Telegram.",
    )

    assert {(relay.kind.value, relay.by, relay.platform) for relay in told} == {
        ("posted", "Cuerpo de Voluntarios del Río", "Telegram"),
        ("posted", "Legión Azul del Norte", "Telegram"),
    }


def test_where_only_the_platform_is_told_nobody_is_named() -> None:
    (relay,) = relays("es", "Las grabaciones, que fueron publicadas en grupos de Telegram, muestran el puente.")

    assert (relay.by, relay.platform) == (None, "Telegram")


def test_a_thousand_posters_are_bounded() -> None:
    names = ("Iryna", "Lucía", "Mateo", "Olena", "Galina", "Rosalba", "Hryhorii", "Pavel")
    families = ("Sukhodil", "Arbeláez", "Fuentealba", "Verezhak", "Dronov", "Zalizniak", "Cuastumal", "Hoyos")
    lines = [f"El video fue publicado en Telegram por la bloguera {one} {two}." for one in names for two in families]
    report = Report(text="\n".join(lines), blocks=(), pieces=())

    assert 0 < len(read(report, declared_language="es", rules_alone=True).relays) <= 40


def test_a_sentence_with_a_wish_gives_no_relay() -> None:
    """What is kept holds no wish, not even as the words of who posted it (rule R6)."""
    text = f"En el video publicado en Telegram por la bloguera Iryna Sukhodil dice que no quiere volver. {AROUND['es']}"
    report = Report(text=text, blocks=(), pieces=())

    assert read(report, declared_language="es").relays
    assert read_apart_from_wishes(report, declared_language="es").relays == ()
