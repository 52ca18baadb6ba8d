import pytest

from paradero.reading.geography.where import Named, ranked


def likeliest(language: str, *names: str, kind: str = "", beside: int | None = None) -> tuple[str, str]:
    """Return the usual name and the country of the first of some names of one report."""
    named = [Named(words=names[0], language=language, kind=kind, beside=beside)]
    named += [Named(words=name, language=language) for name in names[1:]]
    place = ranked(named)[0][0]
    return place.usual, place.country


@pytest.mark.parametrize(
    ("language", "name", "place"),
    [
        ("es", "Mariúpol", ("Mariupol", "UA")),
        ("es", "Kurájove", ("Kurakhove", "UA")),
        ("es", "Países Bajos", ("Netherlands", "NL")),
        ("es", "Mesetas", ("Mesetas", "CO")),
        ("ru", "Горловки", ("Horlivka", "UA")),
        ("ru", "Белгородской области", ("Belgorod Oblast", "RU")),
        ("uk", "Запоріжжі", ("Zaporizhzhia", "UA")),
        ("uk", "Донеччині", ("Donetsk Oblast", "UA")),
        ("uk", "Чорного моря", ("Black Sea", "sea")),
        ("en", "Kiev", ("Kyiv", "UA")),
        ("en", "Russian Federation", ("Russia", "RU")),
    ],
)
def test_a_place_has_the_name_that_maps_in_english_give_it(language: str, name: str, place: tuple[str, str]) -> None:
    assert likeliest(language, name) == place


def test_what_else_a_report_names_tells_which_of_two_towns_is_meant() -> None:
    assert likeliest("es", "Florencia", "Caquetá", "Colombia", "Meta")[1] == "CO"
    assert likeliest("es", "Florencia", "Italia", "Roma", "Bolonia")[1] == "IT"


def test_a_town_of_that_name_today_comes_before_one_that_once_bore_it() -> None:
    assert likeliest("es", "Pokrovsk", "Omsk") == ("Pokrovsk", "UA")


def test_the_region_named_right_after_tells_it_too() -> None:
    assert likeliest("es", "San Carlos", "Antioquia", beside=1)[1] == "CO"


def test_the_noun_beside_a_name_makes_it_a_region_or_a_river() -> None:
    assert likeliest("es", "Donetsk", kind="region") == ("Donetsk Oblast", "UA")
    assert likeliest("es", "Caguán", "Colombia", kind="river") == ("Caguán River", "CO")


def test_a_village_that_no_table_has_is_written_in_latin_letters_where_the_report_is_about() -> None:
    assert likeliest("uk", "Вигадана Слобідка", "Україна", "Харків") == ("Vyhadana Slobidka", "UA")


def test_there_is_never_only_one_answer_for_a_name_of_many_towns() -> None:
    (places,) = ranked([Named(words="San Juan", language="es")])

    assert len({place.country for place in places}) > 1
