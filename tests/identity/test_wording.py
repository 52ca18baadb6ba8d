"""Every sentence in every language, with the same gaps, and natural enough to be filled."""

import re
from datetime import date
from itertools import product
from string import Formatter

import pytest
from tests.identity.crowd import named
from tests.people import OLENA, RUSLAN, RUSLAN_IN_SPANISH, SERHII, TIMUR, YEISON

from paradero.identity import Rarity, compare, wording
from paradero.terms.matching import Comparison, Outcome
from paradero.terms.person import Birth, Description, Relation, Sex

CAST = [RUSLAN, RUSLAN_IN_SPANISH, SERHII, TIMUR, OLENA, YEISON, Description(), named("Саша Иванов", unit="полк 87")]


def _gaps(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def _flat(language: str) -> dict[str, str]:
    return {f"{part}.{key}": text for part, rows in wording.table(language).items() for key, text in rows.items()}


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_the_same_sentences_with_the_same_gaps_stand_in_every_language(language: str) -> None:
    english, other = _flat("en"), _flat(language)
    assert english.keys() == other.keys()
    # A sentence may leave out one of the two writings where it reads better, never add a gap.
    assert {key: _gaps(text) for key, text in english.items()} == {key: _gaps(text) for key, text in other.items()}


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_a_sentence_begins_with_a_capital_or_a_name_and_ends_with_a_full_stop(language: str) -> None:
    parts = {"fields", "sexes", "sides", "ages", "relations", "wanted"}
    for key, text in _flat(language).items():
        if key.partition(".")[0] not in parts:
            assert re.fullmatch(r"[“«A-ZА-ЯІЇЄÁÉÍÓÚ].*\.", text), key


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_every_comparison_that_can_be_made_has_its_sentence(language: str) -> None:
    for sought, seen in product(CAST, CAST):
        for one in compare(sought, seen, rarity=Rarity(), published_on=date(2024, 5, 24)).comparisons:
            for said in (wording.sentence(one, language, unit_as="full"), wording.sentence(one, language)):
                assert "{" not in said
                assert "None" not in said
            assert wording.field_name(one.field, language)


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_a_unit_is_never_printed_where_only_agreement_may_be_shown(language: str) -> None:
    """Rule R13: below the evidence role a unit agrees or differs."""
    units = ["brigada 214", "бригада 214", "polk 87", "medics", None]
    for one, other in product(units, units):
        explanation = compare(Description(unit=one), Description(unit=other), rarity=Rarity())
        row = next(row for row in explanation.comparisons if row.field == "unit")
        said = wording.sentence(row, language, unit_as="agreement")
        assert not re.search(r"\d|medics|polk", said)


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_a_rank_is_never_printed_where_only_agreement_may_be_shown(language: str) -> None:
    """Rule R2: rank is of the most secret class."""
    ranks = ["рядовой", "private", "coronel", "soldado", "водитель", None]
    for one, other in product(ranks, ranks):
        explanation = compare(Description(rank=one), Description(rank=other), rarity=Rarity())
        row = next(row for row in explanation.comparisons if row.field == "rank")
        said = wording.sentence(row, language)
        assert not any(rank and rank in said for rank in ranks)
        assert one is None or one in wording.sentence(row, language, unit_as="full")


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_every_relation_sex_and_reason_of_the_house_has_a_word(language: str) -> None:
    words = wording.table(language)
    assert set(words["relations"]) == {relation.value for relation in Relation}
    assert set(words["sexes"]) == {sex.value for sex in Sex}


def test_dates_and_ages_are_written_as_the_language_writes_them() -> None:
    def said(language: str, birth: Birth) -> str:
        explanation = compare(Description(birth=birth), Description(birth=birth), rarity=Rarity())
        return wording.sentence(next(row for row in explanation.comparisons if row.field == "birth"), language)

    born = Birth(born_on=date(1991, 3, 12))
    assert "12.03.1991" in said("uk", born)
    assert "12/03/1991" in said("es", born)
    assert "33 años" in said("es", Birth(age=33, age_said_on=date(2024, 5, 24)))


def test_a_language_that_is_not_held_is_refused_by_name() -> None:
    row = Comparison(
        field="home", outcome=Outcome.NOT_KNOWN, sought=None, seen=None, weight_bits=0.0, reason="not_known"
    )
    with pytest.raises(wording.LanguageNotHeld, match="'pl'"):
        wording.sentence(row, "pl")


OF_TWO_KINDS = {"en": "enquiry|report", "es": "solicitud|noticia", "ru": "запрос|сообщени", "uk": "запит|повідомлен"}


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_of_two_of_one_kind_no_sentence_speaks_of_an_enquiry_and_a_report(language: str) -> None:
    """Two relatives' enquiries are compared: neither of them is a report."""
    for one, other in product(CAST, CAST):
        for row in compare(one, other, rarity=Rarity(), published_on=date(2024, 5, 24)).comparisons:
            said = wording.sentence(row, language, of_one_kind=True)
            assert not re.search(OF_TWO_KINDS[language], said, re.IGNORECASE), said
            assert not re.search("[{}]|None", said)
