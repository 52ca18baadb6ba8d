"""Refuses large requests by their stated length, before anything reads them.

Django's check against forged requests reads the whole body first, so an anonymous caller could fill the disk before
being told no. But for the page that takes files in, and whoever is logged in there, the longest honest request is a
reason typed into a form.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from paradero.procedures.upload import LARGEST_UPLOAD_BYTES

MAX_BYTES = 64 * 1024
"""A form with a page of typed text, in Cyrillic and percent-encoded, stays under a quarter of this."""
TAKES_FILES = "/take-in/"

Answer = Callable[[HttpRequest], HttpResponse]


def limit_bodies(answer: Answer) -> Answer:
    """Return a handler that gives 413 for too large a body, 411 for one without a length and 415 without UTF-8."""

    def handle(request: HttpRequest) -> HttpResponse:
        if "chunked" in request.META.get("HTTP_TRANSFER_ENCODING", "").lower():
            return _plain("This request does not say how long it is. Send it with a Content-Length.", 411)
        length = request.META.get("CONTENT_LENGTH") or "0"
        most = LARGEST_UPLOAD_BYTES + MAX_BYTES if request.path_info == TAKES_FILES else MAX_BYTES
        if not length.isascii() or not length.isdigit() or int(length) > most:
            return _too_large(most)
        if (request.content_params or {}).get("charset", "utf-8").lower() not in {"utf-8", "utf8"}:
            return _plain("This form is not in UTF-8. Send it from the desk's own page.", 415)
        return answer(request)

    return handle


def limit_strangers(answer: Answer) -> Answer:
    """Return a handler that takes a large body from whoever is logged in alone; it stands behind the log-in's check."""

    def handle(request: HttpRequest) -> HttpResponse:
        if not request.user.is_authenticated and int(request.META.get("CONTENT_LENGTH") or "0") > MAX_BYTES:
            return _too_large(MAX_BYTES)
        return answer(request)

    return handle


def unreadable(_request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  # Django's
    """Return the answer to a request that cannot be read, or that names another host."""
    return _plain("This request cannot be read. Open the desk at its own address and repeat what you did.", 400)


def _too_large(most: int) -> HttpResponse:
    return _plain(f"This request is larger than the {most // 1024} KiB the desk takes here. Send less.", 413)


def _plain(sentence: str, status: int) -> HttpResponse:
    return HttpResponse(sentence + "\n", content_type="text/plain; charset=utf-8", status=status)
