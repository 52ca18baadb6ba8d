"""Timestamps by an outside authority (RFC 3161): that a digest existed before a moment, provable without the desk.

Only bytes here: `request` makes the question, `token_of` reads the answer, `check_token` says whether to believe it.
"""

from paradero.intake.timestamps.answers import Token, token_of
from paradero.intake.timestamps.asking import request
from paradero.intake.timestamps.checking import check_token
from paradero.intake.timestamps.refused import TokenRefused

__all__ = ["Token", "TokenRefused", "check_token", "request", "token_of"]
