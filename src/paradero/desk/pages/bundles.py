"""Bundles of evidence: one person proposes, another approves, and then anybody at the desk takes it along."""

from pathlib import Path
from tempfile import TemporaryDirectory

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from paradero.desk.pages.asking import acting, answering_refusals
from paradero.procedures.bundles import approve_bundle, items_behind, list_bundles, propose_bundle
from paradero.procedures.home import UPLOADING
from paradero.procedures.make_bundle import make_bundle

WACZ = "application/wacz"


@require_safe
@answering_refusals
def bundles(request: HttpRequest) -> HttpResponse:
    """Return the bundles on their way and those that were made."""
    rows = list_bundles(**acting(request))
    return render(request, "desk/bundles.html", {"rows": rows, "here": "bundles", "me": request.user.get_username()})


@require_POST
@answering_refusals
def bundle_propose(request: HttpRequest) -> HttpResponse:
    """Propose a bundle of an item, or of everything behind an enquiry, and go to the list."""
    enquiry, item = request.POST.get("enquiry", ""), request.POST.get("item", "")
    items = items_behind(enquiry) if enquiry else (item,)
    propose_bundle(items, purpose=request.POST.get("purpose", ""), **acting(request))
    return redirect("bundles")


@require_POST
@answering_refusals
def bundle_approve(request: HttpRequest, ref: str) -> HttpResponse:
    """Approve a bundle that somebody else proposed, and go back to the list."""
    approve_bundle(ref, **acting(request))
    return redirect("bundles")


@require_POST
@answering_refusals
def bundle_make(request: HttpRequest, ref: str) -> HttpResponse:
    """Return an approved bundle as a file, made for this answer and kept nowhere."""
    hands = acting(request)
    with TemporaryDirectory(dir=hands["desk"].home / UPLOADING) as folder:
        file = Path(folder) / f"{ref}.wacz"
        make_bundle(ref, file, **hands)
        # Opened before the folder goes: the file lives on without a name until the answer was sent.
        return FileResponse(file.open("rb"), as_attachment=True, filename=file.name, content_type=WACZ)  # type: ignore[return-value]  # it streams
