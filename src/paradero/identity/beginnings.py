"""How a name may begin, in its own letters and in those of other languages: what an initial or abbreviation is held to.

"О." may be Елена, who is Олена in Ukrainian, and "Мик." Николай, who is Микола; "Вал." is Валентина and never Василий.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache

from paradero.identity.known import FULL, UNHEARD, plain
from paradero.identity.lexicon import lexicon
from paradero.identity.readings import first_sounds, is_cyrillic, readings

MOST_SOUNDS = 4
"""How many sounds of a beginning are looked at."""
_VOWELS = "aeiou"
_IOTATED = re.compile("[яю]|[иі][аео]")
"""Forms whose first sound, the iotation aside, is not that of their first letter: Янка, Іоанн."""
Beginnings = frozenset[str]
"""The first sounds of a word in each way it may be read and written."""


@cache
def _full_forms() -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for text, rows in lexicon().by_text.items():
        if is_cyrillic(text) and not UNHEARD.search(text):
            for canonical in {known.canonical for known in rows if known.kind == FULL}:
                found[canonical].append(text)
    return found


@lru_cache(maxsize=20_000)
def name_beginnings(canonical: str) -> Beginnings:
    """Return how a name of the lexicon may begin in any of its full Cyrillic forms.

    >>> sorted(name_beginnings("Елена"))
    ['alen', 'elen', 'olen']
    >>> sorted(name_beginnings("Иван"))  # "А." is no Янка
    ['ivan']
    """
    own = readings(plain(canonical))[0][:MOST_SOUNDS]
    others = (form for form in _full_forms().get(canonical, ()) if not _IOTATED.match(form))
    return frozenset(code[:MOST_SOUNDS] for form in others for code in readings(form)[:1]) | {own}


def beginnings(word: str, names: Iterable[str] = ()) -> Beginnings:
    """Return how a lower-case word may begin that may be each of these names, or tell of them as a father's."""
    own = first_sounds(word) if len(word) == 1 else frozenset(code[:MOST_SOUNDS] for code in readings(word))
    return own.union(*map(name_beginnings, names))


def begin_alike(ones: Beginnings, others: Beginnings) -> bool:
    """Tell whether two words may begin alike as far as the shorter is written.

    >>> begin_alike(beginnings("мик."), beginnings("николай", ["Николай"]))
    True
    >>> begin_alike(beginnings("вал."), beginnings("василий", ["Василий"]))
    False
    """
    pairs = [(one, other) for one in ones for other in others]
    pairs += [(other, one) for one, other in pairs]  # of two of one length either may be what is written shorter
    return any(len(short) <= len(full) and _is_alike(short, full) for short, full in pairs)


def _is_alike(short: str, full: str) -> bool:
    """Tell whether two beginnings agree until the shorter left a vowel out: "Алдр." for Александр."""
    for place, (sound, other) in enumerate(zip(short, full, strict=False)):
        if sound != other:
            return place > 0 and sound not in _VOWELS and other in _VOWELS
    return True
