"""The sentence that says why a comparison came out as it did, in the reader's language."""

import re
import tomllib
from datetime import date
from functools import cache
from typing import Any, Literal

from paradero.terms.matching import Comparison
from paradero.terms.resources import resource

LANGUAGES = ("en", "es", "ru", "uk")
_DAY = {"es": "%d/%m/%Y", "ru": "%d.%m.%Y", "uk": "%d.%m.%Y"}
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


class LanguageNotHeld(ValueError):
    """There are no sentences in the language asked for."""


@cache
def table(language: str) -> dict[str, Any]:
    """Return every sentence in a language, by field and reason.

    Raises:
        LanguageNotHeld: If the language is none of `LANGUAGES`.
    """
    if language not in LANGUAGES:
        raise LanguageNotHeld(f"Explanations are in {', '.join(LANGUAGES)}, not in {language!r}. Ask for one of these.")
    return tomllib.loads(resource(f"explanations/{language}.toml").read_text(encoding="utf-8"))


def field_name(field: str, language: str) -> str:
    """Return what a row of the explanation is called, as "Family name"."""
    name: str = table(language)["fields"][field]
    return name


def _shown(field: str, value: str | None, language: str) -> str:
    words = table(language)
    if value is None:
        return ""
    if field == "sex":
        return str(words["sexes"].get(value, value))
    if field == "side":
        return str(words["sides"].get(value.upper(), value))
    if field == "birth" and value.startswith("~"):
        return str(words["ages"]["age"].format(years=value[1:]))
    if field == "birth" and _ISO.fullmatch(value) and language in _DAY:
        return date.fromisoformat(value).strftime(_DAY[language])
    return value


def _template(comparison: Comparison, language: str, *, agreement_only: bool) -> str:
    words = table(language)
    if agreement_only:
        return str(words["unit_agreement"][comparison.reason])
    missing: dict[str, str] = words["missing"]
    return str(missing.get(comparison.reason) or words[comparison.field][comparison.reason])


def sentence(comparison: Comparison, language: str, *, unit_as: Literal["full", "agreement"] = "agreement") -> str:
    """Return why a comparison came out as it did.

    Args:
        comparison: One row of an explanation.
        language: `"en"`, `"es"`, `"ru"` or `"uk"`.
        unit_as: `"agreement"` says of a unit only whether it agrees (rule R13); `"full"` is for the evidence role.

    Raises:
        LanguageNotHeld: If there are no sentences in that language.
    """
    template = _template(comparison, language, agreement_only=comparison.field == "unit" and unit_as == "agreement")
    values = dict(comparison.values)
    if "relation" in values:
        values["relation"] = table(language)["relations"][values["relation"]]
    return template.format(
        **values,
        sought=_shown(comparison.field, comparison.sought, language),
        seen=_shown(comparison.field, comparison.seen, language),
    )
