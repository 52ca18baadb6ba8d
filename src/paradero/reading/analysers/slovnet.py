"""natasha's Russian models, loaded once and only when a Russian text comes."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from paradero.reading.analysers import morphology


@dataclass(frozen=True, slots=True)
class Models:
    """The parts of natasha that a text goes through, in that order."""

    segmenter: Any
    morphology: Any
    syntax: Any
    names: Any

    def document(self, text: str) -> Any:
        """Return natasha's document of a text: sentences, tagged and parsed tokens, names."""
        document = _natasha().Doc(text)
        document.segment(self.segmenter)
        document.tag_morph(self.morphology)
        document.parse_syntax(self.syntax)
        document.tag_ner(self.names)
        return document


def _natasha() -> Any:
    morphology.stand_in_for_pymorphy2()
    import natasha  # noqa: PLC0415 - it must come after the line above, and only a Russian text pays for it

    return natasha


@cache
def models() -> Models:
    """Return the models, read from natasha's own folder; about a second and 200 MB the first time."""
    natasha = _natasha()
    embedding = natasha.NewsEmbedding()
    return Models(
        natasha.Segmenter(),
        natasha.NewsMorphTagger(embedding),
        natasha.NewsSyntaxParser(embedding),
        natasha.NewsNERTagger(embedding),
    )
