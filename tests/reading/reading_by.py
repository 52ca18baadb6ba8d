"""Who reads the short invented texts: the rules, whose tests they are, or the usual reader, which asks them too."""

import os

from paradero.reading import read
from paradero.terms.account import Account
from paradero.terms.report import Report

ASKED = "PARADERO_READ_BY"
USUAL = "usual"


def read_as_asked(report: Report, *, declared_language: str | None = None) -> Account:
    """Return what the rules read, or, where the environment asks for it, the usual reader."""
    return read(report, declared_language=declared_language, rules_alone=os.environ.get(ASKED) != USUAL)
