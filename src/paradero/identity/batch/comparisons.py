"""The comparisons of batch linkage as Splink's settings: equality, shared keys and letters apart, on key columns alone.

The SQL is the same for every engine. What an engine lacks it is taught in its own module (`arrays_overlap` on DuckDB).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

UNIQUE = "record"
"""The column that numbers the records of a side."""
LEFT, RIGHT = "l", "r"
"""What Splink calls the two lists."""
LEAST = 0.0005
"""No outcome is rarer than this among pairs that are one person: a list of a few thousand cannot show that it is."""
_LEAST_U = 1e-7


def _overlap(column: str) -> str:
    return f"arrays_overlap({column}_l, {column}_r)"


def _same(column: str) -> str:
    return f"{column}_l = {column}_r"


def _not_known(column: str) -> str:
    return f"{column}_l IS NULL OR {column}_r IS NULL"


def _apart(stem: str, most: int) -> str:
    """Return that two sounds of either side's two likeliest differ by at most so many letters."""
    pairs = [f"levenshtein({stem}_{one}_l, {stem}_{other}_r) <= {most}" for one in (1, 2) for other in (1, 2)]
    return f"({' OR '.join(pairs)})"


@dataclass(frozen=True, slots=True)
class Level:
    """One outcome of a comparison."""

    label: str
    sql: str
    rarity: str | None = None
    """The column whose frequency shifts the weight."""
    share: float = 1.0
    """How much of that shift counts."""


