"""Years written out in Russian and Ukrainian: "тысяча девятьсот девяносто первый год", "дев'яносто четвертого року"."""

import re
from collections.abc import Mapping

from paradero.reading.dates.engine import Rule, rule
from paradero.terms.dates import Days

LAST_CENTURY = 1900
THIS_CENTURY = 2000
LATEST_SHORT = 30
"""Without its century a worded year up to this is of this one: "двадцять четвертого року"."""


def worded_years(
    name: str, *, centuries: Mapping[int, str], tens: Mapping[int, str], ordinals: Mapping[int, str], year: str
) -> Rule:
    """Return the rule of years in words; the tables hold patterns without groups, ordinals with their endings.

    A year of one word and no century ("пятый год") is none: it mostly counts years.
    """
    century = "|".join(f"(?P<c{value}>{words})" for value, words in centuries.items())
    ten = "|".join(f"(?P<t{value}>{words})" for value, words in tens.items())
    last = "|".join(f"(?P<o{value}>{words})" for value, words in ordinals.items())
    pattern = rf"(?:(?:{century}) )?(?:(?:{ten}) )?(?:{last}) (?:{year})"

    def meaning(match: re.Match[str], _: object) -> Days:
        parts = {key[0]: int(key[1:]) for key, words in match.groupdict().items() if words}
        if "c" not in parts and "t" not in parts and parts["o"] % 10:
            raise ValueError("one small number before the word is no year")
        short = parts.get("t", 0) + parts["o"]
        known = parts.get("c", THIS_CENTURY if short <= LATEST_SHORT else LAST_CENTURY)
        return Days.year(known + short)

    return rule(f"{name}.worded-year", pattern, meaning)
