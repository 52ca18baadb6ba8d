import pytest

from paradero.identity.fitting.measuring import best_threshold, f1_at, measure, recall_at

SCORED = [(0.9, True), (0.8, True), (0.8, False), (0.4, True), (0.2, False), (0.1, False)]


def test_the_best_threshold_is_one_that_equal_probabilities_share() -> None:
    assert best_threshold(SCORED, positives=3) == (0.4, pytest.approx(6 / 7))
    assert f1_at(SCORED, 0.4, positives=3) == pytest.approx(6 / 7)


def test_pairs_that_no_search_found_count_against_recall() -> None:
    assert recall_at(SCORED, 0.99, positives=4) == 0.25
    assert f1_at(SCORED, 0.9, positives=4) == pytest.approx(2 / 5)


def test_probabilities_that_come_true_as_often_as_they_say_have_no_error() -> None:
    honest = [(chance, place < 10 * chance) for chance in (0.2, 0.5, 0.9) for place in range(10)] * 10
    boastful = [(0.99, place % 2 == 0) for place in range(100)]

    one, other = measure(honest), measure(boastful)
    assert one.ece == 0.0
    assert other.ece == pytest.approx(0.49)
    assert one.log_loss is not None
    assert other.log_loss is not None
    assert other.log_loss > one.log_loss


def test_a_handful_of_pairs_measures_nothing() -> None:
    assert measure([(0.9, True)] * 5).ece is None
    assert measure([(0.01, False)] * 500).pairs == 0
