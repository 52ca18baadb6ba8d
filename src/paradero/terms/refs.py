"""Reference numbers: what people read to each other over a telephone instead of a name."""

import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U, so nothing is misheard or misread."""

LETTERS = 8
"""How many letters follow the kind: 40 random bits."""


def new_ref(kind: str) -> str:
    """Return a fresh reference such as `E-7K3M-Q2XD`; it says nothing about how many there are."""
    bits = secrets.randbits(5 * LETTERS)
    letters = "".join(ALPHABET[bits >> 5 * place & 31] for place in range(LETTERS))
    return f"{kind}-{letters[:4]}-{letters[4:]}"


def as_ref(typed: str) -> str:
    """Return a typed reference in its written form: capitals, O read as 0, I and L as 1, spaces and dashes put right.

    >>> as_ref("e 7k3mq2xd")
    'E-7K3M-Q2XD'
    """
    plain = "".join(letter for letter in typed.upper() if letter.isalnum())
    kind, rest = plain[:1], plain[1:].translate(str.maketrans("OIL", "011"))
    return f"{kind}-{rest[:4]}-{rest[4:]}" if len(rest) == LETTERS else typed.strip().upper()
