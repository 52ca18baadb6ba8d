"""Lists the sources by name, or those whose name holds some words."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.source_rows import source_rows
from paradero.procedures.source_views import SourceList
from paradero.records.models import Source
from paradero.records.sources import is_account, own_sources, source_key, standing_aliases


def list_sources(
    *, named: str = "", limit: int = 50, offset: int = 0, desk: Desk, actor: Actor, at: datetime
) -> SourceList:
    """Return a page of the list: names that are another's alias stand under it, and accounts are left out.

    An account can be a private person's, and people are not for browsing (rule R13): it is found by its name.

    Args:
        named: Words that a source's name, or another name of it, has to hold; then accounts are found too.
        limit: So many at most.
        offset: So many are passed over.
        desk: The store and the folder.
        actor: Who looks.
        at: When.
    """
    with act("search sources" if named.strip() else "list sources", desk=desk, actor=actor, at=at) as done:
        sources = own_sources()
        accounts = sources.filter(is_account())
        listed = _named(sources, named) if named.strip() else sources.exclude(is_account())
        rows = source_rows(list(listed.order_by("folded", "pk")[offset : offset + limit]))
        done.count = len(rows)
        return SourceList(rows=rows, accounts=0 if named.strip() else accounts.count())


def _named(sources: QuerySet[Source], named: str) -> QuerySet[Source]:
    for word in source_key(named).split():
        also = standing_aliases().filter(source=OuterRef("pk"), folded__contains=word)
        sources = sources.filter(Q(folded__contains=word) | Exists(also))
    return sources
