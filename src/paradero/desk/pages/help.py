"""The help page, and the switch for single keys."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """Return the keys, the signs, and how to read a candidate."""
    return render(request, "desk/help.html", {"here": "help"})


@require_POST
def keys(request: HttpRequest) -> HttpResponse:
    """Turn single keys on or off for this log-in: some people dictate, and then a letter is no command."""
    request.session["keys"] = "off" if request.POST.get("keys") == "off" else "on"
    return redirect("help")
