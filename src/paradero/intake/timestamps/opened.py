"""A token taken apart: what it says, who is named as its signer, and that its parts fit together."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from cryptography import x509
from cryptography.hazmat import asn1
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ObjectIdentifier, SignatureAlgorithmOID

from paradero.intake.timestamps.refused import TokenRefused
from paradero.intake.timestamps.shapes import (
    SHA256,
    SHA384,
    SHA512,
    SIGNED_DATA,
    TST_INFO,
    Facts,
    IssuerAndSerial,
    SignedToken,
    Signer,
    SignerCertificates,
)

LARGEST_BYTES = 65_536
"""A token has two to ten kilobytes; what is much larger is none."""

_MOST_CERTIFICATES = 16
_HASHES = {SHA256: "sha256", SHA384: "sha384", SHA512: "sha512"}
_RSA = ObjectIdentifier("1.2.840.113549.1.1.1")
_SIGNING = {
    SHA256: {_RSA, SignatureAlgorithmOID.RSA_WITH_SHA256, SignatureAlgorithmOID.ECDSA_WITH_SHA256},
    SHA384: {_RSA, SignatureAlgorithmOID.RSA_WITH_SHA384, SignatureAlgorithmOID.ECDSA_WITH_SHA384},
    SHA512: {_RSA, SignatureAlgorithmOID.RSA_WITH_SHA512, SignatureAlgorithmOID.ECDSA_WITH_SHA512},
}
"""What the signature's algorithm may be called beside each digest; the signature itself does not cover it."""
_KIND_OF_CONTENT = ObjectIdentifier("1.2.840.113549.1.9.3")
_DIGEST_OF_CONTENT = ObjectIdentifier("1.2.840.113549.1.9.4")
_OF_SIGNER = {
    ObjectIdentifier("1.2.840.113549.1.9.16.2.47"): "sha256",
    ObjectIdentifier("1.2.840.113549.1.9.16.2.12"): "sha1",
}
"""The two attributes that name the signer's certificate, and the hash each means where it names none."""

_SERIAL_NUMBER_BITS = 160  # as many as RFC 3161 lets an authority use
_ADVICE = "Ask the authority anew, or another one."

Shape = TypeVar("Shape")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedToken:
    """A token whose parts fit together. Whether its signature holds, and whom to trust, is not known yet."""

    token: SignedToken
    facts: Facts
    signer: x509.Certificate
    """The certificate that the token names as its signer's."""

    @property
    def certificates(self) -> Sequence[x509.Certificate]:
        """Return all certificates it carries, the signer's among them, in its own order."""
        return self.token.data.certificates


def open_token(der: bytes) -> OpenedToken:
    """Return the token taken apart.

    Raises:
        TokenRefused: If it is no token, or its parts do not fit together.
    """
    token = read(SignedToken, der, "a timestamp token")
    signers = token.data.signers.as_list()
    if len(signers) != 1 or len(token.data.certificates) > _MOST_CERTIFICATES:
        raise TokenRefused(f"Timestamp token: it has several signers or far too many certificates. {_ADVICE}")
    facts = read(Facts, token.data.content.facts, "what a timestamp token says")
    if not _fits(token, signers[0], facts):
        raise TokenRefused(f"Timestamp token: its parts do not fit together. It was altered or damaged. {_ADVICE}")
    return OpenedToken(token=token, facts=facts, signer=_certificate(token, signers[0]))


def read(shape: type[Shape], der: bytes, what: str) -> Shape:
    """Return the bytes read as that shape.

    Raises:
        TokenRefused: If they do not have it; `what` says what they should have been.
    """
    if len(der) > LARGEST_BYTES:
        raise TokenRefused(f"These {len(der):,} bytes are far too many for {what}. {_ADVICE}")
    try:
        return asn1.decode_der(shape, der)
    except (ValueError, x509.InvalidVersion):
        raise TokenRefused(
            f"These {len(der):,} bytes are not {what}. It is read as RFC 3161 has it, in DER, with one signer whose "
            f"certificate is in it. {_ADVICE}"
        ) from None


def _fits(token: SignedToken, signer: Signer, facts: Facts) -> bool:
    """Tell whether what the signature does not cover is as it must be, and what it covers is what stands here."""
    data = token.data
    return (
        (token.kind, data.content.kind) == (SIGNED_DATA, TST_INFO)
        and (data.version, signer.version, facts.version) == (3, 1, 1)
        and [digest.name for digest in data.digests.as_list()] == [signer.digest.name]
        and signer.signing.name in _SIGNING.get(signer.digest.name, ())
        and _values(signer, _KIND_OF_CONTENT) == [asn1.encode_der(data.content.kind)]
        and _values(signer, _DIGEST_OF_CONTENT) == [_digest(signer, data.content.facts)]
        and facts.serial_number.bit_length() <= _SERIAL_NUMBER_BITS
        and not any(extension.critical for extension in facts.extensions or ())
    )


def _values(signer: Signer, name: ObjectIdentifier) -> list[bytes]:
    """Return the values of a signed attribute, in DER."""
    attributes = [attribute for attribute in signer.attributes.as_list() if attribute.name == name]
    return [asn1.encode_der(value) for attribute in attributes for value in attribute.values.as_list()]


def _digest(signer: Signer, content: bytes) -> bytes:
    return asn1.encode_der(hashlib.new(_HASHES[signer.digest.name], content).digest())


def _certificate(token: SignedToken, signer: Signer) -> x509.Certificate:
    """Return the certificate that the signer names and whose digest it signed (RFC 3161, 2.4.2; RFC 5816)."""
    for certificate in token.data.certificates:
        if _is_named(certificate, signer.certificate) and _is_signed_as(certificate, signer):
            return certificate
    raise TokenRefused(f"Timestamp token: the certificate that it says it was signed with is not in it. {_ADVICE}")


def _is_named(certificate: x509.Certificate, named: IssuerAndSerial) -> bool:
    try:
        issuer = certificate.issuer.public_bytes()
    except ValueError:  # a name that nobody can read
        return False
    return certificate.serial_number == named.serial_number and issuer == asn1.encode_der(named.issuer)


def _is_signed_as(certificate: x509.Certificate, signer: Signer) -> bool:
    """Tell whether each attribute that names the signer's certificate names this one; there must be one."""
    der = certificate.public_bytes(Encoding.DER)
    named = [
        signed.digest == hashlib.new(_HASHES[signed.algorithm.name] if signed.algorithm else meant, der).digest()
        for attribute, meant in _OF_SIGNER.items()
        for value in _values(signer, attribute)
        for signed in read(SignerCertificates, value, "the name of a signer's certificate").certificates[:1]
        if not signed.algorithm or signed.algorithm.name in _HASHES
    ]
    return bool(named) and all(named)
