"""Near-identical text: how much of one text stands in another, word for word.

A fingerprint is the bottom-k sketch of a text's word shingles (Broder, "On the resemblance and containment of
documents", 1997). It is one answer among those that tell where a piece of news began (`intake.provenance`): two reports
on one event share its names and a quotation, never most of their words.
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
"""The share of the shorter text's shingles from which one is a copy of the other. On the cases of
tests/intake/test_fingerprints.py, in four languages, copies of one wire reach 0.84 to 1.00 and two reports on one
event, even with the spokesman's paragraph quoted whole, at most 0.26."""

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
        """The hashes to look others up by: of a text and its copy at least one is equal."""
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
