"""Judging whether two reports go back to one beginning, and finding the second one by its reference."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from paradero.desk.pages.asking import acting, answering_refusals
from paradero.desk.pages.judging import judged_in
from paradero.procedures.judge_origin import OriginContradiction, judge_origin
from paradero.procedures.origin_pairs import two_reports
from paradero.procedures.origin_rows import judged_two
from paradero.procedures.show_origin_pair import show_origin_pair
from paradero.procedures.undo_origin_judgement import undo_origin_judgement

MAX_REFERENCE = 40
"""Letters of a typed reference."""


@require_POST
@answering_refusals
def origin_with(request: HttpRequest) -> HttpResponse:
    """Go to the page of a report and another one, which somebody named by its item's reference.

    What was typed never stands in an address: it may be a name (rule R12).
    """
    first, second = (request.POST.get(name, "")[:MAX_REFERENCE] for name in ("report", "with"))
    left, right = two_reports(first, second)
    at = [left.item.ref, left.position, right.item.ref, right.position]
    return redirect(reverse("origin-pair", args=at))


@require_safe
@answering_refusals
def origin_pair(request: HttpRequest, left: str, left_at: int, right: str, right_at: int) -> HttpResponse:
    """Return two reports side by side, why they are held for one origin or two, and the form to judge them."""
    page = show_origin_pair(f"{left}/{left_at}", f"{right}/{right_at}", for_the_eye=True, **acting(request))
    return render(request, "desk/origin_pair.html", {"page": page})


@require_POST
@answering_refusals
def origin_judge(request: HttpRequest, left: str, left_at: int, right: str, right_at: int) -> HttpResponse:
    """Keep the judgement and go back to the two; an unknown verdict keeps nothing, and a contradiction is told."""
    chosen, reason = judged_in(request)
    two = (f"{left}/{left_at}", f"{right}/{right_at}")
    if chosen is not None:
        try:
            judge_origin(*two, verdict=chosen, reason=reason, **acting(request))
        except OriginContradiction as refused:
            chain = [judged_two(rows) for rows in refused.chain]
            told = {"of": refused.of, "chain": chain, "back": _address(left, left_at, right, right_at)}
            return render(request, "desk/origin_contradiction.html", told, status=409)
    return redirect(_address(left, left_at, right, right_at) + "#judgement")


@require_POST
@answering_refusals
def origin_undo(request: HttpRequest, left: str, left_at: int, right: str, right_at: int) -> HttpResponse:
    """Take one's own judgement back and go back to the two."""
    undo_origin_judgement(f"{left}/{left_at}", f"{right}/{right_at}", **acting(request))
    return redirect(_address(left, left_at, right, right_at) + "#judgement")


def _address(*two: str | int) -> str:
    return reverse("origin-pair", args=two)
