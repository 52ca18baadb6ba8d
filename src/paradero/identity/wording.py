"""The sentence that says why a comparison came out as it did, in the reader's language."""

import tomllib
from functools import cache
from typing import Any, Literal

from paradero.identity.missing import WouldChange
from paradero.terms.matching import Comparison
from paradero.terms.resources import resource

LANGUAGES = ("en", "es", "ru", "uk")
_SLAVIC = frozenset({"ru", "uk"})
_DATED = frozenset({"birth", "dates", "age"})
MOST_SECRET = frozenset({"unit", "rank"})
"""Below the evidence role only whether these agree is ever said (rules R2 and R13)."""


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


def _aged(years: str, language: str) -> str:
    """Return an age as a language counts it: 21 год, 32 года, 35 лет."""
    count = int(years)
    last = count % 10
    if language not in _SLAVIC:
        form = "one" if count == 1 else "many"
    elif last == 1 and count % 100 != 11:  # noqa: PLR2004  # 11 counts as many, as do 12 to 14
        form = "one"
    else:
        form = "few" if last in {2, 3, 4} and count % 100 not in {12, 13, 14} else "many"
    return str(table(language)["ages"][form].format(years=years))


def _relatives(value: str, language: str) -> str:
    """Return relatives by name, and those who have none by what they are, in the reader's language."""
    words: dict[str, str] = table(language)["relations"]
    return ", ".join(words.get(one, one) for one in value.split(", "))


def _shown(field: str, value: str | None, language: str) -> str:
    """Return a value as a sentence writes it; a day as `1991-03-12` in every language, as on every page of the desk."""
    words = table(language)
    if value is None:
        return ""
    if field == "sex":
        return str(words["sexes"].get(value, value))
    if field == "side":
        return str(words["sides"].get(value.upper()) or words["sides"]["other"].format(code=value))
    if field in _DATED and value.startswith("~"):
        return _aged(value[1:], language)
    return _relatives(value, language) if field == "kin" else value


def _template(comparison: Comparison, language: str, *, agreement_only: bool) -> str:
    words = table(language)
    if agreement_only:
        return str(words[f"{comparison.field}_agreement"][comparison.reason])
    missing: dict[str, str] = words["missing"]
    return str(missing.get(comparison.reason) or words[comparison.field][comparison.reason])


def _of_one_kind(comparison: Comparison, language: str, *, agreement_only: bool) -> str:
    """Return the sentence that speaks of two enquiries or two sightings, and of no enquiry and report."""
    alike: dict[str, str] = table(language)["alike"]
    missing = f"secret_{comparison.reason}" if agreement_only else comparison.reason
    own = alike.get(f"{comparison.field}_{comparison.reason}") or alike.get(missing)
    return own or _template(comparison, language, agreement_only=agreement_only)


def sentence(
    comparison: Comparison,
    language: str,
    *,
    unit_as: Literal["full", "agreement"] = "agreement",
    of_one_kind: bool = False,
) -> str:
    """Return why a comparison came out as it did.

    Args:
        comparison: One row of an explanation.
        language: `"en"`, `"es"`, `"ru"` or `"uk"`.
        of_one_kind: Two enquiries or two sightings were compared, and no enquiry with a report.
        unit_as: `"agreement"` says of a unit or rank only whether it agrees (rules R2 and R13); `"full"` is for the
            evidence role.

    Raises:
        LanguageNotHeld: If there are no sentences in that language.
    """
    secret = comparison.field in MOST_SECRET and unit_as == "agreement"
    chosen = _of_one_kind if of_one_kind else _template
    template = chosen(comparison, language, agreement_only=secret)
    values = dict(comparison.values)
    if "relation" in values:
        values["relation"] = table(language)["relations"][values["relation"]]
    return template.format(
        **values,
        sought=_shown(comparison.field, comparison.sought, language),
        seen=_shown(comparison.field, comparison.seen, language),
    )


def weight(bits: float, language: str) -> str:
    """Return a weight with its sign and one decimal, as a language writes it.

    >>> weight(13.14, "en"), weight(-6.2, "uk")
    ('+13.1', '\N{MINUS SIGN}6,2')
    """
    written = f"{bits:+.1f}".replace("-", "\N{MINUS SIGN}")
    return written if language == "en" else written.replace(".", ",")


def would_change_sentence(change: WouldChange, language: str) -> str:
    """Return what to ask, and what an agreement or a difference would then add or take."""
    words = table(language)
    template: str = words["would_change"][change.ask]
    return template.format(
        what=words["wanted"][change.field],
        agrees=weight(change.agrees_bits, language),
        differs=weight(change.differs_bits, language),
    )
