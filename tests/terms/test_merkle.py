import hashlib
import tracemalloc
from itertools import permutations

import pytest
from hypothesis import given, strategies as st

from paradero.terms.merkle import Leaf, inclusion_proof, leaf_hash, proves, root

NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

# What implementations of RFC 6962 are tested with; these stand in transparency-dev/merkle, proof/verify_test.go.
LEAVES = [bytes.fromhex(data) for data in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657")]
LEAVES.append(bytes.fromhex("606162636465666768696a6b6c6d6e6f"))
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
PROOFS = [
    (0, 1, []),
    (
        0,
        8,
        [
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        ],
    ),
    (
        5,
        8,
        [
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ],
    ),
    (2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]),
    (
        1,
        5,
        [
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        ],
    ),
]

HASHES = st.lists(st.binary(max_size=20), min_size=1, max_size=70, unique=True).map(
    lambda leaves: [leaf_hash(data) for data in leaves]
)


def hashes(count: int) -> list[bytes]:
    return [leaf_hash(place.to_bytes(4)) for place in range(count)]


@pytest.mark.parametrize(
    ("data", "known"),
    [(b"", ROOTS[0]), (b"L123456", "395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56")],
)
def test_a_leaf_is_hashed_as_elsewhere(data: bytes, known: str) -> None:
    """Whoever checks us uses their own program."""
    assert leaf_hash(data).hex() == known


@pytest.mark.parametrize("size", range(9))
def test_the_root_is_the_one_that_others_compute(size: int) -> None:
    assert root(leaf_hash(data) for data in LEAVES[:size]).hex() == [NOTHING, *ROOTS][size]


@pytest.mark.parametrize(("place", "size", "known"), PROOFS)
def test_a_proof_is_the_one_that_others_give(place: int, size: int, known: list[str]) -> None:
    given_leaves = [leaf_hash(data) for data in LEAVES[:size]]

    assert [node.hex() for node in inclusion_proof(given_leaves, place)] == known


def test_the_root_is_the_one_of_the_definition() -> None:
    """RFC 6962 defines it by halves; ours is reckoned from a stack, leaf by leaf."""

    def by_halves(leaves: list[bytes]) -> bytes:
        if len(leaves) == 1:
            return leaves[0]
        half = 1
        while half * 2 < len(leaves):
            half *= 2
        return hashlib.sha256(b"\x01" + by_halves(leaves[:half]) + by_halves(leaves[half:])).digest()

    for size in range(1, 140):
        assert root(hashes(size)) == by_halves(hashes(size))


@given(HASHES)
def test_every_place_has_a_proof_and_proves_no_other_place(leaves: list[bytes]) -> None:
    whole = root(leaves)
    for place, leaf in enumerate(leaves):
        proof = inclusion_proof(leaves, place)
        held = [at for at in range(len(leaves)) if proves(leaf, place=at, size=len(leaves), proof=proof, root=whole)]

        assert held == [place]


@given(HASHES, st.data())
def test_a_changed_bit_in_leaf_proof_or_root_is_noticed(leaves: list[bytes], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(leaves) - 1))
    whole = [leaves[place], root(leaves), *inclusion_proof(leaves, place)]
    changed = data.draw(st.integers(0, len(whole) - 1))
    byte, bit = data.draw(st.integers(0, 31)), data.draw(st.integers(0, 7))
    node = bytearray(whole[changed])
    node[byte] ^= 1 << bit
    whole[changed] = bytes(node)

    assert not proves(whole[0], place=place, size=len(leaves), proof=whole[2:], root=whole[1])


@given(HASHES, st.data())
def test_a_proof_that_lacks_a_step_or_has_one_too_many_is_noticed(leaves: list[bytes], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(leaves) - 1))
    proof, whole, size = inclusion_proof(leaves, place), root(leaves), len(leaves)
    at = data.draw(st.integers(0, len(proof)))
    more = data.draw(st.sampled_from([leaves[0], whole, b"", b"\x00" * 32, *proof]))

    assert not proves(leaves[place], place=place, size=size, proof=[*proof[:at], more, *proof[at:]], root=whole)
    if at < len(proof):
        assert not proves(leaves[place], place=place, size=size, proof=proof[:at] + proof[at + 1 :], root=whole)


