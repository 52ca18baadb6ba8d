"""Tokens that were altered or put together. Whoever could change one could date a forgery back."""

from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat import asn1
from tests.intake.timestamps.authority import LocalAuthority
from tests.intake.timestamps.believing import (
    DIGEST,
    OTHER,
    answer_refusal,
    carrying,
    facts_of,
    odd_certificates,
    openssl_accepts,
    refusal,
    token_from,
)

from paradero.intake.timestamps import check_token, request
from paradero.intake.timestamps.shapes import TST_INFO, Extension, SignedToken


def test_a_token_for_another_digest_is_refused(small: LocalAuthority, token: bytes) -> None:
    said = refusal(token, [small.root_pem], digest=OTHER)

    assert f"stamps another digest ({DIGEST[:8].hex()}…) than {OTHER[:8].hex()}…" in said
    assert "another digest" in answer_refusal(small.respond(request(DIGEST, nonce=None)), digest=OTHER)


@odd_certificates
def test_a_byte_changed_anywhere_in_a_token_is_noticed(small: LocalAuthority, token: bytes) -> None:
    """Also where no signature reaches: in its versions, its algorithms' names, its certificates."""
    assert check_token(token, digest=DIGEST, roots=[small.root_pem])
    for place in range(len(token)):
        changed = bytearray(token)
        changed[place] ^= 1 << place % 8
        refusal(bytes(changed), [small.root_pem])


