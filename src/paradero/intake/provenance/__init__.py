"""Where pieces of news began: which of many published texts go back to one origin, why, and how surely."""

from paradero.intake.provenance.corrections import NONE, Corrections, brought_together
from paradero.intake.provenance.grouping import Link, OriginFound, origins_of
from paradero.intake.provenance.model import OriginModel, shipped
from paradero.intake.provenance.telling import Telling

__all__ = [
    "NONE",
    "Corrections",
    "Link",
    "OriginFound",
    "OriginModel",
    "Telling",
    "brought_together",
    "origins_of",
    "shipped",
]
