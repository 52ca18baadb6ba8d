"""Estimates the weighing model's m and u from pairs whose truth nobody told; judged pairs count as judged."""

from paradero.identity.fitting.em import Fitted, TooLittleToFit, fit
from paradero.identity.fitting.patterns import Cell, Pattern, Seen, pattern_of

__all__ = ["Cell", "Fitted", "Pattern", "Seen", "TooLittleToFit", "fit", "pattern_of"]
