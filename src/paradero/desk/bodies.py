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
    """Return a handler that gives 413 for a body over `MAX_BYTES` and 411 for one of unstated length."""

    def handle(request: HttpRequest) -> HttpResponse:
        if "chunked" in request.META.get("HTTP_TRANSFER_ENCODING", "").lower():
            return _plain("This request does not say how long it is. Send it with a Content-Length.", 411)
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isascii() or not length.isdigit() or int(length) > MAX_BYTES:
            return _plain(f"This request is larger than the {MAX_BYTES // 1024} KiB the desk takes. Send less.", 413)
        return answer(request)

    return handle


def _plain(sentence: str, status: int) -> HttpResponse:
    return HttpResponse(sentence + "\n", content_type="text/plain; charset=utf-8", status=status)
