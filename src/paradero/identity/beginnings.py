"""How a name may begin, in its own letters and in those of other languages: what an initial or abbreviation is held to.

"О." may be Елена, who is Олена in Ukrainian, and "Мик." Николай, who is Микола; "Вал." is Валентина and never Василий.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from paradero.identity.known import FULL, UNHEARD, plain
from paradero.identity.lexicon import lexicon
from paradero.identity.readings import is_cyrillic, readings

MOST_SOUNDS = 4
"""How many sounds of a beginning are looked at."""
_VOWELS = "aeiou"
GLIDE = "^"
"""Stands before a first vowel that is written as one with й: "I." and "Я." may be Яков, and neither is Алексей."""
_ONE_WITH_GLIDE = re.compile(r"[яюєё]|й[аеоу]|[ijy][aeou]")
GLIDE_LETTERS = frozenset("ijy")
"""Latin letters that alone may stand for й and a vowel: Y. for Юрий."""
_AFTER_GLIDE = "aeou"
_IOTATED = re.compile("[яю]|[иі][аео]")
"""Forms whose first sound, the iotation aside, is not that of their first letter: Янка, Іоанн."""
OTHER_LANGUAGE_BITS = 5.7
"""How much less an initial says where only another language's form of the name begins so: О. for Елена, who is Олена.
One writer in fifty, as it were: still far more than another name's initial."""


@dataclass(frozen=True, slots=True)
class Beginnings:
    """The first sounds of a word in each way it may be read and written."""

    own: frozenset[str]
    """By its own letters, and as the dictionary has a name that it may be."""
    elsewhere: frozenset[str] = frozenset()
    """As other languages begin that name."""

    @property
    def every(self) -> frozenset[str]:
        """Return both."""
        return self.own | self.elsewhere

    def initials(self) -> "Beginnings":
        """Return the first sound of each alone."""
        every = (self.own, self.elsewhere)
        return Beginnings(*(frozenset(code[: 1 + code.startswith(GLIDE)] for code in codes) for codes in every))


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
    """Return how a name of the lexicon may begin, and how in any of its other full Cyrillic forms.

    >>> sorted(name_beginnings("Елена").every)
    ['^elen', 'alen', 'elen', 'olen']
    >>> sorted(name_beginnings("Иван").every)  # "А." is no Янка
    ['ivan']
    """
    own = _begun(plain(canonical), readings(plain(canonical))[:1])
    others = (form for form in _full_forms().get(canonical, ()) if not _IOTATED.match(form))
    return Beginnings(own, frozenset(code for form in others for code in _begun(form, readings(form)[:1])) - own)


def _begun(word: str, codes: Iterable[str]) -> frozenset[str]:
    """Return the first sounds of a word's readings, a vowel that is one with й told from a bare one."""
    found = frozenset(code[:MOST_SOUNDS] for code in codes)
    if word in GLIDE_LETTERS:
        return found | {GLIDE + vowel for vowel in _AFTER_GLIDE}
    vowels = frozenset(code for code in found if code[0] in _AFTER_GLIDE)
    glided = {GLIDE + code for code in vowels}
    if _ONE_WITH_GLIDE.match(word):
        return (found - vowels) | glided
    return found | glided if word.startswith("е") else found


def first_sounds(word: str) -> frozenset[str]:
    """Return the sounds a word, or an initial, may begin with, a glide before a vowel left out.

    >>> first_sounds("h") == {"x", "g"}, "u" in first_sounds("y"), first_sounds("юрий")
    (True, True, frozenset({'u'}))
    """
    sounds = frozenset(code[0] for code in readings(word))
    return sounds | {"a", "e", "u"} if word in GLIDE_LETTERS else sounds


def beginnings(word: str, names: Iterable[str] = ()) -> Beginnings:
    """Return how a lower-case word may begin that may be each of these names, or tell of them as a father's."""
    own = _begun(word, readings(word))
    known = [name_beginnings(name) for name in names]
    return Beginnings(own.union(*(name.own for name in known)), frozenset().union(*(name.elsewhere for name in known)))


def begin_alike(ones: Beginnings, others: Beginnings) -> bool:
    """Tell whether two words may begin alike in any language, as far as the shorter is written.

    >>> begin_alike(beginnings("мик."), beginnings("николай", ["Николай"]))
    True
    >>> begin_alike(beginnings("вал."), beginnings("василий", ["Василий"]))
    False
    """
    return _any_alike(ones.every, others.every)


def begin_alike_here(ones: Beginnings, others: Beginnings) -> bool:
    """Tell whether they do so as they are written, no other language's form of a name looked at.

    >>> begin_alike_here(beginnings("мик."), beginnings("николай", ["Николай"]))
    False
    """
    return _any_alike(ones.own, others.own)


def _any_alike(ones: frozenset[str], others: frozenset[str]) -> bool:
    pairs = [(one, other) for one in ones for other in others]
    pairs += [(other, one) for one, other in pairs]  # of two of one length either may be what is written shorter
    return any(len(short) <= len(full) and _is_alike(short, full) for short, full in pairs)


def _is_alike(short: str, full: str) -> bool:
    """Tell whether two beginnings agree until the shorter left a vowel out: "Алдр." for Александр."""
    for place, (sound, other) in enumerate(zip(short, full, strict=False)):
        if sound != other:
            return place > 0 and sound not in _VOWELS and other in _VOWELS
    return True
