"""The question to a timestamp authority: a digest, and nothing else of what it was made from."""

from cryptography.hazmat import asn1

from paradero.intake.timestamps.shapes import SHA256, Algorithm, Imprint, Query

DIGEST_BYTES = 32


def request(digest_sha256: bytes, *, nonce: int | None) -> bytes:
    """Return the question as a TimeStampReq in DER (RFC 3161, section 2.4.1); it asks for the certificate too.

    Args:
        digest_sha256: The SHA-256 of what is to be stamped, 32 bytes.
        nonce: A number that nobody can guess, so that no older answer can be passed off as this one's.

    Raises:
        ValueError: If the digest has another length, or the nonce is below zero.
    """
    require_digest(digest_sha256)
    if nonce is not None and nonce < 0:
        raise ValueError("a nonce is not below zero")
    imprint = Imprint(algorithm=Algorithm(name=SHA256, parameters=asn1.Null()), digest=digest_sha256)
    return asn1.encode_der(Query(version=1, imprint=imprint, nonce=nonce, with_certificate=True))


def require_digest(digest: bytes) -> None:
    """Let through what is as long as a SHA-256, else raise `ValueError`."""
    if len(digest) != DIGEST_BYTES:
        raise ValueError(f"a SHA-256 has {DIGEST_BYTES} bytes, not {len(digest)}")
