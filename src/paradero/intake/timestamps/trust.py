"""The certificates that the desk was given to check an authority by: roots that it trusts, and steps below them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cryptography import x509
from cryptography.x509.oid import NameOID

from paradero.intake.one_line import one_line
from paradero.intake.timestamps.refused import TokenRefused

_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Trusted:
    """The certificates, each once."""

    roots: tuple[x509.Certificate, ...]
    """Where a chain must end. Each names itself as its issuer."""
    intermediates: tuple[x509.Certificate, ...]
    """Steps on the way, trusted no more than those that a token carries itself."""


def trusted(roots: Sequence[bytes], intermediates: Sequence[bytes]) -> Trusted:
    """Return the certificates of PEM texts, each with one or more.

    Raises:
        TokenRefused: If a text is no certificate in PEM, a root is none, an intermediate is one (openssl would trust
            it as such), or there is no root.
    """
    ends, steps = (tuple(dict.fromkeys(_loaded(texts))) for texts in (roots, intermediates))
    if not ends:
        raise TokenRefused("No root certificate is named. Name the one that the timestamp authority publishes.")
    for certificate in ends:
        if not _is_own_issuer(certificate):
            raise TokenRefused(f"{name_of(certificate)} is no root: another issued it. Name it as an intermediate.")
    for certificate in steps:
        if _is_own_issuer(certificate):
            raise TokenRefused(f"{name_of(certificate)} is a root. Name it as one if you trust it, else not at all.")
    return Trusted(roots=ends, intermediates=steps)


def name_of(certificate: x509.Certificate) -> str:
    """Return whose certificate it is, its own name before its house's, in one line as `"Clock 2, Registro del Sur"`."""
    try:
        subject = certificate.subject
    except ValueError:
        return "a name that cannot be read"
    own = [
        *subject.get_attributes_for_oid(NameOID.COMMON_NAME),
        *subject.get_attributes_for_oid(NameOID.ORGANIZATION_NAME),
    ]
    name = ", ".join(str(part.value) for part in own) or subject.rfc4514_string()
    return one_line(name)[:_LONGEST_NAME]


def _loaded(texts: Sequence[bytes]) -> Iterator[x509.Certificate]:
    for text in texts:
        try:
            yield from x509.load_pem_x509_certificates(text)
        except (ValueError, x509.InvalidVersion):
            raise TokenRefused(
                f"A certificate of the timestamp authority ({len(text):,} bytes) cannot be read. Save it as PEM, the "
                "text that starts with BEGIN CERTIFICATE."
            ) from None


def _is_own_issuer(certificate: x509.Certificate) -> bool:
    try:
        return certificate.subject == certificate.issuer
    except ValueError:
        return False
