"""What the tests of judged origins share."""

from collections.abc import Callable

from paradero.procedures.origin_views import OriginJudged
from paradero.records.models import Report
from paradero.terms.verdict import Verdict

DIFFERENT = Verdict.DIFFERENT
Judge = Callable[..., OriginJudged]


def origin_of(ref: str) -> str:
    return Report.objects.get(item__ref=ref).origin.ref


def origins(*refs: str) -> int:
    return len({origin_of(ref) for ref in refs})
