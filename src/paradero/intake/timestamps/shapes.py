"""The messages of RFC 3161 and the signed data around a token (RFC 5652), as shapes that read and write DER.

They are strict: what stands in a message and not in its shape makes it unreadable, so that nothing rides along unseen.
Left out are revocation lists, signers named by their key, and attributes that a signature does not cover.
"""

from typing import Annotated

from cryptography import x509
from cryptography.hazmat import asn1
from cryptography.x509 import ObjectIdentifier

SHA256 = ObjectIdentifier("2.16.840.1.101.3.4.2.1")
SHA384 = ObjectIdentifier("2.16.840.1.101.3.4.2.2")
SHA512 = ObjectIdentifier("2.16.840.1.101.3.4.2.3")
SIGNED_DATA = ObjectIdentifier("1.2.840.113549.1.7.2")
TST_INFO = ObjectIdentifier("1.2.840.113549.1.9.16.1.4")
"""What the content of a token is: the facts it vouches for."""


@asn1.sequence
class Algorithm:
    """An algorithm without parameters; some write none as NULL."""

    name: ObjectIdentifier
    parameters: asn1.Null | None


@asn1.sequence
class Imprint:
    """What is stamped: a digest and how it was made."""

    algorithm: Algorithm
    digest: bytes


@asn1.sequence
class Query:
    """TimeStampReq, without a wish for a policy and without extensions."""

    version: int
    imprint: Imprint
    nonce: int | None
    with_certificate: Annotated[bool, asn1.Default(value=False)]


@asn1.sequence
class Inner:
    """One value behind a tag."""

    value: asn1.TLV


@asn1.sequence
class Accuracy:
    """How far the moment may be off."""

    seconds: int | None
    millis: Annotated[int | None, asn1.Implicit(0)]
    micros: Annotated[int | None, asn1.Implicit(1)]


@asn1.sequence
class Extension:
    """Something that an authority adds to the facts."""

    name: ObjectIdentifier
    critical: Annotated[bool, asn1.Default(value=False)]
    value: bytes


@asn1.sequence
class Facts:
    """TSTInfo: what the authority vouches for."""

    version: int
    policy: ObjectIdentifier
    imprint: Imprint
    serial_number: int
    moment: asn1.GeneralizedTime
    accuracy: Accuracy | None
    ordering: Annotated[bool, asn1.Default(value=False)]
    nonce: int | None
    authority: Annotated[Inner | None, asn1.Implicit(0)]  # [0] EXPLICIT of any one value looks the same
    extensions: Annotated[list[Extension] | None, asn1.Implicit(1)]


@asn1.sequence
class Attribute:
    """Something signed beside the content."""

    name: ObjectIdentifier
    values: asn1.SetOf[asn1.TLV]


@asn1.sequence
class IssuerAndSerial:
    """Which certificate is the signer's."""

    issuer: asn1.TLV
    serial_number: int


@asn1.sequence
class Signer:
    """SignerInfo: who signed, how, and the signature."""

    version: int
    certificate: IssuerAndSerial
    digest: Algorithm
    attributes: Annotated[asn1.SetOf[Attribute], asn1.Implicit(0)]
    signing: Algorithm
    signature: bytes


@asn1.sequence
class Content:
    """The facts as they were signed, in DER."""

    kind: ObjectIdentifier
    facts: Annotated[bytes, asn1.Explicit(0)]


@asn1.sequence
class SignedData:
    """The facts, the certificates in the authority's own order, and who signed."""

    version: int
    digests: asn1.SetOf[Algorithm]
    content: Content
    certificates: Annotated[list[x509.Certificate], asn1.Implicit(0)]
    signers: asn1.SetOf[Signer]


@asn1.sequence
class SignedToken:
    """TimeStampToken: what is kept."""

    kind: ObjectIdentifier
    data: Annotated[SignedData, asn1.Explicit(0)]


@asn1.sequence
class Status:
    """PKIStatusInfo: whether the authority grants what was asked, and what it says about it."""

    code: int
    words: list[str] | None
    failure: asn1.BitString | None


@asn1.sequence
class Answer:
    """TimeStampResp: the status, and the token where it was granted."""

    status: Status
    token: SignedToken | None


@asn1.sequence
class SignerCertificate:
    """ESSCertIDv2 (RFC 5035), and the older ESSCertID, which names no algorithm and means SHA-1."""

    algorithm: Algorithm | None
    digest: bytes
    issuer: IssuerAndSerial | None


@asn1.sequence
class SignerCertificates:
    """SigningCertificateV2: the signer's certificate, then perhaps those above it."""

    certificates: list[SignerCertificate]
    policies: list[asn1.TLV] | None
