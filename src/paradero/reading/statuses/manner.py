"""In what way a trigger is said: as a fact, with a doubt, as a plan, behind an if, as not so, or to be taken back."""

from collections.abc import Iterator

from paradero.reading.analysis import Token
from paradero.reading.impression import levels
from paradero.reading.statuses.triggers import Trigger
from paradero.reading.statuses.view import View

TELLING = frozenset(
    {"denied", "planned", "conditional", "doubted", "negation", "feared", "refuted", "rumour"}
    | {"confirm", "if", "distanced", "achieved", "seek", "thought_dead", "must", "say"}
    | {"alive", "denies_news", "nameless", "until_when"}
)
"""Cue tables that change how a thing is said."""
COMMON = frozenset({"say", "negation"})
"""Those of them that tell nothing from the next sentence."""
BEFORE, BESIDE = 4, 2
FORMS = ("Mood=", "Tense=", "VerbForm=", "Person=")


def features(view: View, trigger: Trigger) -> list[str]:
    """Return what tells in what way a trigger is said."""
    document, at = view.document, trigger.at
    token = document.tokens[at]
    found = [f"s={trigger.status.value}", f"l={token.lemma}", f"t={token.tag}", *_forms(token)]
    found.append("form=" + "".join(sorted(_forms(token))))
    found += _beside(view, at)
    sentence = document.sentence_of[at]
    found += _told(view, sentence, at, "S")
    found += [told for offset in (1, -1) for told in _told(view, sentence + offset, at, f"N{offset}")]
    if document.quoted[at]:
        found.append("Q")
    if document.impression is not None:
        for manner, likely in enumerate(document.impression.manners[at].tolist()):
            found += levels(f"network {manner}", likely)
    return list(dict.fromkeys(found))


def _forms(token: Token) -> list[str]:
    return [feature for feature in token.features if feature.startswith(FORMS)]


def _tables(view: View, at: int) -> Iterator[str]:
    yield from TELLING.intersection(cue.rstrip("+") for cue in view.document.cues[at])


def _beside(view: View, at: int) -> Iterator[str]:
    tokens = view.document.tokens
    first, end = view.document.sentences[view.document.sentence_of[at]]
    for back in range(1, min(BEFORE, at - first) + 1):
        before = tokens[at - back]
        yield from (f"b={before.lemma}", f"b{back}={before.lemma}")
        yield from (f"b{min(3, back)} {form}" for form in _forms(before))
        for table in _tables(view, at - back):
            yield from (f"bc={table}", f"b{back}c={table}")
    yield from (f"a{on}={tokens[at + on].lemma}" for on in range(1, BESIDE + 1) if at + on < end)


def _told(view: View, sentence: int, at: int, mark: str) -> Iterator[str]:
    """Yield the cues and hedges of a sentence."""
    if not 0 <= sentence < len(view.document.sentences):
        return
    own = mark == "S"
    for word in range(*view.document.sentences[sentence]):
        side = ("L" if word < at else "R") if own else ""
        for table in _tables(view, word):
            if own or table not in COMMON:
                yield from (f"{mark} {table}", f"{mark}{side} {table}")
        if view.hedges[word]:
            yield from (f"{mark} hedged", f"{mark} h{view.hedges[word]}", f"{mark} h{view.hedges[word]}{side}")
        if own and view.document.tokens[word].text == "?":
            yield "question"
