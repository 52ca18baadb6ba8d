from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from paradero.terms.chain import START, Head, Link, canonical, chain_hash, first_break, next_link

ENTRIES = [canonical({"kind": "sealed", "item": f"I-{place:04}-0000"}) for place in range(6)]


def chain_of(entries: list[bytes]) -> list[Link]:
    links: list[Link] = []
    for entry in entries:
        head = Head(seq=links[-1].seq, hash=links[-1].hash) if links else None
        links.append(next_link(head, entry))
    return links


def head_of(links: list[Link]) -> Head:
    return Head(seq=links[-1].seq, hash=links[-1].hash)


@given(st.lists(st.binary(max_size=40), max_size=12))
def test_a_chain_that_nobody_touched_holds(entries: list[bytes]) -> None:
    assert first_break(chain_of(entries)) is None


@given(st.lists(st.binary(min_size=1, max_size=40), min_size=1, max_size=12), st.data())
def test_a_changed_entry_is_named(entries: list[bytes], data: st.DataObject) -> None:
    links = chain_of(entries)
    place = data.draw(st.integers(0, len(links) - 1))
    links[place] = replace(links[place], entry=links[place].entry + b"x")

    found = first_break(links)

    assert found is not None
    assert found.seq == place + 1


def test_a_changed_entry_with_its_own_hash_put_right_breaks_at_the_next() -> None:
    """Whoever changes an entry and its hash must change every later one too, and then the anchored head differs."""
    links = chain_of(ENTRIES)
    links[2] = replace(links[2], entry=b"other", hash=chain_hash(links[2].previous, b"other"))

    found = first_break(links)

    assert found is not None
    assert (found.seq, "does not follow" in found.what) == (4, True)


def test_a_rewritten_chain_differs_from_the_head_kept_elsewhere() -> None:
    links = chain_of(ENTRIES)
    rewritten = chain_of([*ENTRIES[:2], b"other", *ENTRIES[3:]])

    assert first_break(rewritten) is None
    found = first_break(rewritten, anchored=head_of(links))
    assert found is not None
    assert "kept elsewhere" in found.what


@pytest.mark.parametrize("kept", range(len(ENTRIES)))
def test_a_cut_tail_is_noticed_with_an_anchored_head(kept: int) -> None:
    """By itself the shorter chain is whole, so the head has to lie somewhere else."""
    links = chain_of(ENTRIES)

    assert first_break(links[:kept]) is None
    found = first_break(links[:kept], anchored=head_of(links))
    assert found is not None
    assert found.seq == kept + 1
    assert "cut off" in found.what


def test_a_dropped_or_swapped_entry_is_named() -> None:
    links = chain_of(ENTRIES)

    dropped = first_break([*links[:2], *links[3:]])
    swapped = first_break([links[1], links[0], *links[2:]])

    assert dropped is not None
    assert swapped is not None
    assert dropped.what == "entry 3 is missing or out of order"
    assert swapped.what == "entry 1 is missing or out of order"


def test_a_chain_that_has_grown_past_its_anchor_holds() -> None:
    links = chain_of(ENTRIES)

    assert first_break(links, anchored=head_of(links[:3])) is None


def test_canonical_json_does_not_depend_on_the_order_of_keys() -> None:
    assert canonical({"b": 1, "a": None}) == canonical({"a": None, "b": 1}) == b'{"a":null,"b":1}'


@pytest.mark.parametrize("previous", ["", "00", START + "00", "zz" * 32])
def test_what_is_no_hash_is_refused_as_the_previous_one(previous: str) -> None:
    with pytest.raises(ValueError, match="hex"):
        chain_hash(previous, b"")
