"""What a timestamp authority answers: a token, or why there is none."""

from dataclasses import dataclass
from datetime import datetime

from cryptography.hazmat import asn1

from paradero.intake.one_line import one_line
from paradero.intake.timestamps.asking import require_digest
from paradero.intake.timestamps.checking import require_imprint
from paradero.intake.timestamps.opened import open_token, read
from paradero.intake.timestamps.refused import TokenRefused
from paradero.intake.timestamps.shapes import Answer, Status
from paradero.intake.timestamps.trust import name_of

_GRANTED = frozenset({0, 1})  # 1: with modifications; what we asked for is compared anyhow
_REFUSED = {
    2: "refused it",
    3: "has not answered it yet",
    4: "warns that its certificate is about to be revoked",
    5: "says that its certificate was revoked",
}
_MOST_LETTERS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A timestamp as the authority gave it, and what it says; `check_token` tells whether to believe it."""

    der: bytes
    """The TimeStampToken in DER: what is kept, and what `openssl ts -verify -token_in` reads."""
    moment: datetime
    """In UTC."""
    policy: str
    """The authority's rules for it, as an object identifier such as `"1.3.6.1.4.1.55555.1"`."""
    serial_number: int
    authority: str
    """Whose certificate it was signed with."""


def token_of(response: bytes, *, digest: bytes, nonce: int | None) -> Token:
    """Return the token of an authority's answer to `request(digest, nonce=nonce)`.

    Raises:
        TokenRefused: If it is no answer, no token was granted, or the token is for another digest or another nonce.
        ValueError: If the digest has another length.
    """
    require_digest(digest)
    answer = read(Answer, response, "a timestamp authority's answer")
    if answer.status.code not in _GRANTED or answer.token is None:
        raise TokenRefused(_why_not(answer.status))
    der = asn1.encode_der(answer.token)
    opened = open_token(der)
    require_imprint(opened.facts, digest)
    if nonce is not None and opened.facts.nonce != nonce:
        raise TokenRefused(
            "Timestamp token: it answers another question: its nonce differs. It may be an older answer sent again. "
            "Ask the authority anew."
        )
    return Token(
        der=der,
        moment=opened.facts.moment.as_datetime(),
        policy=opened.facts.policy.dotted_string,
        serial_number=opened.facts.serial_number,
        authority=name_of(opened.signer),
    )


def _why_not(status: Status) -> str:
    words = one_line(" ".join(status.words or ()))[:_MOST_LETTERS]
    did = _REFUSED.get(status.code, "gave no token")
    return (
        f"The timestamp authority was asked and {did}{f', saying “{words}”' if words else ''}. "
        "Nothing was stamped. Ask again later, or another authority."
    )
