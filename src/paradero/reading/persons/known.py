"""Whom a text has told of so far, found by a name's words, a phrase or a noun without going through everybody."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field

from paradero.reading.persons.people import Person


@dataclass(slots=True)
class Known:
    """People in the order in which they came; of several that fit, whoever came last is meant."""

    _places: dict[int, int] = field(default_factory=dict)
    _by_word: dict[str, dict[int, Person]] = field(default_factory=dict)
    _latest: dict[Hashable, Person] = field(default_factory=dict)

    def came(self, person: Person) -> None:
        """Note that somebody new came."""
        self._places[id(person)] = len(self._places)

    def named(self, person: Person, words: Iterable[str]) -> None:
        """Note the words of one of the person's names."""
        for word in words:
            self._by_word.setdefault(word, {})[id(person)] = person

    def called(self, person: Person, keys: Iterable[Hashable]) -> None:
        """Note phrases or nouns that the person has been called by."""
        for key in keys:
            held = self._latest.get(key)
            if held is None or self._places[id(held)] <= self._places[id(person)]:
                self._latest[key] = person

    def sharing(self, words: Sequence[str]) -> list[Person]:
        """Return everybody one of whose names has one of the words, whoever came last first."""
        found = {at: person for word in words for at, person in self._by_word.get(word, {}).items()}
        return sorted(found.values(), key=lambda person: -self._places[id(person)])

    def latest(self, key: Hashable) -> Person | None:
        """Return whoever came last of those called so."""
        return self._latest.get(key)
