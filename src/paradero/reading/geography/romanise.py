"""Places' names from Cyrillic into the Latin letters that maps in English use, and a key under which spellings meet."""

import re
from functools import lru_cache

from paradero.terms.fold import fold

_UKRAINIAN_LETTERS = "a b v h g d e zh z y i k l m n o p r s t u f kh ts ch sh shch"
_RUSSIAN_LETTERS = "a b v g d yo zh z i y k l m n o p r s t u f kh ts ch sh shch y e yu ya"
_UKRAINIAN = dict(
    zip(
        "абвгґдежзиіклмнопрстуфхцчшщ",
        _UKRAINIAN_LETTERS.split(),
        strict=True,
    )
) | {"ь": "", "'": "", "’": "", "ʼ": "", "ы": "y", "ъ": "", "э": "e", "ё": "io"}
_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_LATER = {"є": "ie", "ї": "i", "й": "i", "ю": "iu", "я": "ia"}
_RUSSIAN = dict(
    zip(
        "абвгдёжзийклмнопрстуфхцчшщыэюя",
        _RUSSIAN_LETTERS.split(),
        strict=True,
    )
) | {"ь": "", "ъ": "", "’": "", "'": "", "і": "i", "ї": "yi", "є": "ye", "ґ": "g"}
_VOWELS = "аеёиоуыэюяьъ"
ENGLISH = {
    "москва": "Moscow",
    "санкт-петербург": "Saint Petersburg",
    "ростов-на-дону": "Rostov-on-Don",
    "комсомольск-на-амуре": "Komsomolsk-on-Amur",
    "грозный": "Grozny",
    "евпатория": "Yevpatoria",
    "євпаторія": "Yevpatoria",
    "феодосия": "Feodosia",
    "феодосія": "Feodosia",
    "ялта": "Yalta",
}
"""Names that English has of its own."""


def ukrainian(name: str) -> str:
    """Return a Ukrainian name in Latin letters by the Cabinet's table of 2010, each word with a capital.

    >>> ukrainian("Гуляйполе"), ukrainian("кривий ріг")
    ('Huliaipole', 'Kryvyi Rih')
    """
    return _titled(name, _ukrainian_word)


def russian(name: str) -> str:
    """Return a Russian name in Latin letters as English maps write it, each word with a capital.

    >>> russian("Будённовск"), russian("Нижний Новгород")
    ('Budyonnovsk', 'Nizhny Novgorod')
    """
    return _titled(name, _russian_word)


def _titled(name: str, word: object) -> str:
    small = name.casefold()
    if small in ENGLISH:
        return ENGLISH[small]
    parts = re.split(r"([\s-]+)", small)
    return "".join(part if not part.strip("- ") else _capital(word(part)) for part in parts)  # type: ignore[operator]


def _capital(word: str) -> str:
    return word if word in {"na", "nad"} else word[:1].upper() + word[1:]


def _ukrainian_word(word: str) -> str:
    found = []
    for at, letter in enumerate(word):
        if letter == "г" and word[at - 1 : at] == "з" and at:
            found.append("gh")
        else:
            found.append(
                _UKRAINIAN.get(letter)
                or (_FIRST if at == 0 else _LATER).get(letter, "" if letter in _UKRAINIAN else letter)
            )
    return "".join(found)


def _russian_word(word: str) -> str:
    stem, ending = (word[:-2], "y") if word.endswith(("ий", "ый")) else (word, "")
    found = []
    for at, letter in enumerate(stem):
        if letter == "е":
            found.append("ye" if at == 0 or stem[at - 1] in _VOWELS else "e")
        else:
            found.append(_RUSSIAN.get(letter, letter))
    return "".join(found) + ending


_WRITTEN_AND_HEARD = (
    "shch>s sch>s sh>s zh>z kh>h ch>c tch>c ts>c tz>c ya>ia yu>iu ye>e yo>io"
    " ie>e yi>i iy>i ij>i yy>i gue>ge gui>gi qu>k j>h y>i w>v x>ks '>"
)
_SOUNDS = tuple(each.split(">") for each in _WRITTEN_AND_HEARD.split(" "))
"""What is written and the sound it stands for, in the order of replacing."""


@lru_cache(maxsize=20_000)
def sound(name: str) -> str:
    """Return a key that different ways of writing a Slavic name in Latin letters have in common.

    >>> sound("Kurájove") == sound("Kurakhove"), sound("Vínnitsa") == sound("Vinnytsia")
    (True, False)
    """
    key = fold(name).replace("-", " ")
    for written, heard in _SOUNDS:
        key = key.replace(written, heard)
    return re.sub(r"(.)\1+", r"\1", key)
