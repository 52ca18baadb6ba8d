"""Which thing of a person's annotation a found mention or party is."""

from collections import Counter
from collections.abc import Sequence

from paradero.reading.document import Document
from paradero.reading.people.party import Mention, MentionKind, Party
from paradero.terms.annotated import AnnotatedText

LETTER = {
    MentionKind.NAME: "p",
    MentionKind.NOUN: "p",
    MentionKind.GROUP: "g",
    MentionKind.FORMATION: "g",
    MentionKind.SOURCE: "s",
}


def refs_of_mentions(document: Document, annotated: AnnotatedText, mentions: Sequence[Mention]) -> dict[Mention, str]:
    """Return the thing that each mention is a mention of, where it is one: exact bounds first, its own letter first."""
    marks = [(m.span, m.ref) for m in annotated.marks if m.attribute is None and m.ref[0] in "pgs"]
    found = {}
    for mention in mentions:
        span = document.span(mention.first, mention.end)
        met = [
            (ref[0] == LETTER[mention.kind], mark == span, -abs(mark.end - mark.start - span.end + span.start), ref)
            for mark, ref in marks
            if mark.meets(span)
        ]
        if met:
            found[mention] = max(met)[-1]
    return found


def refs_of_parties(document: Document, annotated: AnnotatedText, parties: Sequence[Party]) -> dict[int, str]:
    """Return for each party, by its place, the thing that most of its mentions are of; of a named person, its names."""
    refs = refs_of_mentions(document, annotated, [mention for party in parties for mention in party.mentions])
    found = {}
    for at, party in enumerate(parties):
        names = [mention for mention in party.mentions if mention.kind is MentionKind.NAME]
        counted = Counter(refs[mention] for mention in names or party.mentions if mention in refs)
        if counted:
            found[at] = counted.most_common(1)[0][0]
    return found
