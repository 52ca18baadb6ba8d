"""Which texts go back to one origin: the invented cast in four languages. Figures: evaluation/evidence.md."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings, strategies as st
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
