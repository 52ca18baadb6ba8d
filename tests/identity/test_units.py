"""Units as families and reports write them: tables that a translator can extend."""

from time import process_time

import pytest

from paradero.identity import MODEL
from paradero.identity.units import compare_units

MOST_SECONDS = 2.0
"""Of the processor's time."""

SAME = [
    ("бригада 214", "brigada 214"),
    ("214-та окрема бригада", "214th brigade"),
    ("polk 87", "regimiento 87"),
    ("72 ОМБр", "72-га окрема механізована бригада"),
    ("72 ОМБр", "72nd Separate Mechanized Brigade"),
    ("72 ОМБр", "brigada 72 de infantería mecanizada"),
    ("15 ОМСБр", "15.ª brigada de fusileros motorizados"),
    ("331 гв. ПДП", "331 полк ВДВ"),
    ("98 вдд", "98-я воздушно-десантная дивизия"),
    ("98 вдд", "98.ª división aerotransportada"),
    ("155 обрмп", "155-я бригада морской пехоты"),
    ("155 обрмп", "brigada 155 de infantería de marina"),
    ("810-я обрмп", "810th naval infantry brigade"),
    ("6 тп", "6th tank regiment"),
    ("3-тя штурмова бригада", "Третя окрема штурмова бригада"),
    ("3-тя штурмова бригада", "3rd Assault Brigade"),
    ("112 бр ТрО", "112 бригада територіальної оборони"),
    ("25 пдбр, 2 батальйон", "25 бригада"),
    ("3-й батальон 72-й бригады", "72 бригада"),
    ("в/ч 12345", "войсковая часть № 12345"),
    ("в/ч А0139", "військова частина A0139"),
    ("полк «Азов»", "brigada Azov"),
]
NUMBER_ONLY = [
    ("polk 87", "brigada 87"),
    ("polk 87", "87"),
    ("15 мсбр", "15 танковая бригада"),
    ("3 бригада", "3-й батальон"),
]
OTHER = [
    ("polk 87", "polk 88"),
    ("polk 87", "brigada 214"),
    ("72 ОМБр", "73 бригада"),
    ("3-й батальон 72-й бригады", "3-й батальон 28-й бригады"),
    ("в/ч 12345", "в/ч 54321"),
    ("5", "6"),
]
NOT_COMPARED = [
    ("medics", "brigada 214"),
    ("2 батальон", "72 бригада"),
    ("в/ч 12345", "72 бригада"),
    ("рота", "бригада"),
]


@pytest.mark.parametrize(
    ("sought", "seen", "reason"),
    [
        *((*pair, "same") for pair in SAME),
        *((*pair, "number_only") for pair in NUMBER_ONLY),
        *((*pair, "other") for pair in OTHER),
        *((*pair, "no_number") for pair in NOT_COMPARED),
    ],
)
def test_units_compare_by_number_kind_and_arm_from_either_side(sought: str, seen: str, reason: str) -> None:
    assert compare_units(sought, seen, model=MODEL).reason == reason
    assert compare_units(seen, sought, model=MODEL).reason == reason


def test_one_weight_serves_all_units_so_that_it_names_none() -> None:
    """Rule R13: below the evidence role a unit agrees or differs, and the bits are shown."""
    assert len({compare_units(one, one, model=MODEL).weight_bits for one, _ in SAME}) == 1


def test_the_same_number_of_another_kind_says_less() -> None:
    seen = ("полк 87", "бригада 87", "полк 88")
    same, number, other = (compare_units("polk 87", unit, model=MODEL).weight_bits for unit in seen)
    assert same > number > other


def test_units_without_end_are_compared_in_time() -> None:
    started = process_time()
    assert compare_units("72 ОМБр " * 500, "73 бригада " * 500, model=MODEL).reason == "other"
    assert process_time() - started < MOST_SECONDS