@odd_certificates
def test_a_byte_changed_in_a_token_of_another_kind_is_noticed(authority: LocalAuthority) -> None:
    token = token_from(authority)
    for place in range(0, len(token), len(token) // 60):
        changed = bytearray(token)
        changed[place] ^= 0xFF
        refusal(bytes(changed), [authority.root_pem])


@pytest.mark.parametrize("cut", [0, 1, 2, 100, -1])
def test_a_token_that_is_cut_off_is_refused(small: LocalAuthority, token: bytes, cut: int) -> None:
    assert "bytes are not a timestamp token" in refusal(token[:cut], [small.root_pem])


def test_a_token_with_something_behind_it_is_refused(small: LocalAuthority, token: bytes) -> None:
    assert "are not a timestamp token" in refusal(token + b"\x00", [small.root_pem])


def test_another_certificate_of_the_same_key_is_not_the_signers(authority: LocalAuthority) -> None:
    """RFC 3161 has the signer sign which certificate is meant, as one key may have several."""
    token = token_from(authority)
    (own,) = asn1.decode_der(SignedToken, token).data.certificates
    (authority.folder / "usage.txt").write_text("extendedKeyUsage=critical,timeStamping\n")
    made = ("-in", "clock.csr", "-out", "twin.pem", "-days", "30", "-extfile", "usage.txt")
    issuer = ("-CA", "root.pem", "-CAkey", "root.key", "-set_serial", str(own.serial_number))
    authority.openssl("x509", "-req", *made, *issuer)
    twin = x509.load_pem_x509_certificate((authority.folder / "twin.pem").read_bytes())

    swapped = carrying(token, [twin])

    assert twin.public_key() == own.public_key()
    assert "signed with is not in it" in refusal(swapped, [authority.root_pem])
    assert not openssl_accepts(authority, swapped, "-data", "day.json")


def test_a_token_that_carries_no_certificate_is_refused(authority: LocalAuthority) -> None:
    assert "signed with is not in it" in refusal(carrying(token_from(authority), []), [authority.root_pem])


def test_a_certificate_that_has_nothing_to_do_with_the_token_is_named(
    authority: LocalAuthority, small: LocalAuthority
) -> None:
    token = token_from(authority)
    own = asn1.decode_der(SignedToken, token).data.certificates
    stranger = x509.load_pem_x509_certificate(small.clock_pem)

    said = refusal(carrying(token, [*own, stranger]), [authority.root_pem])

    assert "carries a certificate (Registro del Sur clock, Registro del Sur) that no known one issued" in said
    assert check_token(
        carrying(token, [*own, stranger]),
        digest=DIGEST,
        roots=[authority.root_pem],
        intermediates=[small.step_pem],
    )


def test_a_token_stuffed_with_certificates_is_refused(authority: LocalAuthority) -> None:
    """Each would be held against each."""
    token = token_from(authority)
    own = asn1.decode_der(SignedToken, token).data.certificates

    assert "far too many certificates" in refusal(carrying(token, own * 17), [authority.root_pem])


def test_a_token_of_two_signers_is_refused(authority: LocalAuthority, small: LocalAuthority) -> None:
    """It would not be plain who vouches."""
    (authority.folder / "one.der").write_bytes(token_from(authority))
    second = ("-signer", str(small.folder / "clock.pem"), "-inkey", str(small.folder / "clock.key"), "-md", "sha256")
    forms = ("-inform", "DER", "-outform", "DER", "-in", "one.der", "-out", "two.der")
    authority.openssl("cms", "-resign", "-cades", *second, *forms)

    said = refusal((authority.folder / "two.der").read_bytes(), [authority.root_pem, small.root_pem])

    assert "several signers" in said


def test_facts_that_name_another_authority_than_the_signer_are_refused(
    authority: LocalAuthority, tmp_path: Path
) -> None:
    facts = asn1.decode_der(SignedToken, token_from(authority)).data.content.facts
    other = LocalAuthority(tmp_path, key="ec", name="Registro del Norte")

    assert "the signature by Registro del Norte clock" in refusal(other.sign(facts), [other.root_pem])


@pytest.mark.parametrize("critical", [True, False])
def test_a_demand_that_is_not_understood_is_not_passed_over(authority: LocalAuthority, critical: bool) -> None:  # noqa: FBT001
    facts = facts_of(token_from(authority))
    facts.extensions = [Extension(name=x509.ObjectIdentifier("1.3.6.1.4.1.55555.2"), critical=critical, value=b"")]
    token = authority.sign(asn1.encode_der(facts))

    if critical:
        assert "do not fit together" in refusal(token, [authority.root_pem])
    else:
        assert check_token(token, digest=DIGEST, roots=[authority.root_pem])


@pytest.mark.parametrize("number", [1 << 160, 1 << 40_000], ids=["161 bits", "40,001 bits"])
def test_a_serial_number_that_none_may_have_is_refused(authority: LocalAuthority, number: int) -> None:
    """It would be written into lists and pages."""
    facts = facts_of(token_from(authority))
    facts.serial_number = number

    assert "do not fit together" in refusal(authority.sign(asn1.encode_der(facts)), [authority.root_pem])


def test_another_digest_algorithm_with_the_same_bytes_is_refused(authority: LocalAuthority) -> None:
    facts = facts_of(token_from(authority))
    facts.imprint.algorithm.name = x509.ObjectIdentifier("2.16.840.1.101.3.4.2.6")  # SHA-512/256: 32 bytes as well

    assert "another digest" in refusal(authority.sign(asn1.encode_der(facts)), [authority.root_pem])


def test_what_was_signed_as_something_else_is_no_timestamp(authority: LocalAuthority) -> None:
    """The kind stands outside of what is signed, and once more within."""
    facts = asn1.decode_der(SignedToken, token_from(authority)).data.content.facts
    signed = asn1.decode_der(SignedToken, authority.sign(facts, kind="1.3.6.1.4.1.55555.3"))
    signed.data.content.kind = TST_INFO

    assert "do not fit together" in refusal(asn1.encode_der(signed), [authority.root_pem])


def test_a_moment_put_into_the_past_is_said_to_be_altered(authority: LocalAuthority) -> None:
    """Not that a certificate had run out: that would be the authority's fault."""
    token = token_from(authority)
    moment = facts_of(token).moment.as_datetime()

    said = refusal(token.replace(f"{moment:%Y%m%d}".encode(), b"20190522", 1), [authority.root_pem])

    assert "do not fit together. It was altered" in said


def test_signed_bytes_that_are_no_facts_are_refused(authority: LocalAuthority) -> None:
    assert "what a timestamp token says" in refusal(authority.sign(b"I was there."), [authority.root_pem])
