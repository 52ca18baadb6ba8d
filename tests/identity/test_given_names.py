"""A name of the lexicon that two words may stand for, weighed by how likely each stands for it."""

import pytest

from paradero.identity import MODEL, Rarity, compare
from paradero.identity.given_names import CROSSED_BITS, compare_given, compare_given_word
from paradero.identity.parts import ways_to_read
from paradero.terms.matching import Comparison
from paradero.terms.person import Description, PersonName

NONE_HELD = Rarity()


def bits(sought: str, seen: str) -> float:
    one, other = (
        ways_to_read(PersonName(as_written=f"Дорошенков {text}", family_name="Дорошенков", given_name=text))
        for text in (sought, seen)
    )
    return compare_given_word(one[0].given[0], other[0].given[0], rarity=NONE_HELD, model=MODEL).weight_bits


def test_a_rare_name_that_a_common_ones_spelling_may_be_weighs_little_more_than_the_common_one() -> None:
    """“Kirill” is far likelier Кирилл than the Kiril of the Balkans, though both words may be either."""
    assert bits("Кирил", "Kirill") == pytest.approx(bits("Кирилл", "Kirill"), abs=0.5)


def test_a_rare_name_alone_weighs_what_it_is_worth() -> None:
    assert bits("Зорикто", "Zorikto") > bits("Сергей", "Serguéi") + 3


def compared(sought: str, seen: str) -> Comparison:
    """Return how the given names compare where each side says which words they are."""
    one, other = (
        ways_to_read(PersonName(as_written=text, family_name="Дорошенков", given_name=text)) for text in (sought, seen)
    )
    return compare_given(one[0], other[0], rarity=NONE_HELD, model=MODEL)


@pytest.mark.parametrize(
    ("sought", "seen"),
    [("И А", "Алексей"), ("Иван А", "Алексей"), ("J M", "María José"), ("J", "María José"), ("Анна М", "Мария")],
)
def test_an_initial_of_another_of_the_given_names_says_little(sought: str, seen: str) -> None:
    """Somebody may be called by a second name, but И. А. is seldom Алексей."""
    found = [compared(sought, seen), compared(seen, sought)]
    in_place = compared("А", "Алексей")

    assert {one.reason for one in found} == {"initial_of_another"}
    assert {one.weight_bits for one in found} == {in_place.weight_bits - CROSSED_BITS}


@pytest.mark.parametrize(("sought", "seen"), [("А", "Алексей"), ("А И", "Алексей"), ("M J", "María José")])
def test_an_initial_in_its_place_says_what_an_initial_says(sought: str, seen: str) -> None:
    found = [compared(sought, seen), compared(seen, sought)]

    assert {one.reason for one in found} == {"initial"}
    assert {one.weight_bits for one in found} == {MODEL.bits("name.given_name_initial")}


def test_whole_names_say_the_same_in_any_order() -> None:
    """Nobody knows which of two given names a report puts first."""
    assert compared("José María", "María José").weight_bits == compared("María José", "María José").weight_bits


@pytest.mark.parametrize(("sought", "seen"), [("О", "Елена"), ("A", "Олег")])
def test_an_initial_that_fits_only_in_another_language_speaks_against(sought: str, seen: str) -> None:
    """Less than another name's initial does: the report may be in that language."""
    found = [compared(sought, seen), compared(seen, sought)]

    assert {one.reason for one in found} == {"initial_elsewhere"}
    assert {MODEL.bits("name.given_name_initial_differs") < one.weight_bits < 0 for one in found} == {True}


@pytest.mark.parametrize(
    ("initial", "fits", "other"),
    [
        ("I", ("Иван", "Яков", "Юлия", "Евгений"), ("Алексей", "Ульяна", "Антон")),
        ("J", ("Яков", "Юрий", "Евгений"), ("Алексей", "Устин")),
        ("Я", ("Яков", "Yakov", "Iakov", "Jakow", "Ярослава"), ("Алексей", "Anton")),
        ("Ю", ("Юрий", "Yuri", "Jurij", "Iouri"), ("Устин", "Ульяна")),
        ("А", ("Алексей", "Aleksei"), ("Яков", "Yakov")),
        ("Е", ("Евгений", "Yevgeny", "Elena", "Jelena"), ("Яков",)),
        ("Є", ("Євген", "Евгений"), ("Анна",)),
    ],
)
def test_a_vowel_that_is_one_with_its_glide_is_another_first_letter(
    initial: str, fits: tuple[str, ...], other: tuple[str, ...]
) -> None:
    assert {name: compared(initial, name).reason for name in fits} == dict.fromkeys(fits, "initial")
    assert {name: compared(initial, name).reason for name in other} == dict.fromkeys(other, "other_initial")


def test_where_all_differ_the_whole_names_are_shown() -> None:
    """The S. of "Ruslan S." may be the father's, so Алексей differs from Ruslan and not from an S."""
    found = compared("Ruslan S", "Алексей")

    assert (found.reason, found.sought, found.seen) == ("other_name", "Ruslan", "Алексей")


def test_a_surname_with_two_initials_prefers_who_bears_them_in_that_order() -> None:
    """Петров И. А. is Иван Алексеевич sooner than Алексей Иванович by more than what two initials say."""
    asked = Description(names=(PersonName(as_written="Петров И. А."),))
    in_order, turned = (
        compare(asked, Description(names=(PersonName(as_written=f"Петров {text}"),)), rarity=NONE_HELD)
        for text in ("Иван Алексеевич", "Алексей Иванович")
    )

    assert in_order.match_weight_bits > turned.match_weight_bits + 2 * MODEL.bits("name.given_name_initial")
