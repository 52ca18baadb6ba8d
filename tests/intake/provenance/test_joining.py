"""How texts become groups of one origin: by the odds of all their pairs, and by whether a group has a beginning."""

import numpy as np
import pytest
from tests.one_news import OWN, TRANSLATED, WIRE

from paradero.intake.provenance import Telling, shipped
from paradero.intake.provenance.joining import COLUMNS, Odds, between, joined
from paradero.intake.provenance.originality import COLUMNS as OF_MANNER, manner, originality
from paradero.procedures.telling import telling_of


def odds_of(count: int, **pairs: float) -> Odds:
    """Return a table with the odds of pairs by their two places ("ab"), all others -5."""
    odds = np.full((count, count), -5, np.float32)
    for pair, value in pairs.items():
        one, other = ("abcdef".index(letter) for letter in pair)
        odds[one, other] = odds[other, one] = value
    return odds


def groups(odds: Odds, original: list[float], least: float = -1.4) -> list[tuple[int, ...]]:
    return joined(odds, np.array(original, np.float32), shipped().groups, least)


def test_what_is_likely_is_joined_and_what_is_unlikely_is_not() -> None:
    assert groups(odds_of(4, ab=4, cd=4), [2, -2, 2, -2]) == [(0, 1), (2, 3)]


def test_one_likely_link_drags_no_two_groups_together() -> None:
    assert groups(odds_of(4, ab=5, cd=5, bc=0.5), [3, -2, 3, -2]) == [(0, 1), (2, 3)]


def test_many_texts_draw_no_stranger_to_them() -> None:
    """Of a channel's hundred posts each is a little like any other; that they are many says nothing."""
    many = np.full((101, 101), 4.5, np.float32)
    many[-1, :] = many[:, -1] = -3.4

    assert groups(many, [-0.7] * 101) == [tuple(range(100)), (100,)]


@pytest.mark.parametrize("odds", [-1.0, -0.5, 0.0, 0.5])
def test_a_copy_without_its_original_is_likelier_joined_than_a_beginning(odds: float) -> None:
    """Two beginnings speak for two voices; a copy whose original is not at hand is no voice."""
    weights = shipped().groups
    rows = [between(odds_of(2, ab=odds), np.array([3, other], np.float32), [0], [1]) for other in (3, -3)]
    beginning, copy = weights.log_odds(np.array(rows, np.float32))

    assert copy > beginning


def test_what_is_between_two_beginnings_counts_more_than_what_is_between_their_copies() -> None:
    """Copies take up facts of either report; that does not make one of two."""
    original = np.array([3, -2, 3, -2], np.float32)
    of_copies, of_beginnings = odds_of(4, bd=1), odds_of(4, ac=1)
    rows = [between(odds, original, [0, 1], [2, 3]) for odds in (of_copies, of_beginnings)]
    copies, beginnings = shipped().groups.log_odds(np.array(rows, np.float32))

    assert beginnings > copies + 1


def test_one_text_is_a_group_and_none_are_no_groups() -> None:
    assert groups(odds_of(1), [0]) == [(0,)]
    assert groups(odds_of(0), []) == []


def test_every_column_is_filled() -> None:
    assert len(between(odds_of(3), np.zeros(3, np.float32), [0, 1], [2])) == len(COLUMNS)
    assert len(manner(told(WIRE, "es", "Agencia Meridiano"))) == len(OF_MANNER)


def told(text: str, language: str, source: str | None) -> Telling:
    return telling_of(text, language=language, source=source)


def test_a_report_of_its_own_witnesses_reads_like_a_beginning() -> None:
    """It is told from the text alone; a rewrite that says where it has its news from does not."""
    passed_on = "Как сообщает «Берег» со ссылкой на El Faro del Sur, мать узнала сына на видео. Подробностей нет."
    own, rewrite = originality([told(OWN, "en", "Northern Courier"), told(passed_on, "ru", None)], shipped().original)

    assert own > rewrite + 1


def test_a_text_without_sentences_has_an_answer_too() -> None:
    found = originality([told("", "es", None), told(TRANSLATED["en"], "en", None)], shipped().original)

    assert np.isfinite(found).all()
