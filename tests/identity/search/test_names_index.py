import pytest

from paradero.identity.lexicon import lexicon
from paradero.identity.readings import readings
from paradero.identity.search.cutting import cut_texts
from paradero.identity.search.names_index import NamesIndex
from paradero.identity.search.segment import analysed
from paradero.identity.search.tables import SOUNDS, VOWELS, sound_numbers
from paradero.identity.search.word_tables import AS_WRITTEN

HELD = [
    "Дорошенков Руслан Сергеевич",
    "Хоменко Сергій Олександрович",
    "Дашиев Тимур Баирович",
    "Верещак Олена",
    "Yeison Cuastumal",
    "Лисогор Максим",
    "Лисогор Артем",
    "Дорошенко Руслан",
    "Иванова А. П.",
    "Валериан Гнатюк",
    "Валерьян Гнатюк",
]


def _first(index: NamesIndex, name: str) -> str:
    return HELD[index.search([name])[0][0][0]]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Ruslán Doroshenkov", "Дорошенков Руслан Сергеевич"),
        ("Doroszenkow Rusłan", "Дорошенков Руслан Сергеевич"),
        ("DOROSCHENKOW, RUSLAN", "Дорошенков Руслан Сергеевич"),
        ("Serguéi Jomenko", "Хоменко Сергій Олександрович"),
        ("S. Khomenko", "Хоменко Сергій Олександрович"),
        ("Сергей Хоменко", "Хоменко Сергій Олександрович"),
        ("Khomneko Serhii", "Хоменко Сергій Олександрович"),
        ("Timur Bairovich Dashiev", "Дашиев Тимур Баирович"),
        ("Helena Vereshchak", "Верещак Олена"),
        ("Lena Weretschschak", "Верещак Олена"),
        ("Джейсон Куастумаль", "Yeison Cuastumal"),
        ("Artem Lysohor", "Лисогор Артем"),
        ("Лысогор Максим", "Лисогор Максим"),
        ("Руслан Дорошенко", "Дорошенко Руслан"),
        ("Anna Ivanova", "Иванова А. П."),
        ("Valeryan Hnatiuk", "Валерьян Гнатюк"),
        ("Valerian Hnatiuk", "Валериан Гнатюк"),
    ],
)
def test_a_name_is_found_however_it_is_written(asked: str, found: str) -> None:
    assert _first(NamesIndex(HELD), asked) == found


def test_what_is_added_later_is_found_and_what_is_removed_is_not() -> None:
    index = NamesIndex(HELD)
    index.add(70, ["Ruslan Doroshenkov", "Русик Дорошенков"])
    assert {number for number, _ in index.search(["Дорошенков Руслан"])[0][:2]} == {0, 70}
    index.remove(0)
    assert [number for number, _ in index.search(["Дорошенков Руслан"], limit=1)[0]] == [70]
    index.remove(70)
    assert 70 not in {number for number, _ in index.search(["Дорошенков Руслан"])[0]}
    assert len(index) == len(HELD) - 1


def test_a_number_stands_once_in_an_answer() -> None:
    index = NamesIndex()
    index.add(5, ["Олена Верещак", "Olena Vereshchak", "Лена Верещак"])
    assert [number for number, _ in index.search(["Верещак Олена"])[0]] == [5]


def test_after_compacting_no_letter_of_a_removed_name_is_left() -> None:
    """Erasure reaches the index too (rule R10)."""
    index = NamesIndex([*HELD, "Щъэюя Несравненный"])
    index.remove(len(HELD))
    index.compact()
    held = [text for part in index._parts for text in part.texts]
    assert held == HELD
    assert all(len(part.segment.hashes) == len(cut_texts(HELD).hashes) - _repeated(HELD) for part in index._parts)


def _repeated(names: list[str]) -> int:
    hashes = cut_texts(names).hashes.tolist()
    return len(hashes) - len(set(hashes))


def test_many_small_parts_find_what_one_finds() -> None:
    whole, grown = NamesIndex(HELD), NamesIndex()
    for number, name in enumerate(HELD):
        grown.add(number, [name])
        grown.search(["Хоменко"])
    for name in HELD:
        one, other = dict(grown.search([name])[0]), dict(whole.search([name])[0])
        assert one == pytest.approx(other, abs=1e-3)


def test_names_are_counted_by_sound_over_all_parts() -> None:
    index = NamesIndex(["Хоменко Сергій", "Serhii Khomenko"])
    index.add(9, ["Jomenko Serguéi"])
    assert index.held_with_sound("xomenko") == 3


@pytest.mark.parametrize("name", ["", " ", ",", "…", "1234", "'", "ʼ", "\u0301", "\x00", "Q" * 5000, "ы " * 5000])
def test_text_that_is_no_name_finds_nothing_it_should_not_and_hurts_nobody(name: str) -> None:
    assert all(bits < 10 for _, bits in NamesIndex(HELD).search([name])[0])
    index = NamesIndex([*HELD, name])
    assert index.search(["Дашиев Тимур"])[0][0][0] == 2


@pytest.mark.parametrize("name", ["Cергей Хoменко", "Хəменко Serгій", "Ґеоргій Ҷаббор Ωлег", "Xоменко-Ħ"])
def test_words_of_mixed_scripts_do_no_harm(name: str) -> None:
    """Look-alike letters of another script are typed by mistake, and on purpose."""
    index = NamesIndex([*HELD, name, "Khomenko", "Сергей", "Khəmenko"])
    assert index.search([name])[0][0][0] == len(HELD)
    assert index.search(HELD)[2][0][0] == 2


@pytest.mark.parametrize("name", ["მამუკა მამულაშვილი", "محمد الاحمد", "Ελένη Παπαδάκη"])
def test_a_script_we_cannot_read_still_finds_itself(name: str) -> None:
    assert NamesIndex([*HELD, name]).search([name])[0][0][0] == len(HELD)


def test_an_empty_index_answers_with_nothing() -> None:
    assert NamesIndex().search(["Хоменко", ""]) == [[], []]
    assert NamesIndex(HELD).search([]) == []


def test_compiled_readings_are_the_readings() -> None:
    """Candidates are found in machine code and explained in Python: both must hear the same."""
    words = [word for word in sorted(lexicon().by_text)[::9] if word.isalpha()]
    words = [word for word in words if len(word) > 1]
    every = cut_texts(words)
    tables, rows = analysed(every)
    begin = 0
    for word, end in zip(words, tables.reading_end, strict=True):
        heard = {
            "".join(SOUNDS[number - 1] for number in rows.sounds[row, : rows.length[row]])
            for row in range(begin, end)
            if rows.use[row] & AS_WRITTEN
        }
        wanted = {code[:16] for code in readings(word.replace("ё", "е"))}
        assert heard <= wanted, word
        assert len(heard) >= min(len(wanted), 8), word
        begin = end


def test_the_vowels_have_the_numbers_the_compiled_functions_know() -> None:
    assert sound_numbers(VOWELS) == [1, 4, 7, 12, 17]
    assert sound_numbers("vnlcxCS") == [18, 11, 9, 21, 19, 22, 23]
