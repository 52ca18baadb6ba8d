"""What may not leave: everything that reading would refuse, and whatever is not what was sealed."""

import hashlib
import io
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from tests.exchange.bundle import made
from tests.exchange.bundle.authority import Authority

from paradero.exchange.bundle import BundleParts, BundleRefused, BundleToken, Capture, read_bundle, write_bundle
from paradero.terms.chain import Head, Link, canonical, next_link


def refusal(bundle: BundleParts) -> BundleRefused:
    with pytest.raises(BundleRefused) as refused:
        made.written(bundle)
    assert str(refused.value).startswith("The bundle: ")
    assert str(refused.value).endswith(". Nothing may be sent.")
    return refused.value


def first(**fields: object) -> BundleParts:
    """The bundle with another first item, and no proofs to contradict it."""
    changed = replace(made.ITEMS[0], **fields)
    return replace(made.parts([changed, *made.ITEMS[1:]]), proofs=())


MANIFEST, CUSTODY, ROOTS = "paradero/manifest.json", "paradero/custody.jsonl", "paradero/roots.json"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"pieces": lambda: [made.PAGE, b"more"]}, "does not fit the bytes of I-7K3M-Q2XD"),
        ({"pieces": lambda: [made.PAGE[:-1]]}, "does not fit the bytes of I-7K3M-Q2XD"),
        ({"pieces": lambda: [made.PAGE.replace(b"Galina", b"Nobody")]}, "does not fit the bytes of I-7K3M-Q2XD"),
        ({"pieces": tuple}, "does not fit the bytes"),
        ({"sha512": "0" * 128}, "does not fit the bytes"),
        ({"size_bytes": 3}, "does not fit the bytes"),
        ({"sha512": "AB" * 64}, "'sha512' is no digest"),
        ({"ref": "Galina"}, "'ref' is no reference"),
        ({"publisher": "El Faro\r\nWARC-Type: response"}, "'publisher' is no line"),
        ({"publisher": ""}, "'publisher' is no line"),
        ({"publisher": "\ud800"}, "'publisher' is no line"),
        ({"address": "https://faro.example/" + "a" * 4_000}, "'address' is no line"),
        ({"media_type": "text/html; charset=utf-8"}, "'media_type' is no media type"),
        ({"media_type": "../../x"}, "'media_type' is no media type"),
        ({"size_bytes": -1}, "'bytes' is no whole number"),
        ({"capture": Capture(at=made.TAKEN_AT, tool="x" * 501)}, "'tool' is no line"),
        ({"capture": Capture(at=made.TAKEN_AT, page_sha256="ab")}, "'page_sha256' is no digest"),
    ],
)
def test_an_item_that_is_not_what_was_sealed_or_not_fit_to_be_said_is_refused(
    fields: dict[str, object], said: str
) -> None:
    refused = refusal(first(**fields))

    assert said in str(refused)
    assert refused.member == MANIFEST


def test_an_item_twice_is_refused() -> None:
    assert "speaks of one item twice" in str(refusal(made.parts([made.ITEMS[0], made.ITEMS[0]])))


def test_no_item_is_no_bundle() -> None:
    head = Head(seq=1, hash="0" * 64)
    assert "0 items" in str(refusal(BundleParts(items=(), custody=(), custody_head=head)))


def test_ten_thousand_items_are_the_most() -> None:
    """Reading keeps what is said of each in memory."""
    one = made.ITEMS[3]
    many = [
        replace(one, sha256=f"{number:064x}", ref=f"I-{number:04d}-{number // 10_000:04d}") for number in range(10_001)
    ]
    head = Head(seq=1, hash="0" * 64)

    assert "10,001 items" in str(refusal(BundleParts(items=tuple(many), custody=(), custody_head=head)))


def entry(**facts: str | int | None) -> Link:
    usual = {"seq": 1, "at": "2026-11-20", "actor": "marta", "act": "sealed", "ref": made.ITEMS[0].ref, "reader": ""}
    return next_link(None, canonical({**usual, "sha256": made.ITEMS[0].sha256, **facts}))


@pytest.mark.parametrize(
    ("link", "said"),
    [
        (entry(ref="I-9999-ELSE", sha256="99" * 32), "is about none of these items"),
        (entry(ref="I-9999-ELSE"), "is about none of these items"),
        (entry(colour=3), "without exactly the fields"),
        (entry(actor=None), "'actor' is no line"),
        (replace(entry(), hash="0" * 64), "was changed after it was written"),
        (replace(entry(), seq=2), "would not say what the entries of the log are"),
        (replace(entry(), entry=entry().entry.replace(b":", b": ")), "would not say what the entries of the log are"),
        (replace(entry(), entry=b"Galina"), "is no JSON"),
        (replace(entry(), entry=b"\xff"), "is not in the form"),
        (replace(entry(), previous="x"), "'previous' is no digest"),
    ],
)
def test_an_entry_of_the_log_that_does_not_hold_or_is_not_theirs_is_refused(link: Link, said: str) -> None:
    """A new field of the log leaves only when somebody has decided that it may."""
    parts = BundleParts(items=made.ITEMS[:1], custody=(link,), custody_head=Head(seq=max(link.seq, 1), hash=link.hash))

    assert said in str(refusal(parts))
    assert refusal(parts).member == CUSTODY


