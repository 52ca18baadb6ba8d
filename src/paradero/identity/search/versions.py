"""What compiled code and tables depend on, so that nothing made by one version is used by another."""

import hashlib
from functools import cache

from paradero.identity.search.compiled import code_digest
from paradero.terms.resources import resource


@cache
def made_by() -> str:
    """Return what tells this code, with the tables that it reads names by, from any other."""
    every = hashlib.sha256(code_digest().encode())
    for path in sorted(resource("names").rglob("*")):
        if path.is_file():
            every.update(path.name.encode() + path.read_bytes())
    return every.hexdigest()
