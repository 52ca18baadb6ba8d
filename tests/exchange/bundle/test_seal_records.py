"""What a day's root proves of publisher, address, day and custody: a forger who makes all sums anew is named."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from tests.exchange.bundle import made
from tests.exchange.bundle.test_procedure import SHELLS, flipped, named, verified

from paradero.exchange.bundle import (
    CUSTODY_ENTRY,
    ORIGINAL,
    SEAL_RECORD,
    BundleParts,
    BundleRefused,
    item_of_record,
    read_bundle,
    seal_record,
)
from paradero.terms.chain import chain_hash

Members = dict[str, bytes]
Forgery = Callable[[Members], Mapping[str, bytes]]
FARO = made.RECORDED[0]
MANIFEST, CUSTODY, ROOTS = "paradero/manifest.json", "paradero/custody.jsonl", "paradero/roots.json"


@pytest.fixture(scope="module")
def recorded() -> BundleParts:
    return made.parts(made.RECORDED, naming=True)


@pytest.fixture(scope="module")
def content(recorded: BundleParts) -> Members:
    return made.members(made.written(recorded))


def changed(name: str, old: str, new: str) -> Forgery:
    def forged(content: Members) -> Mapping[str, bytes]:
        assert old.encode() in content[name]
        return content | {name: content[name].replace(old.encode(), new.encode(), 1)}

    return forged


def without_proofs_of(what: str) -> Forgery:
    """The proofs are left out that would contradict the forger."""

    def forged(content: Members) -> Mapping[str, bytes]:
        kept = [line for line in content[ROOTS].splitlines() if f'"what":"{what}"'.encode() not in line]
        text = b"\n".join([*kept, b""]).replace(b'},\n],"tokens"', b'}\n],"tokens"')
        return content | {ROOTS: text}

    return forged


def as_before_there_were_records(content: Members) -> Mapping[str, bytes]:
    """The line is passed off as one that was never sealed, in the first form of a line."""
    old, new = seal_record(FARO), seal_record(replace(FARO, recorded=None, publisher="Another outlet"))
    return without_proofs_of(SEAL_RECORD)(dict(changed(MANIFEST, old, new)(content)))


def without_any_proof_of_the_item(content: Members) -> Mapping[str, bytes]:
    """Of the item no leaf is left that anything could be held against but its entries in the custody log."""
    line = f'"item":"{FARO.ref}"'.encode()
    lines = [each for each in content[ROOTS].splitlines() if not (line in each and b"custody entry" not in each)]
    return content | {ROOTS: b"\n".join([*lines, b""]).replace(b'},\n],"tokens"', b'}\n],"tokens"')}


def another_actor(content: Members) -> Mapping[str, bytes]:
    """Somebody else in the last entry, and its hash made anew; no entry after it is here to contradict it."""
    *lines, last = content[CUSTODY].splitlines()
    link = json.loads(last)
    text = json.dumps(link["entry"] | {"actor": "oleh"}, sort_keys=True, separators=(",", ":"))
    digest = chain_hash(link["previous"], text.encode())
    lines.append(f'{{"entry":{text},"hash":"{digest}","previous":"{link["previous"]}"}}'.encode())
    return content | {CUSTODY: b"\n".join([*lines, b""])}


def another_days_custody(content: Members) -> Mapping[str, bytes]:
    """The days are said to cover less, so that the promise is taken back; their texts are other texts then."""
    return content | {ROOTS: content[ROOTS].replace(b'"custody":12', b'"custody":11')}


FORGERIES: dict[str, tuple[Forgery, str]] = {
    "another publisher": (changed(MANIFEST, "El Faro del Sur", "Another outlet"), MANIFEST),
    "another address": (changed(MANIFEST, "https://www.faro.example/", "https://www.faros.example/"), MANIFEST),
    "an earlier claimed day": (changed(MANIFEST, '"2026-11-19"', '"2026-11-09"'), MANIFEST),
    "another salt": (changed(MANIFEST, FARO.recorded.salt if FARO.recorded else "", "0" * 64), MANIFEST),
    "another publisher, and no proofs of records": (
        lambda content: without_proofs_of(SEAL_RECORD)(
            dict(changed(MANIFEST, "El Faro del Sur", "Another outlet")(content))
        ),
        MANIFEST,
    ),
    "another publisher, and no proof of the item at all": (
        lambda content: without_any_proof_of_the_item(
            dict(changed(MANIFEST, "El Faro del Sur", "Another outlet")(content))
        ),
        CUSTODY,
    ),
    "another publisher, as if there were no records": (as_before_there_were_records, MANIFEST),
    "another actor in the log": (another_actor, CUSTODY),
    "another actor in the log, and no proofs of entries": (
        lambda content: without_proofs_of(CUSTODY_ENTRY)(dict(another_actor(content))),
        CUSTODY,
    ),
    "a record of another form": (changed(MANIFEST, "paradero seal 1", "paradero seal 9"), MANIFEST),
}


@pytest.mark.parametrize("kind", FORGERIES)
def test_a_forger_who_makes_all_sums_anew_is_caught(content: Members, tmp_path: Path, kind: str) -> None:
    """Publisher, address, claimed day and custody hang on the day's root, not on the fingerprint alone."""
    forge, member = FORGERIES[kind]
    forged = made.summed_anew(forge(content))

    assert named(verified(made.unzipped(made.zipped(forged), tmp_path / "forged"))) == [member]
    with pytest.raises(BundleRefused) as refused:
        read_bundle(made.as_file(made.zipped(forged)), name="case.wacz")
    assert refused.value.member == member


