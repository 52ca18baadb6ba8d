import pytest

from paradero.reading.geography.romanise import russian, sound, ukrainian


@pytest.mark.parametrize(
    ("name", "romanised"),
    [
        ("Запоріжжя", "Zaporizhzhia"),
        ("Олексієво-Дружківка", "Oleksiievo-Druzhkivka"),
        ("Єнакієве", "Yenakiieve"),
        ("Згурівка", "Zghurivka"),
    ],
)
def test_ukrainian_names_are_written_by_the_official_table(name: str, romanised: str) -> None:
    assert ukrainian(name) == romanised


@pytest.mark.parametrize(
    ("name", "romanised"),
    [("Тёткино", "Tyotkino"), ("Елань", "Yelan"), ("Ростов-на-Дону", "Rostov-on-Don"), ("Далахай", "Dalakhay")],
)
def test_russian_names_are_written_as_english_maps_have_them(name: str, romanised: str) -> None:
    assert russian(name) == romanised


@pytest.mark.parametrize(
    ("one", "other"), [("Kurájove", "Kurakhove"), ("Mikoláiv", "Mykolaiv"), ("Kostyantynivka", "Kostiantynivka")]
)
def test_two_spellings_of_one_name_sound_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)


def test_two_names_do_not_sound_alike() -> None:
    assert sound("Kherson") != sound("Kharkiv")
