"""What compiled code and tables depend on, so that nothing made by one version is used by another."""

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from paradero.identity.search.compiled import code_digest
from paradero.terms.resources import resource

_IDENTITY = Path(__file__).parents[1]
READ_WITH = (
    *("beginnings", "inflection", "known", "lexicon", "name_tables", "oblique_names", "other_letters", "patronymics"),
    *("readings", "written_shorter"),
)
"""The modules beside this package that what it holds of the lexicon is worked out with."""


@cache
def names_read_by() -> str:
    """Return what tells the code that reads names, with its tables, from any other."""
    read_with = (_IDENTITY / f"{name}.py" for name in READ_WITH)
    return _digest(code_digest(), [*sorted(resource("names").rglob("*")), *read_with])


@cache
def made_by() -> str:
    """Return what tells this code, with the tables that it reads names and circumstances by, from any other."""
    return _digest(names_read_by(), sorted(_IDENTITY.rglob("*.py")))


def _digest(begin: str, paths: Iterable[Path]) -> str:
    every = hashlib.sha256(begin.encode())
    for path in paths:
        if path.is_file():
            every.update(path.name.encode() + path.read_bytes())
    return every.hexdigest()
