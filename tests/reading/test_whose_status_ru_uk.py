"""Russian and Ukrainian: names announced after a group, lists, pronouns, being taken in everyday words, hashtags."""

from datetime import date

import pytest
from tests.reading.expectations import Invented, is_met

ANNOUNCED = [
    (
        "uk",
        "На записі шестеро полонених сидять під стіною. Третій називає себе: Максим Лисогор, 1994, Черкаси.",
        "captive",
        "Максим Лисогор",
    ),
    ("uk", "На відео видно двох полонених. Один із них назвався Сергієм Хоменком.", "captive", "Сергій Хоменко"),
    (
        "uk",
        "Удома 84 військові. Із наших давніх пошуків: Сергій Хоменко, Полтава. Дякуємо всім.",
        "returned",
        "Сергій Хоменко",
    ),
    (
        "uk",
        "Впізнали трьох полонених. Називаємо двох:\n\n▪️ Максим Лисогор, 1994, Черкаси.\n▪️ Сергій Хоменко, 1991.",
        "captive",
        "Сергій Хоменко",
    ),
    (
        "uk",
        "З полону звільнено 40. Називаємо двох:\n\nХоменко Сергій, 1991 р. н.;\nВерещак Олена Петрівна, медикиня.",
        "returned",
        "Верещак Олена Петрівна",
    ),
    ("ru", "На кадрах трое пленных. Один представился как Тимур Дашиев из Улан-Удэ.", "captive", "Тимур Дашиев"),
    (
        "ru",
        "Ниже те, кто находится в плену. Год со слов.\n\n1. Дашиев Тимур, 1999, Улан-Удэ\n2. Дорошенков Руслан, 1991",
        "captive",
        "Дорошенков Руслан",
    ),
]

PRONOUNS = [
    ("ru", "Матери Руслана, Галине, позвонили ночью. Он в украинском плену.", "captive", "Руслан"),
    ("ru", "Руслану Дорошенкову 31 год. Семье подтвердили: он в плену.", "captive", "Руслан Дорошенков"),
    (
        "ru",
        "Мы писали про Дашиева Тимура из Улан-Удэ. Его жена просила передать: пришло письмо, он в плену.",
        "captive",
        "Дашиев Тимур",
    ),
    ("uk", "Сестра Олени Верещак каже, що вона зараз у російському полоні.", "captive", "Олена Верещак"),
    ("uk", "Сергія Хоменка не чули з травня. Він у полоні, каже мати.", "captive", "Сергій Хоменко"),
]

TAKEN = [
    (
        "ru",
        "Среди пленных женщина. Дашиеву Софью Ильиничну, оператора дрона, взяли 30 июня в посадке.",
        "captive",
        "Дашиева Софья Ильинична",
    ),
    (
        "uk",
        "Мого тата звати Хоменко Петро Іванович. Забрали з подвір'я в березні. Сидів з іншими в одній камері.",
        "captive",
        "Хоменко Петро Іванович",
    ),
    ("uk", "Звільнений сидів у камері. Каже, тримали нашу бібліотекарку Олену Верещак.", "captive", "Олена Верещак"),
]


def told(language: str, text: str) -> Invented:
    return Invented(language, "a line", text, date(2026, 3, 1), ())


@pytest.mark.parametrize(("language", "text", "role", "name"), [*ANNOUNCED, *PRONOUNS, *TAKEN])
def test_the_status_goes_to_the_person_meant(language: str, text: str, role: str, name: str) -> None:
    assert is_met(told(language, text).account(), f"person {name}: {role}")


NOBODYS = [
    ("uk", "Речник зазначив: Сергій Хоменко працює над списками полонених.", "Сергій Хоменко"),
    ("uk", "Полонених привезли. Фото: Ірина Суходіл, Полтава.", "Ірина Суходіл"),
    ("uk", "Максима Лисогора взяли до лікарні. Про полонених нічого не відомо.", "Максим Лисогор"),
    ("ru", "Руслана Дорошенкова взяли в больницу. О пленных ничего не известно.", "Руслан Дорошенков"),
    ("ru", "Руслана Дорошенкова взяли на рассвете.", "Руслан Дорошенков"),
    ("ru", "Пленных кормят. Галина Дорошенкова ждёт. Его ведь тоже ищут.", "Галина Дорошенкова"),
]


@pytest.mark.parametrize(("language", "text", "name"), NOBODYS)
def test_no_status_goes_to_somebody_else(language: str, text: str, name: str) -> None:
    """A hospital is no captivity, a spokesman no captive, and "he" is no woman."""
    assert is_met(told(language, text).account(), f"none {name}: ")


def test_a_hashtag_says_only_that_something_is_alleged() -> None:
    account = told("uk", "Рідні впізнали Верещак Олену, 26 років, Житомир. #жінки_в_полоні").account()

    (claim,) = [claim for claim in account.claims if claim.status is not None]
    assert (claim.status.value, claim.modality.value) == ("captured", "alleged")
    assert claim.person is not None
    assert account.persons[claim.person].label == "Верещак Олена"


def test_hashtags_say_nothing_where_two_are_named() -> None:
    account = told("uk", "Олена Верещак чекає на Максима Лисогора. #зниклі_безвісти").account()

    assert not [claim for claim in account.claims if claim.status is not None]
