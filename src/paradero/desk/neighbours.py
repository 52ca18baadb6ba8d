"""Answers callers on this machine alone, whatever server the pages were started with (the preview's rule).

`paradero desk` refuses every other address before it listens. Another server, a socket that was handed over open, or a
`localhost` that resolves elsewhere would pass by that check, so each request is looked at as well. No address is kept.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from paradero.procedures.preview import PreviewRefused, require_loopback

PASSED_ON = ("HTTP_FORWARDED", "HTTP_X_FORWARDED_FOR", "HTTP_X_REAL_IP", "HTTP_VIA")
"""What a program writes that passes on the requests of others."""

SENTENCE = "This is a preview: it answers browsers on its own machine alone, until roles and consent are built.\n"

Answer = Callable[[HttpRequest], HttpResponse]


def answer_neighbours(answer: Answer) -> Answer:
    """Return a handler that gives 403 to a caller from another machine, and to what was passed on for one."""

    def handle(request: HttpRequest) -> HttpResponse:
        try:
            require_loopback(request.META.get("REMOTE_ADDR", ""))
        except PreviewRefused:
            return _refusal()
        return _refusal() if any(field in request.META for field in PASSED_ON) else answer(request)

    return handle


def _refusal() -> HttpResponse:
    return HttpResponse(SENTENCE, content_type="text/plain; charset=utf-8", status=403)
