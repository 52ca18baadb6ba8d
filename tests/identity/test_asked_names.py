"""Names as a search asks for them."""

import pytest

from paradero.identity.asked_names import texts_of
from paradero.terms.person import Description, PersonName


def asked(written: str) -> set[frozenset[str]]:
    """Return the words of each name that is asked for, in lower case."""
    texts = texts_of(Description(names=(PersonName(as_written=written),)))
    return {frozenset(text.lower().replace(",", "").split()) for text in texts}


@pytest.mark.parametrize(
    "written",
    [
        "Оксана Петренко (Шевченко)",
        "Петренко (Шевченко) Оксана",
        "Петренко Оксана (Шевченко)",
        "ищу Оксану Петренко (Шевченко)",
        "разыскиваю Петренко (Шевченко) Оксану",
    ],
)
def test_a_family_name_in_brackets_is_asked_for_beside_the_other(written: str) -> None:
    """A woman is in one list under her husband's name and in another under her father's: her own is in both."""
    found = asked(written)

    assert {"оксана", "петренко"} in found
    assert {"оксана", "шевченко"} in found
    assert all(any(word.startswith("оксан") for word in words) for words in found)


@pytest.mark.parametrize(
    "written",
    [
        "о судьбе Алимовой Ляйсан Дамировны",
        "Алимовой Ляйсан Дамировны",
        "ищу Алимову Ляйсан Дамировну",
        "о розыске Алимовой Ляйсан Дамировны",
    ],
)
def test_a_woman_s_name_that_has_no_cases_is_asked_for_with_the_others_in_theirs(written: str) -> None:
    assert asked(written) == {frozenset({"алимова", "ляйсан", "дамировна"})}


def test_an_initial_before_a_family_name_is_no_about() -> None:
    assert asked("О. Алимов") == {frozenset({"о", "алимов"})}


def test_a_patronymic_stays_with_both_family_names() -> None:
    found = asked("Петренко (Шевченко) Оксана Ивановна")

    assert found == {
        frozenset({"петренко", "оксана", "ивановна"}),
        frozenset({"шевченко", "оксана", "ивановна"}),
    }


@pytest.mark.parametrize(
    ("written", "words"),
    [("Al Green", {"al", "green"}), ("al soldado Juan Chasoy", {"juan", "chasoy"}), ("mi hijo Juan", {"juan"})],
)
def test_a_word_of_a_plea_that_names_begin_with_too_is_left_out_only_beside_another(
    written: str, words: set[str]
) -> None:
    assert asked(written) == {frozenset(words)}


def test_a_short_form_in_brackets_takes_the_place_of_the_given_name() -> None:
    assert asked("Александр (Саша) Петренко") == {
        frozenset({"александр", "петренко"}),
        frozenset({"саша", "петренко"}),
    }


@pytest.mark.parametrize(
    "written",
    [
        "Дем'яна Кириловича Хоменчука шукає мати",
        "Дем'яна Кириловича Хоменчука розшукують рідні",
        "шукаю Дем'яна Кириловича Хоменчука",
    ],
)
def test_who_seeks_is_no_part_of_the_name_wherever_it_stands(written: str) -> None:
    assert {"дем'ян", "кирилович", "хоменчук"} in asked(written)
    assert all(len(words) == 3 for words in asked(written))


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("пра Кавалёву Алену", {"кавалёва", "алена"}),
        ("про Хоменчук Олену Іванівну", {"хоменчук", "олена", "іванівна"}),
        ("про Хоменчука Сергія", {"хоменчук", "сергій"}),
    ],
)
def test_what_is_told_about_stands_in_the_accusative(written: str, words: set[str]) -> None:
    assert asked(written) == {frozenset(words)}


def test_a_belarusian_plea_puts_the_name_into_its_case() -> None:
    assert {"хведаровіч", "рыгор"} in asked("пра Хведаровіча Рыгора")
    assert {"цярэшка", "ігар"} in asked("хто бачыў Цярэшку Ігара")
    assert {"каралёнак", "станіслав"} in asked("прошу звязацца з Каралёнкам Станіславам")


@pytest.mark.parametrize(
    "written",
    [
        "хто бачив Хоменчука Тараса",
        "кто видел Хоменчука Тараса",
        "пропал без вести Хоменчук Тарас",
        "зник безвісти Хоменчук Тарас",
        "Хоменчук Тарас пропал без вести",
        "Хоменчук Тарас зник безвісти",
        "прошу связаться с Хоменчуком Тарасом",
    ],
)
def test_who_saw_and_who_is_missing_are_no_part_of_a_name(written: str) -> None:
    assert asked(written) == {frozenset({"хоменчук", "тарас"})}


@pytest.mark.parametrize("written", ["Nguyen Thi Mi", "Kim Se", "Ким Чен До", "Hassan Al"])
def test_a_short_word_that_ends_a_name_asks_for_nobody(written: str) -> None:
    assert asked(written) == {frozenset(written.lower().split())}


@pytest.mark.parametrize("written", ["Хоменчук С.", "Хоменчук А. С.", "Иван Брат", "Хоменчук Анна Серг"])
def test_what_only_looks_like_a_plea_stays(written: str) -> None:
    assert asked(written) == {frozenset(written.lower().replace("а.", "а").replace("с.", "с").split())}


@pytest.mark.parametrize(
    ("written", "meant"),
    [("Яуген Шауцоу", {"яўген", "шаўцоў"}), ("Каралёу Сямён", {"каралёў", "сямён"}), ("КАВАЛЁУ", {"кавалёў"})],
)
def test_a_belarusian_name_typed_without_its_own_letter_is_asked_for_with_it_too(written: str, meant: set[str]) -> None:
    assert asked(written) == {frozenset(written.lower().split()), frozenset(meant)}


@pytest.mark.parametrize("written", ["Паустовский Клаус", "Чаушеску Ион", "Юлия Гурау"])
def test_the_letter_is_put_in_only_where_a_name_ends_in_it(written: str) -> None:
    assert frozenset(written.lower().split()) in asked(written)
    assert len(asked(written)) == 1 + written.endswith("ау")
