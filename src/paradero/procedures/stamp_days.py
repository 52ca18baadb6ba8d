"""Has sealed days stamped by an outside authority (RFC 3161): it sees a digest of a digest, and nothing else."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from paradero.intake.timestamps import check_token, request, token_of
from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.home import configured
from paradero.procedures.timestamp_authority import ask_authority
from paradero.records.models import DayRoot, Timestamp
from paradero.terms.refusal import Refusal

NONCE_BITS = 64
ANSWERS_WITHIN_S = 20.0

Ask = Callable[[bytes], bytes]
"""Sends a question to an authority and gives its answer."""


class AuthorityNotTrusted(Refusal):
    """An authority is configured, but not whom to trust for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """Who stamps, and whose certificate its chain must end in."""

    ask: Ask
    roots: tuple[bytes, ...]
    """In PEM."""


def configured_authority(home: Path) -> Authority | None:
    """Return the authority that the desk's settings name, or `None`: then nothing ever leaves the house.

    Raises:
        AuthorityNotTrusted: If the file with its root certificate is not named or not there.
    """
    address = configured("timestamp_authority", home=home)
    if not address:
        return None
    roots = trusted_roots(home)
    if not roots:
        raise AuthorityNotTrusted(
            "timestamp_authority is set, but timestamp_roots names no file. Save the authority's root certificate in "
            "PEM and name the file, as timestamp_roots, beside timestamp_authority."
        )
    return Authority(ask=lambda query: ask_authority(address, query, timeout_s=ANSWERS_WITHIN_S), roots=roots)


def trusted_roots(home: Path) -> tuple[bytes, ...]:
    """Return the root certificates, in PEM, that the desk's settings name; none where there is no such file."""
    named = configured("timestamp_roots", home=home)
    file = home / named if named else None
    return (file.read_bytes(),) if file and file.is_file() else ()


def stamp_days(authority: Authority, *, desk: Desk, actor: Actor, at: datetime) -> int:
    """Return how many sealed days were stamped now: each that no authority has stamped yet, the oldest first.

    Raises:
        TokenRefused, Refusal: If the authority cannot be reached or its answer proves nothing; what was stamped before
            stays.
    """
    waiting = DayRoot.objects.filter(timestamps__isnull=True).order_by("seq")
    stamped = 0
    for day in waiting:
        digest, nonce = bytes.fromhex(day.hash), secrets.randbits(NONCE_BITS)
        token = token_of(authority.ask(request(digest, nonce=nonce)), digest=digest, nonce=nonce)
        moment = check_token(token.der, digest=digest, roots=authority.roots)
        with act("stamp day", desk=desk, actor=actor, at=at):
            Timestamp.objects.create(day=day, token=token.der, authority=token.authority[:300], stamped_at=moment)
        stamped += 1
    return stamped
