"""Whose timestamps are believed: those of a chain that ends in a root the desk was given, and that was valid then."""

from pathlib import Path

import pytest
from cryptography.hazmat import asn1
from tests.intake.timestamps.authority import AHEAD, PAST, LocalAuthority
from tests.intake.timestamps.believing import DIGEST, refusal, token_from

from paradero.intake.timestamps import check_token
from paradero.intake.timestamps.shapes import SignedToken


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
