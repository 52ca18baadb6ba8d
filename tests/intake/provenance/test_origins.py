"""Which texts go back to one origin: the invented cast in four languages. Figures: evaluation/evidence.md."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings, strategies as st
from tests.intake.reports import DATA
from tests.one_news import ELSEWHERE, OWN, TRANSLATED, WIRE

from paradero.intake.provenance import OriginFound, Telling, origins_of, shipped
from paradero.procedures.telling import telling_of


def told(text: str, language: str, source: str) -> Telling:
    return telling_of(text, language=language, source=source)


def grouped(tellings: Sequence[Telling]) -> list[tuple[int, ...]]:
    return [origin.members for origin in origins_of(tellings, shipped())]


@pytest.mark.parametrize("language", sorted(TRANSLATED))
def test_a_translation_without_a_credit_is_no_second_origin(language: str) -> None:
    """Two voices would be shown where there is one, and a claim would pass for corroborated."""
    assert grouped([told(WIRE, "es", "Agencia Meridiano"), told(TRANSLATED[language], language, "Берег")]) == [(0, 1)]


def test_one_wire_in_five_outlets_and_four_languages_is_one_origin() -> None:
    """Five newspapers that carry one text are one source (rule R7)."""
    carried = [told(WIRE, "es", "Agencia Meridiano"), told(WIRE + " EFM", "es", "El Faro del Sur")]
    carried += [told(text, language, f"outlet {language}") for language, text in TRANSLATED.items()]

    assert grouped(carried) == [(0, 1, 2, 3, 4)]


def test_a_report_of_its_own_witnesses_is_an_origin_of_its_own() -> None:
    assert grouped([told(WIRE, "es", "Agencia Meridiano"), told(OWN, "en", "Northern Courier")]) == [(0,), (1,)]


def test_another_subject_is_another_origin() -> None:
    assert grouped([told(WIRE, "es", "Agencia Meridiano"), told(ELSEWHERE, "es", "La Voz de Levante")]) == [(0,), (1,)]


def test_every_link_has_its_evidence_and_an_uncertain_one_says_so() -> None:
    (origin,) = origins_of([told(WIRE, "es", "A"), told(TRANSLATED["en"], "en", "B")], shipped())

    assert [(link.one, link.other) for link in origin.links] == [(0, 1)]
    assert origin.links[0].evidence["share of names short"] > 0.5
    assert origin.uncertain == (origin.links[0].log_odds < shipped().sure_from)


def test_what_two_tell_of_one_man_in_few_words_is_uncertain() -> None:
    """One says that he fell and one that he was not taken: a person has to look whether they have it from one place."""
    fell = told("Тимур Дашиев погиб под Купянском, сообщил его сослуживец.", "ru", "Вести с переправы")
    not_taken = told("Бригада опровергает, что Тимур Дашиев попал в плен.", "ru", "Канал Берег")

    assert all(origin.uncertain for origin in origins_of([fell, not_taken], shipped()) if len(origin.members) > 1)
    translated = [told(WIRE, "es", "A"), told(TRANSLATED["en"], "en", "B")]
    assert not origins_of(translated, shipped())[0].uncertain


def test_nothing_is_no_origin_and_an_empty_text_is_one_of_its_own() -> None:
    assert origins_of([], shipped()) == ()
    assert grouped([told("", "es", "A"), told("", "ru", "B"), told("Foto.", "es", "C")]) == [(0,), (1,), (2,)]


@pytest.fixture(scope="module")
def four() -> list[Telling]:
    return [
        told(WIRE, "es", "A"),
        told(OWN, "en", "B"),
        told(TRANSLATED["ru"], "ru", "C"),
        told(ELSEWHERE, "es", "D"),
    ]


@settings(max_examples=15, deadline=None)
@given(order=st.permutations(range(4)))
def test_the_order_of_arrival_changes_nothing(four: list[Telling], order: Sequence[int]) -> None:
    found = {frozenset(order[at] for at in group) for group in grouped([four[at] for at in order])}

    assert found == {frozenset({0, 2}), frozenset({1}), frozenset({3})}


def members(found: Sequence[OriginFound]) -> list[int]:
    return sorted(at for origin in found for at in origin.members)


def test_every_text_is_in_one_origin() -> None:
    texts = [told(text, language, language) for language, text in TRANSLATED.items()]

    assert members(origins_of([*texts, told(ELSEWHERE, "es", "D")], shipped())) == [0, 1, 2, 3]


LANGUAGES = ("es", "ru", "uk", "en")


def of_file(kind: str, language: str) -> str:
    return (DATA / f"{kind}-{language}.txt").read_text(encoding="utf-8").strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wire_that_was_cut_and_given_a_headline_is_one_origin(language: str) -> None:
    wire = of_file("wire", language)
    cut = "TITULAR PROPIO\n\n" + "\n\n".join(wire.split("\n\n")[:-1])

    assert grouped([told(wire, language, "Uno"), told(cut, language, "Dos")]) == [(0, 1)]


CHANNEL = (
    "Взят в плен Тимур Дашиев, 24 года, житель Улан-Удэ. Сдался под Купянском вместе с двумя товарищами.",
    "Хоменко Сергей, 1991 года рождения, Полтава. Пропал без вести в апреле. Кто что знает, напишите сестре.",
    "Среди освобождённых медик Олена Верещак из Житомира. Её встретил отец.",
    "Рейс с помощью задержан на переходе на восемь часов. Водителей просят ждать.",
)


def test_what_a_channel_posts_day_by_day_are_origins_of_their_own() -> None:
    """One source is no one piece of news: a year's export would become a single voice."""
    days = [datetime(2024, 5, day, 12, tzinfo=UTC) for day in range(1, len(CHANNEL) + 1)]
    posts = [
        telling_of(text, language="ru", source="Канал Берег", published_at=day)
        for text, day in zip(CHANNEL, days, strict=True)
    ]

    assert grouped(posts) == [(0,), (1,), (2,), (3,)]
