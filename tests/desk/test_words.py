import re
from enum import Enum

import pytest
from django.utils import translation
from django.utils.html import conditional_escape

from paradero.desk import words
from paradero.desk.templatetags.desk import asker, bits, bounds, seen, size, sought
from paradero.procedures.views import FieldPair
from paradero.terms.account import Role
from paradero.terms.claims import Count, Hedge, Modality, Speaker, Status
from paradero.terms.dates import DateKnownFrom
from paradero.terms.matching import Outcome
from paradero.terms.person import Relation, Sex
from paradero.terms.verdict import Verdict

SHARED = (Verdict, Role, Status, Modality, Hedge, Speaker, Outcome, DateKnownFrom, Relation, Sex)


@pytest.mark.parametrize("kind", SHARED)
def test_every_shared_value_has_a_word(kind: type[Enum]) -> None:
    assert [value for value in kind if value not in words.WORDS] == []


@pytest.mark.parametrize("probability", [0.0, 0.004, 0.5, 0.995, 0.9999999, 1.0])
def test_no_probability_is_shown_as_none_or_all(probability: float) -> None:
    """No comparison of descriptions makes anybody certain."""
    with translation.override("en"):
        shown = f"{words.likelihood(probability)} {words.in_a_hundred(probability)}"
    assert "certain" not in shown
    assert not shown.startswith(("0 ", "100 "))
    assert "100 in 100" not in shown
    assert " 0 in 100" not in shown


@pytest.mark.parametrize(("language", "shown"), [("en", "+12.4"), ("es", "+12,4"), ("ru", "+12,4"), ("uk", "+12,4")])
def test_a_weight_has_its_sign_and_the_readers_decimal_mark(language: str, shown: str) -> None:
    with translation.override(language):
        assert bits(12.41) == shown


@pytest.mark.parametrize(
    ("language", "sizes"),
    [
        ("es", ["1 byte", "2 bytes", "5 bytes"]),
        ("ru", ["1 байт", "2 байта", "5 байт"]),
        ("uk", ["1 байт", "2 байти", "5 байтів"]),
    ],
)
def test_plurals_are_right_in_each_language(language: str, sizes: list[str]) -> None:
    with translation.override(language):
        assert [size(1), size(2), size(5)] == sizes


@pytest.mark.parametrize(
    ("count", "shown"),
    [
        (Count(low=161, high=None, exact=False, of="soldados"), "at least 161 soldados"),
        (Count(low=None, high=5, exact=False, of="civiles"), "at most 5 civiles"),
        (Count(low=3, high=6, exact=False, of="hombres"), "3–6 hombres"),
        (Count(low=6, high=6, exact=True, of="hombres"), "6 hombres"),
    ],
)
def test_a_count_is_shown_as_its_bounds(count: Count, shown: str) -> None:
    with translation.override("en"):
        assert bounds(count) == shown


@pytest.mark.parametrize("field", ["unit", "rank"])
def test_a_unit_or_rank_is_never_written_out(field: str) -> None:
    """Even if a view gave one by mistake: a captive may live because his captors take him for someone else."""
    with translation.override("en"):
        assert sought(FieldPair(field=field, sought="brigada 214", seen=None, outcome=None)) == "not shown"


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("29 (2026-02-04)", "aged 29 on 4 February 2026"),
        ("30", "aged 30"),
        ("1991", "1991"),
        ("1991-03-12", "12 March 1991"),
        ("unos 35 <años>", "unos 35 &lt;años&gt;"),
    ],
)
def test_an_age_is_called_an_age_and_a_birth_is_written_in_words(given: str, shown: str) -> None:
    with translation.override("en"):
        told = conditional_escape(seen(FieldPair(field="birth", sought=None, seen=given, outcome=None)))
    assert re.sub(r"</?time[^>]*>", "", told) == shown


def test_the_day_of_the_last_word_is_written_in_words() -> None:
    with translation.override("es"):
        told = conditional_escape(
            sought(FieldPair(field="last_heard_on", sought="2026-04-21", seen=None, outcome=None))
        )
    assert told == '<time datetime="2026-04-21">21 de abril de 2026</time>'


def test_a_sex_that_only_the_name_tells_is_said_to_come_from_it() -> None:
    with translation.override("en"):
        assert seen(FieldPair(field="sex", sought="male", seen=None, outcome=Outcome.AGREES)) == "by the name"
        assert seen(FieldPair(field="sex", sought="male", seen=None, outcome=Outcome.NOT_KNOWN)) == "–"


@pytest.mark.parametrize(("written", "shown"), [("mother", "мать"), ("Галина, мать", "Галина, мать")])
def test_who_asks_is_worded_where_only_the_relation_is_known(written: str, shown: str) -> None:
    with translation.override("ru"):
        assert str(asker(written)) == shown


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "missing"), ("es", "desaparición"), ("ru", "исчезновение"), ("uk", "зникнення")],
)
def test_a_missing_man_is_called_missing(language: str, said: str) -> None:
    """In Spanish the word was once no word at all."""
    with translation.override(language):
        assert said in str(words.WORDS[Status.MISSING])
