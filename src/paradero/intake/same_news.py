"""Near-identical text: several outlets that carry one agency's wire are one origin, not several.

A fingerprint is the bottom-k sketch of a text's word shingles (Broder, "On the resemblance and containment of
documents", 1997). Two texts are the same news when most of the shorter one stands in the longer one and the longer one
adds little of its own. Two reports on one event share its names and a quotation, never most of their sentences.
"""

import hashlib
import re
import unicodedata
from dataclasses import dataclass

from paradero.terms.report import BlockKind, Report

SHINGLE_WORDS = 3
SKETCH = 256
"""How many of a text's smallest shingle hashes are kept; a text of fewer shingles is kept whole."""

SAME_FROM = 0.5
"""The share of the shorter text's shingles from which two texts are the same news. On the cases of
tests/intake/test_same_news.py, in four languages, copies of one wire reach 0.84 to 1.00 and two reports on one event,
even with the spokesman's paragraph quoted whole, at most 0.26."""

_LEAST_RATIO = 0.4
# A post of thirty words that a long report quotes whole is not that report.
_FEWEST_SHINGLES = 12
# "Photo" under two posts says nothing of where they come from; five equal words do.
_FEWEST_TO_BE_EQUAL = 3
_KEYS = 24
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What is kept of a text to tell whether another is nearly the same; it gives no word back."""

    sketch: tuple[int, ...]
    """The smallest shingle hashes, 48 bits each, in order."""
    shingles: int
    """How many different shingles the text has."""

    @property
    def keys(self) -> tuple[int, ...]:
        """The hashes to look others up by: two texts that are the same news share at least one."""
        return self.sketch[:_KEYS]


def fingerprint(text: str) -> Fingerprint:
    """Return the fingerprint of a text; letter case, accents' encoding, punctuation and spacing do not count."""
    words = _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
    width = min(SHINGLE_WORDS, max(len(words), 1))
    hashes = {_hash(words[at : at + width]) for at in range(len(words) - width + 1)} if words else set()
    return Fingerprint(sketch=tuple(sorted(hashes)[:SKETCH]), shingles=len(hashes))


def news_text(report: Report) -> str:
    """Return what of a report is compared: its body, for outlets rewrite headlines and captions."""
    body = [block.span.of(report.text) for block in report.blocks if block.kind is BlockKind.BODY]
    return "\n".join(body) or report.text


def same_news(one: Fingerprint, other: Fingerprint) -> bool:
    """Tell whether two texts are near-identical: copies of one wire, cut or with a line added."""
    shorter, longer = sorted((one, other), key=lambda each: each.shingles)
    if shorter.shingles < _FEWEST_SHINGLES:
        return shorter.shingles >= _FEWEST_TO_BE_EQUAL and shorter == longer
    return shorter.shingles >= _LEAST_RATIO * longer.shingles and shared(one, other) >= SAME_FROM


def shared(one: Fingerprint, other: Fingerprint) -> float:
    """Return the estimated share, 0 to 1, of the shorter text's shingles that stand in the other text too."""
    fewest = min(one.shingles, other.shingles)
    if not fewest:
        return 0.0
    both = sorted({*one.sketch, *other.sketch})[:SKETCH]
    common = len(set(one.sketch) & set(other.sketch) & set(both))
    resemblance = common / len(both)
    # Containment from resemblance: |A and B| = J (|A| + |B|) / (1 + J).
    overlap = resemblance * (one.shingles + other.shingles) / (1 + resemblance)
    return min(overlap / fewest, 1.0)


def _hash(words: list[str]) -> int:
    return int.from_bytes(hashlib.blake2b(" ".join(words).encode(), digest_size=6).digest())
