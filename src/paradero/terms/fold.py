"""Names without accents and capitals, so that two spellings of one word meet."""

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"[\w']+")


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """Return a name without capitals, accents and marks; Cyrillic й and ї stay letters of their own.

    >>> fold("Mariúpol"), fold("Ulán-Udé"), fold("Київ")
    ('mariupol', 'ulan ude', 'київ')
    """
    kept = []
    for letter in text.casefold():
        if "\u0400" <= letter <= "\u04ff":
            kept.append(letter)
        else:
            kept.extend(part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part))
    return " ".join(WORD.findall("".join(kept).replace("\u2019", "'")))
