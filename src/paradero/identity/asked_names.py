"""A person's names as texts to search by: family name first where the parts are known, and in the dictionary's form."""

import re
from collections.abc import Iterator, Sequence

from paradero.identity.inflection import Case, is_bent_patronymic
from paradero.identity.leading import leading_words, trailing_words
from paradero.identity.lexicon import lexicon, plain
from paradero.identity.parts import Way, ways_to_read
from paradero.identity.readings import is_cyrillic, written_words
from paradero.identity.roles import Word
from paradero.terms.person import Description, PersonName, Sex

_CHAT_DIGITS = (
    ("(?<=[A-Za-z]){0}|{0}(?=[A-Za-z])", {"4": "ch", "6": "sh"}),
    ("(?<=[А-Яа-яЁё]){0}|{0}(?=[А-Яа-яЁё])", {"4": "ч", "6": "ш"}),
)
"""Digits that people type for a letter, beside Latin letters and beside Cyrillic ones."""
_ENDS_IN_TYPED = re.compile(r"[а-яё]{2}[аеоё]у\b", re.IGNORECASE)
_TYPED_FOR_SHORT_U = re.compile(r"(?<=[аеёоэыюяі])у(?![аеёоэыюяіьйў])", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*")


def texts_of(description: Description) -> tuple[str, ...]:
    """Return every name of a person as a text to search by, each once.

    >>> texts_of(Description(names=(PersonName(as_written="ищу Дорошенкова Руслана"),)))
    ('дорошенков, руслан',)
    >>> texts_of(Description(names=(PersonName(as_written="Верещак (Лисогор) Олена"),)))
    ('Верещак Олена', 'Лисогор Олена')
    >>> texts_of(Description(names=(PersonName(as_written="Олена Верещак (Лисогор)"),)))
    ('Олена Верещак', 'Лисогор Олена')
    >>> texts_of(Description(names=(PersonName(as_written="катя 4умаченко"),)))
    ('катя чумаченко',)
    >>> texts_of(Description(names=(PersonName(as_written="Яуген Шауцоу"),)))
    ('Яуген Шауцоу', 'Яўген Шаўцоў')
    """
    texts = [text for name in description.names for text in _texts(name, description.sex) if text]
    return tuple(dict.fromkeys((*texts, *map(_with_short_u, texts))))


def _with_short_u(text: str) -> str:
    """Return a Belarusian name, typed without the letter ў, with it; any other name as it is."""
    return _TYPED_FOR_SHORT_U.sub("ў", text) if _ENDS_IN_TYPED.search(text) else text


def _texts(name: PersonName, sex: Sex | None) -> Iterator[str]:
    if name.family_name or name.given_name:
        rest = " ".join(part for part in (name.given_name, name.patronymic) if part)
        yield ", ".join(part for part in (name.family_name, rest) if part)
        return
    written = _without_digits(name.as_written)
    bracketed = _IN_BRACKETS.search(written)
    if bracketed is None:
        yield from _as_written(PersonName(as_written=written), sex)
        return
    before, after = written[: bracketed.start()], written[bracketed.end() :]
    outside = PersonName(as_written=f"{before} {after}".strip())
    yield from _as_written(outside, sex)
    yield from _as_written(_otherwise(outside, bracketed[1], written_words(before)[-1:], sex), sex)


def _without_digits(written: str) -> str:
    for digits, letters in _CHAT_DIGITS:
        for digit, letter in letters.items():
            written = re.sub(digits.format(digit), letter, written)
    return written


def _otherwise(name: PersonName, bracketed: str, beside: Sequence[str], sex: Sex | None) -> PersonName:
    """Return a name with what stood in brackets in its place: of the given name beside it, else of the family name.

    In brackets stands another family name of the same person, as a maiden name, or a short form: "Олександр (Саша)".
    """
    ways = ways_to_read(name, sex)
    given = {word.written for word in ways[0].given} if ways else set()
    family = {word.written for word in ways[0].family} if ways else set()
    instead = set(beside) & given if plain(bracketed.strip()) in lexicon().by_text else set()
    words = written_words(name.as_written)
    skipped, _ = leading_words([word.lower() for word in words])
    rest = [word for word in words[skipped:] if word not in (instead or family)]
    return PersonName(as_written=" ".join([*words[:skipped], bracketed, *rest]))


def _as_written(name: PersonName, sex: Sex | None) -> Iterator[str]:
    words = written_words(name.as_written)
    skipped, cue = leading_words([word.lower() for word in words])
    after, _ = trailing_words([word.lower() for word in words[skipped:]]) if cue is None else (0, None)
    plainly = name.as_written.strip() if "," in name.as_written else " ".join(words[skipped : len(words) - after])
    if not (skipped or after or _may_be_bent(words)):
        yield plainly
        return
    ways = ways_to_read(name, sex)
    if not ways or ways[0].case is Case.NOMINATIVE:
        yield plainly
    yield from (_nominative(way) for way in ways if way.case is not Case.NOMINATIVE)


def _may_be_bent(words: Sequence[str]) -> bool:
    """Tell whether a name may stand in another case than the dictionary's."""
    names = lexicon()
    lower = [plain(word) for word in words if is_cyrillic(word.lower())]
    return any((word in names.inflected and word not in names.by_text) or is_bent_patronymic(word) for word in lower)


def _written(words: Sequence[Word]) -> str:
    return " ".join(word.nominative for word in words)


def _nominative(way: Way) -> str:
    rest = _written((*way.given, *((way.patronymic,) if way.patronymic else ())))
    return ", ".join(part for part in (_written(way.family), rest) if part)
