"""Which pairs are compared at all: rules that join two lists on several keys at once, none of them borne by too many.

A rule is a conjunction of keys; a field that holds several keys is unfolded. A common name alone never blocks: beside
it stands something else that both lists say.
"""

from collections.abc import Callable
from dataclasses import dataclass

MOST_PAIRS_OF_A_KEY = 250_000
"""A key that would bring more pairs than this is passed over: its bearers are found by what else is known of them.

What is lost: a pair of which one side has a very common family name, an initial, and neither a year of birth nor a town
nor a unit that the other has too.
"""


_MANY = frozenset(
    {"family_skeletons", "family_near", "family_start", "given", "given_skeletons", "given_first", "father", "town"}
    | {"unit", "years"}
)
"""Columns that hold several keys."""


@dataclass(frozen=True, slots=True)
class Key:
    """Columns of which both sides must share a value; of several keys in a field any one serves."""

    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Rule:
    """Pairs that share all of some keys."""

    name: str
    keys: tuple[Key, ...]
    bare: bool = False
    """Only pairs of which one side gives no more than an initial as given name."""


def _key(column: str) -> Key:
    return Key(column, column)


FAMILY, NEAR, START = _key("family_skeletons"), _key("family_near"), _key("family_start")
GIVEN, FATHER, TOWN = _key("given"), _key("father"), _key("town")
INITIAL = _key("given_first")
BORN, UNIT, YEAR = _key("born"), _key("unit"), _key("year")
YEAR_OR_SO = Key("year", "years")

RULES = (
    Rule("family and given name", (FAMILY, GIVEN)),
    Rule("family name and sound of given name", (FAMILY, _key("given_skeletons"))),
    Rule("family name and initial", (FAMILY, INITIAL), bare=True),
    Rule("family name and year of birth", (FAMILY, YEAR_OR_SO)),
    Rule("family name and town", (FAMILY, TOWN)),
    Rule("family name and unit", (FAMILY, UNIT)),
    Rule("family name one letter off and given name", (NEAR, GIVEN)),
    Rule("family name one letter off, initial and year of birth", (NEAR, INITIAL, YEAR_OR_SO)),
    Rule("family name one letter off and town", (NEAR, TOWN)),
    Rule("family name one letter off, initial and unit", (NEAR, INITIAL, UNIT)),
    Rule("family name one letter off and father", (NEAR, FATHER)),
    Rule("family name one letter off and initial", (NEAR, INITIAL), bare=True),
    Rule("start of family name, given name and year of birth", (START, GIVEN, YEAR_OR_SO)),
    Rule("start of family name, given name and town", (START, GIVEN, TOWN)),
    Rule("start of family name, given name and unit", (START, GIVEN, UNIT)),
    Rule("date of birth and given name", (BORN, GIVEN)),
    Rule("date of birth and start of family name", (BORN, START)),
    Rule("given name, father and year of birth", (GIVEN, FATHER, YEAR)),
    Rule("given name, town and year of birth", (GIVEN, TOWN, YEAR)),
    Rule("given name, unit and town", (GIVEN, UNIT, TOWN)),
)

Unfold = Callable[[str], str]
"""How an engine writes one row for each key of a column."""


def _unfolded(rule: Rule, side: str, unfold: Unfold) -> str:
    source = f"people_{side}"
    for at, key in enumerate(rule.keys):
        column = key.left if side == "l" else key.right
        value = unfold(column) if column in _MANY else column
        source = f"(SELECT *, {value} AS k{at} FROM {source}) AS s{at}"
    keys = [f"k{at}" for at in range(len(rule.keys))]
    known = " AND ".join(f"{key} IS NOT NULL" for key in keys)
    return f"SELECT DISTINCT record, given_1 IS NULL AS bare, {', '.join(keys)} FROM {source} WHERE {known}"


def _parts(rule: Rule, unfold: Unfold) -> str:
    """Return the common start of a rule's queries: both sides by key, and the keys that are not too common."""
    keys = ", ".join(f"k{at}" for at in range(len(rule.keys)))
    counts = "count(*) AS n, sum(CASE WHEN bare THEN 0 ELSE 1 END) AS named"
    pairs = "x.n * y.n - x.named * y.named" if rule.bare else "x.n * y.n"
    return f"""WITH a AS ({_unfolded(rule, "l", unfold)}), b AS ({_unfolded(rule, "r", unfold)}),
        counted AS (SELECT {keys}, {pairs} AS pairs
            FROM (SELECT {keys}, {counts} FROM a GROUP BY {keys}) AS x
            JOIN (SELECT {keys}, {counts} FROM b GROUP BY {keys}) AS y USING ({keys})),
        few AS (SELECT {keys} FROM counted WHERE pairs <= {MOST_PAIRS_OF_A_KEY})"""


def pairs_sql(rule: Rule, unfold: Unfold) -> str:
    """Return the query for a rule's pairs, `l` and `r`; a pair may come several times."""
    keys = ", ".join(f"k{at}" for at in range(len(rule.keys)))
    bare = " WHERE a.bare OR b.bare" if rule.bare else ""
    return f"""{_parts(rule, unfold)}
        SELECT a.record AS l, b.record AS r FROM few JOIN a USING ({keys}) JOIN b USING ({keys}){bare}"""


def count_sql(rule: Rule, unfold: Unfold) -> str:
    """Return the query for how many pairs a rule brings and how many it passes over as too common."""
    return f"""{_parts(rule, unfold)}
        SELECT sum(CASE WHEN pairs <= {MOST_PAIRS_OF_A_KEY} THEN pairs ELSE 0 END),
            sum(CASE WHEN pairs > {MOST_PAIRS_OF_A_KEY} THEN pairs ELSE 0 END) FROM counted"""
