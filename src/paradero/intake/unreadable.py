"""The refusal of bytes that no reader can make text of."""

from paradero.terms.refusal import Refusal


class Unreadable(Refusal):
    """The bytes were not taken in: the sentence says what was found and what to do. Nothing was stored."""
