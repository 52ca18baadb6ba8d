"""The refusal of what a timestamp authority gave, or is said to have given."""

from paradero.terms.refusal import Refusal


class TokenRefused(Refusal):
    """The answer or the token proves nothing: the sentence says what was found and what to do."""
