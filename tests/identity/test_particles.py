"""Words that belong to a name's other words: Turkic sons and daughters, prefixes, articles, and what is abbreviated."""

import pytest

from paradero.identity.lexicon import father_of
from paradero.identity.parts import ways_to_read
from paradero.identity.readings import particles, readings, without_particle, written_words
from paradero.terms.person import PersonName, Sex


@pytest.mark.parametrize("particle", sorted(particles("after")))
@pytest.mark.parametrize("mark", [" ", "-"])
def test_a_particle_is_one_word_with_the_name_before_it(particle: str, mark: str) -> None:
    assert written_words(f"Асанов Бакыт Нурлан{mark}{particle}") == ("Асанов", "Бакыт", f"Нурлан{mark}{particle}")


@pytest.mark.parametrize("particle", sorted(particles("left_out")))
def test_what_joins_words_is_not_read_and_stays_where_nothing_follows(particle: str) -> None:
    assert written_words(f"Juan {particle} Cruz") == ("Juan", "Cruz")
    assert written_words(f"Juan {particle}") == ("Juan", particle)


@pytest.mark.parametrize(
    ("written", "father", "sex"),
    [
        ("Токтосунов Бакыт Асан уулу", "Хасан", Sex.MALE),
        ("Қарабалин Ерлан Қайратұлы", "Кайрат", Sex.MALE),
        ("Алиев Ровшан Тофик оглы", "Тофик", Sex.MALE),
        ("Рахимов Жасур Шухрат угли", "Шухрат", Sex.MALE),
        ("Rüfət Mehrəliyev Tofiq oğlu", "Тофик", Sex.MALE),
        ("Ahmetov Dauren Serikuly", "Серик", Sex.MALE),
        ("Гусейнова Севиндж Рамиз кызы", "Рамиз", Sex.FEMALE),
        ("Quliyeva Günay Tofiq qızı", "Тофик", Sex.FEMALE),
        ("Кудашева Айгөл Рәшит ҡыҙы", "Рашид", Sex.FEMALE),
        ("Tillayev O‘tkir Shuhrat o‘g‘li", "Шухрат", Sex.MALE),
        ("Abishev Qanat Sakenuly", None, Sex.MALE),
        ("Сейтова Айгуль Нурланқызы", "Нурлан", Sex.FEMALE),
        ("ищу Токтосунова Бакыта Асан уулу", "Хасан", Sex.MALE),
        ("ირაკლი შოთას ძე ნაროუშვილი", "Шота", Sex.MALE),
        ("Nino Levanis asuli Naroushvili", "Леван", Sex.FEMALE),
        ("Бэрэтэрэ Рэмэзан Юнысэ ыкъу", "Юнус", Sex.MALE),
        ("Хъодзаты Аслан Хъазбеджы фырт", None, Sex.MALE),
        ("Кужугет Мерген Сергей оглу", "Сергей", Sex.MALE),
    ],
)
def test_a_patronymic_of_two_words_tells_of_the_father(written: str, father: str | None, sex: Sex) -> None:
    way = ways_to_read(PersonName(as_written=written))[0]
    assert way.patronymic is not None
    assert (way.father, way.sex) == (father, sex)


@pytest.mark.parametrize("name", ["Yuly", "Kuly", "Имамкулы", "Паули", "Gurbanguly"])
def test_a_name_that_ends_as_a_son_does_is_no_patronymic(name: str) -> None:
    way = ways_to_read(PersonName(as_written=f"{name} Mendoza" if name.isascii() else f"Сапаров {name}"))[0]
    assert way.patronymic is None


