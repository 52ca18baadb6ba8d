"""How much is taken in at once."""

LARGEST_BYTES = 20_000_000
"""A text that is larger is no page or channel export that a person reads; media have a limit of their own."""
