"""Judging any two, what would follow from it, and who is held for one person with whom."""

from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from paradero.desk.pages.asking import P, Page, acting, answering_refusals
from paradero.procedures.judge_pair import judge_pair
from paradero.procedures.judging import Contradiction
from paradero.procedures.show_group import show_group
from paradero.procedures.show_pair import show_pair
from paradero.procedures.undo_judgement import undo_judgement
from paradero.terms.verdict import Verdict

MAX_REASON = 2000
"""Letters of a reason; the form says so too."""


def judged_in(request: HttpRequest) -> tuple[Verdict | None, str | None]:
    """Return the verdict and the reason of a form; `None` for a verdict that there is not."""
    chosen = next((verdict for verdict in Verdict if verdict.value == request.POST.get("verdict")), None)
    return chosen, request.POST.get("reason", "").strip()[:MAX_REASON] or None


def answering_contradictions(page: Page[P]) -> Page[P]:
    """Let a page answer 409 for a judgement that contradicts what stands, with the way to each of those."""

    @wraps(page)
    def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return page(request, *args, **kwargs)
        except Contradiction as refused:
            return render(request, "desk/contradiction.html", {"of": refused.of, "chain": refused.chain}, status=409)

    return answer


@require_safe
@answering_refusals
def pair(request: HttpRequest, left: str, right: str) -> HttpResponse:
    """Return two side by side, why they may be one person, what would follow, and the form to judge them."""
    page = show_pair(left, right, language=get_language() or "en", for_the_eye=True, **acting(request))
    return render(request, "desk/pair.html", {"page": page})


@require_POST
@answering_refusals
@answering_contradictions
def pair_judge(request: HttpRequest, left: str, right: str) -> HttpResponse:
    """Keep the judgement and go back to the two; an unknown verdict keeps nothing."""
    chosen, reason = judged_in(request)
    if chosen is not None:
        judge_pair(left, right, verdict=chosen, reason=reason, **acting(request))
    return _back_to(left, right)


@require_POST
@answering_refusals
def pair_undo(request: HttpRequest, left: str, right: str) -> HttpResponse:
    """Take one's own judgement back and go back to the two."""
    undo_judgement(left, right, **acting(request))
    return _back_to(left, right)


@require_safe
@answering_refusals
def group(request: HttpRequest, ref: str) -> HttpResponse:
    """Return who is held for one person with somebody, and what follows from that."""
    return render(request, "desk/group.html", {"page": show_group(ref, **acting(request))})


def _back_to(left: str, right: str) -> HttpResponse:
    return redirect(reverse("pair", args=[left, right]) + "#judgement")
