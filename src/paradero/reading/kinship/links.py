"""Whose relative a kin word names: each party near it weighed against the others and against nobody."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from paradero.reading.attribution.scene import voices_of
from paradero.reading.document import Document
from paradero.reading.impression import levels
from paradero.reading.kinship.words import relation_of
from paradero.reading.people.party import Mention, MentionKind, Party
from paradero.reading.statuses.agreement import PRONOUNS, gender
from paradero.reading.statuses.narrator import selves
from paradero.reading.statuses.view import View
from paradero.terms.fold import fold
from paradero.terms.linear import Linear

NOBODY = -1
SENTENCES_BACK = 6
SURE_ENOUGH = 0.5
"""How likely a link has to be. Chosen on the tune part."""
LIKELIER = 0.5
"""From where a mention is likelier a kin word than not."""
STEM = 4
"""Letters at the beginning of a family name that kin of two genders have in common, at least."""
OWN = frozenset(
    (
        *("su", "sus", "mi", "mis", "tu", "nuestro", "nuestra"),
        *("его", "ее", "её", "их", "мой", "моя", "свой", "наш", "його", "її", "їхній", "їх", "мій", "свій"),
        *("his", "her", "their", "my", "our", "your"),
    )
)
ARTICLES = frozenset({"el", "la", "los", "las", "un", "una", "the", "a"})
OF = frozenset({"de", "del", "of", "'s", "’s"})

Features = list[str]


@dataclass(frozen=True, slots=True)
class KinLink:
    """Party `of` is the `relation` of party `to`, told by the word at `word`."""

    of: int
    relation: str
    to: int
    word: int
    likely: float


def kin_links(view: View, whose: Linear) -> tuple[KinLink, ...]:
    """Return the links that kin words tell, in order of the text, each pair and relation once."""
    found: dict[tuple[int, str, int], KinLink] = {}
    voices = voices_of(view.document, view.tags, view.parties)
    for word, own, relation in kin_words(view.document, view.parties):
        options = candidates(view, voices, word, own, relation)
        scores = whose.scores([features for _, features in options])[:, 0]
        likely = np.exp(scores - scores.max())
        likely /= likely.sum()
        best = int(likely[:-1].argmax()) if len(options) > 1 else -1
        if best >= 0 and likely[best] >= SURE_ENOUGH:
            to = options[best][0]
            found.setdefault((own, relation, to), KinLink(own, relation, to, word, float(likely[best])))
    return tuple(found.values())


def kin_words(document: Document, parties: Sequence[Party]) -> Iterator[tuple[int, int, str]]:
    """Give each kin word that mentions somebody: its place, whom it mentions, and the relation it names."""
    found = []
    for at, party in enumerate(parties):
        for mention in party.mentions:
            if mention.kind in {MentionKind.NOUN, MentionKind.GROUP} and _one_word(document, mention):
                relation = relation_of(document.tokens, mention.first, document.language)
                if relation is not None:
                    found.append((mention.first, at, relation))
    yield from sorted(found)


def _one_word(document: Document, mention: Mention) -> bool:
    return " " not in document.span(mention.first, mention.end).of(document.text)


def candidates(
    view: View, voices: Sequence[int | None], word: int, own: int, relation: str
) -> list[tuple[int, Features]]:
    """Return whose relative it may be, each with what speaks for it; nobody comes last.

    Args:
        view: The report.
        voices: Whose words each line is.
        word: The kin word.
        own: Whom it mentions.
        relation: What it says that they are.
    """
    document, parties = view.document, view.parties
    voice = voices[document.line_of[word]]
    sentence = document.sentence_of[word]
    reach = []
    for at, party in enumerate(parties):
        if at == own or party.kind in {MentionKind.SOURCE, MentionKind.FORMATION}:
            continue
        near = min(party.mentions, key=lambda m: (abs(document.sentence_of[m.first] - sentence), abs(m.first - word)))
        back = sentence - document.sentence_of[near.first]
        if -1 <= back <= SENTENCES_BACK or at in {view.main, voice}:
            reach.append((at, near))
    before = sorted((m for _, m in reach if m.first < word), reverse=True)
    nearest = _nearest(view, word, sorted(reach, key=lambda found: (found[1].first > word, abs(found[1].first - word))))
    found = []
    for at, near in reach:
        also = [f"nearest {how}" for how, party in nearest.items() if party == at]
        also += [f"voice {document.quoted[word]}"] if at == voice else []
        speaks = _speaks_for(document, parties[at], near, word, before)
        network = _of_network(document, parties[at], word)
        found.append((at, [*speaks, *_of_the_whole(view, word, at, own, relation, also), *network]))
    return [*found, (NOBODY, list(_alone(document, word)))]


def _of_the_whole(view: View, word: int, party: int, own: int, relation: str, also: Sequence[str]) -> Iterator[str]:
    """Yield what speaks for somebody over the whole report: its main person, whose fate it tells, who says "my"."""
    owner = _owner(view.document, word)
    marks = list(also)
    if party == view.main:
        marks.append("main")
    marks += [f"I={why}" for why, speaker in selves(view, word) if speaker == party]
    fate = max((view.fated[m] for m in view.parties[party].mentions if m in view.fated), default="")
    marks.append(f"fate={fate}")
    male_or_female = gender(view.document, view.parties[party])
    asked = PRONOUNS.get(owner.partition("=")[2], ("", ""))[1]
    if asked and male_or_female:
        marks.append("gender fits" if asked == male_or_female else "gender differs")
    if relation in {"wife", "husband"}:
        marks.append(f"{relation} of {male_or_female}")
    if _share_a_name(view, party, own):
        marks.append("shares a name")
    order = view.order.get(party, 0)
    marks.append(f"nth party {min(3, order)}")
    for mark in marks:
        yield mark
        yield f"{mark}|{owner}"


def _of_network(document: Document, party: Party, word: int) -> Iterator[str]:
    """Yield how far the network thinks that it is somebody's relative."""
    if document.impression is not None:
        yield from levels("network kin", document.impression.tied("kinto", word, party.first_words))


