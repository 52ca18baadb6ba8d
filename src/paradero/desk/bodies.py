"""Refuses large requests by their stated length, before anything reads them.

Django's check against forged requests reads the whole body first, so an anonymous caller could fill the disk before
being told no. The desk takes no files: its longest honest request is a reason typed into a form.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

MAX_BYTES = 64 * 1024
"""A form with a page of typed text, in Cyrillic and percent-encoded, stays under a quarter of this."""

Answer = Callable[[HttpRequest], HttpResponse]


def limit_bodies(answer: Answer) -> Answer:
    """Return a handler that gives 413 for a body over `MAX_BYTES`, 411 without a length and 415 without UTF-8."""

    def handle(request: HttpRequest) -> HttpResponse:
        if "chunked" in request.META.get("HTTP_TRANSFER_ENCODING", "").lower():
            return _plain("This request does not say how long it is. Send it with a Content-Length.", 411)
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isascii() or not length.isdigit() or int(length) > MAX_BYTES:
            return _plain(f"This request is larger than the {MAX_BYTES // 1024} KiB the desk takes. Send less.", 413)
        if (request.content_params or {}).get("charset", "utf-8").lower() not in {"utf-8", "utf8"}:
            return _plain("This form is not in UTF-8. Send it from the desk's own page.", 415)
        return answer(request)

    return handle


def unreadable(_request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  # Django's
    """Return the answer to a request that cannot be read, or that names another host."""
    return _plain("This request cannot be read. Open the desk at its own address and repeat what you did.", 400)


def _plain(sentence: str, status: int) -> HttpResponse:
    return HttpResponse(sentence + "\n", content_type="text/plain; charset=utf-8", status=status)
