"""How far two annotators agree, held to figures worked out by hand."""

from dataclasses import replace

import pytest
from tests.corpus.sample import SAMPLE

from paradero.corpus.agreement import agreement, kappa
from paradero.corpus.notation import read

FIRST = read(SAMPLE)


def test_who_agrees_with_himself_agrees_wholly() -> None:
    both = agreement([(FIRST, FIRST)])
    assert (both.spans_f1, both.roles_kappa, both.statuses_kappa) == (1.0, 1.0, 1.0)


def test_kappa_takes_off_what_chance_alone_would_agree_in() -> None:
    """Cohen's own kind of table: 20 both yes, 15 both no, 5 and 10 divided; .70 observed, .50 by chance."""
    pairs = [("yes", "yes")] * 20 + [("no", "no")] * 15 + [("yes", "no")] * 5 + [("no", "yes")] * 10
    assert kappa(pairs) == pytest.approx(0.4)
    assert kappa([("yes", "no"), ("no", "yes")]) < 0


def test_a_span_that_one_of_them_left_out_counts_against_both() -> None:
    fewer = read(SAMPLE.replace("Al [parecer]{h1 = 2}", "Al parecer").replace(" hedge=h1", ""))
    both = agreement([(FIRST, fewer)])
    marks = len(FIRST.marks)
    assert both.spans_f1 == pytest.approx(2 * (marks - 1) / (2 * marks - 1))
    assert both.spans_by_letter["h"] == 0


def test_bounds_that_differ_are_wrong_exactly_and_right_by_overlap() -> None:
    wider = read(SAMPLE.replace("fue [capturado]", "[fue capturado]"))
    both = agreement([(FIRST, wider)])
    marks = len(FIRST.marks)
    assert both.spans_f1 == pytest.approx((marks - 1) / marks)
    assert both.overlap_f1 == 1


def test_two_claims_on_one_word_are_one_span() -> None:
    """A claim told of a list stands on one word for all of it, and is agreed in or not once."""
    twice = read(SAMPLE.replace("[capturado]{c1}", "[capturado]{c1; c3}") + "c3 wounded p1 modality=asserted by=s0\n")
    assert agreement([(FIRST, twice)]).spans_f1 == 1


def test_whom_only_one_marked_counts_in_the_harsher_kappa_alone() -> None:
    without = read(SAMPLE.replace("su [madre]{p2; k1}, [Luz Dary Rojas]{p2}", "su madre, Luz Dary Rojas"))
    alone = [record for record in without.records if record.ref not in {"p2", "k1"}]
    both = agreement([(FIRST, replace(without, records=tuple(alone)))])
    assert (both.roles_kappa, both.statuses_kappa) == (1.0, 1.0)
    assert both.roles_kappa_of_all < 1
    assert both.statuses_kappa_of_all < 1


def test_persons_whose_mentions_only_overlap_are_matched() -> None:
    other = read(SAMPLE.replace("[Óscar Quintero Rojas]", "Óscar [Quintero Rojas]"))
    both = agreement([(FIRST, other)])
    assert both.roles_kappa_of_all == both.statuses_kappa_of_all == 1.0


def test_persons_are_matched_by_where_they_are_mentioned_and_not_by_their_numbers() -> None:
    renamed = read(SAMPLE.replace("p1", "p8").replace("p2", "p1").replace("p8", "p2"))
    both = agreement([(FIRST, renamed)])
    assert both.roles_kappa == both.statuses_kappa == 1.0


def test_another_role_and_another_status_are_seen() -> None:
    other = SAMPLE.replace("role=kin", "role=witness").replace("c2 captured g1", "c2 missing g1")
    both = agreement([(FIRST, read(other))])
    assert both.roles_kappa < 1
    assert both.statuses_kappa < 1


def test_texts_that_are_not_the_same_are_refused() -> None:
    with pytest.raises(ValueError, match="not of the same text"):
        agreement([(FIRST, read(SAMPLE.replace("jueves", "lunes")))])
