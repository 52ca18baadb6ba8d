"""Names one a line under a heading: "Prisoners visited in May", then a name to a line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from paradero.reading.analysis import Token
from paradero.reading.fates.modality import hedge_of, modality_of
from paradero.reading.fates.statuses import HOLDS, ROLE_OF, StatusRead
from paradero.reading.grammar import is_finite
from paradero.reading.lexicon import Lexicon
from paradero.reading.persons.mentions import Mention
from paradero.reading.persons.people import NOT_SOUGHT
from paradero.reading.persons.scenes import Scene
from paradero.terms.account import MentionKind
from paradero.terms.claims import Status
from paradero.terms.spans import Span

MARK = re.compile(r"\s*(?:[^\w\s(«\"“„]+|\(?\d{1,3}[.)])?\s*")
"""What may stand at the beginning of a line before the name: a bullet or a number."""
FEWEST = 2
"""Names that make a roster; one name on a line may be a byline."""
LINES_ABOVE = 4
"""Lines above the first name among which the heading is looked for."""
BARE = 6
"""Words of a heading that is nothing but its status: "Killed in action:"."""
ENDS_NAME = frozenset({",", "(", "-", "–", "—", ";", ":", "."})


@dataclass(frozen=True, slots=True)
class _Line:
    span: Span
    scenes: tuple[Scene, ...]


@dataclass(frozen=True, slots=True)
class _Heading:
    scene: Scene
    status: Status
    first: int
    last: int


def rosters(scenes: Sequence[Scene]) -> list[StatusRead]:
    """Return the statuses that the headings of rosters give the people named under them."""
    lines = _lines(scenes)
    reads: list[StatusRead] = []
    run: list[tuple[Scene, Mention]] = []
    begins = 0
    for at, line in enumerate(lines):
        item = _item(line)
        if item is not None:
            begins = begins if run else at
            run.append(item)
        if (item is None and not (run and _is_marked(line))) or at + 1 == len(lines):
            reads += _of_run(lines, run, begins)
            run = []
    return reads


def _lines(scenes: Sequence[Scene]) -> list[_Line]:
    """Return the lines of the text that hold sentences, each with its sentences."""
    grouped: dict[tuple[int, int], list[Scene]] = {}
    for scene in scenes:
        text, start = scene.analysis.text, scene.sentence.span.start
        end = text.find("\n", start)
        key = (text.rfind("\n", 0, start) + 1, len(text) if end < 0 else end)
        grouped.setdefault(key, []).append(scene)
    return [_Line(Span(*key), tuple(held)) for key, held in grouped.items()]


def _item(line: _Line) -> tuple[Scene, Mention] | None:
    """Return the name a line begins with, where nothing of a sentence follows it."""
    text = line.scenes[0].analysis.text
    found = MARK.match(text, line.span.start, line.span.end)
    begins = found.end() if found else line.span.start
    for scene in line.scenes:
        for mention in scene.mentions:
            if mention.kind is not MentionKind.NAMED or scene.cast.who(mention).role in NOT_SOUGHT:
                continue
            start = mention.title[0] if mention.title else mention.first
            tokens = scene.sentence.tokens
            follows = tokens[mention.last].text if mention.last < len(tokens) else ","
            if tokens[start].span.start == begins:
                return (scene, mention) if follows in ENDS_NAME else None
    return None


def _is_marked(line: _Line) -> bool:
    """Tell whether a line is of the roster though it names nobody: "- A cook who does not give his name"."""
    found = MARK.match(line.scenes[0].analysis.text, line.span.start, line.span.end)
    return bool(found and found.group().strip())


def _of_run(lines: Sequence[_Line], run: Sequence[tuple[Scene, Mention]], begins: int) -> list[StatusRead]:
    heading = _heading(lines, begins) if len(run) >= FEWEST else None
    return [_read(heading, scene, mention) for scene, mention in run] if heading else []


def _read(heading: _Heading, scene: Scene, mention: Mention) -> StatusRead:
    sentence, lexicon = heading.scene.sentence, heading.scene.lexicon
    return StatusRead(
        person=scene.cast.who(mention),
        status=heading.status,
        sentence=scene.place,
        span=mention.span,
        modality=modality_of(sentence, heading.first, lexicon, death=heading.status is Status.KILLED),
        hedge=hedge_of(sentence, heading.first, lexicon),
        count=None,
        rule="statuses.roster",
    )


def _heading(lines: Sequence[_Line], begins: int) -> _Heading | None:
    """Return the nearest line above that heads the roster: no whole sentence unless it speaks of a list."""
    for line in reversed(lines[max(0, begins - LINES_ABOVE) : begins]):
        words = line.span.of(line.scenes[0].analysis.text).rstrip()
        announced = any(s.lexicon["roster"].any_in(s.sentence.tokens) and _cues(s) for s in line.scenes)
        if words.endswith((".", "»", "”", '"', "!", "?", "…")) and not announced:
            continue
        cues = [cue for scene in line.scenes for cue in _cues(scene)]
        return min(cues, key=lambda cue: list(ROLE_OF).index(cue.status), default=None)
    return None


def _cues(scene: Scene) -> list[_Heading]:
    """Return the statuses that a heading speaks of, in the plural: by what people are, else by what was done."""
    states = _cues_in(scene, ("state",))
    return states or _cues_in(scene, ("object", "subject"))


def _cues_in(scene: Scene, parts: Sequence[str]) -> list[_Heading]:
    tokens, lexicon = scene.sentence.tokens, scene.lexicon
    return [
        _Heading(scene, status, first, last)
        for status in ROLE_OF
        for part in parts
        for first, last in getattr(lexicon.status[status], part).hits(tokens)
        if _of_several(tokens, first, last, lexicon)
    ]


def _of_several(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """Tell whether the cue is a plural, or stands in a heading that speaks of a group or a list."""
    plural = any("Number=Plur" in token.features for token in tokens[first:last])
    # A heading's first word often comes without features; where there are articles, a plural ends in -s.
    plural = plural or (lexicon.articles and tokens[first].text.endswith("s"))
    group = any(lexicon["group_heads"].has(t) and "Number=Plur" in t.features for t in tokens)
    counted = any(token.text.isdigit() and int(token.text) > 1 for token in tokens[last : last + 2])
    bare = len(tokens) <= BARE and not any(is_finite(token) for token in tokens)
    return plural or group or bare or counted or lexicon["roster"].any_in(tokens)


def with_rosters(reads: Sequence[StatusRead], scenes: Sequence[Scene]) -> list[StatusRead]:
    """Return the reads and those of rosters; what a line itself says of its person stands before its heading."""
    held = {(id(read.person), read.status) for read in reads if read.modality in HOLDS}
    returned = {id(read.person) for read in reads if read.status is Status.RETURNED and read.modality in HOLDS}
    more = [
        replace(read)
        for read in rosters(scenes)
        if (id(read.person), read.status) not in held
        and not (read.status in {Status.CAPTURED, Status.MISSING} and id(read.person) in returned)
    ]
    return [*reads, *more]
