"""Kinds of names that stand apart: what the search knows of patronymics, prefixes, initials and letters."""

import pytest

from paradero.identity.readings import written_words
from paradero.identity.search.asked import asked_for
from paradero.identity.search.cutting import cut_texts
from paradero.identity.search.lexical import names
from paradero.identity.search.names_index import NamesIndex


@pytest.mark.parametrize(
    ("asked", "right", "wrong"),
    [
        ("Садыков Эрлан Нурлан уулу", "Садыков Эрлан Нурланович", "Садыков Эрлан Маратович"),
        ("Садыков Эрлан Нурлан уулу", "Erlan Sadykov", "Садыков Нурлан Эрланович"),
        ("Садықов Ерлан Нұрланұлы", "Садыков Ерлан Нурланович", "Садыков Ерлан Маратович"),
        ("Sadiqov Elşən Vaqif oğlu", "Садыков Эльшан Вагифович", "Садыков Эльшан Рафикович"),
        ("Садыкова Айгуль Рамиз кызы", "Sadykova Aygul Ramizovna", "Sadykova Aygul Aslanovna"),
        ("Садыков Эрлан Заманбекулы", "Садыков Эрлан Заманбекович", "Садыков Эрлан Жаманкулович"),
        ("Sadyqov Erlan Säkenūly", "Садыков Эрлан Сакенович", "Садыков Эрлан Серикович"),
        ("Sodiqov O‘tkir Rahmon o‘g‘li", "Содиков Уткир Рахмонович", "Содиков Уткир Рахимович"),
        ("Sodiqov O'tkir To'lqin o'g'li", "Содиков Уткир Тулкинович", "Содиков Уткир Толибович"),
        ("Садиҡов Айҙар Миҙхәт улы", "Садиков Айдар Мидхатович", "Садиков Айдар Маратович"),
        ("Садикова Айгөл Нажак ҡыҙы", "Садикова Айгуль Нажаковна", "Садикова Айгуль Надировна"),
        ("Ҡоҙашов Айҙар", "Кудашов Айдар", "Кузашев Азар"),
        ("Ёртенланы Аслан", "Уртенов Аслан", "Артёнов Аслан"),
        ("Миитэрэй Лисогор", "Лисогор Дмитрий", "Лисогор Михаил"),
        ("ირაკლი მამუკაძე", "Мамукадзе Ираклий", "Мамукашвили Ираклий"),
        ("Գևորգ Ղուկասյան", "Гукасян Геворг", "Гукасов Георгий"),
        ("Ghalechyan Vahe", "Калечян Ваге", "Галечян Ваган"),
        ("Harutyun Ter-Hayrapetyan", "Арутюн Тер-Айрапетян", "Арутюн Тер-Карапетян"),
        ("Мелик-заде Фарид", "Меликзаде Фарид", "Мелик Фарид"),
        ("Тер-Манукян Ваагн", "Vahagn Manukyan", "Тер-Мартиросян Ваагн"),
        ("Тер-Манукян Ваагн", "Ter-Manukyan Vahagn", "Манукян Ваагн"),
        ("Juan de la Peña Quispe", "Juan Peña Quispe", "Julián de la Piedra Quiroz"),
        ("E. Chasoy Morocho", "Édison Chasoy Morocho", "Jefferson Chasoy Morocho"),
        ("Luis F. Chasoy", "Luis Fernando Chasoy Ruiz", "Luis Alberto Chasoy Ruiz"),
        ("Лисогор Б. О.", "Beslan Lysohor", "Лисогор Отар"),
        ("Лисогор Анна Бор.", "Lysohor Anna Borysivna", "Лисогор Анна Петрівна"),
        ("Чкварава Б. О.", "Беслан Чкварава", "Чкваров Отар"),
        ("Жеребцов Пётр", "Жарабцоў Пятро", "Жиробцев Пётр"),
        ("Аўсеенка Павел", "Павел Овсеенко", "Аўсянка Павел"),
        ("Кучкаров Уткир", "Қўчқоров Ўткир", "Кучаров Уткир"),
        ("Yulia Lysohor", "Лисогор Юлія", "Лисогор Уляна"),
        ("David Davies", "Дэвид Дейвис", "Дэвис, Дэнни"),
        ("Йефри Часой", "Yefri Chasoy Morocho", "Yefri Morocho Chasoy"),
        ("Гена Лисогор", "Lysohor Gennady", "Лисогор Евгений"),
    ],
)
def test_the_right_one_comes_before_the_one_that_is_near(asked: str, right: str, wrong: str) -> None:
    assert NamesIndex([wrong, right]).search([asked])[0][0][0] == 1


@pytest.mark.parametrize(
    "text",
    [
        "Асанов Бакыт Нурлан уулу",
        "Тер-Погосян, Ваагн",
        "Juan de los Santos Cruz",
        "Хоменко Анна Бор.",
        "Анна Серг. Хоменко",
        "Хоменко Ким.",
        "Ali-zade Farid",
        "уулу Асан",
        "Juan de",
        "De la Cruz, Juan",
        "Rahimov Jasur Sobir o'g'li",
    ],
)
def test_compiled_words_are_the_words(text: str) -> None:
    assert len(cut_texts([text]).hashes) == len(written_words(text))


def test_a_particle_apart_and_joined_is_one_word() -> None:
    assert cut_texts(["Нурлан уулу"]).hashes == cut_texts(["Нурлануулу"]).hashes
    assert cut_texts(["Тер-Погосян"]).hashes == cut_texts(["Терпогосян"]).hashes
    assert cut_texts(["de la Cruz"]).hashes == cut_texts(["Cruz"]).hashes


def test_no_word_grows_longer_than_there_is_room_for() -> None:
    cut = cut_texts(["Шахсуваровпашазадехановский " + "Нурмухаммедханзаданурмухам оглы"])
    assert max(cut.word_ends[0], cut.word_ends[1] - cut.word_ends[0]) <= 24


def test_an_initial_is_no_name_of_one_letter() -> None:
    """ "А." once counted for Ия, which Belarusian letters may spell so."""
    assert (asked_for(["А. Лисогор", "E. Lysohor"]).words.name[[0, 2]] == -1).all()


def test_the_compiled_search_knows_the_father_of_a_turkic_patronymic() -> None:
    words = asked_for(["Садыков Эрлан Нурлан уулу"]).words
    assert names()[words.father[2]] == "Нурлан"
