"""Words that stand around a name in a plea, and the case they put it into."""

import tomllib
from collections.abc import Sequence
from functools import cache
from typing import Any

from paradero.identity.inflection import Case
from paradero.terms.resources import resource


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resource("names/governing_words.toml").read_text(encoding="utf-8"))


@cache
def governing_words() -> dict[str, Case]:
    """Return the words that ask for a name, each with the case it puts the name into."""
    table = _table()
    cases = ("nominative", "genitive", "accusative", "instrumental")
    return {word: Case(case) for case in cases for word in table[case]["words"]}


@cache
def _between() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the words that may stand before a name, those of them that "with" follows, and those after "about"."""
    table = _table()["between"]
    return frozenset(table["words"] + table["contact"]), frozenset(table["contact"]), frozenset(table["about"])


@cache
def _also_names() -> frozenset[str]:
    """Return the words that a name may hold too: they are part of a plea only beside another word of it."""
    return frozenset(_table()["also_names"])


def _is_of_a_plea(word: str) -> bool:
    return word in governing_words() or word in _between()[0]


@cache
def _seekers() -> frozenset[str]:
    return frozenset(_table()["seekers"]["words"])


def trailing_words(words: Sequence[str]) -> tuple[int, Case | None]:
    """Return how many words stand after the name ("шукає мати"), and the case they ask for.

    >>> trailing_words(["хоменка", "сергія", "шукає", "мати"])
    (2, <Case.ACCUSATIVE: 'accusative'>)
    >>> trailing_words(["хоменко", "сергій", "пропал", "без", "вести"])
    (3, <Case.NOMINATIVE: 'nominative'>)
    """
    after, case = 0, None
    while after < len(words) - 1 and words[-1 - after] in _seekers():
        after += 1
    while after < len(words) - 1 and _asks_after_a_name(words[-1 - after]):
        case = governing_words()[words[-1 - after]]
        after += 1
    return (after, case) if case else (0, None)


def _asks_after_a_name(word: str) -> bool:
    """Tell whether a word asks for the name before it: "шукає" does; "до", "al" and the initial С. do not."""
    governs = governing_words().get(word) in {Case.ACCUSATIVE, Case.NOMINATIVE}
    return governs and len(word) > 1 and word not in _also_names()


def leading_words(words: Sequence[str]) -> tuple[int, Case | None]:
    """Return how many words stand before the name ("ищу", "busco a"), and the case they ask for.

    >>> leading_words(["ищу", "дорошенкова", "руслана"])
    (1, <Case.ACCUSATIVE: 'accusative'>)
    >>> leading_words(["al", "green"]), leading_words(["al", "soldado", "green"])
    ((0, None), (2, <Case.NOMINATIVE: 'nominative'>))
    """
    between, contact, about = _between()
    case: Case | None = None
    if len(words) > 1 and words[0] in _also_names() and not _is_of_a_plea(words[1]):
        return 0, None
    for place, word in enumerate(words[:-1]):
        with_follows = place > 0 and words[place - 1] in contact
        if word == "о" and words[place + 1] in about:
            continue
        if case is None and len(word) == 1 and not with_follows:  # before a plea's words it is an initial
            return place, case
        if word in about:
            case = case or Case.GENITIVE
        elif word in governing_words():
            case = governing_words()[word] if with_follows else case or governing_words()[word]
        elif word not in between:
            return place, case
    return max(0, len(words) - 1), case
