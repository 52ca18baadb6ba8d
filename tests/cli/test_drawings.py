"""The chain and the waterfall, as lines of a terminal."""

from dataclasses import dataclass

from hypothesis import given, strategies as st

from paradero.cli.drawings import ADDS, TAKES, bar, chain, waterfall
from paradero.terms.claims import Attribution, Hedge, Speaker


@dataclass(frozen=True)
class Step:
    weight_bits: float
    sentence: str


def test_a_chain_is_nested_from_the_one_who_speaks_outwards() -> None:
    links = (
        Attribution(name="Ruslan Doroshenkov", speaker=Speaker.CAPTIVE),
        Attribution(name="Iryna Sukhodil", speaker=Speaker.POSTER, hedge=Hedge.DOUBTED),
        Attribution(name="El Faro del Sur", speaker=Speaker.OUTLET),
    )

    assert chain(links, indent=2) == [
        "  └ Ruslan Doroshenkov says it from captivity",
        "    └ Iryna Sukhodil posted it, in doubt",
        "      └ El Faro del Sur published it",
    ]


def test_what_adds_and_what_takes_differ_without_colour() -> None:
    lines = waterfall([Step(-20.0, "start"), Step(25.0, "same name")], ["prior", "name"])

    assert TAKES in lines[0].plain
    assert ADDS in lines[1].plain
    assert "+25.0  same name" in lines[1].plain


@given(
    before=st.floats(-200, 200),
    after=st.floats(-200, 200),
    width=st.integers(4, 80),
)
def test_a_bar_is_never_wider_than_its_column(before: float, after: float, width: int) -> None:
    drawn = bar(before, after, low=min(before, after, 0.0), high=max(before, after, 0.0), width=width)

    assert 1 <= len(drawn) <= width + 1
    assert drawn.strip()
