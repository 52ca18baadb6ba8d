from datetime import date

import pytest

from paradero.identity import MODEL, Rarity, compare
from paradero.identity.days import compare_days
from paradero.terms.person import Description


def _day(number: int) -> date:
    return date(2024, 5, number)


def _said(**days: int) -> Description:
    return Description(**{field: _day(number) for field, number in days.items()})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sought", "seen", "reason"),
    [
        ({"died_on": 2}, {"last_heard_on": 20}, "alive_after_death"),
        ({"last_heard_on": 20}, {"died_on": 2}, "alive_after_death"),
        ({"last_heard_on": 20, "free_on": 20}, {"captive_by": 2}, "free_after_capture"),
        ({"captive_by": 2}, {"last_heard_on": 20, "free_on": 20}, "free_after_capture"),
        ({"died_on": 2}, {"died_on": 4}, "same_death"),
        ({"died_on": 2, "last_heard_on": 1}, {"died_on": 2, "last_heard_on": 1}, "same_death"),
    ],
)
def test_days_that_speak(sought: dict[str, int], seen: dict[str, int], reason: str) -> None:
    (row,) = compare_days(_said(**sought), _said(**seen), model=MODEL)

    assert row.reason == reason
    assert (row.weight_bits > 0) is (reason == "same_death")


@pytest.mark.parametrize(
    ("sought", "seen"),
    [
        ({}, {"captive_by": 20}),
        ({"last_heard_on": 2, "free_on": 2}, {"captive_by": 20}),
        ({"last_heard_on": 2}, {"last_heard_on": 20}),
        ({"last_heard_on": 2, "captive_by": 2}, {"last_heard_on": 20, "captive_by": 20}),
        ({"last_heard_on": 2, "captive_by": 2}, {"last_heard_on": 20}),
        ({"died_on": 20}, {"captive_by": 2, "last_heard_on": 2}),
        ({"died_on": 2}, {"captive_by": 20}),
        ({"died_on": 2}, {"last_heard_on": 2}),
        ({"died_on": 2}, {"died_on": 20}),
    ],
)
def test_days_as_they_should_be_say_nothing(sought: dict[str, int], seen: dict[str, int]) -> None:
    """A family seeks since before the video; a captive may die later; footage is shown long after it was filmed.

    Two reports may each have one captive alive, and the later day is no day in freedom.
    """
    assert compare_days(_said(**sought), _said(**seen), model=MODEL) == ()


def test_two_days_of_death_far_apart_cannot_both_be_true() -> None:
    sought, seen = Description(died_on=date(2023, 1, 8)), Description(died_on=date(2024, 5, 2))

    assert compare(sought, seen, rarity=Rarity()).contradictions == ("dates",)
    assert compare(sought, sought, rarity=Rarity()).contradictions == ()
