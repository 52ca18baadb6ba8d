"""Known given names in oblique cases: "Руслана" is Руслан in the genitive, or a woman."""

from collections.abc import Iterator, Mapping

from paradero.identity.inflection import Case, given_name_nominatives
from paradero.identity.known import COGNATE, Known
from paradero.identity.readings import is_cyrillic
from paradero.terms.person import Sex

LEAST_SHARE_TO_BEND = 1e-5
"""A name that is rarer is not looked for in an oblique case: "Ерёма" seldom, "Ерёмин" often."""


def _common_start(one: str, other: str) -> int:
    return next((place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), len(one))


class Inflected:
    """The oblique forms of the names that are not too rare, worked out when they are asked for."""

    def __init__(self, by_text: Mapping[str, tuple[Known, ...]], shares: Mapping[str, float]) -> None:
        """Take the writings in the dictionary form and the shares of the names."""
        self._by_text = by_text
        self._shares = shares
        self._found: dict[str, tuple[tuple[Known, Case, str], ...]] = {}

    def get(self, form: str, default: tuple[tuple[Known, Case, str], ...] = ()) -> tuple[tuple[Known, Case, str], ...]:
        """Return what names a word may be in an oblique case, in which case, and each in its dictionary form."""
        found = self._found.get(form)
        if found is None:
            found = self._found[form] = tuple(self._ordered(form)) if is_cyrillic(form) else ()
        return found or default

    def __contains__(self, form: object) -> bool:
        """Tell whether a word may be a known name in an oblique case."""
        return isinstance(form, str) and bool(self.get(form))

    def _ordered(self, form: str) -> list[tuple[Known, Case, str]]:
        """Return the names with the commoner first, and of one name the writing that is most like the form."""
        rows = dict.fromkeys(self._look(form))
        return sorted(rows, key=lambda row: (-self._shares[row[0].canonical], -_common_start(row[2], form)))

    def _look(self, form: str) -> Iterator[tuple[Known, Case, str]]:
        for sex in Sex:
            for name, case in given_name_nominatives(form, sex):
                for known in self._by_text.get(name, ()):
                    bends = known.kind != COGNATE and self._shares[known.canonical] >= LEAST_SHARE_TO_BEND
                    if known.sex is sex and bends:
                        yield known, case, name
