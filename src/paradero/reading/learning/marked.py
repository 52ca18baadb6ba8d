"""The parties of a report as a person marked them: what is learned from beside the parties that a model finds."""

from collections import defaultdict

from paradero.reading.learning.examples import Example
from paradero.reading.learning.labels import labels
from paradero.reading.people.party import Mention, MentionKind, Party
from paradero.terms.annotated import Mark

LIKELY = 0.9
"""How likely a marked mention counts as one: as a mention that was found with ease."""


def parties_marked(example: Example) -> tuple[Party, ...]:
    """Return the persons and groups of a report with the mentions that a person marked."""
    found: dict[str, set[Mention]] = defaultdict(set)
    kinds = labels(example.document, example.annotated, "mentions")
    for mark in example.annotated.marks:
        words = example.document.within(mark.span)
        if mark.attribute is None and mark.ref[0] in "pg" and words:
            kin = example.tags["kin"].probability(words.start, "kin") if len(words) == 1 else 0.0
            kind = _kind(mark, kinds[words.start].rpartition("-")[2])
            found[mark.ref].add(Mention(words.start, words.stop, kind, LIKELY, kin))
    return tuple(Party(tuple(sorted(mentions))) for mentions in found.values())


def _kind(mark: Mark, label: str) -> MentionKind:
    """Return the kind of a mention by its letter, and of a person's by the label of its first word."""
    if mark.ref[0] == "g":
        return MentionKind.GROUP
    return MentionKind.NAME if label == MentionKind.NAME.value else MentionKind.NOUN
