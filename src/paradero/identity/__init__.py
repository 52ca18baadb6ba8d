"""Finds the same person across scripts and spellings, and says how sure and why; `wording` has it in sentences."""

from paradero.identity.comparing import compare
from paradero.identity.index import SightingIndex
from paradero.identity.model import MODEL, THRESHOLD, Model
from paradero.identity.rarity import Rarity

__all__ = ["MODEL", "THRESHOLD", "Model", "Rarity", "SightingIndex", "compare"]
