"""Whether a captured page says that what stood there was taken away."""

import tomllib
from functools import cache

from paradero.terms.resources import resource

LONGEST_NOTICE = 600
"""Characters; a longer text may be news of a deletion, and not the notice of one."""


def says_it_is_gone(text: str) -> bool:
    """Tell whether a text is a platform's or site's notice in the place of what it took away.

    >>> says_it_is_gone("This post has been deleted."), says_it_is_gone("Он написал пост.")
    (True, False)
    """
    if len(text) > LONGEST_NOTICE:
        return False
    plain = " ".join(text.casefold().replace("ё", "е").replace("\u2019", "'").split())
    return any(notice in plain for notice in _notices())


@cache
def _notices() -> tuple[str, ...]:
    table = tomllib.loads(resource("gone.toml").read_text(encoding="utf-8"))
    return tuple(notice for language in table.values() for notice in language["notices"])
