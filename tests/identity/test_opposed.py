"""What does not go together among claims about one person, and what only comes later."""

from datetime import date

import pytest

from paradero.identity.opposed import Against, Opposition, Told, oppositions
from paradero.terms.claims import Modality, Status
from paradero.terms.dates import Days

MAY, JUNE, JULY = date(2024, 5, 3), date(2024, 6, 3), date(2024, 7, 3)


def told(
    number: int,
    status: Status,
    day: date | None = None,
    *,
    report: str | None = None,
    modality: Modality = Modality.ASSERTED,
    when: Days | None = None,
) -> Told:
    at = report or f"report {number}"
    return Told(number=number, status=status, modality=modality, report=at, published_on=day, when=when)


def test_a_death_and_a_captivity_are_set_side_by_side_whichever_came_first() -> None:
    """A family reads both: somebody has to look at them together."""
    for first, second in ((MAY, JUNE), (JUNE, MAY)):
        found = oppositions([told(1, Status.CAPTURED, first), told(2, Status.KILLED, second)])
        assert found == (Opposition(against=Against.DEATH, one=(2,), other=(1,)),)


def test_a_death_after_somebody_was_missing_contradicts_nothing() -> None:
    assert oppositions([told(1, Status.MISSING, MAY), told(2, Status.KILLED, JUNE)]) == ()
    assert oppositions([told(1, Status.MISSING, JUNE), told(2, Status.KILLED, MAY)]) == (
        Opposition(against=Against.DEATH, one=(2,), other=(1,)),
    )


@pytest.mark.parametrize("modality", [Modality.DENIED, Modality.REFUTED])
def test_a_claim_and_its_denial_are_set_side_by_side(modality: Modality) -> None:
    denial = told(2, Status.KILLED, JUNE, modality=modality)

    assert oppositions([told(1, Status.KILLED, MAY), denial]) == (
        Opposition(against=Against.DENIED, one=(1,), other=(2,)),
    )
    assert oppositions([told(1, Status.CAPTURED, MAY), denial]) == ()


@pytest.mark.parametrize("modality", [Modality.PLANNED, Modality.CONDITIONAL])
def test_what_is_only_planned_or_on_a_condition_contradicts_nothing(modality: Modality) -> None:
    assert oppositions([told(1, Status.CAPTURED, MAY), told(2, Status.KILLED, JUNE, modality=modality)]) == ()


def test_a_return_after_captivity_is_how_it_goes_and_captivity_after_a_return_is_not() -> None:
    assert oppositions([told(1, Status.CAPTURED, MAY), told(2, Status.RETURNED, JUNE)]) == ()
    assert oppositions([told(1, Status.RETURNED, MAY), told(2, Status.CAPTURED, JUNE)]) == (
        Opposition(against=Against.AGAIN, one=(1,), other=(2,)),
    )


def test_a_report_of_a_return_may_tell_the_captivity_that_went_before() -> None:
    """Its day of publication is after both; a day that it names is not."""
    home = told(1, Status.RETURNED, MAY, report="a", when=Days.day(MAY))

    assert (
        oppositions([home, told(2, Status.RETURNED, JUNE, report="b"), told(3, Status.CAPTURED, JUNE, report="b")])
        == ()
    )
    taken = told(3, Status.CAPTURED, JULY, report="b", when=Days.day(JUNE))
    assert oppositions([home, taken]) == (Opposition(against=Against.AGAIN, one=(1,), other=(3,)),)


def test_what_has_no_day_is_not_said_to_be_later() -> None:
    assert oppositions([told(1, Status.RETURNED, MAY), told(2, Status.CAPTURED)]) == ()


def test_days_before_some_day_stand_on_the_last_of_them() -> None:
    before = told(2, Status.MISSING, JULY, when=Days.before(JUNE))

    assert oppositions([told(1, Status.KILLED, JUNE), before]) == ()


def test_everybody_who_says_it_stands_on_one_side() -> None:
    claims = [told(1, Status.CAPTURED, MAY), told(2, Status.KILLED, MAY), told(3, Status.CAPTURED, JUNE)]

    assert oppositions(claims) == (Opposition(against=Against.DEATH, one=(2,), other=(1, 3)),)
