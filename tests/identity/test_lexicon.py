"""Given names across languages: which writings are one name, and which must never be taken for one."""

import pytest

from paradero.identity.lexicon import COGNATE, FULL, SHORT, father_of, known_names
from paradero.terms.person import Sex

# What is written, and the name it is a full writing of.
FULL_FORMS = """
Олександр Александр, Аляксандр Александр, Oleksandr Александр, Aliaksandr Александр, Алєксандр Александр
Сергій Сергей, Сяргей Сергей, Serguéi Сергей, Siarhei Сергей, Микола Николай, Мікалай Николай, Mykola Николай
Володимир Владимир, Уладзімір Владимир, Volodymyr Владимир, Дзмітрый Дмитрий, Dmytro Дмитрий, Зміцер Дмитрий
Євген Евгений, Яўген Евгений, Yevhen Евгений, Пилип Филипп, Федір Фёдор, Хведар Фёдор, Йосип Иосиф, Осип Иосиф
Опанас Афанасий, Омелян Емельян, Данило Даниил, Данил Даниил, Гаврило Гавриил, Охрім Ефрем, Яків Яков
Степан Степан, Олена Елена, Ялена Елена, Тетяна Татьяна, Таццяна Татьяна, Світлана Светлана, Ганна Анна
Надія Надежда, Наталия Наталья, Марья Мария, Марыя Мария, Уляна Ульяна, Любов Любовь, Вольга Ольга
Параска Прасковья, Явдоха Евдокия, Мухаммад Магомед, Мохаммед Магомед, Magomed Магомед, Mehmet Магомед
Əhməd Ахмед, Ахмат Ахмед, Умар Омар, Гумар Омар, Хусейн Гусейн, Hüseyn Гусейн, Гасан Хасан, Юсуф Юсуп
Рамзан Рамазан, Dzhokhar Джохар, Зелимхан Зелимхан, Апты Апти, Хетӕг Хетаг, Khetag Хетаг, Батрадз Батраз
Созрыко Сослан, Əli Али, Vüqar Вугар, Elçin Эльчин, Hakob Акоп, Harutyun Арутюн, Hrachya Грачья, Ованес Оганес
Vahagn Ваагн, Gevorg Геворг, Tigran Тигран, Hasmik Асмик, Irakli Ираклий, Vazha Важа, Мамука Мамука
Giorgi Гиорги, Ketevan Кетевана, Nino Нино, Zviad Звиад, Kakha Каха, Ілдар Ильдар, Илнур Ильнур, Ildar Ильдар
Рөстәм Рустам, Гөлнара Гульнара, Айгөл Айгуль, Зөлфия Зульфия, Хәйдәр Гейдар, Қайрат Кайрат, Kairat Кайрат
Бауыржан Бауржан, Нұрсұлтан Нурсултан, Yerlan Ерлан, Әлішер Алишер, Жүніс Юнус, Жанибек Жанибек, Жоомарт Жомарт
Кубанычбек Кубанычбек, Отабек Атабек, Шерзод Шерзод, Дилшат Дилшод, G'ayrat Гайрат, Myrat Мурад, Begenç Бегенч
Serdar Сардор, Айаал Айаал, Ньургуун Ньургун, Nyurgun Ньургун, Уйбаан Уйбаан, Сардаана Сардаана, Бата Бата
Баатар Батор, Цэрэн Цырен, Tsyren Цырен, Cyren Цырен, Бэликто Бэлигто, Дорж Доржи, Dorji Доржи, Зорикто Зоригто
Жамьян Жамьян, Сэсэгма Сэсэг, Эржэна Эржена, Герелма Гэрэлма, Дорджи Доржи, Санджи Санжа, Kherel Херел
Чодура Чодураа, Мингиян Мингиян, Хонгор Хонгор, Минъян Мингиян, Һиләнә Гиляна, Булһн Булгун, Jose José
Хосе José, Хуан Juan, Guillermo Guillermo, Гильермо Guillermo, Гийом Guillaume, Уильям William, Вільям William
Jeison Yeison, Jhon Jhon, Bryan Brayan, Брайан Brayan, Cristhian Cristian, Yurani Yurany, Хесус Jesús
Хавьер Javier, Майкл Michael, Михаэль Michael, Мигель Miguel, Wuilmer Wilmer, Leydi Leidy, Yésica Jessica
Жоао João, Кшиштоф Krzysztof, Войцех Wojciech, Tomasz Tomasz, Jiri Jiří, Иржи Jiří, Ласло László, Иштван István
Gyorgy György, Жан Jean, Пьер Pierre, Джузеппе Giuseppe, Ганс Hans, Юрген Jürgen, Juergen Jürgen, Bjorn Bjørn
Янис Jānis, Георге Gheorghe, Йоаннис Ioannis, Цветан Tsvetan, Джордже Đorđe, Огуз Oğuz
"""
SHORT_FORMS = """
Саня Александр, Санёк Александр, Сашко Александр, Лёха Алексей, Серый Сергей, Серёга Сергей, Димон Дмитрий
Колян Николай, Вован Владимир, Костян Константин, Михась Михаил, Грицько Григорий, Івась Иван, Петрусь Пётр
Юрко Юрий, Тёма Артём, Жека Евгений, Толян Анатолий, Паша Павел, Стас Станислав, Гоша Георгий, Гоша Егор
Гоша Игорь, Слава Вячеслав, Слава Ярослав, Славик Владислав, Дуня Евдокия, Ксюша Ксения, Наташа Наталья
Катруся Екатерина, Мага Магомед, Тамик Тамерлан, Хачик Хачатур, Bill William, Pepe José, Paco Francisco
Beto Alberto, Beto Roberto, Nacho Ignacio, Memo Guillermo, Chucho Jesús, Pipe Felipe, Lalo Eduardo, Kuba Jakub
Kasia Katarzyna, Gosia Małgorzata, Пако Francisco, Димаш Динмухамед, Никос Nikolaos
"""
COGNATES = """
Юрий Георгий, Егор Георгий, Jorge Георгий, Jerzy Георгий, György Георгий, Alejandro Александр, Sergio Сергей
Miguel Михаил, Guillermo Вильгельм, William Вильгельм, Guillaume Вильгельм, Juan Иван, João Иван, Jānis Иван
Ованес Иван, Ян Иван, Уйбаан Иван, Элен Елена, Оксана Ксения, Hélène Елена, Хуан Иван, Гийом Вильгельм
Esteban Степан, Étienne Степан, Искандер Александр
"""
# Names that look or sound alike, or share a short form, and are two names.
TWO_NAMES = """
Георгий Юрий, Юрий Егор, Георгий Егор, Диана Дана, Мария Марина, Марина Марьяна, Роман Рамон, Айрат Кайрат
Рамиль Равиль, Ильнур Ильдар, Ильдар Эльдар, Алина Альбина, Галина Калина, Денис Данис, Данил Денис, Дамир Тимур
Анна Яна, Анна Инна, Яна Инна, Елена Алина, Артём Артур, Максим Макар, Ислам Исмаил, Марат Мурад, Азамат Азат
Рустам Руслан, Арсен Арсений, Камиль Карим, Владимир Владислав, Станислав Святослав, Ярослав Мирослав
Батор Батыр, Бато Батор, Баир Баярто, Дамба Дамдин, Цыден Цырен, José Jesús, Juan Julián, Mario Mariano
Martín Matías, Carlos Camilo, Guillermo William, Michael Miguel, Luis Lucas, Ана Ада, Лариса Лара, Лилия Юлия
Тигран Тимур, Давид Дамир
"""
FATHERS = """
Сергійович Сергей, Сергеевна Сергей, Сяргеевіч Сергей, Миколайович Николай, Миколаївна Николай
Николаевич Николай, Ильинична Илья, Ілліч Илья, Кузьмич Кузьма, Лукич Лука, Никитична Никита, Павлович Павел
Львович Лев, Яковлевич Яков, Якович Яков, Володимирович Владимир, Уладзіміравіч Владимир, Магомедович Магомед
Рамазанович Рамазан, Доржиевич Доржи, Батоевич Бато, Хасанович Хасан, Гусейнович Гусейн, Гиоргиевич Гиорги
Арменович Армен, Ильдаровна Ильдар, Цыренович Цырен
"""


