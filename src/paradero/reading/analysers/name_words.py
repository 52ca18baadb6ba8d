"""What a Russian or Ukrainian word can be: a given name, a patronymic, a family name, a place, a common word."""

import re
from functools import lru_cache

from paradero.reading.analysers.morphology import marks, parses, plain_yo
from paradero.reading.lexicon import lexicon

_PATRONYMIC = re.compile(
    r"(?:[оеєйо]вич|ьович|йович|ич|(?:[оеєіїй]вн|ічн|иничн))(?:[ауиоеіюій]|ом|ем|ем|еві|ові|ою|ой|ою|ам)?$"
)
_FAMILY = re.compile(
    r"(?:[нк]ко|нк(?:а|у|ом|ові)|(?:чук|щук|юк|як|ак|ик|ишин|ець|ук|ян|дзе|швілі|швили)(?:а|у|ом|ові|е)?"
    r"|[сц][ьк]{1,2}(?:ий|ій|ого|ому|им|ая|ой|ую|а|ої|у|ою)|(?:[оеєё]в|[иыії]н)(?:а|у|ым|им|е|ой|ої|ій|ою)?|ів(?:а|у|им|ові)?|ых|их)$"
)
_LOWER_CASE_PARTS = frozenset({"VERB", "INFN", "ADVB", "PREP", "CONJ", "PRCL", "NPRO", "GRND", "PRED", "NUMR", "INTJ"})


@lru_cache(maxsize=20_000)
def is_given(word: str, language: str) -> bool:
    """Tell whether the dictionary has the word as a given name, or the table of those that it does not mark."""
    unmarked = lexicon(language)["given_names"]
    return "Name" in marks(word, language) or any(p.normal_form in unmarked.entries for p in parses(word, language))


@lru_cache(maxsize=20_000)
def is_patronymic(word: str, language: str) -> bool:
    """Tell whether the word is a father's name, by the dictionary or its ending."""
    if "Patr" in marks(word, language):
        return True
    return bool(_PATRONYMIC.search(word.lower())) and any(
        "Patr" in parse.tag.grammemes for parse in parses(word, language)
    )


@lru_cache(maxsize=20_000)
def is_family(word: str, language: str) -> bool:
    """Tell whether the word can be a family name: the dictionary's, by its ending, or a word no dictionary has."""
    if "Surn" in marks(word, language):
        return True
    return not is_common(word, language) and (bool(_FAMILY.search(word.lower())) or not marks(word, language))


@lru_cache(maxsize=20_000)
def is_common(word: str, language: str) -> bool:
    """Tell whether the dictionary has the word as anything but a name."""
    return any(
        parse.is_known and not parse.tag.grammemes & {"Name", "Surn", "Patr", "Abbr"}
        for parse in parses(word, language)
    )


@lru_cache(maxsize=20_000)
def is_small_word(word: str, language: str) -> bool:
    """Tell whether the word's likeliest reading is a verb, preposition, pronoun or the like."""
    every = parses(word, language)
    return bool(every) and every[0].is_known and str(every[0].tag.POS) in _LOWER_CASE_PARTS


@lru_cache(maxsize=20_000)
def place_form(word: str, language: str) -> str | None:
    """Return the dictionary form of a place that the language's table or dictionary knows, else `None`."""
    table = lexicon(language).places
    for parse in parses(word, language):
        normal = plain_yo(parse.normal_form)
        if normal in table or word.lower() in table:
            return normal if normal in table else word.lower()
    known = next((p for p in parses(word, language) if p.is_known and "Geox" in p.tag.grammemes), None)
    return plain_yo(known.normal_form) if known else None
