"""One page of a long list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.http import HttpRequest

Row = TypeVar("Row")

ROWS = 50
"""As many as a caseworker looks through before losing the place."""

LAST_PAGE = 10_000
"""Beyond any list the desk holds; a larger number in an address is read as this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage(Generic[Row]):
    """Some rows, and whether there are more."""

    rows: Sequence[Row]
    number: int
    more: bool

    @property
    def previous(self) -> int:
        """The page before."""
        return self.number - 1

    @property
    def next(self) -> int:
        """The page after."""
        return self.number + 1


def list_page(request: HttpRequest, ask: Callable[[int, int], Sequence[Row]]) -> ListPage[Row]:
    """Return the page that the address asks for; `ask` gets a limit, one row too many, and an offset."""
    number = asked_page(request)
    rows = ask(ROWS + 1, (number - 1) * ROWS)
    return ListPage(rows=rows[:ROWS], number=number, more=len(rows) > ROWS)


def asked_page(request: HttpRequest) -> int:
    """Return the number of the page that the address asks for, from 1."""
    typed = request.GET.get("page", "1")
    return min(max(int(typed), 1), LAST_PAGE) if typed.isascii() and typed.isdigit() and len(typed) < 8 else 1  # noqa: PLR2004
