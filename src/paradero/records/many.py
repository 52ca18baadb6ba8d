"""Inserts many rows of one kind at once."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import connection, models

_TAKEN_AS_THEY_ARE = frozenset({str, int, type(None)})
"""By both databases; JSON is a text to them."""


def insert_all(rows: Sequence[models.Model]) -> None:
    """Write new rows of one model, in order; their keys are not filled in. Call it inside a transaction.

    Each row's values pass the fields as in `save`, but the statement is made once: Django's `bulk_create` compiles
    every value of every row, which took half the time of taking in ten thousand items.
    """
    if not rows:
        return
    model = type(rows[0])
    insert_columns(model, {field.attname: [getattr(row, field.attname) for row in rows] for field in _fields(model)})


def insert_columns(model: type[models.Model], columns: Mapping[str, Sequence[Any]]) -> None:
    """Write new rows of a model, as `insert_all` does, from the values of each field; a field left out has its default.

    To make an object of each row first takes longer than to write it.

    Args:
        model: What the rows are of.
        columns: By the name of the field, a reference to another row with `_id`: its values, in the order of the rows.
    """
    count = len(next(iter(columns.values())))
    if not count:
        return
    about, quote = model._meta, connection.ops.quote_name  # noqa: SLF001 -- public by Django's documentation
    fields = _fields(model)
    names = ", ".join(quote(field.column) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    statement = f"INSERT INTO {quote(about.db_table)} ({names}) VALUES ({places})"  # noqa: S608 -- our own names
    values = [
        _prepared(field, columns.get(field.attname) or [field.get_default() for _ in range(count)]) for field in fields
    ]
    with connection.cursor() as cursor:
        cursor.executemany(statement, list(zip(*values, strict=True)))


def _fields(model: type[models.Model]) -> "list[models.Field[Any, Any]]":
    every = model._meta.local_concrete_fields  # noqa: SLF001 -- as above
    return [field for field in every if not isinstance(field, models.AutoField)]


def _prepared(field: "models.Field[Any, Any]", values: Sequence[Any]) -> Sequence[Any]:
    """Return what the database is to be given of a field's values; a moment that many rows share is prepared once."""
    if not isinstance(field, models.JSONField) and _TAKEN_AS_THEY_ARE.issuperset(map(type, values)):
        return values
    if isinstance(field, models.DateTimeField):
        once = {value: field.get_db_prep_save(value, connection) for value in set(values)}
        return [once[value] for value in values]
    return [None if value is None else field.get_db_prep_save(value, connection) for value in values]
