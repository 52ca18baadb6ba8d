"""The candidates: their list, one with every reason, its paper, and judging it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from paradero.desk.pages.asking import acting, answering_refusals
from paradero.desk.pages.judging import answering_contradictions, judged_in
from paradero.desk.pages.lists import list_page
from paradero.procedures.behind import still_behind
from paradero.procedures.judge_candidate import judge_candidate
from paradero.procedures.list_candidates import list_candidates
from paradero.procedures.show_candidate import show_candidate
from paradero.procedures.undo_judgement import undo_judgement


@require_safe
def candidates(request: HttpRequest) -> HttpResponse:
    """Return the list, likeliest first."""
    asking = acting(request)
    page = list_page(request, lambda limit, offset: list_candidates(limit=limit, offset=offset, **asking))
    behind = still_behind(desk=asking["desk"])
    shown = {"page": page, "rows": page.rows, "behind": behind, "here": "candidates"}
    return render(request, "desk/candidates.html", shown)


@require_safe
@answering_refusals
def candidate(request: HttpRequest, ref: str) -> HttpResponse:
    """Return both sides of a candidate, why they may be the same, who says it, and the form to judge it."""
    return _shown(request, ref, "desk/candidate.html")


@require_safe
@answering_refusals
def candidate_print(request: HttpRequest, ref: str) -> HttpResponse:
    """Return the same for paper: no judgement, a neutral title."""
    return _shown(request, ref, "desk/print.html")


@require_POST
@answering_refusals
@answering_contradictions
def candidate_judge(request: HttpRequest, ref: str) -> HttpResponse:
    """Keep the judgement and go back to the candidate; an unknown verdict keeps nothing."""
    chosen, reason = judged_in(request)
    if chosen is not None:
        judge_candidate(ref, verdict=chosen, reason=reason, **acting(request))
    return _back_to(ref)


@require_POST
@answering_refusals
def candidate_undo(request: HttpRequest, ref: str) -> HttpResponse:
    """Take one's own judgement back and go back to the candidate."""
    undo_judgement(ref, **acting(request))
    return _back_to(ref)


def _shown(request: HttpRequest, ref: str, template: str) -> HttpResponse:
    asking = acting(request)
    page = show_candidate(ref, language=get_language() or "en", for_the_eye=True, **asking)
    return render(request, template, {"page": page, "at": asking["at"], "here": "candidates"})


def _back_to(ref: str) -> HttpResponse:
    return redirect(reverse("candidate", args=[ref]) + "#judgement")
