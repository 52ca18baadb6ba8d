"""Whatever is made of a bundle, it is refused with a sentence, or it says what it said before."""

import io
import zlib
from dataclasses import replace

import pytest
from hypothesis import given, strategies as st
from tests.exchange.bundle import made
from tests.fuzzing import fuzzes

from paradero.exchange.bundle import BundleRefused, read_bundle

WHOLE = made.written(made.parts())
CONTENT = made.members(WHOLE)
BEFORE = read_bundle(io.BytesIO(WHOLE), name="case.wacz")
PARTS_OF_ZIPS = [b"PK\3\4", b"PK\1\2", b"PK\5\6", b"PK\6\6", b"PK\6\7", b"\xff" * 4, b"\0" * 4, b"items/", b"../"]
JSON_PIECES = [
    b'"',
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"null",
    b"\\u0000",
    b"-1",
    b"1e999",
    b"\n",
    b"\xff",
    b'"items":[\n',
]


def must_hold(bundle: bytes, *, before: bool = True, fingerprint: bool = True) -> None:
    try:
        after = read_bundle(io.BytesIO(bundle), name="case.wacz")
    except BundleRefused as refusal:
        said = str(refusal)
        assert said.startswith("case.wacz: ")
        assert said.endswith(".")
        assert said.isprintable()
    else:
        assert not before or (after if fingerprint else replace(after, fingerprint=BEFORE.fingerprint)) == BEFORE


@fuzzes("bundle")
@given(st.binary(max_size=300) | st.lists(st.sampled_from(PARTS_OF_ZIPS) | st.binary(max_size=30)).map(b"".join))
def test_any_bytes(data: bytes) -> None:
    must_hold(data)


@fuzzes("bundle")
@given(st.integers(0, len(WHOLE)), st.integers(0, 60), st.binary(max_size=40) | st.sampled_from(PARTS_OF_ZIPS))
def test_a_bundle_with_bytes_cut_out_or_put_in(at: int, length: int, instead: bytes) -> None:
    must_hold(WHOLE[:at] + instead + WHOLE[at + length :])


@fuzzes("bundle")
@given(st.integers(1, 2500), st.binary(min_size=1, max_size=8))
def test_a_bundle_whose_listing_was_changed(from_end: int, instead: bytes) -> None:
    at = len(WHOLE) - from_end
    must_hold(WHOLE[:at] + instead + WHOLE[at + len(instead) :])


@fuzzes("bundle")
@given(st.sampled_from(sorted(CONTENT)), st.data())
def test_a_bundle_that_a_forger_changed_and_summed_anew(name: str, data: st.DataObject) -> None:
    """What no digest gives away must be seen in what it says. The procedure's own text is not read."""
    member = CONTENT[name]
    at = data.draw(st.integers(0, len(member)))
    length = data.draw(st.integers(0, 40))
    instead = data.draw(st.sampled_from(JSON_PIECES) | st.binary(max_size=20))
    changed = member[:at] + instead + member[at + length :]
    if name in {"paradero/SHA256SUMS", "datapackage.json", "datapackage-digest.json"}:
        must_hold(made.zipped({**CONTENT, name: changed}))
    else:
        is_guidance = name in {"paradero/VERIFY.txt", "paradero/verify.sh"}
        # The head of a packed file has letters that mean nothing; of them only the fingerprint tells.
        must_hold(made.zipped(made.summed_anew({**CONTENT, name: changed})), before=not is_guidance, fingerprint=False)


@fuzzes("bundle")
@given(
    st.sampled_from(["archive/data.warc.gz", "indexes/index.cdx.gz"]),
    st.lists(st.binary(max_size=200), max_size=4),
    st.binary(max_size=20),
)
def test_any_packed_file_in_the_place_of_ours(name: str, blocks: list[bytes], rest: bytes) -> None:
    packed = b"".join(zlib.compress(block, 6, 31) for block in blocks) + rest
    must_hold(made.zipped(made.summed_anew({**CONTENT, name: packed})))


HEADS = [
    "WARC/1.1",
    "WARC/1.0",
    "WARC/9",
    "WARC-Type: response",
    "WARC-Type: \u202e",
    "Content-Length: 5",
    "Content-Length: -1",
]
HEADS += [
    "Content-Length: " + "9" * 30,
    "Content-Length: ٣",
    "WARC-Date: 2026-11-19T22:10:05Z",
    "WARC-Date: ٢٠٢٦",
    "",
    ":",
]
HEADS += [
    "WARC-Target-URI: https://[",
    "WARC-Target-URI: https://faro.example:99999/",
    "WARC-Target-URI: a b",
    "a" * 70_000,
]


@fuzzes("bundle")
@given(st.lists(st.sampled_from(HEADS), max_size=8), st.binary(max_size=40), st.booleans())
def test_any_web_record_goes_in_and_comes_back(heads: list[str], block: bytes, is_whole: bool) -> None:  # noqa: FBT001
    """Evidence is taken as it is, however odd."""
    head = "\r\n".join(["WARC/1.1", *heads, f"Content-Length: {len(block)}"] if is_whole else heads).encode()
    record = made.item("I-0005-WARC", head + b"\r\n\r\n" + block + b"\r\n\r\n", "application/warc")
    bundle = made.written(made.alone(record))

    assert read_bundle(io.BytesIO(bundle), name="case.wacz").parts.items == (record,)


ADDRESSES = st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=60)


@fuzzes("bundle")
@given(
    ADDRESSES
    | ADDRESSES.map("https://{}".format)
    | st.from_regex(r"https?://[\w.:@\[\]]{1,20}/[!-~]{0,20}", fullmatch=True)
)
def test_any_address_that_an_item_claims_goes_in_and_comes_back(address: str) -> None:
    page = made.item("I-7K3M-Q2XD", made.PAGE, "text/html", address=address)
    bundle = made.written(made.alone(page))

    assert read_bundle(io.BytesIO(bundle), name="case.wacz").parts.items == (page,)
    assert made.members(bundle)["indexes/index.idx"].isascii()


@pytest.mark.parametrize("name", sorted(CONTENT))
def test_an_empty_member(name: str) -> None:
    must_hold(made.zipped({**CONTENT, name: b""}))
