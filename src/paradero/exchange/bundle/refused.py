"""The refusal of a bundle, and the limits that writing and reading share."""

from collections.abc import Iterator
from contextlib import contextmanager

from paradero.terms.refusal import Refusal

MOST_ITEMS = 10_000
MOST_MEMBERS = MOST_ITEMS + 5_000
MOST_LINES = 10 * MOST_ITEMS
"""How many lines a text of ours may have, as the custody log's part."""
LONGEST_LINE = 65_536
LARGEST_TEXT = 32_000_000
"""How many bytes a text of ours may have: it is read into memory."""
LARGEST_PACKED = 64_000_000
MOST_PACKED = 2_000_000_000
"""How many bytes one item, and all of them, may have unpacked where the zip packs them: a few megabytes can hold
gigabytes, and whoever reads has to unpack them. What is beyond is stored as it is."""


class BundleRefused(Refusal):
    """The bundle is not as it must be: the sentence names what differs. Nothing of it may be relied on."""

    def __init__(self, sentence: str, *, member: str | None = None) -> None:
        """Keep the member that differs, as `"paradero/manifest.json"`; `None` where it is the file as a whole."""
        super().__init__(sentence)
        self.member = member


class Wrong(Exception):
    """What is wrong, said without the bundle's name; whoever knows the name turns it into `BundleRefused`."""

    def __init__(self, what: str, *, member: str | None = None) -> None:
        """Keep `what` as the rest of a sentence about `member`, or about the bundle."""
        super().__init__(what)
        self.what = what
        self.member = member


@contextmanager
def about(member: str) -> Iterator[None]:
    """Say of everything that is found wrong inside the block that it is wrong with this member."""
    try:
        yield
    except Wrong as wrong:
        raise Wrong(wrong.what, member=wrong.member or member) from None
