"""Certificates: what they are for, and the chain from the one that signed a token up to a trusted root."""

from collections.abc import Collection, Sequence
from datetime import datetime

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.x509.oid import ExtendedKeyUsageOID

from paradero.intake.timestamps.refused import TokenRefused
from paradero.intake.timestamps.trust import Trusted, name_of


def require_stamping(signer: x509.Certificate) -> None:
    """Let through a certificate that is for timestamps and nothing else (RFC 3161, 2.3), else raise `TokenRefused`."""
    try:
        usage = signer.extensions.get_extension_for_class(x509.ExtendedKeyUsage)
        is_for_stamping = usage.critical and list(usage.value) == [ExtendedKeyUsageOID.TIME_STAMPING]
    except (ValueError, x509.ExtensionNotFound, x509.DuplicateExtension):
        is_for_stamping = False
    if not is_for_stamping:
        raise TokenRefused(
            f"Timestamp token: the certificate it was signed with ({name_of(signer)}) is not for timestamps alone. "
            "Ask a timestamp authority."
        )


def require_chain(
    signer: x509.Certificate, *, carried: Sequence[x509.Certificate], known: Trusted, moment: datetime
) -> None:
    """Let through a signer whose chain ends in a trusted root and was valid, all of it, at `moment`.

    Every certificate that the token carries must be signed by one that is known, in a chain or beside it, so that none
    of them can have been altered.

    Raises:
        TokenRefused: If there is no such chain, or such a certificate.
    """
    everyone = tuple(dict.fromkeys((signer, *carried, *known.roots, *known.intermediates)))
    valid = [certificate for certificate in everyone if _is_valid(certificate, moment)]
    if signer not in valid or not _way_up(signer, among=valid, roots=known.roots):
        raise _no_chain(signer, _way_up(signer, among=everyone, roots=known.roots), moment)
    for certificate in carried:
        if certificate not in known.roots and not any(_issued(issuer, certificate) for issuer in everyone):
            raise TokenRefused(
                f"Timestamp token: it carries a certificate ({name_of(certificate)}) that no known one issued. The "
                "token was altered, or the issuer of that certificate has to be named beside the root."
            )


def _way_up(
    signer: x509.Certificate, *, among: Collection[x509.Certificate], roots: Collection[x509.Certificate]
) -> tuple[x509.Certificate, ...] | None:
    """Return the shortest chain from the signer to a root, both with it, or `None`. None is walked twice."""
    ways: dict[x509.Certificate, tuple[x509.Certificate, ...]] = {signer: (signer,)}
    ahead = [signer]
    for certificate in ahead:
        if certificate in roots:
            return ways[certificate]
        for issuer in among:
            if issuer not in ways and _issued(issuer, certificate):
                ways[issuer] = (*ways[certificate], issuer)
                ahead.append(issuer)
    return None


def _no_chain(signer: x509.Certificate, way: tuple[x509.Certificate, ...] | None, moment: datetime) -> TokenRefused:
    for certificate in way or ():
        if not _is_valid(certificate, moment):
            return TokenRefused(
                f"Timestamp token: it says {moment:%Y-%m-%d %H:%M:%S} UTC, but the certificate of "
                f"{name_of(certificate)} was valid from {certificate.not_valid_before_utc:%Y-%m-%d} to "
                f"{certificate.not_valid_after_utc:%Y-%m-%d} only. Ask the authority for a new timestamp."
            )
    return TokenRefused(
        f"Timestamp token: no chain leads from the certificate it was signed with ({name_of(signer)}) to a root that "
        "is trusted here. Name the authority's own root, and the certificates between, if this is the right authority."
    )


def _is_valid(certificate: x509.Certificate, moment: datetime) -> bool:
    second = moment.replace(microsecond=0)
    return certificate.not_valid_before_utc <= second <= certificate.not_valid_after_utc


def _issued(issuer: x509.Certificate, certificate: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(issuer)
    except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm):
        return False
    return True
