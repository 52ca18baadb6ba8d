"""What the tests of tokens share: a digest to stamp, and how a refusal is got."""

import hashlib
import subprocess
from collections.abc import Sequence

import pytest
from cryptography import x509
from cryptography.hazmat import asn1
from tests.intake.timestamps.authority import LocalAuthority

from paradero.intake.timestamps import TokenRefused, check_token, request, token_of
from paradero.intake.timestamps.shapes import Facts, SignedData, SignedToken

DAY = b'{"day":"2026-11-20","kind":"paradero day 1"}'
DIGEST = hashlib.sha256(DAY).digest()
OTHER = hashlib.sha256(b"something else").digest()

# A changed byte may make a serial number negative, which the library remarks on before we refuse it.
odd_certificates = pytest.mark.filterwarnings("ignore:Parsed a serial number")


def token_from(authority: LocalAuthority, *, nonce: int | None = None) -> bytes:
    return token_of(authority.respond(request(DIGEST, nonce=nonce)), digest=DIGEST, nonce=nonce).der


def openssl_accepts(authority: LocalAuthority, token: bytes, *what: str) -> bool:
    (authority.folder / "kept.tst").write_bytes(token)
    (authority.folder / "day.json").write_bytes(DAY)
    given = ["-in", "kept.tst", "-token_in", "-CAfile", "root.pem"]
    said = subprocess.run(
        ["openssl", "ts", "-verify", *what, *given], cwd=authority.folder, capture_output=True, text=True, check=False
    )
    return said.returncode == 0 and "Verification: OK" in said.stdout + said.stderr


def refusal(token: bytes, roots: Sequence[bytes], *, digest: bytes = DIGEST, between: Sequence[bytes] = ()) -> str:
    with pytest.raises(TokenRefused) as caught:
        check_token(token, digest=digest, roots=roots, intermediates=between)
    said = str(caught.value)
    assert said.endswith(".")
    return said


def answer_refusal(answer: bytes, *, digest: bytes = DIGEST, nonce: int | None = None) -> str:
    with pytest.raises(TokenRefused) as caught:
        token_of(answer, digest=digest, nonce=nonce)
    said = str(caught.value)
    assert said.endswith(".")
    return said


def facts_of(token: bytes) -> Facts:
    return asn1.decode_der(Facts, asn1.decode_der(SignedToken, token).data.content.facts)


def carrying(token: bytes, certificates: list[x509.Certificate]) -> bytes:
    """Return the token with other certificates; the signature does not cover them."""
    opened = asn1.decode_der(SignedToken, token)
    data = opened.data
    changed = SignedData(
        version=data.version,
        digests=data.digests,
        content=data.content,
        certificates=certificates,
        signers=data.signers,
    )
    return asn1.encode_der(SignedToken(kind=opened.kind, data=changed))
