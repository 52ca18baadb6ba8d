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
from paradero.terms.person import Birth, Description, Kin, Relation, Sex

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


def _said(field: str, one: Description, language: str, other: Description | None = None) -> str:
    explanation = compare(one, other or one, rarity=Rarity())
    return wording.sentence(next(row for row in explanation.comparisons if row.field == field), language)


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_a_day_is_written_year_first_as_on_every_page_so_that_day_and_month_cannot_be_confused(language: str) -> None:
    assert "1991-03-12" in _said("birth", Description(birth=Birth(born_on=date(1991, 3, 12))), language)


@pytest.mark.parametrize(
    ("language", "age", "written"),
    [
        ("es", 33, "33 años"),
        ("en", 21, "aged 21"),
        ("ru", 21, "21 год "),
        ("ru", 32, "32 года"),
        ("ru", 35, "35 лет"),
        ("ru", 12, "12 лет"),
        ("uk", 41, "41 рік "),
        ("uk", 54, "54 роки"),
        ("uk", 11, "11 років"),
        ("uk", 111, "111 років"),
    ],
)
def test_an_age_is_counted_as_the_language_counts_years(language: str, age: int, written: str) -> None:
    assert written in _said("birth", Description(birth=Birth(age=age, age_said_on=date(2024, 5, 24))), language)


@pytest.mark.parametrize(
    ("language", "word"), [("en", "sister"), ("es", "hermana"), ("ru", "сестра"), ("uk", "сестра")]
)
def test_a_relative_without_a_name_is_called_by_a_word_of_the_readers_language(language: str, word: str) -> None:
    asked = Description(kin=(Kin(relation=Relation.SISTER), Kin(relation=Relation.MOTHER, name="Галина")))
    said = _said("kin", asked, language, Description())
    assert word in said
    assert "Галина" in said


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_what_the_machine_did_not_read_is_not_said_to_be_absent_from_the_report(language: str) -> None:
    """A report may say in its own way what no reader understood; whoever looks must not be told that it is silent."""
    unread = {"en": " read", "es": "leíd", "ru": "прочитан", "uk": "прочитан"}[language]
    told = Description(home="Миколаїв", unit="бригада 214", rank="рядовой")
    for field in ("home", "unit", "rank", "mother_maiden_name"):
        assert unread in _said(field, told, language, Description())


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


@pytest.mark.parametrize(("language", "word"), [("en", "another"), ("es", "otro"), ("ru", "другая"), ("uk", "інша")])
def test_a_third_country_is_called_one_and_not_a_bare_code(language: str, word: str) -> None:
    assert f"{word} " in _said("side", Description(side="CO"), language, Description())
