"""Texts of invented people as the stages that tell who speaks see them, with mentions put in by hand."""

from collections.abc import Mapping, Sequence

import numpy as np

from paradero.reading.attribution.scene import Scene, Stage, scene_of, stage_of
from paradero.reading.document import Document, document_of
from paradero.reading.people.party import Mention, MentionKind, Party
from paradero.reading.tagging.tagger import OUT, Tags
from paradero.reading.tools import tools_of
from paradero.terms.linear import Linear
from paradero.terms.spans import Span

LAYERS = {
    "mentions": ("B-name", "B-noun", "B-source"),
    "said": ("said", "hedge1", "hedge2", "hedge3"),
    "places": ("B-place",),
}
SPEAKER = Linear(
    ("after nth0", "before nth0", "after prep=SAID", "DROPPED", "DROPPED|according", "after prep=a"),
    np.array([[2], [1.5], [1], [1], [-3], [-3]], np.float32),
)
"""Whose a word of saying is: who stands right after it, else before."""


def document(text: str, language: str = "es") -> Document:
    """Return a text, every line of it read."""
    lines, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            lines.append(Span(start, start + len(line)))
        start += len(line) + 1
    return document_of(tools_of(language).analyse(text, lines), lines, language)


def tags(of: Document, said: Mapping[str, str] | None = None) -> dict[str, Tags]:
    """Return labels of the words: nothing but what `said` gives for words as they are written."""
    found = {}
    for layer, labels in LAYERS.items():
        every = (OUT, *labels)
        likely = np.zeros((len(of.tokens), len(every)), np.float32)
        likely[:, 0] = 1
        for at, token in enumerate(of.tokens):
            label = (said or {}).get(token.text)
            if layer == "said" and label:
                likely[at] = [float(other == label) for other in every]
        found[layer] = Tags(every, tuple(every[at] for at in likely.argmax(axis=1)), likely)
    return found


def party(of: Document, words: str, kind: MentionKind = MentionKind.NAME) -> Party:
    """Return somebody with every place of some words as a mention."""
    mentions, start = [], of.text.find(words)
    while start >= 0:
        inside = of.within(Span(start, start + len(words)))
        mentions.append(Mention(inside.start, inside.stop, kind, 0.9))
        start = of.text.find(words, start + 1)
    return Party(tuple(mentions))


def stage(
    text: str,
    *people: str,
    language: str = "es",
    said: Mapping[str, str] | None = None,
    outlets: Sequence[str] = (),
    published_by: str | None = None,
) -> Stage:
    """Return a text with some people and outlets in it."""
    whole = document(text, language)
    parties = [party(whole, words) for words in people]
    parties += [party(whole, words, MentionKind.SOURCE) for words in outlets]
    return stage_of(whole, tags(whole, said), parties, published_by)


def scene(
    text: str,
    *people: str,
    said: Mapping[str, str] | None = None,
    outlets: Sequence[str] = (),
    published_by: str | None = None,
) -> Scene:
    """Return a text with some people and outlets in it, and who speaks where."""
    return scene_of(stage(text, *people, said=said, outlets=outlets, published_by=published_by), SPEAKER)


def word(of: Scene, written: str) -> int:
    """Return the first place of a word."""
    return next(at for at, token in enumerate(of.document.tokens) if token.text == written)