def _nearest(view: View, word: int, reach: Sequence[tuple[int, Mention]]) -> dict[str, int]:
    """Return the first of some parties, the nearest first, that has a fate, is named, or has the owner's gender."""
    asked = PRONOUNS.get(_owner(view.document, word).partition("=")[2], ("", ""))[1]
    found: dict[str, int] = {}
    for at, near in reach:
        party = view.parties[at]
        if any(m in view.fated for m in party.mentions):
            found.setdefault("fated", at)
        if near.kin <= LIKELIER and party.named:
            found.setdefault("named", at)
        if asked and gender(view.document, party) == asked:
            found.setdefault("of that gender", at)
    return found


def _share_a_name(view: View, one: int, other: int) -> bool:
    """Tell whether two people have a word of their names in common, endings aside."""
    words = [
        {
            fold(view.document.tokens[at].text)[:STEM]
            for m in view.parties[p].mentions
            if m.kind is MentionKind.NAME
            for at in range(m.first, m.end)
        }
        for p in (one, other)
    ]
    return any(len(word) == STEM for word in words[0] & words[1])


def _owner(document: Document, word: int) -> str:
    """Return how the word is owned: by a possessive before it, by "of" after it, else its neighbours' tags."""
    tokens = document.tokens
    before = [t.text.casefold() for t in tokens[max(0, word - 3) : word]]
    for text in reversed(before):
        if text in OWN:
            return f"own={text}"
    after = tokens[word + 1].text.casefold() if word + 1 < len(tokens) else "$"
    if after in OF:
        return "of"
    if before and before[-1] in ARTICLES:
        return f"article={before[-1]}"
    case = next((f for f in tokens[word + 1].features if f.startswith("Case=")), "") if word + 1 < len(tokens) else ""
    return f"then {after if after in ',.:;(' else tokens[word + 1].tag if word + 1 < len(tokens) else '$'}{case}"


def _speaks_for(document: Document, party: Party, near: Mention, word: int, before: Sequence[Mention]) -> Iterator[str]:
    tokens = document.tokens
    owner = _owner(document, word)
    back = document.sentence_of[word] - document.sentence_of[near.first]
    side = "left" if near.first < word else "right"
    gap = near.first - word - 1 if side == "right" else word - near.end
    marks = [
        f"{side}{min(gap, 6) if back == 0 else 'far'}",
        f"back{back}",
        f"kind={near.kind.value}",
        f"named={party.named}",
    ]
    if side == "left":
        marks.append(f"nth{min(4, before.index(near))}")
    if back == 0 and gap <= 4:  # noqa: PLR2004  # further apart the words between say little
        between = tokens[word + 1 : near.first] if side == "right" else tokens[near.end : word]
        marks.append(
            f"{side}="
            + "_".join(t.text.casefold() if t.tag not in {"NOUN", "PROPN", "VERB", "NUM"} else t.tag for t in between)
        )
    if near.kin > LIKELIER:
        marks.append("kin too")
    case = next((f for f in tokens[near.first].features if f.startswith("Case=")), "")
    if case:
        marks.append(f"{side} {case}{min(gap, 3)}")
    if any(document.heads[at] == word for at in range(near.first, near.end)):
        marks.append("hangs")
    if document.quoted[word]:
        marks.append(f"quoted {'in' if document.quoted[near.first] else 'out'}")
    said = any(
        "say" in {c.rstrip("+") for c in document.cues[at]}
        for at in range(max(0, near.first - 3), min(len(tokens), near.end + 3))
    )
    if said:
        marks.append("speaks")
    marks.append(f"mentions{min(4, len(party.mentions))}")
    yield from marks
    for mark in marks:
        yield f"{mark}|{owner}"
    if back == 0 and side == "left":
        yield f"{owner}|nearest{before.index(near) == 0}"


def _alone(document: Document, word: int) -> Iterator[str]:
    owner = _owner(document, word)
    yield from ("NOBODY", f"NOBODY|{owner}", f"NOBODY l={document.tokens[word].lemma}")
    first, _ = document.sentences[document.sentence_of[word]]
    if word == first:
        yield "NOBODY first"
    if document.quoted[word]:
        yield "NOBODY quoted"
