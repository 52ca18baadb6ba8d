"""How rare a name is, counted by sound: all spellings of one name together, on top of a stated background."""

import tomllib
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache

from paradero.identity.inflection import masculine
from paradero.identity.lexicon import father_of, is_patronymic, known_names, lexicon
from paradero.identity.model import MODEL
from paradero.identity.readings import readings, skeleton, tokens
from paradero.terms.person import Description
from paradero.terms.resources import resource

SHARE_UNIT = 10_000
UNKNOWN_GIVEN_NAME = 0.0005
"""Share of a given name that the lexicon does not have: between its rare ones and one in ten thousand."""


@cache
def _surname_shares() -> tuple[dict[str, float], float]:
    table = tomllib.loads(resource("names/surnames.toml").read_text(encoding="utf-8"))["shares"]
    shares: dict[str, float] = {}
    for name, count in table["common"].items():
        for code in readings(name.lower()):
            shares[skeleton(code)] = max(shares.get(skeleton(code), 0.0), count / SHARE_UNIT)
    return shares, table["other"] / SHARE_UNIT


@lru_cache(maxsize=200_000)
def sound_keys(word: str) -> tuple[str, ...]:
    """Return what one lower-case word is counted and found under: its sounds, and the names it may be (`"=Сергей"`)."""
    keys = {skeleton(code): None for code in readings(word)} | {
        skeleton(code): None for code in readings(masculine(word))
    }
    keys |= {f"={known.canonical}": None for known in known_names(word)}
    if is_patronymic(word) and (father := father_of(word)):
        keys[f"-{father}"] = None
    return tuple(keys)


def words_of(description: Description) -> tuple[str, ...]:
    """Return every word of every name of a description, parts included, each once."""
    texts: Iterable[str] = (
        text
        for name in description.names
        for text in (name.as_written, name.given_name, name.patronymic, name.family_name)
        if text
    )
    return tuple(dict.fromkeys(word for text in texts for word in tokens(text)))


class Rarity:
    """Counts of names by sound over the descriptions that are held; empty, it knows the stated background alone."""

    def __init__(self) -> None:
        self._size = 0
        self._counts: Counter[str] = Counter()

    @property
    def size(self) -> int:
        """How many descriptions are counted."""
        return self._size

    def add(self, description: Description) -> None:
        """Count one more description."""
        self._size += 1
        self._counts.update({key for word in words_of(description) for key in sound_keys(word)})

    def remove(self, description: Description) -> None:
        """Take back one that was added."""
        self._size -= 1
        self._counts.subtract({key for word in words_of(description) for key in sound_keys(word)})

    def count_sound(self, sound: str) -> int:
        """Return how many descriptions hold a name that sounds so."""
        return self._counts[skeleton(sound)]

    def count_name(self, canonical: str, *, as_father: bool = False) -> int:
        """Return how many hold a name of the lexicon, or a patronymic made of it."""
        return self._counts[f"{'-' if as_father else '='}{canonical}"]

    def _share(self, held: int, background: float) -> float:
        # One bearer may be the very candidate that is weighed, so it does not make the name commoner.
        others = max(0, held - 1)
        return (others + MODEL.background_people * background) / (self.size + MODEL.background_people)

    def of_family_name(self, sound: str) -> float:
        """Return the share of people whose family name sounds so."""
        shares, other = _surname_shares()
        return self._share(self.count_sound(sound), shares.get(skeleton(sound), other))

    def of_given_name(self, *, canonical: str | None = None, sound: str = "") -> float:
        """Return the share of people of a name in the lexicon, or else of that sound."""
        if canonical is not None:
            return self._share(self.count_name(canonical), lexicon().shares[canonical])
        return self._share(self.count_sound(sound), UNKNOWN_GIVEN_NAME)

    def of_father(self, *, canonical: str | None = None, sound: str = "") -> float:
        """Return the share of people whose father has that name."""
        if canonical is not None:
            return self._share(self.count_name(canonical, as_father=True), lexicon().shares[canonical])
        return self._share(self.count_sound(sound), UNKNOWN_GIVEN_NAME)
