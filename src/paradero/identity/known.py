"""What a word may be as a given name, and how the lexicon writes words."""

import re
import unicodedata
from dataclasses import dataclass

from paradero.terms.person import Sex

FULL, SHORT, COGNATE = "full", "short", "cognate"


@dataclass(frozen=True, slots=True)
class Known:
    """A name in the lexicon: the name it belongs to, whose it is, and in what way it was written."""

    canonical: str
    sex: Sex
    kind: str
    """`FULL`, `SHORT` or `COGNATE`."""


def plain(word: str) -> str:
    """Return a word as the lexicon keeps it: lower case, composed letters, ё as е, one kind of apostrophe."""
    composed = unicodedata.normalize("NFC", word).lower().replace("ё", "е")
    return composed.replace("’", "'").replace("ʼ", "'")


def _bare_letters() -> dict[int, str]:
    accented = (*range(0x00C0, 0x0250), *range(0x1E00, 0x1F00))
    bare = {code: unicodedata.normalize("NFD", chr(code))[0] for code in accented}
    latin = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "a"}
    cyrillic = {
        "і": "и",
        "ї": "и",
        "й": "и",
        "ы": "и",
        "э": "е",
        "є": "е",
        "ґ": "г",
        "ў": "в",
        "ь": "",
        "ъ": "",
        "'": "",
    }
    others = {
        "қ": "к",
        "ҡ": "к",
        "ғ": "г",
        "ҕ": "г",
        "ң": "н",
        "ҥ": "н",
        "ө": "о",
        "ү": "у",
        "ұ": "у",
        "һ": "х",
        "ҳ": "х",
    }
    rare = {"ә": "а", "җ": "ж", "ҷ": "ж", "ҙ": "з", "ҫ": "с", "ӣ": "и", "ӯ": "у", "ӕ": "а"}
    return bare | str.maketrans(latin | cyrillic | others | rare)


_BARE = _bare_letters()
_DOUBLED = re.compile(r"(.)\1+")
UNHEARD = re.compile("[қғҕңҥөүұһҳәҗҷҡҙҫӣӯəşçğıőűțșăāēīūķļņģ]")
"""Letters that the spelling practices leave out: what they make of a word that holds one is another name's sound."""


def letters(word: str) -> str:
    """Return a plain word without the marks and the differences of alphabet that get lost on the way.

    >>> letters("josé"), letters("вільям") == letters("вильям")
    ('jose', True)
    """
    return _DOUBLED.sub(r"\1", word.translate(_BARE))
