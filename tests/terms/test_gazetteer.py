import pytest

from paradero.terms.gazetteer import towns_called


@pytest.mark.parametrize(
    ("names", "usual"),
    [
        (("Бахмут", "Bajmut", "Artemivsk", "Артемівськ"), "Bakhmut"),
        (("Горловка", "Горлівка", "Gorlovka"), "Horlivka"),
        (("Воронеж", "Vorónezh"), "Voronezh"),
        (("Пасто", "San Juan de Pasto"), "Pasto"),
    ],
)
def test_a_town_is_found_by_its_names_in_any_language_and_by_older_ones(names: tuple[str, ...], usual: str) -> None:
    assert {towns_called(name)[0].usual for name in names} == {usual}


def test_one_name_may_be_several_towns_the_larger_first() -> None:
    found = towns_called("Красноармейск")

    assert len(found) >= 3
    assert [town.inhabitants for town in found] == sorted((town.inhabitants for town in found), reverse=True)


def test_each_town_lies_on_the_globe_in_a_region_of_its_country() -> None:
    for name, country in (("Simferopol", "UA"), ("Sevastopol", "UA"), ("Belgorod", "RU"), ("Cali", "CO")):
        (town, *_) = towns_called(name)
        assert (town.country, town.region != "") == (country, True)
        assert -90 <= town.latitude <= 90
        assert -180 <= town.longitude <= 180


def test_what_is_no_town_has_none() -> None:
    assert towns_called("Дорошенков") == ()
    assert towns_called("") == ()
