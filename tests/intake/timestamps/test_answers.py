"""What an authority may answer: a token, a refusal, another token than was asked for, or anything at all."""

import hashlib

import pytest
from cryptography.hazmat import asn1
from hypothesis import given, strategies as st
from tests.fuzzing import fuzzes
from tests.intake.timestamps.authority import LocalAuthority
from tests.intake.timestamps.believing import (
    DIGEST,
    answer_refusal,
    odd_certificates,
    refusal,
)

from paradero.intake.timestamps import check_token, request, token_of
from paradero.intake.timestamps.shapes import Answer

LARGE = 1_000_000


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
@fuzzes("timestamp token")
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
