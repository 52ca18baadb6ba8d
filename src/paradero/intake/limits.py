"""How much is taken in at once."""

LARGEST_BYTES = 20_000_000
"""What is larger is no page or channel export that a person reads; `open_bytes` takes another limit."""
