"""What a page hands to a procedure, and what it does with a refusal."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps
from typing import Concatenate, ParamSpec, TypedDict

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from paradero.intake import SealBroken, SealDestroyed, SealMissing
from paradero.procedures.acting import Actor, Desk, NotHeld
from paradero.terms.refs import as_ref
from paradero.terms.refusal import Refusal

P = ParamSpec("P")
Page = Callable[Concatenate[HttpRequest, P], HttpResponse]


class Acting(TypedDict):
    """Who asks, of what, and when: the same three for every procedure."""

    desk: Desk
    actor: Actor
    at: datetime


def acting(request: HttpRequest) -> Acting:
    """Return the three for a request. This is the edge of the house, so the clock is read here."""
    return Acting(desk=settings.PARADERO_DESK(), actor=Actor(ref=request.user.get_username()), at=datetime.now(UTC))


def answering_refusals(page: Page[P]) -> Page[P]:
    """Let a page answer 404 for what is not held, and a refusal with its sentence and 409.

    An item that is not as it was sealed is named with 500: nothing of it is shown, and the page says what to do.
    """

    @wraps(page)
    def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return page(request, *args, **kwargs)
        except NotHeld as missing:
            raise Http404 from missing
        except SealDestroyed as destroyed:
            gone = {"title": _("Destroyed by order"), "sentence": str(destroyed), "gone": "yes"}
            return render(request, "desk/refusal.html", gone, status=409)
        except Refusal as refusal:
            shown = {"title": _("The desk says no"), "sentence": str(refusal)}
            return render(request, "desk/refusal.html", shown, status=409)
        except (SealBroken, SealMissing) as fault:
            told = {"title": _("A sealed item is not as it was"), "sentence": str(fault), "broken": "yes"}
            return render(request, "desk/refusal.html", told, status=500)

    return answer


class Reference:
    """A reference in an address, as `C-7K3M-Q2XD`; letters typed small or without dashes are put right."""

    regex = "[A-Za-z][A-Za-z0-9-]{8,12}"

    def to_python(self, value: str) -> str:
        """Return the reference in its written form."""
        return as_ref(value)

    def to_url(self, value: str) -> str:
        """Return the reference as it stands in an address."""
        return value
