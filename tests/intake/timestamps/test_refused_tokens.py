"""What is not believed. Whoever could change a token, or the clock that made it, could date a forgery back."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat import asn1
from hypothesis import given, settings, strategies as st
from tests.intake.timestamps.authority import AHEAD, PAST, LocalAuthority
from tests.intake.timestamps.test_tokens import DIGEST, openssl_accepts, token_from

from paradero.intake.timestamps import TokenRefused, check_token, request, token_of
from paradero.intake.timestamps.shapes import TST_INFO, Answer, Extension, Facts, SignedData, SignedToken

OTHER = hashlib.sha256(b"something else").digest()
LARGE = 1_000_000

# A changed byte may make a serial number negative, which the library remarks on before we refuse it.
odd_certificates = pytest.mark.filterwarnings("ignore:Parsed a serial number")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> LocalAuthority:
    """An authority with a chain and short keys: its tokens are checked many times."""
    return LocalAuthority(tmp_path_factory.mktemp("small"), key="ec", with_step=True, carries_chain=True)


@pytest.fixture(scope="module")
def token(small: LocalAuthority) -> bytes:
    return token_from(small)


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


@pytest.mark.parametrize(
    ("valid", "years"), [(PAST, "from 2020-01-01 to 2020-02-01 only"), (AHEAD, "from 2048-01-01 to 2049-01-01 only")]
)
@pytest.mark.parametrize("whose", ["valid", "root_valid"])
def test_a_certificate_that_was_not_valid_at_that_moment_is_refused(
    tmp_path: Path, valid: tuple[str, str], years: str, whose: str
) -> None:
    """An authority's old key may have fallen into other hands."""
    authority = LocalAuthority(tmp_path, key="ec", **{whose: valid})  # type: ignore[arg-type]
    said = refusal(token_from(authority), [authority.root_pem])

    part = {"valid": "clock", "root_valid": "root"}[whose]
    assert f"Registro del Sur {part}, Registro del Sur was valid {years}" in said


@pytest.mark.parametrize(
    "usage",
    ["", "timeStamping", "critical,serverAuth", "critical,timeStamping,codeSigning"],
    ids=lambda usage: usage or "none",
)
def test_a_certificate_that_is_not_for_timestamps_alone_is_refused(
    tmp_path: Path, authority: LocalAuthority, usage: str
) -> None:
    """Else anybody with a certificate for a web page under the same root could give timestamps."""
    facts = asn1.decode_der(SignedToken, token_from(authority)).data.content.facts
    other = LocalAuthority(tmp_path, key="ec", name="Registro del Norte", usage=usage)

    said = refusal(other.sign(facts), [other.root_pem])

    assert "(Registro del Norte clock, Registro del Norte) is not for timestamps alone" in said


def test_what_an_authority_signs_apart_from_its_answers_is_believed_too(authority: LocalAuthority) -> None:
    """So the refusals around this one are for what they name, not for the way the tests sign."""
    token = token_from(authority)
    again = authority.sign(asn1.decode_der(SignedToken, token).data.content.facts)

    assert again != token
    assert check_token(again, digest=DIGEST, roots=[authority.root_pem])


def test_an_unknown_authority_is_refused(token: bytes, authority: LocalAuthority) -> None:
    assert "no chain leads from" in refusal(token, [authority.root_pem])


def test_a_root_that_only_has_the_same_name_is_refused(token: bytes, tmp_path: Path) -> None:
    namesake = LocalAuthority(tmp_path, key="ec")

    assert "no chain leads from" in refusal(token, [namesake.root_pem])


def test_a_token_that_brings_its_own_root_is_not_believed_for_it(
    small: LocalAuthority, authority: LocalAuthority
) -> None:
    """A forger's chain is whole as well."""
    token = token_from(small)

    assert small.root_pem in (small.folder / "chain.pem").read_bytes()
    assert "no chain leads from" in refusal(token, [authority.root_pem])


def test_a_missing_certificate_between_is_refused(tmp_path: Path) -> None:
    authority = LocalAuthority(tmp_path, key="ec", with_step=True)

    said = refusal(token_from(authority), [authority.root_pem])

    assert "no chain leads from" in said
    assert "the certificates between" in said


def test_a_certificate_that_may_issue_none_is_no_step_of_a_chain(tmp_path: Path) -> None:
    """Else whoever has any certificate of a root could issue one for timestamps."""
    authority = LocalAuthority(tmp_path, key="ec", with_step=True, step="CA:FALSE", carries_chain=True)

    assert "used for what it is not for" in refusal(token_from(authority), [authority.root_pem])


def test_a_root_handed_in_as_a_step_is_not_trusted(
    small: LocalAuthority, token: bytes, authority: LocalAuthority
) -> None:
    """The library that checks chains would trust it."""
    said = refusal(token, [authority.root_pem], between=[small.root_pem])

    assert "Registro del Sur root, Registro del Sur is a root. Name it as one" in said


