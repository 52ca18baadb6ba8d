"""Which row of the weighing model a comparison shows, and what else it could have shown: its context.

A row's m is its share among the outcomes that were possible, so a comparison of two initials says nothing of how often
whole names agree, nor two years of how often whole dates do.
"""

from collections.abc import Mapping
from typing import NamedTuple

from paradero.identity.lexicon import COGNATE, FULL, SHORT, known_names
from paradero.identity.model import Model
from paradero.terms.matching import Comparison, Outcome
from paradero.terms.person import Relation

_ROWS: Mapping[tuple[str, str], str] = {
    ("family_name", "same_spelling"): "name.family_name_agrees",
    ("family_name", "same_in_other_case"): "name.family_name_agrees",
    ("family_name", "same_sound"): "name.family_name_agrees",
    ("family_name", "similar_sound"): "name.family_name_agrees",
    ("family_name", "same_double"): "name.family_name_agrees",
    ("family_name", "other_ending"): "name.family_name_other_ending",
    ("family_name", "other_name"): "name.family_name_differs",
    ("given_name", "initial"): "name.given_name_initial",
    ("given_name", "other_initial"): "name.given_name_initial_differs",
    ("given_name", "other_name"): "name.given_name_differs",
    ("given_name", "other_sex_form"): "name.given_name_differs",
    ("patronymic", "same_father"): "name.patronymic_agrees",
    ("patronymic", "similar_father"): "name.patronymic_agrees",
    ("patronymic", "other_father"): "name.patronymic_differs",
    ("patronymic", "initial"): "name.patronymic_initial",
    ("patronymic", "other_initial"): "name.patronymic_initial_differs",
    ("mother_maiden_name", "same"): "mother_maiden_name.agrees",
    ("mother_maiden_name", "similar"): "mother_maiden_name.agrees",
    ("mother_maiden_name", "other"): "mother_maiden_name.differs",
    ("home", "same_town"): "home.agrees",
    ("home", "similar_town"): "home.near",
    ("home", "near_town"): "home.near",
    ("home", "in_region"): "home.region",
    ("home", "same_region"): "home.region",
    ("home", "other_town"): "home.differs",
    ("unit", "same"): "unit.agrees",
    ("unit", "number_only"): "unit.number_agrees",
    ("unit", "other"): "unit.differs",
    ("side", "same"): "side.agrees",
    ("side", "other"): "side.differs",
    ("sex", "other"): "sex.differs",
    ("kin", "same_name"): "kin.named_agrees",
    ("kin", "similar_name"): "kin.named_agrees",
}
_GIVEN_BY_KIND = {FULL: "agrees", SHORT: "short", COGNATE: "cognate"}
_GIVEN_REASONS = {"same_spelling", "same_name", "same_sound", "similar_sound", "short_form", "cognate"}
_ONE_ONLY = frozenset({Relation.MOTHER, Relation.WIFE, Relation.HUSBAND, Relation.PARTNER, Relation.FIANCEE})
_ISO_LETTERS = 10
_NOT_FITTED = frozenset(
    {"half_of_double", "initial_elsewhere", "initial_of_another", "second_differs", "same_relation"}
)
"""Seen only where they agree, so nothing tells how often they could have been: they keep what was stated."""


class Shown(NamedTuple):
    """A row of the model, as `"home.agrees"`, and the context it was seen in, as `"birth: two dates"`."""

    row: str
    context: str


def shown(comparison: Comparison, model: Model) -> Shown | None:
    """Return what a comparison shows, or `None` where nothing was compared or the row is not fitted.

    Days that cannot both be true are seen only where they clash, so they keep their stated weights.
    """
    if comparison.outcome is Outcome.NOT_KNOWN or comparison.field in {"prior", "name", "dates", "age"}:
        return None
    if comparison.reason in _NOT_FITTED:
        return None
    row = _row(comparison)
    return Shown(row, _context(comparison, row)) if row in model.rows else None


def _row(comparison: Comparison) -> str:
    """Return the row; by agreement a new comparison's rows are named as its field and reason, `"rank.far"`."""
    field, reason = comparison.field, comparison.reason
    if field == "given_name" and reason in _GIVEN_REASONS:
        kind = "short" if reason == "short_form" else "cognate" if reason == "cognate" else "agrees"
        return f"name.given_name_{kind}"
    if field == "sex" and reason == "same":
        return f"sex.{comparison.sought}"
    if field == "kin" and reason == "other_name":
        return "kin.named_differs" if _one_only(comparison) else "kin.one_of_several_differs"
    return _ROWS.get((field, reason), f"{field}.{reason}")


def _context(comparison: Comparison, row: str) -> str:
    field = comparison.field
    if field in {"given_name", "patronymic"} and "initial" in row:
        return f"{field}: initials"
    if field == "given_name":
        return f"given_name: {_written_as(comparison, row)}"
    if field == "birth":
        return f"birth: {_births(comparison)}"
    if field == "sex":
        return f"sex: {comparison.sought}"
    if field == "kin":
        return "kin: the only one" if _one_only(comparison) else "kin: one of several"
    return field


def _one_only(comparison: Comparison) -> bool:
    return dict(comparison.values).get("relation") in {relation.value for relation in _ONE_ONLY}


def _births(comparison: Comparison) -> str:
    written = (comparison.sought or "", comparison.seen or "")
    if any(one.startswith("~") for one in written):
        return "an age"
    return "two dates" if all(len(one) == _ISO_LETTERS for one in written) else "a year"


def _written_as(comparison: Comparison, row: str) -> str:
    """Return whether a short form or a translated name was compared, also where the names differ."""
    if row.endswith(("_short", "_cognate")):
        return row.rpartition("_")[2]
    kinds = [
        {known.kind for known in known_names((word or "").lower())} for word in (comparison.sought, comparison.seen)
    ]
    for kind in (COGNATE, SHORT):
        if any(found and FULL not in found and kind in found for found in kinds) and row.endswith("_differs"):
            return _GIVEN_BY_KIND[kind]
    return _GIVEN_BY_KIND[FULL]


ORDERS: tuple[tuple[str, ...], ...] = (
    (
        "birth.same_date",
        "birth.day_and_month_swapped",
        "birth.one_part_off",
        "birth.same_year_other_day",
        "birth.year_near_other_day",
        "birth.year_far",
    ),
    ("birth.same_year", "birth.year_one_off", "birth.year_two_off", "birth.year_far"),
    ("birth.age_fits", "birth.age_one_off", "birth.age_two_off", "birth.age_far"),
    ("home.agrees", "home.near", "home.region", "home.differs"),
    ("rank.same", "rank.near", "rank.far"),
    ("unit.agrees", "unit.number_agrees", "unit.differs"),
    ("side.agrees", "side.differs"),
    ("name.given_name_initial", "name.given_name_initial_differs"),
    ("name.patronymic_initial", "name.patronymic_initial_differs"),
)
"""Rows in the order in which they may speak for one person: a nearer outcome never weighs less than a farther one."""
