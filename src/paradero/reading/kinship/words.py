"""What a kin word says that somebody is to somebody."""

import tomllib
from collections.abc import Mapping
from functools import cache

from paradero.reading.analysis import Token
from paradero.reading.words import plain
from paradero.terms.resources import resource


@cache
def _table(language: str) -> Mapping[str, str]:
    tables = tomllib.loads(resource("reading/kinship.toml").read_text(encoding="utf-8"))
    return {plain(word): relation for relation, words in tables[language].items() for word in words}


def relation_of(tokens: tuple[Token, ...], at: int, language: str) -> str | None:
    """Return what relative the word at a place names, in the words of the corpus; `None` for no kin word.

    A first cousin is a "brother" with a word before: двоюродный брат.
    """
    table = _table(language)
    token = tokens[at]
    relation = table.get(plain(token.text)) or table.get(plain(token.lemma))
    if relation in {"brother", "sister"} and at and plain(tokens[at - 1].lemma).startswith(("двоюр", "троюр")):
        return "cousin"
    if relation and tokens[at + 1 : at + 3] and [t.lemma for t in tokens[at + 1 : at + 3]] == ["in", "law"]:
        return "in_law"
    if relation is None and "-" in token.text:
        return table.get(plain(token.text.partition("-")[0]))
    return relation
