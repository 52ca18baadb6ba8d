"""The procedure for experts, run as they run it: a shell, in a folder with nothing in it but the unzipped bundle."""

import hashlib
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import gmtime, sleep, strftime, time

import pytest
from tests.exchange.bundle import made
from tests.exchange.bundle.authority import Authority
from tests.exchange.bundle.forgeries import AMBIGUOUS, FORGERIES

from paradero.exchange.bundle import COUNTED, ENTRY, BundleRefused, BundleToken, read_bundle
from paradero.exchange.bundle.writing import guidance

ROOT = Path(__file__).resolve().parents[3]
SHELLS = [shell for shell in (["dash"], ["bash", "--posix"], ["busybox", "sh"], ["sh"]) if shutil.which(shell[0])]
TAKEN_APART = sorted(
    {
        "authority" if name.endswith(".pem") else name
        for name in made.members(made.written(made.parts()))
        | dict.fromkeys(
            (f"paradero/{made.SECOND}.json", f"paradero/{made.SECOND}.tsr", f"paradero/{made.SECOND}-2.tst")
        )
        | {"authority": b""}
    }
)


def verified(
    folder: Path, *arguments: str, script: Path | str = "paradero/verify.sh", shell: list[str] = SHELLS[0]
) -> str:
    """What the script said, and that its exit code says the same; Paradero is out of its reach."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder.parent)}
    said = subprocess.run(
        [*shell, script, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert said.stderr == ""
    last = said.stdout.splitlines()[-1]
    assert (said.returncode, last.partition(":")[0]) in {(0, "WHOLE"), (1, "DIFFERS")}
    return said.stdout


def named(said: str) -> list[str]:
    return re.findall(r"^DIFFERS: (.*?): ", said, re.MULTILINE)


def flipped(data: bytes, at: float) -> bytes:
    place = int(at * (len(data) - 1))
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


@pytest.fixture
def clean_script(tmp_path: Path) -> Path:
    """The script from somewhere else than the bundle, as the procedure advises."""
    path = tmp_path / "from-the-documents.sh"
    path.write_bytes(guidance()["paradero/verify.sh"])
    return path


@pytest.mark.parametrize("shell", SHELLS, ids=" ".join)
def test_a_whole_bundle_is_whole_in_every_shell(unzipped: Path, shell: list[str]) -> None:
    said = verified(unzipped, shell=shell)

    assert not named(said)
    assert "files     22 are the ones that were bundled" in said
    assert "items     6 have the bytes" in said
    assert "custody   9 entries hold" in said
    assert "roots     22 proofs lead to the roots of 3 days" in said
    assert said.count("was stamped at") == 2
    assert re.findall("^open .*", said, re.MULTILINE) == [
        "open      2026-11-22: no token is over this day, nor over one chained to it"
    ]


@pytest.mark.parametrize("name", TAKEN_APART)
def test_one_changed_byte_is_named(whole: bytes, unzipped: Path, clean_script: Path, name: str) -> None:
    """Whatever is changed, wherever: the script and Paradero name that file and no other."""
    if name == "authority":
        (name,) = (str(path.relative_to(unzipped)) for path in unzipped.glob("paradero/authority-*.pem"))
    content = made.members(whole)
    changed = flipped(content[name], 0.5)
    (unzipped / name).write_bytes(changed)

    # A script that was changed can say anything, or nothing: the sums are looked at first, and another copy is run.
    script = clean_script if name == "paradero/verify.sh" else "paradero/verify.sh"
    assert named(verified(unzipped, script=script)) == [name]
    for at in (0.0, 0.5, 0.93, 1.0):
        with pytest.raises(BundleRefused) as refused:
            read_bundle(made.as_file(made.zipped(content | {name: flipped(content[name], at)})), name="case.wacz")
        assert refused.value.member == name
        assert str(refused.value).startswith(f"case.wacz: {name} ")


def test_every_kind_of_member_was_taken_apart(whole: bytes) -> None:
    there = {"authority" if name.endswith(".pem") else name for name in made.members(whole)}

    assert there == set(TAKEN_APART)


def test_the_sums_name_a_changed_script_before_it_is_run(unzipped: Path) -> None:
    script = unzipped / "paradero/verify.sh"
    script.write_bytes(flipped(script.read_bytes(), 0.5))
    said = subprocess.run(
        ["sha256sum", "-c", "--quiet", "paradero/SHA256SUMS"], cwd=unzipped, capture_output=True, text=True, check=False
    )

    assert said.returncode == 1
    assert said.stdout.splitlines() == ["paradero/verify.sh: FAILED"]


@pytest.mark.parametrize("spoil", [lambda path: path.unlink(), lambda path: path.rename(path.with_suffix(".jpeg"))])
def test_a_file_that_is_missing_is_named(unzipped: Path, spoil: Callable[[Path], None]) -> None:
    (picture,) = unzipped.glob("items/*.jpg")
    spoil(picture)

    assert str(picture.relative_to(unzipped)) in named(verified(unzipped))


def test_a_file_that_was_added_is_named(unzipped: Path) -> None:
    (unzipped / "items" / "note.txt").write_text("also look at this")

    assert named(verified(unzipped)) == ["items/note.txt"]


def test_a_link_in_the_place_of_a_file_is_named(unzipped: Path, tmp_path: Path) -> None:
    """With the same bytes behind it: tomorrow they may be others."""
    (picture,) = unzipped.glob("items/*.jpg")
    picture.rename(tmp_path / "elsewhere.jpg")
    picture.symlink_to(tmp_path / "elsewhere.jpg")

    assert named(verified(unzipped)) == [str(picture.relative_to(unzipped))]


def test_the_fingerprint_that_was_told_decides(unzipped: Path) -> None:
    fingerprint = hashlib.sha256((unzipped / "datapackage.json").read_bytes()).hexdigest()

    assert not named(verified(unzipped, fingerprint))
    assert named(verified(unzipped, "0" * 64)) == ["datapackage-digest.json"]


@pytest.mark.parametrize("kind", [*FORGERIES, *AMBIGUOUS])
def test_a_forger_who_makes_all_sums_anew_is_caught(whole: bytes, tmp_path: Path, kind: str) -> None:
    """The sums fit again; what was sealed does not. And no text says one thing to awk and another to people."""
    forge, member = (FORGERIES | AMBIGUOUS)[kind]
    forged = made.summed_anew(forge(made.members(whole)))

    assert forged["datapackage-digest.json"] != made.members(whole)["datapackage-digest.json"]
    assert named(verified(made.unzipped(made.zipped(forged), tmp_path / "forged"))) == [member]
    with pytest.raises(BundleRefused) as refused:
        read_bundle(made.as_file(made.zipped(forged)), name="case.wacz")
    assert refused.value.member == member


def test_a_forger_who_seals_the_days_anew_is_caught_by_the_token(
    authority: Authority, tokens: tuple[BundleToken, ...], tmp_path: Path
) -> None:
    """Everything fits everything else, only that no authority ever saw these days."""
    forged = made.parts([replace(made.ITEMS[0], publisher="Another outlet"), *made.ITEMS[1:]])
    with pytest.raises(BundleRefused, match="was given for something else"):
        made.written(replace(forged, tokens=tokens))

    text = forged.days[1].text
    fits = replace(forged, tokens=(replace(tokens[0], der=authority.stamp(text)),))
    content = made.members(made.written(fits)) | {"paradero/2026-11-21.tsr": tokens[0].der}
    spoilt = made.zipped(made.summed_anew(content))
    assert named(verified(made.unzipped(spoilt, tmp_path / "forged"))) == ["paradero/2026-11-21.tsr"]
    with pytest.raises(BundleRefused, match="was given for something else"):
        read_bundle(made.as_file(spoilt), name="case.wacz")


def test_a_token_of_somebody_else_is_caught_by_the_certificates_one_trusts(
    authority: Authority, unzipped: Path, tmp_path: Path
) -> None:
    """A forger can bring an authority of his own; so the expert brings the certificate."""
    another = tmp_path / "another"
    another.mkdir()
    Authority.made(another)

    assert not named(verified(unzipped, "-", str(authority.folder / "root.pem")))
    assert named(verified(unzipped, "-", str(another / "root.pem"))) == [f"paradero/{made.SECOND}.tsr"]


@pytest.mark.slow
def test_a_token_outlives_its_certificate(tmp_path: Path) -> None:
    """A court looks years later, when every certificate of today has run out."""
    parts = made.parts()
    token, until = _soon_to_run_out(tmp_path, parts.days[1].text)
    bundle = made.written(replace(parts, tokens=(token,)))
    sleep(max(0.0, until - time()) + 1)

    said = verified(made.unzipped(bundle, tmp_path / "bundle"))
    assert "was stamped at" in said
    assert "by a certificate that has run out since" in said


def _soon_to_run_out(folder: Path, text: bytes) -> tuple[BundleToken, float]:
    """A token whose certificate ran out right after it was given; a slow machine gets more time."""
    for seconds in (4, 20, 80):
        until = int(time()) + seconds
        mine = folder / f"authority-{seconds}"
        mine.mkdir()
        authority = Authority.made(mine, stamps_until=strftime("%Y%m%d%H%M%SZ", gmtime(until)))
        der = authority.stamp(text)
        if time() < until:
            return BundleToken(day=made.SECOND, der=der, certificates=authority.certificates), until
    raise AssertionError("stamping took longer than 80 seconds")


def test_every_command_of_the_procedure_runs(whole: bytes, authority: Authority, tmp_path: Path) -> None:
    """An expert types these; a command that fails would be held against the evidence."""
    text = guidance()["paradero/VERIFY.txt"].decode()
    commands = re.findall(r"^ {4}\$ (.*)$", text, re.MULTILINE)
    (tmp_path / "NAME.wacz").write_bytes(whole)
    fingerprint = hashlib.sha256(made.members(whole)["datapackage.json"]).hexdigest()
    settled = {"FINGERPRINT": fingerprint, "CERTIFICATES": str(authority.folder / "root.pem"), "DAY": str(made.SECOND)}
    lines = [re.sub("FINGERPRINT|CERTIFICATES|DAY", lambda word: settled[word[0]], command) for command in commands]
    said = subprocess.run(
        [*SHELLS[0], "-e"], input="\n".join(lines), cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert said.returncode == 0, said.stderr
    assert len(commands) > 15
    first = json.loads(made.members(whole)["paradero/custody.jsonl"].splitlines()[0])
    leaf = made.parts().proofs[0].leaf
    for shown in (
        "WHOLE: ",
        fingerprint,
        made.ITEMS[0].sha512,
        first["hash"],
        hashlib.sha256(b"\0" + leaf).hexdigest(),
        next(proof.sha256 for proof in made.parts().proofs if proof.what == "derived seal record"),
        "Verification: OK",
        made.parts().days[1].hash,
    ):
        assert shown in said.stdout


@pytest.mark.parametrize("name", ["paradero/VERIFY.txt", "paradero/verify.sh"])
def test_the_documents_say_which_script_is_the_true_one(name: str) -> None:
    """Whoever distrusts the script in a bundle compares it with the documents."""
    reference = (ROOT / "docs" / "reference" / "bundle.md").read_text()

    assert f"{hashlib.sha256(guidance()[name]).hexdigest()}  {name.removeprefix('paradero/')}\n" in reference


def test_the_script_knows_every_field_of_an_entry() -> None:
    """A field that is added to the log would otherwise make every bundle look forged."""
    fields = ",".join(rf"\"{field}\":{'n' if field == 'seq' else 's'}" for field in sorted(ENTRY))

    script = guidance()["paradero/verify.sh"].decode()
    assert rf"{{\"entry\":{{{fields}}}," in script
    assert all(rf'"{field}":n' in script for field in COUNTED)
