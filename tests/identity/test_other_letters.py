"""Other scripts and marks: what a name is in letters that stand for sounds."""

from time import process_time

import pytest
from hypothesis import given, strategies as st

from paradero.identity.other_letters import all_in_known_letters, in_known_script, known_letters
from paradero.identity.parts import ways_to_read
from paradero.identity.readings import readings, tokens, written_words
from paradero.identity.written_shorter import as_meant
from paradero.terms.person import PersonName


@pytest.mark.parametrize(
    ("written", "latin"),
    [
        ("ნინო ღვინიაშვილი", "Nino Ghviniashvili"),
        ("ᲬᲔᲠᲔᲗᲔᲚᲘ", "Tsereteli"),
        ("ჭყონია, ჯემალ", "Chqonia, Jemal"),
        ("ივანოვი სტალინი სკი", "Ivanov Stalin Ski"),
        ("Երվանդ Ոսկանյան", "Yervand Voskanyan"),
        ("ԾԱՏՈՒՐ ԽԱՉԱՏՐՅԱՆ", "Tsatur Khachatryan"),
        ("Գևորգ Եւդոկիա և Ով", "Gevorg Yevdokia Е Ov"),
        ("Ռուսլան Ժ. Շ.", "Ruslan Ж. Ш."),
        ("Doroshenkov Руслан", "Doroshenkov Руслан"),
    ],
)
def test_georgian_and_armenian_are_read_as_latin(written: str, latin: str) -> None:
    assert in_known_script(written) == latin


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("Yo‘ldosh Yoʻldosh Yo'ldosh yo’ldosh", "Yŏldosh Yŏldosh Yŏldosh yŏldosh"),
        ("O'Brien O’CONNOR O‘TKIR", "O'Brien O’CONNOR ŎTKIR"),
        ("Заирæ Əлия Məmməd", "Заирӕ Әлия Məmməd"),
        ("Мух1амад ГIалиев МУХIН", "Мухӏамад Гӏалиев МУХIН"),
        ("ЁЗДЕНЛАНЫ Ёлкина", "ӨЗДЕНЛАНЫ Ёлкина"),
    ],
)
def test_a_mark_that_tells_a_sound_is_a_letter(written: str, known: str) -> None:
    assert known_letters(written) == known


def test_a_father_s_phrase_keeps_the_script_of_its_word() -> None:
    assert known_letters("Irakli Şotas dze") == "Irakli Şota oglu"


def test_a_very_long_word_is_read_as_soon_as_as_many_short_ones() -> None:
    """A cell of a list may hold a whole page; its letters were once gone through anew from each of them."""
    begun = process_time()
    known_letters("а" * 50_000)
    assert process_time() - begun < 1


_NAME = st.one_of(
    st.text(st.sampled_from("აԱOoI1ГгаёЁланыæƏ'‘ -.\r"), max_size=12),
    st.sampled_from(
        ["Irakli Shotas Dze", "Ал-др", "Юнысэ-ыкъу", "O'g'li", "Г1алиев", "Керимов Азад оглы", "Ёзденланы"]
    ),
)


@given(st.lists(_NAME))
def test_many_texts_looked_through_together_are_read_as_each_alone(texts: list[str]) -> None:
    assert all_in_known_letters(texts) == [known_letters(as_meant(text)) for text in texts]


def test_a_line_break_in_a_text_parts_words_and_not_texts() -> None:
    assert all_in_known_letters(["Irakli\nShotas dze", "", "O‘tkir"]) == ["Irakli Shota oglu", "", "Ŏtkir"]


@given(st.text(st.sampled_from("აქჯԱաևოვի՝Oo‘'ёЁланыæЖab ,.-"), max_size=30))
def test_what_is_in_a_known_script_stays_as_it_is(text: str) -> None:
    assert in_known_script(in_known_script(text)) == in_known_script(text)


def test_a_name_is_shown_as_it_was_written() -> None:
    way = ways_to_read(PersonName(as_written="ლევან დადიანი"))[0]
    assert [word.written for word in (*way.given, *way.family)] == ["ლევან", "დადიანი"]
    assert way.given[0].known[0].canonical == "Леван"
    assert way.family[0].nominative == "dadiani"
    assert written_words("Yo‘ldoshev O‘tkir Rahmon o‘g‘li") == ("Yo‘ldoshev", "O‘tkir", "Rahmon o‘g‘li")
    assert tokens("ლევან") == ("levan",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("to‘lqin", "тулкин"),
        ("yo'ldosh", "юлдош"),
        ("ҡотлобаев", "кутлубаев"),
        ("иҫәнғолова", "исангулова"),
        ("айҙар", "айдар"),
        ("һалауат", "салауат"),
        ("җиһангир", "зихангир"),
        ("къаракетланы", "каракетов"),
        ("ёртенланы", "уртенов"),
        ("хубийлары", "хубиев"),
        ("шаваланы", "шаваев"),
        ("заирæ", "заира"),
        ("гӏалиев", "алиев"),
        ("г1умаров", "умаров"),
        ("хуыгаты", "хугаев"),
        ("гаглойтæ", "гаглоев"),
        ("ӑнӑҫ", "анас"),
        ("ghazaryan", "казарян"),
        ("ter-hakopyan", "терякопян"),
        ("ქურდოვანიძე", "курдованидзе"),
        ("исмаг1илов", "исмаилов"),
        ("жаг1фар", "джафар"),
        ("җаңһр", "джангар"),
        ("эрднь", "эрдни"),
        ("манҗ", "манджи"),
        ("сэрэнжабай", "цыренжапов"),
        ("мызыланы", "мизиев"),
        ("ղարիբջանյան", "гарибджанян"),
    ],
)
def test_letters_of_other_peoples_have_the_sounds_that_russian_gives_them(one: str, other: str) -> None:
    assert set(readings(one)) & set(readings(other))


def test_what_one_people_says_is_not_heard_in_another_s_name() -> None:
    assert readings("новак") == ("novak",)
    assert readings("норов") == ("norov",)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Къурбанисмаг1илов Жаг1фар", ("Къурбанисмагӏилов", "Жагӏфар")),
        ("Хоменко Ал-др Ник-ич", ("Хоменко", "Алдр.", "Ник.")),
        ("Хоменко Ник-ай. Ал-др.", ("Хоменко", "Ник.", "Алдр.")),
        ("Кужугет Мөңгүн-оол", ("Кужугет", "Мөңгүн", "оол")),
    ],
)
def test_what_is_typed_for_want_of_a_letter_or_of_room_parts_no_word(written: str, words: tuple[str, ...]) -> None:
    assert written_words(written) == words
