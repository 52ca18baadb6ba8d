"""The tools of the WACZ format take a bundle: their validator accepts it, their indexer finds what our index says."""

import gzip
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.exchange.bundle import made

from paradero.exchange.bundle import BundleToken

WACZ = shutil.which("wacz", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]))

pytestmark = pytest.mark.skipif(WACZ is None, reason="the extra [wacz] is not installed")


def wacz(*arguments: str | Path) -> str:
    assert WACZ is not None
    said = subprocess.run([WACZ, *arguments], capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stdout + said.stderr
    return said.stdout


ODD = (
    made.item("I-0001-0DDD", b'{"text": "\\x0B"', "application/json"),
    made.item("I-0002-0DDD", b"a,b\n1,2,3\n", "text/csv"),
    made.item("I-0003-0DDD", b"\xff<x", "text/html"),
    made.item("I-0004-0DDD", b"PK\5\6" + bytes(18), "application/zip"),
)


@pytest.mark.slow
def test_the_validator_accepts_a_bundle(whole: bytes, tmp_path: Path) -> None:
    (tmp_path / "case.wacz").write_bytes(whole)

    assert "Validation succeeded" in wacz("validate", "-f", tmp_path / "case.wacz")


@pytest.mark.slow
def test_the_validator_accepts_odd_evidence(tmp_path: Path) -> None:
    """It looks into tables and JSON by itself; what is not sound in that way is evidence all the same."""
    (tmp_path / "case.wacz").write_bytes(made.written(made.parts(ODD, ())))

    assert "Validation succeeded" in wacz("validate", "-f", tmp_path / "case.wacz")


@pytest.mark.slow
def test_the_validator_accepts_a_bundle_with_nothing_for_an_archive(tmp_path: Path) -> None:
    (tmp_path / "case.wacz").write_bytes(made.written(made.alone(made.ITEMS[3])))

    assert "Validation succeeded" in wacz("validate", "-f", tmp_path / "case.wacz")


@pytest.mark.slow
def test_the_validator_refuses_a_changed_bundle(whole: bytes, tmp_path: Path) -> None:
    """Or the tests above would show nothing."""
    changed = {**made.members(whole), "pages/pages.jsonl": b"{}\n"}
    (tmp_path / "case.wacz").write_bytes(made.zipped(changed))
    said = subprocess.run(
        [str(WACZ), "validate", "-f", tmp_path / "case.wacz"], capture_output=True, text=True, check=False
    )

    assert said.returncode == 1
    assert "the passed WACZ is invalid" in said.stdout


@pytest.mark.slow
def test_the_indexer_finds_what_our_index_says(tokens: Sequence[BundleToken], tmp_path: Path) -> None:
    content = made.members(made.written(made.parts(tokens=tokens)))
    (tmp_path / "data.warc.gz").write_bytes(content["archive/data.warc.gz"])
    wacz("create", "-f", tmp_path / "data.warc.gz", "-o", tmp_path / "theirs.wacz")
    theirs = made.members((tmp_path / "theirs.wacz").read_bytes())

    found = []
    for line in gzip.decompress(theirs["indexes/index.cdx.gz"]).decode().splitlines():
        key, _, said = line.partition(" {")
        rest = json.loads("{" + said)
        del rest["recordDigest"]
        found.append(f"{key} {json.dumps(rest)}")
    assert found == gzip.decompress(content["indexes/index.cdx.gz"]).decode().splitlines()
    assert theirs["indexes/index.idx"].splitlines()[0] == content["indexes/index.idx"].splitlines()[0]
