from hypothesis import example, given, settings, strategies as st

from paradero.reading.analysers.en import English
from paradero.reading.analysers.ru import Russian
from paradero.reading.analysers.uk import Ukrainian
from paradero.reading.analysis import Analysis, NameKind
from paradero.terms.person import Sex
from paradero.terms.spans import Span

ANALYSERS = {"ru": Russian(), "uk": Ukrainian(), "en": English()}
LETTERS = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяАБВГХОМРусланabcXYZ ,.;:!?«»\"'’-—()0123456789\n🙏é"


def analysed(language: str, text: str) -> Analysis:
    return ANALYSERS[language].analyse(text, [Span(0, len(text))])


def persons(language: str, text: str) -> list[str]:
    return [name.nominative for name in analysed(language, text).names if name.kind is NameKind.PERSON]


@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet=LETTERS, max_size=120), language=st.sampled_from(sorted(ANALYSERS)))
@example(text=" ", language="uk").via("a line of blanks alone")
@example(text="Верещак у полоні.\n \u200b \nЇї шукають.", language="uk").via("a line without a word")
def test_any_text_at_all_is_analysed(text: str, language: str) -> None:
    analysis = analysed(language, text)

    for sentence in analysis.sentences:
        assert all(0 <= token.head < len(sentence.tokens) for token in sentence.tokens)
        assert all(token.span.of(text) == token.text for token in sentence.tokens)
    assert all(name.span.of(text).strip() for name in analysis.names)


def test_a_captive_in_any_case_is_one_name() -> None:
    for written in ("ролик с Русланом Дорошенковым", "Руслана Дорошенкова взяли в плен", "мать Руслана Дорошенкова"):
        assert persons("ru", written) == ["Руслан Дорошенков"]
    for written in ("відео із Сергієм Хоменком", "Сергія Хоменка взяли в полон", "дружина Сергія Хоменка"):
        assert persons("uk", written) == ["Сергій Хоменко"]


def test_capitals_and_small_letters_hide_no_full_name() -> None:
    assert persons("ru", "РУСЛАН ДОРОШЕНКОВ ВЗЯТ В ПЛЕН") == ["Руслан Дорошенков"]
    assert persons("ru", "ищу дорошенкова руслана сергеевича") == ["Дорошенков Руслан Сергеевич"]
    assert persons("uk", "шукаю хоменка сергія олександровича") == ["Хоменко Сергій Олександрович"]


def test_brothers_share_the_family_name_in_the_plural() -> None:
    assert persons("uk", "Брати Максим і Артем Лисогори зникли") == ["Максим Лисогор", "Артем Лисогор"]


def test_a_given_name_that_is_also_a_town_is_a_person_after_a_title() -> None:
    assert persons("uk", "росіянин Володимир із Саратовської області") == ["Володимир"]


def test_a_town_is_no_person() -> None:
    assert persons("uk", "У Маріуполі та Києві чути вибухи") == []
    assert persons("ru", "В Мариуполе слышны взрывы") == []


def test_english_knows_ukrainian_given_names() -> None:
    assert persons("en", "Yevhen and Oleksandr are home. Viktoria wept.") == ["Yevhen", "Oleksandr", "Viktoria"]


def test_the_sex_comes_from_the_form_of_the_name() -> None:
    (name,) = [n for n in analysed("uk", "Медикиню Олену Верещак поранено").names if n.kind is NameKind.PERSON]

    assert name.sex is Sex.FEMALE
    assert name.nominative == "Олена Верещак"
