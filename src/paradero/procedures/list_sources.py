"""Lists the sources by name, or those whose name holds some words."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.source_rows import source_rows
from paradero.procedures.source_views import SourceList
from paradero.records.models import Source
from paradero.records.sources import is_account, own_sources, source_key, standing_aliases

MOST_FOUND = 50
"""So many are found by words at most, as in a search for people."""
SHORTEST_NAME = 3
"""Letters of an account's name by which it is found."""


def list_sources(
    *, named: str = "", limit: int = 50, offset: int = 0, desk: Desk, actor: Actor, at: datetime
) -> SourceList:
    """Return a page of the list: names that are another's alias stand under it, and accounts are left out.

    An account can be a private person's, and people are not for browsing (rule R13): it is found by its name or
    the beginning of a word in it, as sightings are, and never more than fifty at once.

    Args:
        named: Words that a source's name, or another name of it, has to hold; then accounts are found too.
        limit: So many at most; of what is found by words never more than fifty.
        offset: So many are passed over.
        desk: The store and the folder.
        actor: Who looks.
        at: When.
    """
    with act("search sources" if named.strip() else "list sources", desk=desk, actor=actor, at=at) as done:
        sources = own_sources()
        accounts = sources.filter(is_account())
        listed = _named(sources, named) if named.strip() else sources.exclude(is_account())
        end = min(offset + limit, MOST_FOUND) if named.strip() else offset + limit
        rows = source_rows(list(listed.order_by("folded", "pk")[min(offset, end) : end]))
        done.count = len(rows)
        return SourceList(rows=rows, accounts=0 if named.strip() else accounts.count())


def _named(sources: QuerySet[Source], named: str) -> QuerySet[Source]:
    for word in source_key(named).split():
        of_account = _bears(_begins_a_word(word)) & Q(is_account())
        sources = sources.filter(of_account | (_bears(Q(folded__contains=word)) & ~Q(is_account())))
    return sources


def _bears(name: Q) -> Q:
    """Return the condition that a name of the source, its own or another, fulfils one."""
    return name | Q(Exists(standing_aliases().filter(name, source=OuterRef("pk"))))


def _begins_a_word(letters: str) -> Q:
    handle = f"@{letters.removeprefix('@')}"
    if len(handle) <= SHORTEST_NAME:
        return Q(pk__in=())
    return Q(folded__startswith=letters) | Q(folded__startswith=handle) | Q(folded__contains=f" {letters}")
