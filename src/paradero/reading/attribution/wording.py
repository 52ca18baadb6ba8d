"""The words by which a text shows who speaks: first persons, introductions, labels of turns, hedges."""

import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache

from paradero.reading.document import Document
from paradero.reading.tagging.tagger import Tags
from paradero.terms.resources import resource

FILE = "reading/sayings.toml"
SEEN_MAX = 20_000
"""Words remembered before a table starts anew."""


class Wording:
    """One table of words; an entry with `*` stands for every word that begins so."""

    def __init__(self, entries: Sequence[str]) -> None:
        """Take the entries of a table."""
        self._whole = frozenset(entry for entry in entries if not entry.endswith("*"))
        self._begun = tuple(entry[:-1] for entry in entries if entry.endswith("*"))
        self._known: dict[str, bool] = {}

    def has(self, word: str) -> bool:
        """Tell whether a word is in the table."""
        if (known := self._known.get(word)) is None:
            if len(self._known) > SEEN_MAX:
                self._known.clear()
            small = word.casefold()
            known = self._known[word] = small in self._whole or small.startswith(self._begun)
        return known


@lru_cache(maxsize=8)
def wording(language: str) -> dict[str, Wording]:
    """Return the tables of a language."""
    tables = tomllib.loads(resource(FILE).read_text(encoding="utf-8"))
    return {name: Wording(entries) for name, entries in tables[language].items()}


@lru_cache(maxsize=10_000)
def tables_of(cues: frozenset[str]) -> frozenset[str]:
    """Return the cue tables a word is in, their parts left out: `"platform"` for `"platform.Telegram+"`."""
    return frozenset(cue.rstrip("+").partition(".")[0] for cue in cues)


def likelihood(tags: Tags, *labels: str) -> list[float]:
    """Return for each word how likely it has one of some labels."""
    columns = [tags.labels.index(label) for label in labels if label in tags.labels]
    likely: list[float] = tags.likely[:, columns].sum(axis=1).tolist()
    return likely


def first_persons(document: Document) -> Iterator[int]:
    """Give the words by which one person says "I" outside quotation marks."""
    table = wording(document.language)["i"]
    for at, token in enumerate(document.tokens):
        singular = "Person=1" in token.features and "Number=Sing" in token.features and token.tag in {"VERB", "AUX"}
        if not document.quoted[at] and (table.has(token.text) or singular):
            yield at
