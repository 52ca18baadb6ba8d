"""The key columns of a person's record: how the names may sound, birth, town, unit and mother, ready to be compared."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from paradero.identity.batch.births import BIRTH_COLUMNS, NOT_KNOWN, birth_keys
from paradero.identity.batch.frequencies import RARITIES
from paradero.identity.batch.parts import Parts, read_parts
from paradero.identity.batch.tokens import TokenKeys, token_keys
from paradero.identity.lexicon import known_names
from paradero.identity.parts import MOST_WORDS
from paradero.identity.readings import plain_words, tokens
from paradero.identity.towns import home_skeletons, town_keys
from paradero.identity.units import unit_keys
from paradero.terms.person import Sex

MOST_KEYS = 12
"""Keys of one field that are kept."""
Keys = tuple[str, ...] | None
"""Keys of one field, likeliest first; `None` where nothing is known."""


def _all(keys: Sequence[tuple[str, ...]]) -> Keys:
    if len(keys) == 1:  # nearly every field of nearly every record
        return keys[0] or None
    return tuple(dict.fromkeys(key for some in keys for key in some))[:MOST_KEYS] or None


def _first(keys: Keys) -> str | None:
    return keys[0] if keys else None


def _second(keys: Keys) -> str | None:
    return keys[1] if keys and len(keys) > 1 else None


def _starts(skeletons: Keys) -> Keys:
    return tuple(dict.fromkeys([code[:3] for code in skeletons])) if skeletons else None


class RecordKeys:
    """Works out the key columns of many records, each word and each place once."""

    def __init__(self) -> None:
        self._tokens: dict[str, TokenKeys] = {}
        self._towns: dict[str, tuple[Keys, Keys]] = {}
        self._units: dict[str, tuple[Keys, Keys]] = {}
        self.unread_births = 0
        """How many records say something in `birth` that is no birth."""
        self.counts: dict[str, Counter[str]] = {column: Counter() for column in RARITIES}
        """How many records bear each value of the columns whose rarity weighs."""

    def __call__(self, record: Mapping[str, str]) -> dict[str, Any]:
        """Return the key columns of one record, whose fields may be absent or empty."""
        row = {
            **self._name(record),
            **self._birth(record.get("birth", "")),
            **self._place(record.get("town", "")),
            **self._unit(record.get("unit", "")),
            **self._mother(record.get("mother", "")),
        }
        for column, counts in self.counts.items():
            if row[column] is not None:
                counts[row[column]] += 1
        return row

    def _token(self, word: str) -> TokenKeys:
        known = self._tokens.get(word)
        if known is None:
            known = self._tokens[word] = token_keys(word)
        return known

    def _parts(self, record: Mapping[str, str]) -> Parts:
        apart = [record.get(field, "") for field in ("family_name", "given_name", "patronymic")]
        if apart[0] or apart[1]:
            return Parts(*(tuple(self._token(word) for word in plain_words(text)[:MOST_WORDS]) for text in apart))
        name = record.get("name", "")
        head, comma, _ = name.partition(",")
        return read_parts(plain_words(name), self._token, len(plain_words(head)) if comma else None)

    def _name(self, record: Mapping[str, str]) -> dict[str, Any]:
        parts = self._parts(record)
        full = [word for word in parts.given if not word.initial]
        family = [word for word in parts.family if not word.initial]
        given = _all([word.given for word in full])
        given_skeletons = _all([word.given_skeletons for word in full])
        family_skeletons = _all([word.family_skeletons for word in family])
        return {
            "family": _all([word.family for word in family]),
            "family_skeletons": family_skeletons,
            "family_near": _all([word.family_near for word in family]),
            "family_start": _starts(family_skeletons),
            "family_1": _first(family_skeletons),
            "family_2": _second(family_skeletons),
            "given": given,
            "given_skeletons": given_skeletons,
            "given_sound_1": _first(given_skeletons),
            "given_sound_2": _second(given_skeletons),
            "given_first": _all([word.first for word in parts.given]),
            "given_1": _first(given),
            **self._father(parts, record.get("father", "")),
        }

    def _father(self, parts: Parts, father_name: str) -> dict[str, Any]:
        told = [word for word in parts.patronymic if word.father]
        named = [self._token(word) for word in tokens(father_name)[:1]]
        fathers = _all([word.father for word in told] or [_as_father(word) for word in named if not word.initial])
        initials = told or [word for word in parts.patronymic if word.initial] or named
        return {
            "father": fathers,
            "father_first": _all([word.first for word in initials]),
            "father_1": _first(fathers),
        }

    def _birth(self, written: str) -> dict[str, Any]:
        keys = birth_keys(written)
        if keys is None:
            self.unread_births += 1
            keys = NOT_KNOWN
        return {field: getattr(keys, field) for field in BIRTH_COLUMNS}

    def _place(self, written: str) -> dict[str, Any]:
        if written not in self._towns:
            sounds = _all([home_skeletons(written)]) if written else None
            self._towns[written] = _all([town_keys(written) if written else (), sounds or ()]), sounds
        town, sounds = self._towns[written]
        return {"town": town, "town_1": _first(town), "town_sound": _first(sounds)}

    def _unit(self, written: str) -> dict[str, Any]:
        if written not in self._units:
            keys = unit_keys(written)
            self._units[written] = keys.numbers or None, keys.whole or None
        numbers, whole = self._units[written]
        return {"unit": numbers, "unit_whole": whole}

    def _mother(self, written: str) -> dict[str, Any]:
        words = tokens(written)
        named = [word for word in words if any(known.sex is Sex.FEMALE for known in known_names(word))] or words[:1]
        keys = [self._token(word) for word in named[:1]]
        mother = _all([key.given for key in keys])
        return {
            "mother": mother,
            "mother_skeletons": _all([key.given_skeletons for key in keys]),
            "mother_1": _first(mother),
        }


def _as_father(word: TokenKeys) -> tuple[str, ...]:
    """Return a father's own name as patronymics tell it: by the lexicon, else by how its sound begins."""
    known = tuple(name for name in word.given if name[0] != "~")
    return known or tuple(dict.fromkeys(f"~{code[:4]}" for code in word.given_skeletons))