def rows(table: str) -> list[tuple[str, str]]:
    """Return the pairs of a table."""
    pairs = table.strip().replace(",\n", ",").replace("\n", ",").split(",")
    return [(one, other) for one, other in (pair.split() for pair in pairs)]


def canonicals(word: str, *kinds: str) -> set[str]:
    """Return the names that a word may be in those ways."""
    return {known.canonical for known in known_names(word.lower()) if known.kind in kinds}


@pytest.mark.parametrize(("written", "name"), rows(FULL_FORMS))
def test_a_full_writing_is_known_as_its_name(written: str, name: str) -> None:
    assert name in canonicals(written, FULL)


@pytest.mark.parametrize(("written", "name"), rows(SHORT_FORMS))
def test_what_friends_say_is_known_as_a_short_form(written: str, name: str) -> None:
    assert name in canonicals(written, SHORT)


@pytest.mark.parametrize(("written", "name"), rows(COGNATES))
def test_the_name_of_another_nation_is_a_cognate_and_not_the_same(written: str, name: str) -> None:
    assert name in canonicals(written, COGNATE)
    assert name not in canonicals(written, FULL)


@pytest.mark.parametrize(("one", "other"), rows(TWO_NAMES))
def test_two_names_are_never_one(one: str, other: str) -> None:
    """A wrong join turns a stranger into the one who is sought."""
    assert canonicals(one, FULL)
    assert not canonicals(one, FULL) & canonicals(other, FULL)


@pytest.mark.parametrize(("patronymic", "father"), rows(FATHERS))
def test_a_patronymic_tells_the_father(patronymic: str, father: str) -> None:
    assert father_of(patronymic.lower()) == father


@pytest.mark.parametrize("surname", ["коваленко", "шевчук", "иванов", "мороз", "бондар", "кравец", "ткаченко", "козак"])
def test_a_common_surname_is_no_given_name(surname: str) -> None:
    assert known_names(surname) == ()


@pytest.mark.parametrize(
    ("name", "sex"), [("никита", Sex.MALE), ("муса", Sex.MALE), ("мерьем", Sex.FEMALE), ("carmen", Sex.FEMALE)]
)
def test_sex_is_not_read_off_the_ending(name: str, sex: Sex) -> None:
    assert {known.sex for known in known_names(name) if known.kind == FULL} == {sex}