def test_fathers_are_the_same_in_turkic_and_in_russian() -> None:
    for turkic, russian in [("серікұлы", "серикович"), ("тофик оглы", "тофикович"), ("рамиз кызы", "рамизовна")]:
        assert father_of(turkic) == father_of(russian)


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("тер-погосян", "погосян"),
        ("ter-minasyan", "minasyan"),
        ("тер акопов", "акопов"),
        ("терещенко", None),
        ("терян", None),
    ],
)
def test_a_family_name_is_known_without_the_particle_before_it(name: str, bare: str | None) -> None:
    assert without_particle(name) == bare


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Хоменко Анна Бор.", ("Хоменко", "Анна", "Бор.")),
        ("Анна Серг. Хоменко", ("Анна", "Серг.", "Хоменко")),
        ("Хоменко Ким.", ("Хоменко", "Ким")),
        ("Хоменко Андрей Кирилл.", ("Хоменко", "Андрей", "Кирилл")),
        ("Хоменко Лия.", ("Хоменко", "Лия")),
    ],
)
def test_an_abbreviated_word_keeps_its_full_stop_and_a_last_word_does_not(text: str, words: tuple[str, ...]) -> None:
    assert written_words(text) == words


@pytest.mark.parametrize(
    ("belarusian", "russian"),
    [
        ("клімянкоў", "клименков"),
        ("чарнякоў", "черняков"),
        ("цярэшчанка", "терещанко"),
        ("бярэзін", "березин"),
        ("kavaliou", "kovalev"),
        ("шчарбакоў", "щербаков"),
        ("ярмоленка", "ермоленко"),
        ("грачоў", "грачёв"),
        ("мацвееў", "матвеев"),
        ("траццякоў", "третьяков"),
        ("дзмітрыеў", "дмитрыев"),
        ("хвядосенка", "хведосенко"),
        ("siamashka", "семашко"),
        ("rahachou", "рогачев"),
        ("liauchuk", "левчук"),
        ("matsveyeu", "матвеев"),
        ("tsviatkou", "цветков"),
        ("ciareška", "терешко"),
        ("ściapanaŭ", "степанов"),
        ("ščarbakoŭ", "щербаков"),
        ("karaloŭ", "королев"),
        ("cichanczuk", "тихончук"),
        ("hłuszakou", "глушаков"),
        ("schauzou", "шевцов"),
        ("kawaljou", "ковалев"),
        ("воўк", "волк"),
        ("таўстой", "толстой"),
        ("жаўток", "желток"),
        ("уласаў", "власов"),
        ("бярозка", "березка"),
        ("цярохін", "терехин"),
        ("бяляеў", "беляев"),
        ("вострыкаў", "остриков"),
        ("вусаў", "усов"),
        ("ільвоў", "львов"),
        ("імшын", "мшин"),
        ("vouk", "волк"),
        ("douhi", "долгий"),
        ("ulasau", "власов"),
        ("biarozka", "березка"),
        ("bialiaieu", "беляев"),
        ("vosipau", "осипов"),
        ("voŭk", "волк"),
        ("ułasaŭ", "власов"),
        ("wouk", "волк"),
    ],
)
def test_belarusian_vowels_without_stress_have_the_sounds_of_russian(belarusian: str, russian: str) -> None:
    """An о may still be an а: the classes of sounds make up for that.

    It is written in its own letters, in officials' Latin ones, in łacinka, and as Poles and Germans do.
    """
    ones, others = ({code.replace("o", "a") for code in readings(word)} for word in (belarusian, russian))
    assert ones & others


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("қўчқоров", "кучкоров"),
        ("ўткир", "уткир"),
        ("ұлықбек", "улыкбек"),
        ("ҷамшед", "жамшед"),
        ("қасымзаде", "касымзаде"),
        ("ğasımov", "гасымов"),
        ("hovhannisyan", "ованисян"),
        ("poghosyan", "погосян"),
    ],
)
def test_letters_of_other_peoples_have_their_sounds(one: str, other: str) -> None:
    assert set(readings(one)) & set(readings(other))


@pytest.mark.parametrize(
    ("one", "other"), [("хведаровіч", "фядаровіч"), ("khvedar", "федар"), ("chvedarovič", "федарович")]
)
def test_the_f_of_villages_is_an_f(one: str, other: str) -> None:
    assert set(readings(one)) & set(readings(other))


def test_a_belarusian_consonant_is_no_uzbek_vowel() -> None:
    assert set(readings("воўк")) == {"vovk", "volk"}
