"""Search by reference or name, and by nothing else (rule R13)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from paradero.desk.pages.asking import acting
from paradero.procedures.search import SearchRefused, search as search_for

MAX_ASKED = 200
"""Letters of a reference or name; the form says so too."""


@require_http_methods(["GET", "HEAD", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """Return what a reference or name finds. It is sent as a form, so no name stands in an address or its history."""
    asked = request.POST.get("asked", "").strip()[:MAX_ASKED]
    result, refused = None, False
    try:
        result = search_for(asked, **acting(request)) if asked else None
    except SearchRefused:
        refused = True  # the page says why in the reader's language
    return render(request, "desk/search.html", {"asked": asked, "result": result, "refused": refused})
