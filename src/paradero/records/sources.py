"""Asks which names are one source: by the aliases that stand, each time anew (rule R8)."""

import re
from collections.abc import Collection, Iterable
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Exists, F, Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact

from paradero.records.folding import fold
from paradero.records.models import KindGiven, Source, SourceAlias, SourceGrade
from paradero.records.models.sources import LONGEST_NAME
from paradero.terms.grades import SourceKind
from paradero.terms.refs import new_ref

_LOCK = 7_241_190_308
"""Any number that nothing else in the database uses; the judgements have the one before."""

_ADDRESS = re.compile(r"^(?:https?://)?(?:www\.)?", re.IGNORECASE)

Row = TypeVar("Row", SourceGrade, KindGiven)


def source_key(name: str) -> str:
    """Return a name as sources are found by it: without capitals, accents, signs, or the ends of a web address.

    A handle keeps its sign, so that @faro on a platform is not the newspaper Faro.

    >>> source_key("El  Faro del Súr"), source_key("@Faro_Sur"), source_key("https://www.faro-sur.example/")
    ('el faro del sur', '@farosur', 'faro surexample')
    """
    bare = _ADDRESS.sub("", name.strip())
    sign = "@" if bare.startswith("@") else ""
    return (sign + (fold(bare) or bare.casefold()))[:LONGEST_NAME]


def hold_sources() -> None:
    """Let nobody else name or grade a source until the transaction ends.

    SQLite's transactions that write exclude each other anyhow. Take it before anything is read that it protects.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def source_printed(name: str, *, kind: SourceKind) -> Source:
    """Return the source of this very name; a name that no report printed before gets a row, of this kind.

    To which source the row belongs is asked anew each time, so an alias holds for what comes in later as well.
    """
    kept = name[:LONGEST_NAME]
    fresh = {"ref": new_ref("P"), "folded": source_key(kept), "kind": kind.value}
    return Source.objects.get_or_create(name=kept, defaults=fresh)[0]


def standing_aliases() -> QuerySet[SourceAlias]:
    """Return the aliases that nobody took back."""
    return SourceAlias.objects.filter(undoing__isnull=True)


def own_sources() -> QuerySet[Source]:
    """Return the sources that are no other's alias."""
    of_another = standing_aliases().filter(folded=OuterRef("folded")).exclude(source=OuterRef("pk"))
    return Source.objects.filter(~Exists(of_another))


def is_account() -> "Exact[Any]":
    """Return the condition that a source is an account: as a person said last, else as its first report came."""
    said = KindGiven.objects.filter(source=OuterRef("pk")).order_by("-pk").values("kind")[:1]
    return Exact(Coalesce(Subquery(said), F("kind")), SourceKind.ACCOUNT.value)


def heads_of(sources: Iterable[Source]) -> dict[int, Source]:
    """Return, by the key of each source, the one that it belongs to: another, or itself."""
    rows = list(sources)
    aliases = standing_aliases().filter(folded__in={row.folded for row in rows}).select_related("source")
    by_name = {alias.folded: alias.source for alias in aliases}
    return {row.pk: by_name.get(row.folded, row) for row in rows}


def members_of(heads: Collection[Source]) -> dict[int, int]:
    """Return whose reports are whose: by the key of each name's row the key of the one of `heads` it belongs to."""
    aliases = standing_aliases().filter(source__in=heads).values_list("folded", "source_id")
    by_name = dict(aliases)
    others = Source.objects.filter(folded__in=by_name).values_list("pk", "folded")
    return {pk: by_name[folded] for pk, folded in others} | {head.pk: head.pk for head in heads}


def latest(rows: "QuerySet[Row]", *of: str) -> list[Row]:
    """Return of each group of rows, told apart by these fields, the one that was given last."""
    last = rows.order_by().values(*of).annotate(last=Max("pk")).values("last")
    return list(rows.filter(pk__in=last))