def test_a_step_handed_in_as_a_root_is_named(small: LocalAuthority, token: bytes) -> None:
    assert "step, Registro del Sur is no root: another issued it" in refusal(token, [small.step_pem])


def test_without_a_root_nothing_is_believed(token: bytes) -> None:
    assert "No root certificate is named" in refusal(token, [])


@pytest.mark.parametrize(
    "text", [b"", b"no certificate", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"]
)
def test_what_is_no_certificate_in_pem_is_named(token: bytes, text: bytes) -> None:
    assert f"({len(text)} bytes) cannot be read. Save it as PEM" in refusal(token, [text])


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


@pytest.mark.parametrize("given", [1, 2**64])
def test_an_answer_to_another_question_is_refused(authority: LocalAuthority, given: int) -> None:
    """An old answer sent again would date a new thing back."""
    answer = authority.respond(request(DIGEST, nonce=given))

    assert token_of(answer, digest=DIGEST, nonce=given)
    assert "its nonce differs" in answer_refusal(answer, nonce=2)


def test_an_answer_without_the_nonce_that_was_sent_is_refused(authority: LocalAuthority) -> None:
    answer = authority.respond(request(DIGEST, nonce=None))

    assert token_of(answer, digest=DIGEST, nonce=None)
    assert "its nonce differs" in answer_refusal(answer, nonce=2)


def test_an_authority_that_refuses_is_quoted(authority: LocalAuthority) -> None:
    asked = ("-digest", hashlib.sha1(b"").hexdigest(), "-sha1", "-out", "sha1.tsq")  # noqa: S324 -- not taken there either
    authority.openssl("ts", "-query", *asked)
    said = answer_refusal(authority.respond((authority.folder / "sha1.tsq").read_bytes()))

    assert said.startswith("The timestamp authority was asked and refused it, saying “Message digest algorithm is not")
    assert "Nothing was stamped" in said


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ("3003020102", "was asked and refused it. Nothing"),
        ("3003020103", "has not answered it yet"),
        ("3003020104", "about to be revoked"),
        ("3003020105", "was revoked"),
        ("3003020100", "gave no token"),
        ("300302017F", "gave no token"),
        ("30030201FF", "gave no token"),
        ("300A0201023005" + "0C031B5B6D", "saying “[m”"),
    ],
)
def test_a_status_without_a_token_is_said_in_words(answer: str, says: str) -> None:
    inner = bytes.fromhex(answer)

    assert says in answer_refusal(bytes([0x30, len(inner)]) + inner)


def test_a_token_counts_only_where_it_was_granted(authority: LocalAuthority) -> None:
    """With modifications, status 1, it counts: what was asked for is compared anyhow."""
    answer = asn1.decode_der(Answer, authority.respond(request(DIGEST, nonce=None)))
    answer.status.code = 1
    assert token_of(asn1.encode_der(answer), digest=DIGEST, nonce=None)

    answer.status.code = 2
    assert "refused it" in answer_refusal(asn1.encode_der(answer))


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (b"", "These 0 bytes are not a timestamp authority's answer"),
        (b"<html>Busy</html>", "are not a timestamp authority's answer"),
        (b"\x30\x80", "are not a timestamp authority's answer"),
        (b"\x30\x84\xff\xff\xff\xff", "are not a timestamp authority's answer"),
        (b"\x30" * 60_000, "are not a timestamp authority's answer"),
        (b"\x00" * LARGE, "These 1,000,000 bytes are far too many"),
    ],
    ids=["empty", "a page", "without length", "four gigabytes", "nested", "large"],
)
def test_what_is_no_answer_is_refused(answer: bytes, says: str) -> None:
    assert says in answer_refusal(answer)
    assert "a timestamp token" in refusal(answer, [])


def test_what_is_no_sha256_is_checked_against_nothing(token: bytes) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        check_token(token, digest=b"", roots=[])
    with pytest.raises(ValueError, match="32 bytes"):
        token_of(token, digest=b"", nonce=None)


@odd_certificates
@settings(max_examples=300, deadline=None)
@given(st.data())
def test_whatever_is_handed_in_is_refused_with_a_sentence(
    small: LocalAuthority, token: bytes, data: st.DataObject
) -> None:
    """Pieces of a token put together anew get deeper than noise."""
    cut = st.integers(0, len(token))
    pieces = data.draw(st.lists(st.tuples(cut, cut) | st.binary(max_size=8), max_size=5))
    made = b"".join(piece if isinstance(piece, bytes) else token[piece[0] : piece[1]] for piece in pieces)
    if made != token:
        refusal(made, [small.root_pem])
        answer_refusal(made)
