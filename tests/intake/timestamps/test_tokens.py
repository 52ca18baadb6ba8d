"""What is asked and what is believed: openssl is the authority, and openssl must agree."""

import hashlib
import secrets
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.intake.timestamps.authority import POLICY, LocalAuthority
from tests.intake.timestamps.believing import DIGEST, openssl_accepts, token_from

from paradero.intake.timestamps import check_token, request, token_of


@pytest.mark.parametrize(
    ("nonce", "shown"),
    [
        (None, "unspecified"),
        (0, "0x0"),
        (127, "0x7F"),
        (128, "0x80"),
        (2**63, "0x8000000000000000"),
        (2**64 - 1, "0xFFFFFFFFFFFFFFFF"),
    ],
)
def test_the_question_is_the_one_that_openssl_asks(tmp_path: Path, nonce: int | None, shown: str) -> None:
    """Byte for byte, so that no authority takes it otherwise."""
    query = request(DIGEST, nonce=nonce)
    (tmp_path / "ours.tsq").write_bytes(query)
    said = subprocess.run(
        ["openssl", "ts", "-query", "-in", "ours.tsq", "-text"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    asked = ["-digest", DIGEST.hex(), "-sha256", "-cert", "-no_nonce", "-out", "theirs.tsq"]
    subprocess.run(["openssl", "ts", "-query", *asked], cwd=tmp_path, capture_output=True, check=True)

    assert "Hash Algorithm: sha256" in said
    assert "Certificate required: yes" in said
    assert f"Nonce: {shown}\n" in said
    assert (query == (tmp_path / "theirs.tsq").read_bytes()) is (nonce is None)


def test_only_the_digest_is_in_the_question() -> None:
    """Nothing else leaves the house."""
    other = hashlib.sha256(b"another day").digest()

    assert request(DIGEST, nonce=7).replace(DIGEST, other) == request(other, nonce=7)
    assert len(request(DIGEST, nonce=None)) == 59


@pytest.mark.parametrize("digest", [b"", b"\x00" * 31, b"\x00" * 33, DIGEST.hex().encode()])
def test_what_is_no_sha256_is_not_asked_about(digest: bytes) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        request(digest, nonce=None)


def test_a_nonce_below_zero_is_no_nonce() -> None:
    with pytest.raises(ValueError, match="below zero"):
        request(DIGEST, nonce=-1)


def test_a_granted_answer_gives_a_token_and_its_facts(authority: LocalAuthority) -> None:
    nonce = secrets.randbits(64)
    token = token_of(authority.respond(request(DIGEST, nonce=nonce)), digest=DIGEST, nonce=nonce)
    later = token_of(authority.respond(request(DIGEST, nonce=nonce)), digest=DIGEST, nonce=nonce)

    assert token.moment.tzinfo is UTC
    assert abs(token.moment - datetime.now(UTC)) < timedelta(minutes=5)  # noqa: TID251 -- the authority reads the clock
    assert token.policy == POLICY
    assert token.authority == "Registro del Sur clock, Registro del Sur"
    assert later.serial_number == token.serial_number + 1


def test_a_good_token_is_believed_here_and_by_openssl(authority: LocalAuthority) -> None:
    """A court's expert uses openssl, and must come to the same."""
    token = token_of(authority.respond(request(DIGEST, nonce=5)), digest=DIGEST, nonce=5)

    assert check_token(token.der, digest=DIGEST, roots=[authority.root_pem]) == token.moment
    assert openssl_accepts(authority, token.der, "-data", "day.json")
    assert openssl_accepts(authority, token.der, "-digest", DIGEST.hex())
    assert not openssl_accepts(authority, token.der, "-digest", hashlib.sha256(b"other").hexdigest())


def test_a_token_outlives_its_certificate(authority: LocalAuthority) -> None:
    """What counts is its own moment; openssl has to be told so, as docs/explanation/what-a-seal-proves.md does."""
    token = token_of(authority.respond(request(DIGEST, nonce=5)), digest=DIGEST, nonce=5)
    then, after_its_end = int(token.moment.timestamp()), 2_600_000_000

    assert openssl_accepts(authority, token.der, "-data", "day.json", "-attime", str(then))
    assert not openssl_accepts(authority, token.der, "-data", "day.json", "-attime", str(after_its_end))


@pytest.mark.parametrize(
    "kind",
    [
        {"key": "ec"},
        {"digest": "sha384"},
        {"digest": "sha512", "names_signer_by": "sha512"},
        {"names_signer_by": "sha1"},
        {"more": "ess_cert_id_chain = yes\naccuracy = secs:1, millisecs:500, microsecs:100\nordering = yes"},
        {"with_step": True, "carries_chain": True},
        {"with_step": True, "carries_chain": True, "more": "ess_cert_id_chain = yes"},
    ],
    ids=lambda kind: " ".join(f"{name}={value}" for name, value in kind.items()),
)
def test_tokens_of_many_kinds_of_authority_are_believed(tmp_path: Path, kind: dict[str, str]) -> None:
    authority = LocalAuthority(tmp_path, **({"key": "ec"} | kind))  # type: ignore[arg-type]
    token = token_from(authority, nonce=3)

    assert check_token(token, digest=DIGEST, roots=[authority.root_pem])
    assert openssl_accepts(authority, token, "-data", "day.json")


def test_a_token_without_its_chain_is_believed_with_the_certificate_between(tmp_path: Path) -> None:
    authority = LocalAuthority(tmp_path, key="ec", with_step=True)
    token = token_from(authority)

    assert check_token(token, digest=DIGEST, roots=[authority.root_pem], intermediates=[authority.step_pem])


def test_roots_may_be_many_and_in_one_text(authority: LocalAuthority, tmp_path: Path) -> None:
    other = LocalAuthority(tmp_path, key="ec", name="Otro registro").root_pem
    token = token_from(authority)

    assert check_token(token, digest=DIGEST, roots=[other, authority.root_pem])
    assert check_token(token, digest=DIGEST, roots=[other + authority.root_pem, authority.root_pem])


def test_a_moment_keeps_its_fraction_of_a_second(tmp_path: Path) -> None:
    """ "Before" by up to a second too early would be said of every token."""
    authority = LocalAuthority(tmp_path, key="ec", more="clock_precision_digits = 6")
    tokens = [token_of(authority.respond(request(DIGEST, nonce=None)), digest=DIGEST, nonce=None) for _ in range(3)]

    assert any(token.moment.microsecond for token in tokens)
    assert check_token(tokens[0].der, digest=DIGEST, roots=[authority.root_pem]) == tokens[0].moment