def test_a_day_that_takes_its_promise_back_is_another_day(content: Members, recorded: BundleParts) -> None:
    """What the day promises stands in the text that the authority stamped and that the next day names."""
    forged = read_bundle(
        made.as_file(made.zipped(made.summed_anew(another_days_custody(content)))), name="case.wacz"
    ).parts

    assert [day.hash for day in forged.days[1:]] != [day.hash for day in recorded.days[1:]]
    assert forged.days[2].previous != forged.days[1].hash


@pytest.mark.parametrize("shell", SHELLS, ids=" ".join)
def test_a_whole_bundle_with_seal_records_is_whole(
    content: Members, recorded: BundleParts, tmp_path: Path, shell: list[str]
) -> None:
    bundle = made.zipped(content)
    said = verified(made.unzipped(bundle, tmp_path / "whole"), shell=shell)
    back = read_bundle(made.as_file(bundle), name="case.wacz")

    assert not named(said)
    assert "I-" not in "".join(line for line in said.splitlines() if line.startswith("open"))
    assert back.parts == recorded
    assert (back.unproven, back.unrecorded, back.unproven_entries) == ((), (), ())
    assert made.written(back.parts) == bundle
    assert b'"format":"paradero bundle 2"' in content[MANIFEST]


@pytest.mark.parametrize("name", [MANIFEST, CUSTODY, ROOTS, f"items/{FARO.sha256}.html"])
def test_one_changed_byte_is_named(content: Members, tmp_path: Path, name: str) -> None:
    folder = made.unzipped(made.zipped(content), tmp_path / "changed")
    (folder / name).write_bytes(flipped(content[name], 0.4))

    assert named(verified(folder)) == [name]


def test_a_bundle_of_before_still_reads_and_says_what_it_does_not_prove(tmp_path: Path) -> None:
    """Its days promised nothing, so nothing is amiss; but publisher and custody rest on the fingerprint alone."""
    parts = made.parts()
    old = made.written(replace(parts, proofs=tuple(proof for proof in parts.proofs if proof.what == ORIGINAL)))
    back = read_bundle(made.as_file(old), name="old.wacz")
    said = verified(made.unzipped(old, tmp_path / "old"))

    assert b'"format":"paradero bundle 1"' in made.members(old)[MANIFEST]
    assert back.unproven == ()
    assert back.unrecorded == tuple(item.ref for item in made.ITEMS)
    assert back.unproven_entries == (1, 3, 4, 5, 7, 8, 9, 11, 12)
    assert not named(said)
    assert said.count("no root of a day covers what the manifest says of it") == len(made.ITEMS)
    assert "open      entry 12 of the custody log: no root of a day covers it" in said


def test_what_a_day_does_not_cover_yet_is_said_and_not_refused(recorded: BundleParts) -> None:
    """An entry of today is in no root before midnight."""
    before = [replace(day, custody=min(day.custody or 0, 11)) for day in recorded.days]
    late = replace(
        recorded,
        days=tuple(before),
        proofs=tuple(
            proof
            for proof in recorded.proofs
            if proof.what != CUSTODY_ENTRY or proof.sha256 != recorded.custody[-1].hash
        ),
    )

    assert read_bundle(made.as_file(made.written(late)), name="late.wacz").unproven_entries == (12,)


def test_a_record_comes_back_from_its_text() -> None:
    """The line of the manifest is the text that was kept since the sealing, letter by letter."""
    for item in made.RECORDED:
        assert item_of_record(seal_record(item), item.pieces) == item
    with pytest.raises(ValueError, match="a kept seal record"):
        item_of_record("{}", tuple)
