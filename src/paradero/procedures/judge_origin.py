"""Keeps what one person holds of two reports: that they go back to one beginning, or to two."""

from datetime import datetime

from paradero.procedures.act import Act, act
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.kept_tellings import unlock_telling
from paradero.procedures.origin_held import is_disputed
from paradero.procedures.origin_pairs import (
    Chain,
    Standing,
    Two,
    chain_of,
    standing_around_two,
    take_back,
    two_reports,
)
from paradero.procedures.origin_views import OriginJudged
from paradero.procedures.regroup import carry_out
from paradero.records.models import OriginJudgement, Report
from paradero.records.origin_standing import hold_origins
from paradero.terms.refusal import Refusal
from paradero.terms.verdict import Verdict

REFUSED = "origin judgement refused"
"""What the log says where somebody was told that their judgement contradicts what stands: they learned of it."""


class OriginContradiction(Refusal):
    """The judgement and what stands of other reports cannot both be true."""

    def __init__(self, sentence: str, *, of: tuple[str, str], chain: Chain) -> None:
        super().__init__(sentence)
        self.of = of
        self.chain = chain
        """What stands of each pair that it contradicts, in order."""


class OriginParted(Refusal):
    """A "same" would part other reports that have one origin."""


def judge_origin(
    first: str, second: str, *, verdict: Verdict, reason: str | None = None, desk: Desk, actor: Actor, at: datetime
) -> OriginJudged:
    """Return the judgement as it stands, and what it did; one given before by the same person is kept as undone.

    "Same" is one origin from now on, whatever comes in later. "Different" makes two once a second person says so.

    Args:
        first: A report, by its item's reference (`I-7K3M-Q2XD`) and its place where there are several (`/2`).
        second: The other one.
        verdict: What is held.
        reason: Why, if they say. It is kept with the judgement and stands in no log.
        desk: The store and the folder.
        actor: Whose judgement it is.
        at: When.

    Raises:
        NotHeld: If one of the two is not here.
        ReportsRefused: If they are not two reports.
        SealDestroyed: If one was destroyed by order: there is nothing left to judge by.
        OriginContradiction: If it and what stands cannot both be true; nothing is kept, and the log says so.
        OriginParted: If it is "same" and would make two origins of reports that are one; likewise.
    """
    with act(f"judge origin {verdict.value}", desk=desk, actor=actor, at=at) as done:
        hold_origins(to_judge=True)
        two = two_reports(first, second)
        for report in two:
            unlock_telling(report, desk=desk)
        name_both(done, two)
        before = standing_around_two(two)
        own = before.own(actor)
        new = before.given(verdict, actor=actor, at=max(at, own.at) if own else at, reason=reason)
        chain = chain_of(before.without(own), new)
        after = before.without(own).also(new)
        if not chain and not (verdict is Verdict.SAME and before.change_to(after, desk=desk).parts):
            if own:
                take_back(own, reason=None, actor=actor, at=at)
            new.save()
            return settle(done, before, after, verdict=verdict, desk=desk, at=new.at)
        done.kind = REFUSED
    raise _refusal(new, chain) if chain else _parting(new)


def name_both(done: Act, two: Two) -> None:
    """Name both reports in the log, by their items' references."""
    done.ref = two[0].item.ref
    done.further.append(("judged with it", two[1].item.ref, 0))


def settle(
    done: Act, before: Standing, after: Standing, *, verdict: Verdict | None, desk: Desk, at: datetime
) -> OriginJudged:
    """Bring the origins to what stands now, with an entry of the log for each that was left; return the answer."""
    left = carry_out(before.change_to(after, desk=desk), at=at)
    done.further += [("origin left for another", ref, 1) for ref in left]
    refs = Report.objects.filter(pk__in=[report.pk for report in after.two]).order_by("pk")
    one, other = refs.values_list("origin__ref", flat=True)
    names = [str(report) for report in after.two]
    return OriginJudged(
        left=names[0],
        right=names[1],
        verdict=verdict,
        at=at,
        origins=tuple(dict.fromkeys((one, other))),
        disputed=is_disputed(after.of_two),
    )


def _parting(new: OriginJudgement) -> OriginParted:
    return OriginParted(
        f"“Same” for {new.left} and {new.right} would make two origins of reports that are one now, since others of "
        "them are held for two pieces of news; and nobody parts reports alone. So it was not kept. Judge the reports "
        "that are one with either of the two first, or judge these two “unsure”."
    )


def _refusal(new: OriginJudgement, chain: Chain) -> OriginContradiction:
    told = "; ".join(
        f"{rows[0].left} and {rows[0].right}: {', '.join(f'“{row.verdict}” by {row.person}' for row in rows)}"
        for rows in chain
    )
    return OriginContradiction(
        f"“{new.verdict.capitalize()}” for {new.left} and {new.right} contradicts what is held already ({told}), so it "
        "was not kept. Look at those first: if one of them is wrong, judge it otherwise, or undo it where it is your "
        "own. If you cannot tell, judge these two “unsure”.",
        of=(str(new.left), str(new.right)),
        chain=chain,
    )