@dataclass(frozen=True, slots=True)
class Field:
    """One comparison: when it says nothing, and its outcomes in the order they are tried; the rest is "other"."""

    name: str
    not_known: str
    levels: tuple[Level, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """Return the outcomes from the best to the last, "other"."""
        return (*(level.label for level in self.levels), OTHER)


OTHER, NOT_KNOWN = "other", "not known"
_DATES = "born_l IS NOT NULL AND born_r IS NOT NULL"
_AGED = "(aged_l OR aged_r)"
_ONE_PART_OFF = (
    f"{_DATES} AND (abs(born_day_l - born_day_r) <= 10 OR (abs(year_l - year_r) <= 1 AND {_same('month_day')}) "
    f"OR {_same('year_month')} OR {_same('year_and_day')})"
)
_GIVEN_SHORT = "(given_1_l IS NULL OR given_1_r IS NULL)"
_FATHER_SHORT = "(father_1_l IS NULL OR father_1_r IS NULL)"

FIELDS = (
    Field(
        "family",
        _not_known("family_1"),
        (
            Level("same sound", _overlap("family"), "family_1"),
            Level("nearly the same sound", _overlap("family_skeletons"), "family_1"),
            Level("one letter apart", _apart("family", 1), "family_1", 0.5),
            Level("two letters apart", _apart("family", 2)),
        ),
    ),
    Field(
        "given",
        _not_known("given_first"),
        (
            Level("same name", _overlap("given"), "given_1"),
            Level("same sound", _overlap("given_skeletons")),
            Level("initial agrees", f"{_GIVEN_SHORT} AND {_overlap('given_first')}"),
            Level("initial differs", _GIVEN_SHORT),
            Level("one letter apart", _apart("given_sound", 1)),
        ),
    ),
    Field(
        "father",
        _not_known("father_first"),
        (
            Level("same father", _overlap("father"), "father_1"),
            Level("initial agrees", f"{_FATHER_SHORT} AND {_overlap('father_first')}"),
            Level("initial differs", _FATHER_SHORT),
            Level("one letter apart", "levenshtein(father_1_l, father_1_r) <= 1"),
        ),
    ),
    Field(
        "birth",
        _not_known("year"),
        (
            Level("same date", _same("born")),
            Level("day and month turned", "born_l = born_turned_r"),
            Level("one part off", _ONE_PART_OFF),
            Level("same year, other day", f"{_DATES} AND {_same('year')}"),
            Level("near year, other day", f"{_DATES} AND abs(year_l - year_r) <= 2"),
            Level("other date", f"{_DATES}"),
            Level("age fits", f"{_AGED} AND {_same('year')}"),
            Level("age one off", f"{_AGED} AND abs(year_l - year_r) <= 1"),
            Level("other age", _AGED),
            Level("same year", _same("year")),
            Level("year one off", "abs(year_l - year_r) <= 1"),
        ),
    ),
    Field(
        "town",
        _not_known("town_1"),
        (
            Level("same town", _overlap("town"), "town_1"),
            Level("two letters apart", "levenshtein(town_sound_l, town_sound_r) <= 2"),
        ),
    ),
    Field(
        "unit",
        _not_known("unit"),
        (Level("number and kind", _overlap("unit_whole")), Level("number", _overlap("unit"))),
    ),
    Field(
        "mother",
        _not_known("mother_1"),
        (
            Level("same name", _overlap("mother"), "mother_1"),
            Level("same sound", _overlap("mother_skeletons")),
        ),
    ),
)
"""What is compared, in the order of the result's columns."""

Odds = Mapping[str, Mapping[str, tuple[float, float]]]
"""By field and outcome: m, how often it is seen among pairs that are one person, and u, among strangers."""


def rarity_columns() -> tuple[str, ...]:
    """Return the columns whose frequencies the model weighs with."""
    return tuple(dict.fromkeys(level.rarity for field in FIELDS for level in field.levels if level.rarity))


def _levels(field: Field, odds: Mapping[str, tuple[float, float]]) -> Iterator[dict[str, Any]]:
    yield {"sql_condition": field.not_known, "label_for_charts": NOT_KNOWN, "is_null_level": True}
    for level in (*field.levels, Level(OTHER, "ELSE")):
        m, u = odds[level.label]
        row = {
            "sql_condition": level.sql,
            "label_for_charts": level.label,
            "m_probability": max(m, LEAST),
            "u_probability": max(u, _LEAST_U),
        }
        if level.rarity:
            row |= {
                "tf_adjustment_column": level.rarity,
                "tf_adjustment_weight": level.share,
                "disable_tf_exact_match_detection": True,
            }
        yield row


def settings(odds: Odds, *, prior: float) -> dict[str, Any]:
    """Return Splink's settings for these odds; they serve every engine.

    Args:
        odds: m and u of every outcome of every field.
        prior: Probability that two random records, one of each list, are one person.
    """
    comparisons = [
        {"output_column_name": field.name, "comparison_levels": list(_levels(field, odds[field.name]))}
        for field in FIELDS
    ]
    return {
        "link_type": "link_only",
        "unique_id_column_name": UNIQUE,
        "probability_two_random_records_match": prior,
        "comparisons": comparisons,
        "blocking_rules_to_generate_predictions": [],
        # Splink gives the outcome of each comparison only together with the columns that were compared.
        "retain_matching_columns": True,
        "retain_intermediate_calculation_columns": True,
        "max_iterations": 40,
    }


def odds_of(written: Mapping[str, Any], otherwise: Odds | None = None) -> dict[str, dict[str, tuple[float, float]]]:
    """Return the odds that Splink's settings hold; where it could not estimate one, that of `otherwise`.

    Raises:
        KeyError: If one is missing and there is no `otherwise`.
    """
    found: dict[str, dict[str, tuple[float, float]]] = {}
    for comparison in written["comparisons"]:
        name = comparison["output_column_name"]
        found[name] = {}
        for level in comparison["comparison_levels"]:
            if level.get("is_null_level"):
                continue
            label = level["label_for_charts"]
            fallback = dict(zip(("m", "u"), otherwise[name][label], strict=True)) if otherwise else {}
            held = {key: level.get(f"{key}_probability") or fallback[key] for key in ("m", "u")}
            found[name][label] = (held["m"], held["u"])
    return found
