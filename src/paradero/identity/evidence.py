"""Small builders of comparisons, so that each room of evidence says only what it found."""

from functools import cache

from paradero.terms.matching import Comparison, Outcome


@cache
def _silent(field: str, reason: str) -> Comparison:
    return Comparison(field=field, outcome=Outcome.NOT_KNOWN, sought=None, seen=None, weight_bits=0.0, reason=reason)


def not_known(
    field: str, *, sought: str | None = None, seen: str | None = None, reason: str = "not_known"
) -> Comparison:
    """Return the comparison of something that one side or both do not say: it weighs nothing."""
    if sought is None and seen is None:
        return _silent(field, reason)
    if reason == "not_known" and sought is not None:
        reason = "not_in_report"
    elif reason == "not_known" and seen is not None:
        reason = "not_in_enquiry"
    return Comparison(field=field, outcome=Outcome.NOT_KNOWN, sought=sought, seen=seen, weight_bits=0.0, reason=reason)


def found(
    field: str, outcome: Outcome, reason: str, bits: float, *, sought: str | None, seen: str | None, **values: str
) -> Comparison:
    """Return a comparison of something that both sides say; further keywords fill the sentence's gaps."""
    return Comparison(
        field=field,
        outcome=outcome,
        sought=sought,
        seen=seen,
        weight_bits=bits,
        reason=reason,
        values=tuple(sorted(values.items())),
    )
