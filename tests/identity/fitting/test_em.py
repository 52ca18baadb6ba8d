from dataclasses import replace

import pytest
from tests.identity.fitting.worlds import GIVEN_M, WORLD, world

from paradero.identity.fitting import Pattern, Seen, TooLittleToFit, fit
from paradero.identity.model import MODEL

START = replace(MODEL.as_stated(), base_rate=0.1, kin_per_sought=0.0, namesakes_per_sought=0.0)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_m_and_u_come_back_though_nobody_tells_which_pairs_are_one_person(seed: int) -> None:
    seen, truth = world(seed, sightings=4000, candidates=5)
    fitted = fit([seen], start=START, stated_strangers=50)

    assert fitted.matches == pytest.approx(sum(truth), rel=0.05)
    assert fitted.counterparts == pytest.approx(0.4, abs=0.03)
    assert fitted.model.rows["name.given_name_agrees"].m == pytest.approx(GIVEN_M, abs=0.03)
    for rows in WORLD.values():
        for name, (m, u) in rows.items():
            assert fitted.model.rows[name].m == pytest.approx(m, abs=0.05), name
            assert fitted.model.rows[name].u == pytest.approx(u, abs=0.015), name


def test_the_base_rate_and_what_was_not_seen_stay_as_stated() -> None:
    """These data cannot tell how often a family's enquiry has an answer."""
    seen, _ = world(4)
    fitted = fit([seen], start=START, kept=frozenset({"side"}))

    assert fitted.model.base_rate == START.base_rate
    for name in ("side.agrees", "sex.differs", "name.patronymic_differs"):
        assert fitted.model.rows[name] == START.rows[name]
    assert "home.agrees" in fitted.fitted_rows
    assert fitted.model.rows["home.agrees"].stated_m == START.rows["home.agrees"].m


def test_judged_pairs_count_as_judged() -> None:
    """What people say moves the estimate towards it, and a pair judged different is nobody's match."""
    seen, truth = world(5)
    wrong = [place for place, is_one in enumerate(truth) if is_one][::2]
    told = [replace(one, judged=False) if place in set(wrong) else one for place, one in enumerate(seen.candidates)]
    unjudged, judged = fit([seen], start=START), fit([replace(seen, candidates=told)], start=START)

    assert judged.judged == len(wrong)
    assert judged.matches < unjudged.matches - 0.8 * len(wrong)
    assert all(judged.chances[place] == 0 for place in wrong)


def test_pairs_judged_same_teach_what_one_person_looks_like() -> None:
    """People who hold pairs of two towns for one person say that towns differ more often than was thought."""
    seen, _ = world(6, sightings=600)
    moved = [
        place
        for place, one in enumerate(seen.candidates)
        if {"home.differs", "birth.year_far"} <= {cell.row for cell in one.cells}
    ][:150]
    told = [replace(one, judged=True) if place in set(moved) else one for place, one in enumerate(seen.candidates)]
    before, after = fit([seen], start=START), fit([replace(seen, candidates=told)], start=START)

    assert after.model.rows["home.differs"].m > 1.5 * before.model.rows["home.differs"].m
    assert after.model.bits("home.differs") > before.model.bits("home.differs")


def test_rivals_for_one_sighting_share_one_probability() -> None:
    """Two candidates that show exactly the same cannot both be likely."""
    seen, truth = world(7)
    first = next(place for place, is_one in enumerate(truth) if is_one)
    twin = [seen.candidates[first] if place == first + 1 else one for place, one in enumerate(seen.candidates)]
    alone, doubled = fit([seen], start=START), fit([replace(seen, candidates=twin)], start=START)

    assert doubled.chances[first] == doubled.chances[first + 1] < 0.51
    assert doubled.chances[first] < alone.chances[first]


def test_no_weight_explodes_where_an_outcome_was_never_seen() -> None:
    seen, _ = world(8)
    calm = [
        replace(one, cells=tuple(cell for cell in one.cells if cell.row != "birth.year_far")) for one in seen.candidates
    ]
    fitted = fit([replace(seen, candidates=calm)], start=START)

    assert -15 < fitted.model.bits("birth.year_far") < -3


@pytest.mark.parametrize("candidates", [0, 10])
def test_a_fit_on_nothing_refuses_and_says_what_to_do(candidates: int) -> None:
    strangers = [Pattern(cells=world(9, sightings=1)[0].random[0].cells, group=place) for place in range(candidates)]
    with pytest.raises(TooLittleToFit, match="Nothing was changed"):
        fit([Seen(candidates=strangers, random=[], asked=candidates, held=10)], start=START)


def test_the_rivals_of_a_pair_judged_the_same_are_known_not_to_be() -> None:
    """One sighting shows one person; a namesake's enquiry that fits as well taught as half a match."""
    seen, truth = world(7)
    first = next(place for place, is_one in enumerate(truth) if is_one)
    twin = [seen.candidates[first] if place == first + 1 else one for place, one in enumerate(seen.candidates)]
    told = [replace(one, judged=True) if place == first else one for place, one in enumerate(twin)]
    fitted = fit([replace(seen, candidates=told)], start=START)

    assert fitted.chances[first] == 1
    assert fitted.chances[first + 1] == 0
