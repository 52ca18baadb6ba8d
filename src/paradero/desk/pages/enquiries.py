"""The enquiries: their list, and one with the family's words and what was searched."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from paradero.desk.pages.asking import acting, answering_refusals
from paradero.desk.pages.lists import list_page
from paradero.procedures.behind import still_behind
from paradero.procedures.list_enquiries import list_enquiries
from paradero.procedures.show_enquiry import show_enquiry


@require_safe
def enquiries(request: HttpRequest) -> HttpResponse:
    """Return the list, newest first."""
    asking = acting(request)
    page = list_page(request, lambda limit, offset: list_enquiries(limit=limit, offset=offset, **asking))
    behind = still_behind(desk=asking["desk"])
    return render(
        request, "desk/enquiries.html", {"page": page, "rows": page.rows, "behind": behind, "here": "enquiries"}
    )


@require_safe
@answering_refusals
def enquiry(request: HttpRequest, ref: str) -> HttpResponse:
    """Return one enquiry."""
    shown = {"page": show_enquiry(ref, **acting(request)), "here": "enquiries"}
    return render(request, "desk/enquiry.html", shown)
