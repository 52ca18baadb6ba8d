from datetime import date

import pytest
from tests.people import RUSLAN, SERHII

from paradero.identity.circumstances import Circumstances
from paradero.terms.person import Birth, Description, Kin, Relation

UNNAMED = Description(home="Vorónezh", kin=(Kin(relation=Relation.MOTHER, name="Galina"),), unit="regimiento 87")
ALSO = Description(home="Воронеж", kin=(Kin(relation=Relation.MOTHER, name="Галина"),))


def held() -> Circumstances:
    circumstances = Circumstances()
    circumstances.add(1, RUSLAN, unnamed=False)
    circumstances.add(2, SERHII, unnamed=False)
    circumstances.add(3, UNNAMED, unnamed=True)
    circumstances.add(4, ALSO, unnamed=True)
    return circumstances


def test_those_that_share_most_come_first_on_the_disk_and_off_it() -> None:
    for circumstances in (held(), Circumstances(*held().columns())):
        assert circumstances.sharing(RUSLAN, unnamed=True, most=5) == [3, 4], "the unit too is his"
        assert circumstances.sharing(UNNAMED, unnamed=False, most=2) == [1, 3]
        assert circumstances.sharing(SERHII, unnamed=True, most=5) == []


def test_what_is_removed_is_found_no_more_and_is_not_on_the_disk() -> None:
    circumstances = Circumstances(*held().columns())
    circumstances.remove(3)
    assert circumstances.sharing(RUSLAN, unnamed=True, most=5) == [4]
    assert 3 not in circumstances.columns()[1]


def test_one_thing_shared_is_not_enough() -> None:
    circumstances = held()
    born = Description(home="Воронеж", birth=Birth(born_on=date(1950, 1, 1)))
    assert circumstances.sharing(born, unnamed=True, most=5) == []


@pytest.mark.parametrize("unit", ["72-га бригада", "бригада №72", "72nd brigade", "072 бригада"])
def test_a_unit_s_number_is_found_however_it_is_joined_to_its_kind(unit: str) -> None:
    """The number was looked for only where spaces stood around it."""
    held = Circumstances()
    held.add(1, Description(names=(), unit=unit, home="Полтава"), unnamed=True)

    assert held.sharing(Description(names=(), unit="72 ОМБр", home="Poltava"), unnamed=True, most=5) == [1]


def test_a_home_that_no_gazetteer_has_meets_itself_in_another_language() -> None:
    circumstances = Circumstances()
    galina = (Kin(relation=Relation.MOTHER, name="Галина"),)
    circumstances.add(1, Description(home="деревня Незнамовка", kin=galina), unnamed=True)
    for written in ("Neznamovka", "Neznámovka", "Незнамавка"):
        asked = Description(home=written, kin=galina)
        assert circumstances.sharing(asked, unnamed=True, most=5) == [1], written
