"""What a language's own tools give the shared stages: sentences, tokens, candidate names, in one shape."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from paradero.terms.person import Sex
from paradero.terms.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word or mark. `head` is the place in the sentence of the word it hangs from, its own place for the root."""

    span: Span
    text: str
    lemma: str
    """Lower-case dictionary form; verbs in the infinitive."""
    tag: str
    """Universal part of speech: `"NOUN"`, `"PROPN"`, `"VERB"`, `"ADP"` ..."""
    relation: str = "dep"
    """Universal dependency (`"nsubj"`, `"obj"`, `"root"` ...) where there is a parser, else `"dep"`."""
    head: int = -1
    """-1 where there is no parser."""
    features: frozenset[str] = frozenset()
    """Universal features as `"Case=Gen"`, `"Gender=Masc"`, `"Number=Plur"`, `"Tense=Past"`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence and its tokens in order."""

    span: Span
    tokens: tuple[Token, ...]


class NameKind(Enum):
    """What a name is the name of."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameCandidate:
    """A stretch that looks like a name."""

    span: Span
    kind: NameKind
    nominative: str
    """The name in its dictionary form where the language inflects it, else as written."""
    sex: Sex | None = None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """A text as a language's tools see it."""

    text: str
    sentences: tuple[Sentence, ...]
    names: tuple[NameCandidate, ...]


class Analyser(Protocol):
    """Wraps one language's tools."""

    language: str

    def analyse(self, text: str, body: Sequence[Span]) -> Analysis:
        """Return the analysis of the stretches `body` of `text`; every span counts characters of `text`."""
        ...
