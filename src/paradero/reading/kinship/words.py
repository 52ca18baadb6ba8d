"""What a kin word says that somebody is to somebody."""

import tomllib
from collections.abc import Mapping
from functools import cache

from paradero.reading.analysis import Token
from paradero.reading.words import plain
from paradero.terms.resources import resource

FORMER = ("ex-", "half-", "co-")
COUSINS = ("двоюр", "троюр")
SIBLINGS = {"brother", "sister"}


@cache
def _table(language: str) -> Mapping[str, str]:
    tables = tomllib.loads(resource("reading/kinship.toml").read_text(encoding="utf-8"))
    return {plain(word): relation for relation, words in tables[language].items() for word in words}


def relation_of(tokens: tuple[Token, ...], at: int, language: str) -> str | None:
    """Return what relative the word at a place names, in the words of the corpus; `None` for no kin word.

    A first cousin is a "brother" with a word before, двоюродный брат, or that word alone. A word with hyphens is one.
    """
    whole = joined(tokens, at)
    if whole.endswith("in-law") or [token.lemma for token in tokens[at + 1 : at + 3]] == ["in", "law"]:
        return "in_law" if _named(tokens, at, whole, language) else None
    if whole.startswith("great-"):
        return "relative"
    relation = _named(tokens, at, whole, language)
    beside = {
        _named(tokens, other, tokens[other].text, language) for other in (at - 1, at + 1) if 0 <= other < len(tokens)
    }
    if relation in SIBLINGS and at and plain(tokens[at - 1].lemma).startswith(COUSINS):
        return "cousin"
    return None if relation == "cousin" and beside & SIBLINGS else relation


def _named(tokens: tuple[Token, ...], at: int, whole: str, language: str) -> str | None:
    """Return what the table has for a word, its dictionary form, or for a part of a word with hyphens."""
    table = _table(language)
    first, _, rest = whole.partition("-")
    former = table.get(plain(rest)) if f"{first}-" in FORMER else None
    return former or table.get(plain(tokens[at].text)) or table.get(plain(tokens[at].lemma)) or table.get(plain(first))


def joined(tokens: tuple[Token, ...], at: int) -> str:
    """Return the word at a place with what hyphens join to it, in small letters: "sister-in-law"."""
    end = at + 1
    while end + 1 < len(tokens) and tokens[end].text == "-" and _touch(tokens, end - 1) and _touch(tokens, end):
        end += 2
    return "".join(token.text for token in tokens[at:end]).casefold()


def _touch(tokens: tuple[Token, ...], at: int) -> bool:
    return tokens[at].span.end == tokens[at + 1].span.start
