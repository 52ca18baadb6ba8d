"""What hard contradictions between two ask of whoever holds both for one person: a reason in writing."""

from paradero.identity import wording
from paradero.identity.judgements import Pair
from paradero.procedures.weighed import contradictions_between
from paradero.records.standing import candidates_of
from paradero.terms.refusal import Refusal
from paradero.terms.verdict import Verdict

DESPITE = "judge same despite contradiction"
"""What the log says of such a judgement."""


class ReasonMissing(Refusal):
    """Two statements that cannot both be true stand against the judgement, and it gives no reason."""


def goes_against(of: Pair, *, verdict: Verdict, reason: str | None) -> bool:
    """Tell whether a judgement holds two for one person although something cannot be true of both.

    Papers, reports and families err, so a person may hold it all the same, but never by one key alone.

    Raises:
        ReasonMissing: If it does and says nothing in its reason.
    """
    if verdict is not Verdict.SAME:
        return False
    fields = contradictions_between(of)
    if not fields:
        return False
    if not any(letter.isalpha() for letter in reason or ""):
        named = ", ".join(wording.field_name(field, "en").lower() for field in dict.fromkeys(fields))
        ref = candidates_of([of]).get(of)
        where = f"in {ref}" if ref else f"of {of[0]} and {of[1]}"
        raise ReasonMissing(
            f"Two things said {where} cannot both be true of one person: {named}. If you hold both for the "
            "same person, write why in the reason, as “the report misprints the year”. Nothing was kept."
        )
    return True
