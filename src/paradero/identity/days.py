"""Days that cannot both be true: alive after the day of death, or free after being shown in captivity."""

from datetime import date

from paradero.identity.evidence import found
from paradero.identity.model import Model
from paradero.terms.matching import Comparison, Outcome
from paradero.terms.person import Description

SAME_DEATH_DAYS = 3
"""Papers and reports date one death by the day it happened, was found or was entered."""
OTHER_DEATH_DAYS = 31


def _deaths(sought: date, seen: date, model: Model) -> tuple[Comparison, ...]:
    apart = abs((sought - seen).days)
    shown = {"sought": sought.isoformat(), "seen": seen.isoformat()}
    if apart <= SAME_DEATH_DAYS:
        return (found("dates", Outcome.AGREES, "same_death", model.bits("dates.same_death"), **shown),)
    if apart > OTHER_DEATH_DAYS:
        return (found("dates", Outcome.DIFFERS, "other_death", model.bits("dates.other_death"), **shown),)
    return ()


def _after(
    reason: str, earlier: tuple[date | None, date | None], later: tuple[date | None, date | None], model: Model
) -> tuple[Comparison, ...]:
    """Return the contradiction where what one side dates `earlier` lies before what the other dates `later`."""
    for place in (0, 1):
        day, beyond = earlier[place], later[1 - place]
        if day is not None and beyond is not None and day < beyond:
            sides = (day, beyond) if place == 0 else (beyond, day)
            shown = {"sought": sides[0].isoformat(), "seen": sides[1].isoformat()}
            return (found("dates", Outcome.DIFFERS, reason, model.bits(f"dates.{reason}"), **shown),)
    return ()


def compare_days(sought: Description, seen: Description, *, model: Model) -> tuple[Comparison, ...]:
    """Return what the days say of one person, or nothing where they say nothing.

    Being sought since before a video, or being reported captive after the last call home, is as it should be.
    """
    died = (sought.died_on, seen.died_on)
    if died[0] is not None and died[1] is not None and (compared := _deaths(died[0], died[1], model)):
        return compared
    heard, free = (sought.last_heard_on, seen.last_heard_on), (sought.free_on, seen.free_on)
    captive = (sought.captive_by, seen.captive_by)
    return _after("alive_after_death", died, heard, model) or _after("free_after_capture", captive, free, model)
