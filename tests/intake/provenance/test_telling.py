"""What one published text says of another: that it has it from there, links to it, carries its clip."""

from datetime import UTC, datetime

import pytest

from paradero.intake.provenance import Telling
from paradero.procedures.telling import telling_of


def told(text: str, source: str | None = None, language: str = "es", **more: object) -> Telling:
    return telling_of(text, language=language, source=source, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "language", "source"),
    [
        ("Un soldado fue visto en Pasto, escribe Novosti Zarechya.", "es", "Новости Заречья"),
        ("Об этом сообщили в «Новостях Заречья» во вторник.", "ru", "Новости Заречья"),
        ("Про це пише газета «Diario del Sur».", "uk", "Diario del Sur"),
        ("The family spoke to Hromada Poltavy on Monday.", "en", "Громада Полтави"),
    ],
)
def test_a_source_is_known_by_its_name_in_any_script_and_case(text: str, language: str, source: str) -> None:
    """A Spanish paper writes a Russian one's name as it sounds."""
    assert told(text, "El Faro del Sur", language).names_source_of(told("Nada.", source))


def test_a_word_of_the_name_is_not_the_name() -> None:
    assert not told("Las noticias del río llegan tarde.", "El Faro").names_source_of(
        told("Nada.", "Noticias del Valle")
    )


def test_whoever_is_forwarded_is_named() -> None:
    """A forward in a channel's export has a name and nothing else."""
    forward = told("Дивіться самі.", "Канал Берег", "uk", passed_on_from="Вісті Прилук")

    assert forward.names_source_of(told("Дивіться.", "Вісті Прилук", "uk"))


def test_a_link_leads_to_the_text_itself_whatever_the_spelling_of_the_address() -> None:
    first = told("Uno.", address="https://www.faro.example/nota/1/")

    assert told("Dos.", links=["http://faro.example/nota/1"]).links_to(first)
    assert not told("Dos.", links=["http://faro.example/nota/2"]).links_to(first)
    assert told("Dos.", links=["http://faro.example/nota/2"]).links_to_place_of(first)


def test_a_platform_is_nobodys_own_place() -> None:
    """A link to one channel is no link to another on the same platform."""
    post = told("Uno.", address="https://t.me/one/1")

    assert not told("Dos.", links=["https://t.me/two/2"]).links_to_place_of(post)


def test_moments_of_two_zones_are_compared_as_moments() -> None:
    moment = datetime(2024, 5, 3, 6, 12, tzinfo=UTC)

    assert told("Uno.", published_at=moment).published_at == datetime.fromisoformat("2024-05-03T09:12:00+03:00")
