"""The dictionary forms that a place's name in Russian or Ukrainian may have: "Кривому Розі" back to "Кривий Ріг"."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product

from paradero.reading.analysers.morphology import parses
from paradero.reading.geography.atlas import atlas
from paradero.terms.fold import fold

SLAVIC = frozenset({"ru", "uk"})
MOST = 60
"""Readings of one name that are tried."""
_TABLE = (
    "ого: ое е ий ый ой | ему: ее є | ому: ое е ий ый ой | ими: ие і | ым: ое ый | им: ое ее ий е | ої: а | "
    "ій: а ь | ою: а | ею: я а | єю: я | ой: а ая | ей: я а и | ією: ія | ией: ия | ью: ь | ах: ы и а | "
    "ях: и я | ам: ы и | ями: и | ами: ы и | ом: - о е | ем: е ь й | єм: й | ям: и | ів: и | їв: ї | "
    "ев: и | ов: ы и | ую: ая | а: - о е | я: ь й е | у: а - о ь | ю: я ь й е | е: а - о ь | є: я | "
    "і: а - ь я о е | ї: я й | и: а я ь ія | ы: а | : и ы а"
)
_ENDINGS = tuple(each.split(": ") for each in _TABLE.split(" | "))
"""Endings of cases and what stands in their place in the dictionary form; `-` is nothing."""
_CLOSED = re.compile(r"[оеє](?=[бвгґджзклмнпрстфхцчшщй]ь?$)")
"""Where Ukrainian has і in the dictionary form: Харкова is of Харків."""


@lru_cache(maxsize=20_000)
def dictionary_forms(name: str, language: str) -> tuple[str, ...]:
    """Return the forms a name may have in the dictionary, the likeliest first; the name itself is among them.

    >>> dictionary_forms("Горловки", "ru")[0], dictionary_forms("Кривому Розі", "uk")[0]
    ('Горловка', 'Кривий Ріг')
    """
    if language not in SLAVIC:
        return (name,)
    parts = re.split(r"([\s-]+)", name)
    if len(parts) > 1:
        return _several_words(name, parts, language)
    every = list(_word_forms(name, language))
    return _best_first(name, every)


def _several_words(name: str, parts: Sequence[str], language: str) -> tuple[str, ...]:
    """Return the readings of a name of several words; the first word must begin a name that the atlas has."""
    each = [[part] if not part.strip("- ") or part in _FIXED else list(_word_forms(part, language)) for part in parts]
    likeliest = "".join(words[0] for words in each)
    each[0] = [word for word in each[0] if fold(word) in atlas().first_words]
    every = ["".join(found) for found, _ in zip(product(*each), range(MOST * 20), strict=False)]
    return _best_first(name, [likeliest, *every])


def _best_first(name: str, every: Sequence[str]) -> tuple[str, ...]:
    known = [form for form in every if atlas().called(form)]
    best = sorted(known, key=lambda form: (form != name, -max(place.inhabitants for place in atlas().called(form))))
    return tuple(dict.fromkeys([*best[:MOST], *([] if name == every[0] else every[:1]), name]))


_FIXED = frozenset({"на", "над", "дель", "де", "ель", "аль", "-"})


def _word_forms(word: str, language: str) -> Iterator[str]:
    found = [*_by_dictionary(word, language), word, *_by_endings(word, language)]
    yield from dict.fromkeys(form[:1].upper() + form[1:] if word[:1].isupper() else form for form in found)


def _by_dictionary(word: str, language: str) -> Iterator[str]:
    for parse in parses(word, language):
        grammemes = parse.tag.grammemes
        if parse.tag.POS not in {"NOUN", "ADJF"} or (parse.tag.POS == "NOUN" and "anim" in grammemes):
            continue
        if "Name" in grammemes or "Surn" in grammemes:
            continue
        if parse.tag.POS == "NOUN" and "plur" not in grammemes:
            yield str(parse.normal_form)
        elif "nomn" in grammemes:
            yield str(parse.word)
        else:
            form = parse.inflect({"nomn", "plur"} if "plur" in grammemes else {"nomn"})
            yield str(form.word if form is not None else parse.normal_form)


def _by_endings(word: str, language: str) -> Iterator[str]:
    small = word.lower()
    for ending, instead in _ENDINGS:
        if small.endswith(ending) and len(small) > len(ending) + 2:
            for nominative in instead.split():
                form = small[: len(small) - len(ending)] + nominative.replace("-", "")
                yield form
                if language == "uk" and nominative in {"-", "ь"}:
                    yield _CLOSED.sub(lambda match: "ї" if match[0] == "є" else "і", form)
