"""What of a page is to be read: its words without its markup."""

import re
from html import unescape


def words(html: str) -> str:
    """Return the words as somebody reads them, with plain spaces."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", "", html))).strip()
