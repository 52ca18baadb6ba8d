"""Tables of rows with many names."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings, strategies as st

from paradero.terms.named_rows import opened, put

CELLS = st.text(st.characters(exclude_characters="\n\t\r", exclude_categories=["Cs"]), min_size=1, max_size=5)
TABLES = st.lists(st.tuples(CELLS, st.lists(CELLS, min_size=1, max_size=4)), min_size=1, max_size=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(table=TABLES)
def test_every_name_finds_its_rows_in_order_and_no_other(table: list[tuple[str, list[str]]], tmp_path: Path) -> None:
    """Places must come by size, as the table has them; a name must not find those that merely begin with it."""
    file = tmp_path / "table.gz"
    put(file, [row for row, _ in table], [names for _, names in table])

    found = opened(file)

    for name in {name for _, names in table for name in names}:
        assert list(found.called(name)) == [[row] for row, names in table if name in names]
    assert sorted(found.names()) == sorted({name for _, names in table for name in names})


def test_what_is_not_there_finds_nothing(tmp_path: Path) -> None:
    put(tmp_path / "table.gz", ["1\tKyiv"], [["kyiv", "київ"]])

    assert [*opened(tmp_path / "table.gz").called("kyi"), *opened(tmp_path / "table.gz").called("")] == []
