"""All that reports say of one person, on one line of time."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from paradero.desk.pages.asking import acting, answering_refusals
from paradero.procedures.show_said import show_said


@require_safe
@answering_refusals
def said(request: HttpRequest, ref: str) -> HttpResponse:
    """Return what is said of an enquiry's or a sighting's person, and what contradicts what."""
    return render(request, "desk/said.html", {"page": show_said(ref, **acting(request))})
