"""Checks a token: that it stamps this digest, at what moment, signed by an authority the desk trusts.

What is checked is what `openssl ts -verify` checks, with the certificates as they were at the token's own moment, and
beyond it that no byte of the token is left open. What is not checked is whether a certificate was revoked: a token
holds no word of it, and nothing is fetched.
"""

from collections.abc import Sequence
from datetime import datetime

from cryptography import x509
from cryptography.hazmat import asn1
from cryptography.hazmat.primitives.serialization import Encoding
from rfc3161_client import TimeStampResponse, VerificationError, VerifierBuilder, decode_timestamp_response

from paradero.intake.timestamps.asking import require_digest
from paradero.intake.timestamps.certificates import require_chain, require_stamping
from paradero.intake.timestamps.opened import OpenedToken, open_token
from paradero.intake.timestamps.refused import TokenRefused
from paradero.intake.timestamps.shapes import SHA256, Answer, Facts, SignedData, SignedToken, Status
from paradero.intake.timestamps.trust import Trusted, name_of, trusted


def check_token(
    token: bytes, *, digest: bytes, roots: Sequence[bytes], intermediates: Sequence[bytes] = ()
) -> datetime:
    """Return the moment, in UTC, before which the digest existed, as a trusted authority vouches.

    Args:
        token: The TimeStampToken in DER.
        digest: The SHA-256 of what was stamped, 32 bytes.
        roots: The certificates that are trusted, in PEM.
        intermediates: Certificates between the signer's and a root, in PEM, where the token lacks them.

    Raises:
        TokenRefused: If it proves nothing of the kind; the sentence says why.
        ValueError: If the digest has another length.
    """
    require_digest(digest)
    opened = open_token(token)
    require_imprint(opened.facts, digest)
    known = trusted(roots, intermediates)
    moment = opened.facts.moment.as_datetime()
    require_stamping(opened.signer)
    require_chain(opened.signer, carried=opened.certificates, known=known, moment=moment)
    _require_signature(opened, digest, known)
    return moment


def require_imprint(facts: Facts, digest: bytes) -> None:
    """Let through what was stamped for that very SHA-256, else raise `TokenRefused`."""
    stamped = facts.imprint
    if stamped.algorithm.name != SHA256 or stamped.digest != digest:
        raise TokenRefused(
            f"Timestamp token: it stamps another digest ({stamped.digest[:8].hex()}…) than {digest[:8].hex()}…. It "
            "belongs to something else, or what it belongs to was changed."
        )


def _require_signature(opened: OpenedToken, digest: bytes, known: Trusted) -> None:
    try:
        answer = _as_answer(opened.token)
        verifier = VerifierBuilder(roots=list(known.roots), intermediates=list(known.intermediates)).build()
        holds = verifier.verify(answer, digest) and _is_by(opened.signer, answer)
    except (ValueError, VerificationError):
        holds = False
    if not holds:
        raise TokenRefused(
            f"Timestamp token: the signature by {name_of(opened.signer)} does not hold. It was altered, or a "
            "certificate was used for what it is not for. Ask the authority anew."
        )


def _as_answer(token: SignedToken) -> TimeStampResponse:
    """Return the token as the library takes it: in an answer, its certificates sorted as DER wants a set to be.

    Authorities send them in the order of the chain, and so does openssl; no signature covers their order.
    """
    data = token.data
    ordered = SignedData(
        version=data.version,
        digests=data.digests,
        content=data.content,
        certificates=sorted(data.certificates, key=lambda certificate: certificate.public_bytes(Encoding.DER)),
        signers=data.signers,
    )
    granted = Status(code=0, words=None, failure=None)
    return decode_timestamp_response(
        asn1.encode_der(Answer(status=granted, token=SignedToken(kind=token.kind, data=ordered)))
    )


def _is_by(signer: x509.Certificate, answer: TimeStampResponse) -> bool:
    """Tell whether the token names its authority, if it does, as the signer's certificate does."""
    said: x509.GeneralName | None = answer.tst_info.name
    if said is None or (isinstance(said, x509.DirectoryName) and said.value == signer.subject):
        return True
    try:
        other_names = signer.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return False
    return said in list(other_names)
