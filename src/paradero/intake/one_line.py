"""Names that an item gives itself, of its outlet or author, as one line that no screen obeys."""

import unicodedata

_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""What turns the reading direction of everything that stands beside such a name."""


def one_line(name: str) -> str:
    r"""Return a name in one line, without controls, half characters and what turns the reading direction.

    >>> one_line(" El Faro\n  del\x1b Sur\ud800 ")
    'El Faro del Sur'
    """
    spaced = " ".join(name.split())
    if spaced.isprintable():  # neither controls nor halves nor turns, and much quicker told
        return spaced
    kept = (letter for letter in spaced if letter not in _TURNS and unicodedata.category(letter) not in {"Cc", "Cs"})
    return "".join(kept).strip()
