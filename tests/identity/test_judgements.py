"""What follows from judgements, and that nothing of it stays once they are taken back."""

from itertools import combinations

import pytest
from hypothesis import given, strategies as st

from paradero.identity.judgements import (
    Consequences,
    Judgement,
    Pair,
    Stand,
    Web,
    clash,
    consequences,
    open_to,
    pair,
    with_one_more,
)
from paradero.terms.verdict import Verdict

SAME, DIFFERENT, UNSURE = Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE
E1, E2, E3, S1, S2, S3 = SUBJECTS = ("E-1", "E-2", "E-3", "S-1", "S-2", "S-3")
PEOPLE = ("marta", "oleh", "vera")

pairs = st.sampled_from([pair(*two) for two in combinations(SUBJECTS, 2)])
verdicts = st.sampled_from(Verdict)
people = st.sampled_from(PEOPLE)
judgements = st.builds(Judgement, of=pairs, person=people, verdict=verdicts)
standing = st.lists(judgements, max_size=12, unique_by=lambda held: (held.of, held.person))


def judged(one: str, other: str, verdict: Verdict, person: str = "marta") -> Judgement:
    return Judgement(of=pair(one, other), person=person, verdict=verdict)


def test_two_relatives_who_ask_for_one_man_share_what_follows() -> None:
    """A sighting held for the one's brother may show the other's son: it is he."""
    before = Web.of([judged(E1, S1, SAME), judged(E2, S2, DIFFERENT)])
    after = Web.of([judged(E1, S1, SAME), judged(E2, S2, DIFFERENT), judged(E1, E2, SAME)])

    assert consequences(before, after, judged=pair(E1, E2)) == Consequences(
        same=(pair(E2, S1),), different=(pair(E1, S2), pair(S1, S2))
    )


@pytest.mark.parametrize(
    ("given", "how"),
    [
        ([SAME], Stand.SAME),
        ([SAME, SAME, UNSURE], Stand.SAME),
        ([DIFFERENT, UNSURE], Stand.DIFFERENT),
        ([SAME, DIFFERENT, SAME], Stand.DISAGREEMENT),
        ([UNSURE, UNSURE], Stand.UNSURE),
    ],
)
def test_a_pair_stands_as_those_who_judged_it_say(given: list[Verdict], how: Stand) -> None:
    """Two against one are a disagreement all the same: identity is not put to the vote."""
    held = [judged(E1, S1, verdict, person) for verdict, person in zip(given, PEOPLE, strict=False)]
    assert Web.of(held).stands == {pair(E1, S1): how}


def test_different_inside_a_group_is_a_contradiction_and_names_the_way_through_it() -> None:
    held = [judged(E1, S1, SAME), judged(S1, S2, SAME)]

    assert clash(held, judged(E1, S2, DIFFERENT, "oleh")) == (pair(E1, S1), pair(S1, S2))
    assert clash(held, judged(E1, S2, UNSURE, "oleh")) == ()


def test_same_over_a_wall_is_a_contradiction_and_names_the_wall() -> None:
    held = [judged(E1, S1, SAME), judged(S1, E2, DIFFERENT), judged(E2, S2, SAME)]

    assert clash(held, judged(E1, S2, SAME, "oleh")) == (pair(E1, S1), pair(E2, S1), pair(E2, S2))


def test_a_colleague_who_sees_the_very_pair_otherwise_disagrees_and_contradicts_nothing() -> None:
    """The second of two who judge unseen must be free to say what they see."""
    held = [judged(E1, S1, SAME), judged(S1, S2, SAME), judged(E1, S2, SAME)]

    assert clash(held, judged(E1, S2, DIFFERENT, "oleh")) == ()
    assert clash(held, judged(E1, S2, DIFFERENT)) == (pair(E1, S1), pair(S1, S2)), "one's own is replaced, not doubted"


def test_who_disagrees_with_one_link_may_say_what_follows_from_that() -> None:
    """One colleague's two judgements must not bind another: each can be looked at and judged otherwise."""
    held = with_one_more([judged(E1, S1, SAME), judged(S1, S2, SAME)], judged(S1, S2, DIFFERENT, "oleh"))

    assert clash(held, judged(E1, S2, DIFFERENT, "oleh")) == ()


