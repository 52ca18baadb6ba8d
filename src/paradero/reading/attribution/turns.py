"""Whose words each line is: labels before lines, dashes and questions of an interview, one who tells it all."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from paradero.reading.attribution.wording import wording
from paradero.reading.document import Document
from paradero.reading.people.party import MentionKind, Party

LABEL_WORDS = 8
"""A label before a colon has no more words than this."""
ENDS = frozenset({":", ".-", ".—", ".–"})
DASHES = ("—", "–", "-")
LABELS_MIN, QUESTIONS_MIN = 3, 3
DASHED_SHARE, ASKED_SHARE = 0.6, 0.3
"""Of the lines of a dialogue, how many begin with a dash, or ask."""
QUESTION_WORDS = 45
"""A question of an interview is no longer than this."""
HOST_ASKS = 0.34
"""Whose turns end so often with a question leads the talk."""
TIME = re.compile(r"[\[(]?\d{1,2}[:.h]\d{2}([:.]\d{2})?[\])]?")


class TurnKind(Enum):
    """What shows whose turn a line is."""

    NAMED = "named"
    QUESTION = "question"
    ANSWER = "answer"


@dataclass(frozen=True)
class Turn:
    """Who speaks in a line of a dialogue."""

    kind: TurnKind
    party: int | None
    first: int
    """The line with which the turn begins."""


Turns = tuple[Turn | None, ...]


def turns_of(document: Document, parties: Sequence[Party]) -> Turns:
    """Return whose turn each line is, `None` for lines of no dialogue."""
    rows = _rows(document)
    party_at = {at: n for n, party in enumerate(parties) for m in party.mentions for at in range(m.first, m.end)}
    begun = _labelled(document, rows, party_at) or _dashed(document, rows) or _asked(document, rows)
    turns: list[Turn | None] = []
    for line in range(len(rows)):
        if line in begun:
            turns.append(Turn(*begun[line], first=line))
        else:
            turns.append(turns[-1] if turns else None)
    guest = _interviewed(document, parties, turns)
    return tuple(
        Turn(turn.kind, guest, turn.first) if turn and turn.kind is TurnKind.ANSWER else turn for turn in turns
    )


def hosts(document: Document, parties: Sequence[Party], turns: Turns) -> frozenset[int]:
    """Return the parties that lead the talk for the outlet: who asks, and who is called a journalist."""
    asked: dict[int, dict[int, bool]] = {}
    for line, turn in enumerate(turns):
        if turn is not None and turn.kind is TurnKind.NAMED and turn.party is not None:
            asked.setdefault(turn.party, {})[turn.first] = _asks(document, line)
    leading = {
        party
        for party, of in asked.items()
        if sum(of.values()) >= HOST_ASKS * len(of) or _journalist(document, parties[party])
    }
    first = next((turn.party for turn in turns if turn is not None and turn.party in asked), None)
    return frozenset(leading if first is None else {*leading, first})


def _journalist(document: Document, party: Party) -> bool:
    near = (at for m in party.mentions for at in range(max(0, m.first - 3), m.end))
    return any(cue.startswith(("journalists", "press")) for at in near for cue in document.cues[at])


def _rows(document: Document) -> list[range]:
    first: dict[int, int] = {}
    end: dict[int, int] = {}
    for at, line in enumerate(document.line_of):
        first.setdefault(line, at)
        end[line] = at + 1
    return [range(first.get(line, 0), end.get(line, 0)) for line in range(len(document.lines))]


def _asks(document: Document, line: int) -> bool:
    return "?" in document.lines[line].of(document.text).rstrip()[-3:]


Begun = dict[int, tuple[TurnKind, int | None]]


def _labelled(document: Document, rows: Sequence[range], party_at: dict[int, int]) -> Begun:
    """Return the lines that begin with a label; labels of speakers come again and stand before most lines."""
    found = {line: label for line, words in enumerate(rows) if (label := _label(document, words, party_at))}
    if len(found) < LABELS_MIN or len(set(found.values())) == len(found):
        return {}
    return found if len(found) >= (len(rows) - min(found)) / 3 else {}


def _label(document: Document, words: range, party_at: dict[int, int]) -> tuple[TurnKind, int | None] | None:
    """Return what stands before a line's words: `P.`, `R:`, a name and a colon, each perhaps after a time."""
    start = words.start
    while start < words.stop and (
        TIME.fullmatch(document.tokens[start].text) or document.tokens[start].text in "[]()—–-"
    ):
        start += 1
    if words.stop - start < 3:  # noqa: PLR2004
        return None
    head = document.tokens[start : min(words.stop, start + LABEL_WORDS)]
    tables = wording(document.language)
    bare = head[0].text.rstrip(".:-—–)")
    if start == words.start and (head[1].text in {":", ".", ".-", "-", "—", ")"} or head[0].text != bare):
        if tables["question"].has(bare):
            return TurnKind.QUESTION, None
        if tables["answer"].has(bare):
            return TurnKind.ANSWER, None
    colon = next((at for at, token in enumerate(head) if token.text in ENDS), None)
    if not colon:
        return None
    party = next((party_at[at] for at in range(start, start + colon) if at in party_at), None)
    if party is None and not head[0].text.isupper():
        return None
    return TurnKind.NAMED, party


def _dashed(document: Document, rows: Sequence[range]) -> Begun:
    """Return the turns of a talk of two that has only dashes: they alternate, and who asks more often is the host."""
    dashed = [line for line, words in enumerate(rows) if words and document.tokens[words.start].text.startswith(DASHES)]
    if len(dashed) < 2 * QUESTIONS_MIN or len(dashed) < DASHED_SHARE * (len(rows) - dashed[0]):
        return {}
    asks = [sum(_asks(document, line) for line in dashed[parity::2]) for parity in (0, 1)]
    if max(asks) < QUESTIONS_MIN - 1:
        return {}
    host = asks.index(max(asks))
    return {line: (TurnKind.QUESTION if nth % 2 == host else TurnKind.ANSWER, None) for nth, line in enumerate(dashed)}


def _asked(document: Document, rows: Sequence[range]) -> Begun:
    """Return the turns of an interview whose questions stand on lines of their own."""
    asked = [line for line, words in enumerate(rows) if len(words) < QUESTION_WORDS and _asks(document, line)]
    if len(asked) < QUESTIONS_MIN or len(asked) < ASKED_SHARE * (len(rows) - asked[0]):
        return {}
    found: Begun = dict.fromkeys(asked, (TurnKind.QUESTION, None))
    for line, after in pairwise([*asked, len(rows)]):
        if after > line + 1:
            found[line + 1] = (TurnKind.ANSWER, None)
    return found


def _interviewed(document: Document, parties: Sequence[Party], turns: Sequence[Turn | None]) -> int | None:
    """Return whom an interview without names before its lines is with: who is named before it and in its questions."""
    counted: Counter[int] = Counter()
    for at, party in enumerate(parties):
        if party.kind is not MentionKind.NAME:
            continue
        for mention in party.mentions:
            turn = turns[document.line_of[mention.first]]
            if turn is None or turn.kind is TurnKind.QUESTION:
                counted[at] += 2 if turn is None else 3
            else:
                counted[at] -= 1
    best = counted.most_common(1)
    return best[0][0] if best and best[0][1] > 0 else None
