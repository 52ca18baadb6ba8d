"""What tells, all over a document, that something became of somebody: a first impression, before triggers are asked."""

from collections.abc import Iterator

from paradero.reading.impression import levels, mean
from paradero.reading.people.party import Mention
from paradero.reading.statuses.about import About

MENTIONS, NEAR = 6, 5
"""Mentions of a party that are looked at, and words on both sides of each."""


def features(about: About, party: int) -> list[str]:
    """Return what tells what became of a party."""
    found = dict.fromkeys(about.party(party))
    for mention in about.view.parties[party].mentions[:MENTIONS]:
        found.update(dict.fromkeys(about.mention(mention)))
        found.update(dict.fromkeys(_around(about, mention)))
    impression = about.view.document.impression
    if impression is not None:
        words = about.view.parties[party].first_words
        for at, likely in enumerate(mean(impression.told, words).tolist()):
            found.update(dict.fromkeys(levels(f"network {at}", likely)))
    return list(found)


def _around(about: About, mention: Mention) -> Iterator[str]:
    document = about.view.document
    line = document.line_of[mention.first]
    words = range(max(0, mention.first - NEAR), min(len(document.tokens), mention.end + NEAR))
    for at in words:
        if document.line_of[at] == line and not mention.first <= at < mention.end:
            side = "L" if at < mention.first else "R"
            yield from (f"{side}c={cue}" for cue in document.cues[at])
            yield f"{side}l={document.tokens[at].lemma}"
    head, relation = document.heads[mention.first], document.tokens[mention.first].relation
    if head >= 0:
        yield f"h={document.tokens[head].lemma}|{relation}"
        yield from (f"hc={cue}|{relation}" for cue in document.cues[head])