def test_taking_back_may_bring_a_contradiction_of_others_to_light() -> None:
    disagreed = [judged(E1, S1, SAME), judged(S1, S2, SAME), judged(S1, S2, DIFFERENT, "oleh")]
    held = [*disagreed, judged(E1, S2, DIFFERENT, "oleh")]

    assert Web.of(held).clashes == frozenset()
    assert Web.of(one for one in held if one != disagreed[2]).clashes == {pair(E1, S2)}


def test_one_sees_what_one_has_judged_oneself_and_what_two_hold_alike() -> None:
    """Whoever sees a colleague's answer first does not judge, but agrees (rule R3)."""
    own, about_it = judged(E1, S1, UNSURE, "oleh"), judged(E1, S1, SAME)
    settled = [judged(E1, S2, DIFFERENT), judged(E1, S2, DIFFERENT, "vera")]
    hidden = [judged(E1, S3, SAME), judged(E2, S3, SAME), judged(E2, S3, DIFFERENT, "vera")]
    unsure = [judged(E2, E3, UNSURE), judged(E2, E3, UNSURE, "vera")]

    assert open_to("oleh", [own, about_it, *settled, *hidden, *unsure]) == (own, about_it, *settled)


@given(held=standing, order=st.randoms(use_true_random=False))
def test_the_order_of_judgements_does_not_matter(held: list[Judgement], order: object) -> None:
    shuffled = sorted(held, key=lambda _: order.random())  # type: ignore[attr-defined]
    assert Web.of(shuffled).follows == Web.of(held).follows
    assert Web.of(shuffled).clashes == Web.of(held).clashes


@given(held=standing, new=judgements)
def test_what_an_undoing_changes_is_what_the_judgement_changed(held: list[Judgement], new: Judgement) -> None:
    without = [one for one in held if (one.of, one.person) != (new.of, new.person)]
    before, after = Web.of(without), Web.of([*without, new])
    done, undone = (consequences(*webs, judged=new.of) for webs in ((before, after), (after, before)))

    assert set(undone.no_longer) == {*done.same, *done.different}
    assert set(done.no_longer) == {*undone.same, *undone.different}


@given(held=standing)
def test_nothing_is_merged_taking_one_link_out_leaves_the_groups_of_the_others(held: list[Judgement]) -> None:
    """A group is worked out anew each time, here against plain flooding."""
    links = sorted(Web.of(held).links)
    for left_out in links:
        web = Web({link: Stand.SAME for link in links if link != left_out})
        assert web.groups == flooded([link for link in links if link != left_out])
        alone = left_out[1] not in web.group_of(left_out[0])
        assert alone is (web.path(*left_out) == ())


def flooded(links: list[Pair]) -> frozenset[frozenset[str]]:
    groups: list[frozenset[str]] = []
    for link in links:
        met = [group for group in groups if group & set(link)]
        groups = [group for group in groups if group not in met] + [frozenset(link).union(*met)]
    return frozenset(groups)


@given(history=st.lists(judgements, max_size=20))
def test_judgements_that_contradict_nothing_never_come_to_contradict_each_other(history: list[Judgement]) -> None:
    """As long as nobody changes their mind; then `clashes` says what came to light."""
    held: tuple[Judgement, ...] = ()
    for new in history:
        known = any((one.of, one.person) == (new.of, new.person) for one in held)
        if not known and not clash(held, new):
            held = with_one_more(held, new)
            assert Web.of(held).clashes == frozenset()


@given(held=standing, new=judgements)
def test_a_contradiction_is_a_chain_of_standing_pairs_with_at_most_one_wall(
    held: list[Judgement], new: Judgement
) -> None:
    """So that whoever is refused can look at each of them."""
    chain = clash(held, new)
    web = Web.of(held)
    stands = [web.stands[of] for of in chain]

    assert new.of not in chain
    if chain:
        assert new.verdict is not UNSURE
        assert stands.count(Stand.DIFFERENT) == (1 if new.verdict is SAME else 0)
        assert set(stands) <= {Stand.SAME, Stand.DIFFERENT}
        ends = [ref for of in chain for ref in of]
        assert {ref for ref in ends if ends.count(ref) == 1} == set(new.of)


def test_nobody_is_paired_with_themselves() -> None:
    with pytest.raises(ValueError, match="E-1 and itself"):
        pair(E1, E1)
