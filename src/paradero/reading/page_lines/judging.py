"""Decides which lines of a page are cut: the lexicon's patterns and the learned labels together.

The learned label alone cuts where it is likely enough. A pattern of the lexicon lets a smaller likelihood suffice,
since what it fits is a page's set phrase; alone it cuts nothing, as "Boletín 066" heads a statement too. A line of the
report that is cut is worse than a teaser that is read, so running text with the report's own names has to be surely
none of it.
"""

from collections.abc import Iterator, Sequence

from paradero.reading.page_lines.features import ties
from paradero.reading.page_lines.labeller import CAPTION, LineLabeller
from paradero.reading.page_lines.look import PROSE_ENDS, Look
from paradero.reading.page_lines.words import kind_of
from paradero.reading.tagging.tagger import OUT
from paradero.terms.report import BlockKind

TEASER_MAX = 160
"""A headline under a "read also" label is no longer than this and ends without a full stop."""
TEASER_ENDS = (".", "”", '"', "»")

CUT_FROM = 0.6
"""How likely a line has to be no report to be cut where no pattern fits; chosen on the tune part."""
CUT_FROM_BARE = 0.95
"""The same on a page without running text, as a post or a list of names is: there is less to tell lines apart by."""
CUT_FROM_TIED = 0.95
"""The same for running text whose names the rest of the report has too."""
TIED = frozenset({"most", "all"})
CUT_FROM_RULED = 0.4
"""The same where a pattern fits."""
CUT_FROM_ENDED = 0.4
"""The same for sentences under a heading such as "Most read", which usually ends the report; all else there is cut."""
SENTENCE_MIN = 60
"""Characters of such a sentence."""

CREDIT = "credit"
CUT, ENDED = "cut", "ended"


def judge(page: Sequence[Look], labeller: LineLabeller) -> list[BlockKind]:
    """Return of each line of a page whether it is the report's body, a caption, or outside the report."""
    if not page:
        return []
    tags = labeller.label(page)
    outside = [label for label in tags.labels if label not in {OUT, CAPTION}]
    usual = CUT_FROM if any(line.is_prose for line in page) else CUT_FROM_BARE
    told = []
    for at, (line, rules) in enumerate(zip(page, _rules(page), strict=True)):
        beside = [CAPTION] if CUT in rules and _is_credit(line) else []
        unlikely = tags.probability(at, *outside, *beside)
        # Ties are looked at only where they can decide: most lines are surely the report.
        alone = CUT_FROM_TIED if line.is_prose and unlikely >= usual and ties(page)[at] in TIED else usual
        if unlikely >= min(alone, _enough(line, rules)):
            told.append(BlockKind.OUTSIDE)
        else:
            told.append(BlockKind.CAPTION if tags.best[at] == CAPTION else BlockKind.BODY)
    return told


def _rules(page: Sequence[Look]) -> Iterator[frozenset[str]]:
    """Say of each line whether a pattern fits it or the label above it, and whether one above ended the report.

    Only what has begun can end: "Latest news" above the first sentence is an entry of a menu.
    """
    begun = ended = below_label = False
    for line in page:
        begun = begun or line.end in PROSE_ENDS
        ended = ended or (begun and "rest" in line.rules)
        fits = bool(line.rules) or (below_label and _is_teaser(line.text))
        yield frozenset(name for name, holds in ((CUT, fits), (ENDED, ended)) if holds)
        below_label = "next" in line.rules


def _enough(line: Look, rules: frozenset[str]) -> float:
    """Return how likely a line has to be no report to be cut for what the patterns say."""
    if ENDED in rules:
        return CUT_FROM_ENDED if line.end in PROSE_ENDS and len(line.text) >= SENTENCE_MIN else 0.0
    return CUT_FROM_RULED if CUT in rules else 1.0


def _is_credit(line: Look) -> bool:
    return bool(line.words) and kind_of(line.words[0]) == CREDIT


def _is_teaser(words: str) -> bool:
    return len(words) <= TEASER_MAX and not words.endswith(TEASER_ENDS)