def _custody(change: Callable[[tuple[Link, ...]], tuple[Link, ...]]) -> Callable[[BundleParts], BundleParts]:
    return lambda parts: replace(parts, custody=change(parts.custody))


@pytest.mark.parametrize(
    ("change", "member", "said"),
    [
        (_custody(lambda links: links[1:]), ROOTS, "is not what was sealed of I-7K3M-Q2XD"),
        (_custody(lambda links: (*links[:1], *links[2:])), CUSTODY, "has no entry about I-0001-TEXT"),
        (_custody(lambda links: (links[1], links[0], *links[2:])), CUSTODY, "does not follow from the one before it"),
        (_custody(lambda links: links[:-1]), CUSTODY, "has no order for I-0006-BVRN"),
        (_custody(lambda links: links[:0]), CUSTODY, "has no order for I-0006-BVRN"),
        (
            lambda parts: replace(parts, custody_head=Head(seq=3, hash="0" * 64)),
            MANIFEST,
            "names an end of the custody log",
        ),
        (lambda parts: replace(parts, days=parts.days[1:]), ROOTS, "that the bundle does not have"),
        (lambda parts: replace(parts, days=parts.days[::-1]), ROOTS, "has 2026-11-21 after 2026-11-22"),
        (lambda parts: replace(parts, days=(parts.days[0], *parts.days)), ROOTS, "has 2026-11-20 after 2026-11-20"),
    ],
)
def test_parts_that_contradict_each_other_are_refused(
    change: Callable[[BundleParts], BundleParts], member: str, said: str
) -> None:
    refused = refusal(change(made.parts()))

    assert said in str(refused)
    assert refused.member == member


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"place": 3}, "does not lead to the root"),
        ({"place": 10_000}, "does not lead to the root"),
        ({"path": ()}, "does not lead to the root"),
        ({"path": ("0" * 64,) * 65}, "'path' is no list of at most 64"),
        ({"day": date(2026, 11, 1)}, "that the bundle does not have"),
        ({"what": "derived blurred copy"}, "that the bundle does not have"),
        ({"sha256": "0" * 64}, "is not what was sealed"),
        ({"item": "I-0001-TEXT"}, "is not what was sealed"),
    ],
)
def test_a_proof_that_proves_nothing_is_refused(fields: dict[str, object], said: str) -> None:
    parts = made.parts()
    refused = refusal(replace(parts, proofs=(replace(parts.proofs[0], **fields), *parts.proofs[1:])))

    assert said in str(refused)
    assert refused.member == ROOTS


def test_nothing_but_certificates_leaves_beside_a_token(authority: Authority) -> None:
    """A file with keys in it is easily taken for the file with the certificates."""
    parts = made.parts()
    token = BundleToken(day=made.FIRST, der=authority.stamp(parts.days[0].text), certificates=authority.certificates)
    with_key = authority.certificates + (authority.folder / "tsa.key").read_bytes()

    for certificates in (with_key, b"", b"-----BEGIN CERTIFICATE-----\n", authority.certificates[:-1]):
        spoilt = replace(parts, tokens=(replace(token, certificates=certificates),))
        assert "something else than certificates" in str(refusal(spoilt))
    assert "which is not among its days" in str(refusal(replace(parts, tokens=(replace(token, day=date(2026, 1, 1)),))))
    assert "larger than any is" in str(refusal(replace(parts, tokens=(replace(token, der=bytes(2_000_000)),))))


def test_more_tokens_than_a_reader_takes_are_refused() -> None:
    token = BundleToken(day=made.FIRST, der=b"", certificates=b"")

    assert "more tokens beside it" in str(refusal(replace(made.parts(), tokens=(token,) * 15_000)))


def test_a_moment_of_any_zone_is_said_in_utc() -> None:
    summer = timezone(timedelta(hours=3))
    at = datetime(2026, 11, 20, 12, 30, 12, tzinfo=summer)
    bundle = made.written(made.parts([replace(made.ITEMS[0], collected_at=at)], ()))

    assert b'"collected_at":"2026-11-20T09:30:12+00:00"' in made.members(bundle)[MANIFEST]
    assert read_bundle(io.BytesIO(bundle), name="case.wacz").parts.items[0].collected_at == at


def big(size: int) -> Iterator[bytes]:
    piece = bytes(range(256)) * 4096
    for _ in range(size // len(piece)):
        yield piece


def test_a_long_video_passes_through_in_pieces(tmp_path: Path) -> None:
    """No more than a few megabytes of it are ever held, in writing or in reading."""
    size = 48 << 20
    sha256, sha512 = hashlib.sha256(), hashlib.sha512()
    for piece in big(size):
        sha256.update(piece)
        sha512.update(piece)
    video = replace(
        made.ITEMS[4], sha256=sha256.hexdigest(), sha512=sha512.hexdigest(), size_bytes=size, pieces=lambda: big(size)
    )
    parts = made.parts([video], ())
    path = tmp_path / "case.wacz"
    tracemalloc.start()
    with path.open("w+b") as file:
        write_bundle(file, parts, made_at=made.MADE_AT, software=made.SOFTWARE)
        _, most_in_writing = tracemalloc.get_traced_memory()
        tracemalloc.reset_peak()
        back = read_bundle(file, name="case.wacz")
        _, most_in_reading = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert back.parts.items == (video,)
    assert path.stat().st_size > 2 * size  # under items/, and as a record of the web
    assert most_in_writing < 10_000_000
    assert most_in_reading < 10_000_000
