"""The sources: their list, one with its names and reports, and what people say of it: grades, names, what it is."""

from enum import Enum
from typing import TypeVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from paradero.desk.pages.asking import acting, answering_refusals
from paradero.desk.pages.judging import MAX_REASON
from paradero.desk.pages.lists import ROWS, ListPage, asked_page, list_page
from paradero.procedures.grade_information import grade_information
from paradero.procedures.grade_source import grade_source
from paradero.procedures.list_sources import list_sources
from paradero.procedures.name_source_alias import name_source_alias
from paradero.procedures.set_source_kind import set_source_kind
from paradero.procedures.show_source import show_source
from paradero.procedures.source_views import SourceRow
from paradero.procedures.undo_source_alias import undo_source_alias
from paradero.terms.grades import Credibility, Reliability, SourceKind

Chosen = TypeVar("Chosen", bound=Enum)

MAX_ASKED = 200
"""Letters of a name that is looked for; the form says so too."""


@require_http_methods(["GET", "HEAD", "POST"])
def sources(request: HttpRequest) -> HttpResponse:
    """Return the list by name, or the sources whose names hold what was asked; it is sent as a form, as in search."""
    asked = request.POST.get("named", "").strip()[:MAX_ASKED]
    asking, accounts = acting(request), 0

    def ask(limit: int, offset: int) -> tuple[SourceRow, ...]:
        nonlocal accounts
        found = list_sources(named=asked, limit=limit, offset=0 if asked else offset, **asking)
        accounts = found.accounts
        return found.rows

    page = list_page(request, ask)
    shown = {"page": page, "rows": page.rows, "accounts": accounts, "asked": asked, "here": "sources"}
    return render(request, "desk/sources.html", shown)


@require_safe
@answering_refusals
def source(request: HttpRequest, ref: str) -> HttpResponse:
    """Return one source and a page of its reports."""
    number = asked_page(request)
    of = show_source(ref, limit=ROWS + 1, offset=(number - 1) * ROWS, **acting(request))
    page = ListPage(rows=of.reports[:ROWS], number=number, more=len(of.reports) > ROWS)
    shown = {"of": of, "page": page, "grades": list(Reliability), "kinds": list(SourceKind), "here": "sources"}
    return render(request, "desk/source.html", shown)


@require_POST
@answering_refusals
def source_grade(request: HttpRequest, ref: str) -> HttpResponse:
    """Keep the grade and go back to the source; a form without a grade keeps nothing."""
    if grade := _chosen(Reliability, request, "grade"):
        grade_source(ref, grade=grade, reason=_reason(request), **acting(request))
    return redirect(reverse("source", args=[ref]) + "#grade")


@require_POST
@answering_refusals
def source_kind(request: HttpRequest, ref: str) -> HttpResponse:
    """Keep what the source is and go back to it."""
    if kind := _chosen(SourceKind, request, "kind"):
        set_source_kind(ref, kind=kind, **acting(request))
    return redirect(reverse("source", args=[ref]) + "#names")


@require_POST
@answering_refusals
def source_alias(request: HttpRequest, ref: str) -> HttpResponse:
    """Keep another name of the source and go back to it."""
    name_source_alias(ref, name=request.POST.get("name", ""), reason=_reason(request), **acting(request))
    return redirect(reverse("source", args=[ref]) + "#names")


@require_POST
@answering_refusals
def source_alias_undo(request: HttpRequest, ref: str) -> HttpResponse:
    """Take another name back and go to the source that had it."""
    undone = undo_source_alias(ref, **acting(request))
    return redirect(reverse("source", args=[undone.ref]) + "#names")


@require_POST
@answering_refusals
def information_grade(request: HttpRequest, ref: str, position: int) -> HttpResponse:
    """Keep the grade of what a report says and go back to the report; a form without a grade keeps nothing."""
    if grade := _chosen(Credibility, request, "grade"):
        grade_information(ref, position, grade=grade, reason=_reason(request), **acting(request))
    return redirect(reverse("item", args=[ref]) + f"#report-{position}")


def _chosen(kind: type[Chosen], request: HttpRequest, field: str) -> Chosen | None:
    return next((each for each in kind if each.value == request.POST.get(field)), None)


def _reason(request: HttpRequest) -> str | None:
    return request.POST.get("reason", "").strip()[:MAX_REASON] or None
