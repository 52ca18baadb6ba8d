from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st
from tests.identity.crowd import crowd, named
from tests.people import OLENA, RUSLAN, RUSLAN_IN_SPANISH, SERHII, TIMUR, YEISON

from paradero.identity import SightingIndex
from paradero.identity.index import Entry
from paradero.identity.search.stored import alone
from paradero.terms.person import Birth, Description, Kin, Relation

SEEN = dict(crowd()) | {"S-1": RUSLAN_IN_SPANISH, "S-2": SERHII, "S-3": TIMUR, "S-4": OLENA, "S-5": YEISON}
UNNAMED = Description(
    home="Vorónezh",
    birth=Birth(age=33, age_said_on=date(2024, 5, 24)),
    unit="regimiento 87",
    kin=(Kin(relation=Relation.MOTHER, name="Galina"),),
)


def test_an_empty_index_finds_nothing() -> None:
    assert SightingIndex().search(RUSLAN) == []
    assert SightingIndex(SEEN.items()).search(Description()) == []


def test_what_is_removed_is_found_no_more_and_counts_no_more() -> None:
    index = SightingIndex(SEEN.items())
    index.remove("S-1")
    assert "S-1" not in index
    assert len(index) == len(SEEN) - 1 == index.rarity.size
    assert "S-1" not in dict(index.search(RUSLAN, limit=300))
    with pytest.raises(KeyError):
        index.remove("S-1")


def test_adding_the_same_reference_again_replaces_it() -> None:
    index = SightingIndex(SEEN.items())
    index.add("S-1", YEISON)
    assert len(index) == len(SEEN)
    assert {ref for ref, _ in index.search(YEISON, limit=2)} == {"S-1", "S-5"}


@settings(max_examples=15, deadline=None)
@given(st.permutations(sorted(SEEN)[:40]), st.integers(0, 39))
def test_the_order_of_coming_and_going_changes_nothing(refs: list[str], gone: int) -> None:
    index = SightingIndex((ref, SEEN[ref]) for ref in refs)
    index.remove(refs[gone])
    index.add(refs[gone], SEEN[refs[gone]])
    straight = SightingIndex((ref, SEEN[ref]) for ref in sorted(refs))
    asked = SEEN[refs[gone]]
    assert index.search(asked) == straight.search(asked)


def test_answers_come_heaviest_first_and_no_more_than_asked_for() -> None:
    found = SightingIndex(SEEN.items()).search(RUSLAN, limit=7)
    weights = [explanation.match_weight_bits for _, explanation in found]
    assert weights == sorted(weights, reverse=True)
    assert len(found) == 7
    assert found[0][0] == "S-1"


def test_a_pair_weighs_the_same_from_either_side() -> None:
    sightings = SightingIndex(SEEN.items())
    enquiries = SightingIndex([("E-1", RUSLAN), ("E-2", SERHII)], rarity=sightings.rarity, holds="enquiries")
    from_enquiry = dict(sightings.search(RUSLAN))["S-1"]
    from_sighting = dict(enquiries.search(RUSLAN_IN_SPANISH))["E-1"]
    assert from_enquiry == from_sighting


def test_a_report_without_a_name_is_found_by_what_it_says_beside() -> None:
    index = SightingIndex([*SEEN.items(), ("S-unnamed", UNNAMED)])
    assert "S-unnamed" in dict(index.search(RUSLAN))
    assert "S-unnamed" not in dict(index.search(SERHII))


def test_a_sighting_without_a_name_finds_the_enquiry_it_may_answer() -> None:
    index = SightingIndex([("E-1", RUSLAN), ("E-2", SERHII)], holds="enquiries")
    assert [ref for ref, _ in index.search(UNNAMED)] == ["E-1"]


def test_the_day_of_publication_dates_the_age_from_either_side() -> None:
    seen = named("Ruslan Doroshenkov", birth=Birth(age=33))
    index = SightingIndex()
    index.add("S-1", seen, published_on=date(2024, 5, 24))
    enquiries = SightingIndex([("E-1", RUSLAN)], rarity=index.rarity, holds="enquiries")
    for found in (index.search(RUSLAN), enquiries.search(seen, published_on=date(2024, 5, 24))):
        assert [row.reason for row in found[0][1].comparisons if row.field == "birth"] == ["age_fits"]


def test_an_index_counts_names_before_it_was_ever_searched() -> None:
    """A worker that only asks enquiries weighs by the sightings' names, and may never have searched these."""
    sightings = SightingIndex((f"S-{number}", named("Хоменко Сергій")) for number in range(40))
    assert sightings.rarity.count_sound("xomenko") == 40
    assert sightings.rarity.count_name("Сергей") == 40


def test_an_index_on_the_disk_answers_as_the_one_that_was_saved(tmp_path: Path) -> None:
    held = {**SEEN, "S-unnamed": UNNAMED}

    def fetch(refs: Sequence[str]) -> list[Entry]:
        return [(ref, held[ref], None) for ref in refs if ref in held]

    index = SightingIndex(held.items(), fetch=fetch)
    assert index.save(tmp_path, seq=7)
    opened = SightingIndex(fetch=fetch)
    rarity = opened.rarity
    assert opened.open(tmp_path)["seq"] == 7
    assert opened.rarity is rarity
    for asked in (RUSLAN, OLENA, UNNAMED):
        assert opened.search(asked) == index.search(asked)
    opened.remove("S-1")
    opened.add("S-new", RUSLAN_IN_SPANISH)
    held["S-new"] = held.pop("S-1")
    assert opened.search(RUSLAN)[0][0] == "S-new"
    assert len(opened) == len(index)


def test_what_is_gone_where_descriptions_are_read_is_not_found() -> None:
    held = dict(SEEN)
    index = SightingIndex(held.items(), fetch=lambda refs: [(ref, held[ref], None) for ref in refs if ref in held])
    del held["S-1"]
    assert "S-1" not in dict(index.search(RUSLAN))


def test_two_processes_do_not_save_at_once(tmp_path: Path) -> None:
    index = SightingIndex(SEEN.items())
    with alone(tmp_path):
        assert not index.save(tmp_path)
    assert index.save(tmp_path)
