"""Finds the names of persons in Russian and Ukrainian by dictionary, capitals and endings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from paradero.reading.analysers import hints
from paradero.reading.analysers.inflection import nominative
from paradero.reading.analysers.morphology import marks
from paradero.reading.analysers.name_words import (
    is_common,
    is_family,
    is_given,
    is_patronymic,
    is_small_word,
    place_form,
)
from paradero.reading.analysis import NameCandidate, NameKind, Token
from paradero.reading.lexicon import lexicon
from paradero.reading.words import Words, join
from paradero.terms.spans import Span

SHOUTED_SHARE = 0.7
"""A sentence with more capitals than this share of its letters is written in capitals, so they say nothing."""

_OF_PLACE = frozenset({"у", "в", "во", "под", "під", "из", "із", "з", "возле", "біля", "около", "до", "к", "от", "від"})
_TOWN = re.compile(r"(?:[сц]ь?к|град|город|бург|поль|піль|(?:[оеи]в|ів)к|[оеєё]в|ин)(?:а|у|е|і|ом|ой|ою|о|ого)?$")

_TITLES = ("ranks", "officials", "posters", "journalists", "person_heads", "female_heads")


@dataclass(frozen=True, kw_only=True)
class NameFinder:
    """Looks for persons in one sentence; `known` holds words of full names already found in the report."""

    text: str
    tokens: Sequence[Token]
    language: str
    known: frozenset[str] = frozenset()

    def persons(self) -> Iterator[NameCandidate]:
        """Yield the persons named in the sentence, in order."""
        place = 0
        while place < len(self.tokens):
            length, rule = self._name_at(place)
            if length:
                yield self._candidate(place, place + length, rule)
            place += max(1, length)

    @cached_property
    def shouted(self) -> bool:
        """Whether the whole sentence is in capitals."""
        letters = [letter for token in self.tokens for letter in token.text if letter.isalpha()]
        return sum(letter.isupper() for letter in letters) > SHOUTED_SHARE * max(1, len(letters))

    @cached_property
    def _titles(self) -> Words:
        return join(lexicon(self.language)[name] for name in _TITLES)

    def _candidate(self, start: int, end: int, rule: str) -> NameCandidate:
        span = Span(self.tokens[start].span.start, self.tokens[end - 1].span.end)
        name, sex = nominative(span.of(self.text), self.language, hints.around(self.tokens, start, end))
        return NameCandidate(span=span, kind=NameKind.PERSON, nominative=name, sex=sex, rule=f"names.{rule}")

    def _name_at(self, start: int) -> tuple[int, str]:
        """Return how many words of a name begin at `start`, and the rule; 0 for none."""
        if self._is_initial(start) or self._is_initial(start + 1):
            return self._with_initials(start)
        run = self._run(start)
        if not run:
            return 0, ""
        shape = "".join(self._kind(start + place) for place in range(run))
        for length, rule in self._readings(start, shape):
            if self._holds(start, length):
                return length, rule
        return 0, ""

    def _readings(self, start: int, shape: str) -> Iterator[tuple[int, str]]:
        """Yield the lengths a name could have, longest and surest first. G given, P patronymic, F family, o other."""
        family_first = shape[0] in "Fo" and (not self._is_opening_word(start) or self._opens_entry(start, shape))
        if shape[1:3] == "GP" and shape[0] in "FGo" and not self._is_opening_word(start, before_patronymic=True):
            yield 3, "family-given-patronymic"
        if shape[0] == "G":
            if shape[1:2] == "P":
                yield (3, "given-patronymic-family") if shape[2:3] in {"F", "G", "o"} else (2, "given-patronymic")
            if shape[1:2] in {"F", "o"} or (shape[1:2] == "G" and self._is_surname(start + 1)):
                yield 2, "given-family"
        if family_first and shape[1:2] == "G" and (shape[0] == "F" or self._is_surname(start)):
            yield 2, "family-given"
        if shape[0] == "G" and not (self._is_opening_word(start) or self._is_loose(start)):
            yield 1, "given"
        yield from self._without_given(start, shape)

    def _opens_entry(self, start: int, shape: str) -> bool:
        """Tell whether a family and a given name open a line of a list or a notice: "Верещак Олена (27 років)"."""
        after = self.tokens[start + 2].text if start + 2 < len(self.tokens) else ""
        return shape[1:2] == "G" and len(shape) == 2 and after in {",", "("}  # noqa: PLR2004

    def _without_given(self, start: int, shape: str) -> Iterator[tuple[int, str]]:
        if (
            shape.startswith("FF")
            and not self._is_loose(start)
            and all(not marks(self.tokens[start + n].text, self.language) for n in (0, 1))
        ):
            yield 2, "unknown-pair"
        named = shape[0] == "F" or (shape[0] == "o" and self._is_surname(start))
        if named and self._follows_title(start) and not self._is_loose(start):
            yield 1, "family-after-title"
        sure = shape[0] == "F" and not is_common(self.tokens[start].text, self.language)
        if sure and "Surn" in marks(self.tokens[start].text, self.language) and not self._is_loose(start):
            yield 1, "family"
        if self._is_known(start):
            yield 1, "named-before"

    def _holds(self, start: int, length: int) -> bool:
        words = [token.text for token in self.tokens[start : start + length]]
        if lexicon(self.language)["not_person"].any_in(self.tokens[start : start + length]):
            return False
        if length == 1 and self._sounds_like_town(start):
            return False
        single_place = length == 1 and place_form(words[0], self.language) and not self._follows_title(start)
        last_is_place = length == 2 and place_form(words[1], self.language) and is_given(words[0], self.language)  # noqa: PLR2004
        inflected_place = last_is_place and not self._is_surname(start + 1)
        return not (single_place or inflected_place)

    def _sounds_like_town(self, start: int) -> bool:
        """Tell whether a lone word ends as towns do and stands after a preposition of place: "у Степногорська"."""
        before = self.tokens[start - 1].text.lower() if start else ""
        return before in _OF_PLACE and bool(_TOWN.search(self.tokens[start].text.lower()))

    def _run(self, start: int) -> int:
        """Return how many words in a row are written as names are, at most three."""
        length = 0
        while length < 3 and self._looks_like_name(start + length):  # noqa: PLR2004
            length += 1
        return length

    def _looks_like_name(self, place: int) -> bool:
        if place >= len(self.tokens):
            return False
        word = self.tokens[place].text
        if len(word) < 2 or not word[0].isalpha() or is_small_word(word, self.language):  # noqa: PLR2004
            return False
        if self._is_loose(place):
            return self._kind(place) != "o" and not is_common(word, self.language)
        return word[0].isupper() and not word.isupper()

    def _is_loose(self, place: int) -> bool:
        """Tell whether the word's capitals say nothing: none written, or all are."""
        return self.tokens[place].text.islower() or self.shouted

    def _kind(self, place: int) -> str:
        word = self.tokens[place].text
        for letter, fits in (("P", is_patronymic), ("G", is_given), ("F", is_family)):
            if fits(word, self.language):
                return letter
        return "o"

    def _is_surname(self, place: int) -> bool:
        return "Surn" in marks(self.tokens[place].text, self.language)

    def _is_opening_word(self, start: int, *, before_patronymic: bool = False) -> bool:
        """Tell whether the capital may only be that of a sentence's first word."""
        word = self.tokens[start].text
        first = start == 0 or self.tokens[start - 1].tag == "PUNCT"
        if before_patronymic and self._is_surname(start):
            return False
        return first and is_common(word, self.language) and not word.islower()

    def _follows_title(self, start: int) -> bool:
        if start == 0:
            return False
        before = self.tokens[start - 1]
        return self._titles.has(before) or lexicon(self.language).relation(before.text, before.lemma) is not None

    def _is_known(self, place: int) -> bool:
        word = self.tokens[place].text
        if not word[0].isupper() or not self.known:
            return False
        return any(part.lower() in self.known for part in (word, nominative(word, self.language)[0]))

    def _is_initial(self, place: int) -> bool:
        if place + 1 >= len(self.tokens):
            return False
        letter, dot = self.tokens[place].text, self.tokens[place + 1].text
        return len(letter) == 1 and letter.isupper() and dot == "."

    def _with_initials(self, start: int) -> tuple[int, str]:
        """Return the length of "С. О. Хоменко" or "Хоменко С. О."."""
        place = start
        family_first = not self._is_initial(start)
        place += family_first
        while self._is_initial(place):
            place += 2
        family = start if family_first else place
        if family >= len(self.tokens) or not self.tokens[family].text[0].isupper():
            return 0, ""
        if len(self.tokens[family].text) < 3 or not is_family(self.tokens[family].text, self.language):  # noqa: PLR2004
            return 0, ""
        return (place if family_first else place + 1) - start, "family-initials"