@given(HASHES, st.data())
def test_leaves_that_are_changed_dropped_doubled_or_added_have_another_root(
    leaves: list[bytes], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(leaves) - 1))
    others = [
        [*leaves[:place], leaf_hash(leaves[place]), *leaves[place + 1 :]],
        leaves[:place] + leaves[place + 1 :],
        [*leaves[: place + 1], *leaves[place:]],
        [*leaves, leaf_hash(b"one that came afterwards")],
    ]

    assert all(root(other) != root(leaves) for other in others)


def test_another_order_has_another_root() -> None:
    roots = {root(order) for order in permutations(hashes(6))}

    assert len(roots) == 720


def test_the_same_leaf_twice_at_the_end_is_not_the_same_as_once() -> None:
    """Trees that fill up with copies of the last leaf cannot tell these apart."""
    assert root(hashes(3)) != root([*hashes(3), hashes(3)[2]])


def test_a_pair_of_hashes_passes_for_no_leaf() -> None:
    """Else whoever knows a tree could show a shorter one with the same root."""
    left, right = hashes(2)

    assert leaf_hash(left + right) != root([left, right])
    assert root([leaf_hash(left + right)]) != root([left, right])


@pytest.mark.parametrize(("place", "size"), [(-1, 1), (1, 1), (-1, 5), (5, 5), (2, 0), (0, 0), (3, 2)])
def test_a_place_outside_the_tree_is_proven_by_nothing(place: int, size: int) -> None:
    assert not proves(hashes(1)[0], place=place, size=size, proof=(), root=hashes(1)[0])
    assert not proves(hashes(1)[0], place=place, size=size, proof=(), root=root([]))


@pytest.mark.parametrize("place", [-1, 5, 10**30])
def test_a_place_outside_the_tree_is_asked_for_in_vain(place: int) -> None:
    with pytest.raises(IndexError, match="among 5 leaves"):
        inclusion_proof(hashes(5), place)


def test_hashes_of_a_wrong_length_prove_nothing() -> None:
    """A boundary that may be moved between two hashes would let one proof stand for another."""
    left, right = hashes(2)
    whole = root([left, right])

    assert proves(left, place=0, size=2, proof=(right,), root=whole)
    assert not proves(left + right[:1], place=0, size=2, proof=(right[1:],), root=whole)
    assert not proves(left, place=0, size=2, proof=(right,), root=whole[:31])


def test_a_size_with_the_same_way_up_is_not_told_apart_by_the_proof_alone() -> None:
    """So the size must be vouched for together with the root; `DailyRoot` does."""
    leaves = hashes(4)
    proof, whole = inclusion_proof(leaves, 0), root(leaves)

    held = [size for size in range(20) if proves(leaves[0], place=0, size=size, proof=proof, root=whole)]

    assert held == [3, 4]


def test_a_root_of_many_leaves_holds_no_tree_in_memory() -> None:
    count = 100_000
    tracemalloc.start()
    try:
        root(leaf_hash(place.to_bytes(4)) for place in range(count))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert most < 20_000


def test_a_leaf_is_one_json_text() -> None:
    leaf = Leaf(sha256="0f" * 32, what="derived text", item="I-7K3M-Q2XD")

    assert bytes(leaf) == b'{"item":"I-7K3M-Q2XD","sha256":"' + b"0f" * 32 + b'","what":"derived text"}'


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("sha256", ""),
        ("sha256", "0F" * 32),
        ("sha256", "0f" * 31),
        ("sha256", "0f" * 32 + "\n"),
        ("what", ""),
        ("what", "Original"),
        ("what", "derived "),
        ("what", "derived text\n"),
        ("what", "original of Галина"),
        ("item", ""),
        ("item", "Ruslan Doroshenkov"),
        ("item", "I-7K3M-Q2XD\n"),
    ],
)
def test_a_leaf_holds_digests_and_references_alone(field: str, value: str) -> None:
    """It can never be taken back (rule R10)."""
    fields = {"sha256": "0f" * 32, "what": "original", "item": "I-7K3M-Q2XD"}

    with pytest.raises(ValueError, match="a leaf"):
        Leaf(**(fields | {field: value}))
