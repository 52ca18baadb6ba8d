"""Statuses, speakers and chains as the reading bench counts them, worked out by hand."""

from dataclasses import replace

import pytest
from tests.evaluation.reading_sample import (
    ACCOUNT,
    ANNOTATED,
    LUZ,
    PUBLISHER,
    STRANGER,
    claim,
    found,
    link,
    of,
    with_claim,
    with_one_more,
)

from paradero.terms.account import MentionKind
from paradero.terms.claims import Count, Modality, Status
from paradero.terms.spans import Span


def test_a_status_of_another_person_is_wrong_and_is_missed_of_the_right_one() -> None:
    assert of("status", with_claim(0, person=LUZ)) == (1, 2, 2)


def test_a_status_of_somebody_who_is_not_there_counts_with_the_named_if_the_reader_names_them() -> None:
    more = claim(Status.KILLED, 4, found("muerto"))
    account = with_one_more(STRANGER, claims=(*ACCOUNT.claims, more))
    assert of("status", account) == (2, 3, 2)
    assert of("killed", account) == (1, 2, 1)
    unnamed = with_one_more(replace(STRANGER, kind=MentionKind.UNNAMED), claims=(*ACCOUNT.claims, more))
    assert of("status", unnamed) == (2, 2, 2)
    assert of("status_unnamed", unnamed) == (1, 2, 1)


@pytest.mark.parametrize("modality", [Modality.ASSERTED, Modality.ALLEGED])
def test_what_the_text_refutes_is_wrong_where_the_reader_lets_it_stand(modality: Modality) -> None:
    """A family would be told that he is dead."""
    assert of("killed", with_claim(3, modality=modality)) == (1, 2, 1)


@pytest.mark.parametrize("modality", [Modality.DENIED, Modality.PLANNED, Modality.CONDITIONAL, Modality.REFUTED])
def test_a_claim_that_does_not_stand_gives_no_status(modality: Modality) -> None:
    assert of("status", with_claim(0, modality=modality)) == (1, 1, 2)


def test_surrendered_is_captured_and_deserted_is_left_out() -> None:
    surrendered = ANNOTATED.replace("c1 captured", "c1 surrendered")
    assert of("status", annotated=surrendered) == (2, 2, 2)
    deserted = ANNOTATED.replace("c1 captured", "c1 deserted")
    assert of("status", annotated=deserted) == (1, 2, 1)
    assert of("speaker_of_all", annotated=deserted) == (2, 3, 2)


def test_a_count_is_right_with_its_status_and_both_bounds() -> None:
    assert of("counts", with_claim(2, count=Count(low=20, high=20, exact=True, of="soldados"))) == (0, 1, 1)
    exact = ANNOTATED.replace("n1 = 20..", "n1 = 20")
    assert of("counts", with_claim(2, count=Count(low=20, high=None, exact=True, of="")), exact) == (1, 1, 1)
    for value, low, high in (("..50", None, 50), ("40..60", 40, 60)):
        told = with_claim(2, count=Count(low=low, high=high, exact=False, of=""))
        assert of("counts", told, ANNOTATED.replace("n1 = 20..", f"n1 = {value}")) == (1, 1, 1)
    assert of("counts", annotated=ANNOTATED.replace("n1 = 20..", "n1 = unknown")) == (0, 1, 0)


def test_the_innermost_speaker_counts_and_one_that_is_added_is_wrong() -> None:
    assert of("speaker", with_claim(0, chain=(link("Ondas"), link("Luz Rojas"), PUBLISHER))) == (2, 3, 3)
    assert of("speaker", with_claim(0, chain=(PUBLISHER,))) == (2, 2, 3)
    assert of("speaker", with_claim(1, chain=(link("Ondas"), PUBLISHER))) == (3, 4, 3)


def test_speakers_of_claims_that_were_not_found_are_missed_of_all_only() -> None:
    account = replace(ACCOUNT, claims=ACCOUNT.claims[1:])
    assert of("speaker", account) == (2, 2, 2)
    assert of("speaker_of_all", account) == (2, 2, 3)
    assert of("chain", account) == (4, 4, 4)
    assert of("chain_of_all", account) == (4, 4, 5)


def test_a_chain_is_right_whole_and_in_its_order() -> None:
    turned = with_claim(0, chain=(link("Ondas"), link("Luz Rojas"), PUBLISHER))
    assert of("chain", turned) == (4, 5, 5)
    assert of("chain_told", turned) == (2, 3, 3)
    assert of("sources", turned) == (2, 2, 2)


def test_a_speaker_is_known_by_place_by_the_persons_name_and_by_words() -> None:
    nowhere = found("a Ondas")
    for name in ("Luz Rojas", "Rojas", "Luz"):
        told = with_claim(0, chain=(replace(link("Luz Rojas"), name=name, found=replace(nowhere, span=Span(0, 3))),))
        assert of("speaker", told) == (3, 3, 3)


def test_the_publisher_named_in_the_text_is_no_link_and_nobody_stands_twice() -> None:
    own = replace(link("Ondas"), name="Agencia Meridiano")
    told = with_claim(0, chain=(link("madre"), link("Luz Rojas"), link("Ondas"), own, PUBLISHER))
    assert of("chain", told) == (5, 5, 5)


def test_hearsay_is_no_link() -> None:
    rumour = ANNOTATED.replace("by=s0 hedge=h1", "by=s2>s0 hedge=h1") + "s2 hearsay\n"
    assert of("chain", annotated=rumour) == (5, 5, 5)


def test_hedges_are_right_by_their_grade() -> None:
    assert of("hedge_grade", with_claim(1, hedge_grade=3)) == (4, 5, 5)
    assert of("hedged", with_claim(1, hedge_grade=None)) == (0, 0, 1)
    assert of("hedged", with_claim(0, hedge_grade=1)) == (1, 2, 1)


def test_modality_is_held_against_the_claim_that_stands_in_the_same_place() -> None:
    assert of("modality", with_claim(1, modality=Modality.ASSERTED)) == (4, 5, 5)
    turned = replace(ACCOUNT, claims=tuple(reversed(ACCOUNT.claims)))
    assert of("modality", turned) == (5, 5, 5)
