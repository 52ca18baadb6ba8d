"""The page that shows a proof by hand shows what Paradero makes, not what it made once."""

import hashlib
import re
from datetime import date
from pathlib import Path

from tests.docs.blocks import blocks, steps

from paradero.terms.daily_root import seal_day
from paradero.terms.merkle import Leaf, inclusion_proof, leaf_hash

PAGE = Path(__file__).resolve().parents[2] / "docs" / "explanation" / "what-a-seal-proves.md"


def test_the_day_that_is_checked_by_hand_is_one_of_ours() -> None:
    """A court's expert follows the page with a day of ours in their hands."""
    sealed = [
        ("I-7K3M-Q2XD", "original", b"A family in Voronezh knows where Ruslan is, says El Faro del Sur.\n"),
        ("I-7K3M-Q2XD", "derived seal record", b"what was written down, and a random number"),
        ("I-7K3M-Q2XD", "derived custody entry", b"the entry, on the one before it"),
    ]
    leaves = [bytes(Leaf(sha256=hashlib.sha256(data).hexdigest(), what=what, item=item)) for item, what, data in sealed]
    hashes = [leaf_hash(leaf) for leaf in leaves]
    day = seal_day(leaves, day=date(2026, 11, 20), previous=None, custody=1)
    said = [step for block in blocks(PAGE, "console") for step in steps(block)]
    written = dict(re.findall(r"printf %s '(.+)' > (\S+)", "\n".join(step.command for step in said)))

    assert written == {leaves[0].decode(): "leaf.json", bytes(day).decode(): "day.json"}
    assert f"{day.hash}  day.json" in said[-1].shown
    for known in (*inclusion_proof(hashes, 0), hashes[0], bytes.fromhex(day.root)):
        assert any(known.hex() in " ".join((step.command, *step.shown)) for step in said)
