from hypothesis import given, strategies as st

from paradero.identity.roster import Roster

REFS = [f"S-{number:04}" for number in range(12)] + ["", "Ю-1", "E" * 40]


@given(st.lists(st.tuples(st.sampled_from(REFS[:12] + REFS[13:]), st.booleans()), max_size=40), st.integers(0, 40))
def test_who_is_held_is_the_same_whether_read_from_the_disk_or_not(steps: list[tuple[str, bool]], saved: int) -> None:
    """As a dictionary would hold them, with a save and an opening in between."""
    roster, held = Roster(), dict[str, int]()
    for place, (ref, comes) in enumerate(steps):
        if place == saved:
            roster = Roster(*roster.columns())
        if comes and ref not in held:
            held[ref] = roster.add(ref)
        elif not comes and ref in held:
            assert roster.remove(ref) == held.pop(ref)

    for again in (roster, Roster(*roster.columns())):
        assert len(again) == len(held)
        assert {ref: again.number(ref) for ref in REFS if again.number(ref) is not None} == held
        assert {number: again.ref(number) for number in held.values()} == {number: ref for ref, number in held.items()}


def test_a_number_is_never_given_again() -> None:
    roster = Roster()
    first = roster.add("S-1")
    roster.remove("S-1")
    assert roster.add("S-1") != first
    assert roster.ref(first) is None
    opened = Roster(*roster.columns())
    assert opened.ref(first) is None
    assert opened.add("S-2") not in {first, roster.number("S-1")}
