"""A sealed item: its text as it was read, what is proven of it; and the origin of its news."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from paradero.desk.pages.asking import acting, answering_refusals
from paradero.procedures.show_item import show_item
from paradero.procedures.show_proof import show_proof
from paradero.procedures.spread import show_origin
from paradero.terms.grades import Credibility


@require_safe
@answering_refusals
def item(request: HttpRequest, ref: str) -> HttpResponse:
    """Return one item. Its pictures are words here: there is no way from this page to one (rule R1)."""
    shown = {"page": show_item(ref, for_the_eye=True, **acting(request)), "credibilities": list(Credibility)}
    return render(request, "desk/item.html", shown)


@require_safe
@answering_refusals
def origin(request: HttpRequest, ref: str) -> HttpResponse:
    """Return how the news of one origin spread, and why its reports are held for one."""
    return render(request, "desk/origin.html", {"page": show_origin(ref, **acting(request))})


@require_safe
@answering_refusals
def proof(request: HttpRequest, ref: str) -> HttpResponse:
    """Return what is proven of an item and what is not, checked for this answer."""
    return render(request, "desk/proof.html", {"page": show_proof(ref, **acting(request))})
