"""Writes every row of the database to a file and reads it back, whatever the database is."""

from pathlib import Path

from django.contrib.auth.models import User
from django.core import serializers
from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.db.migrations.recorder import MigrationRecorder

from paradero.records.append_only import KEPT, protect_rows, unprotect_rows
from paradero.records.models import (
    AliasUndoing,
    Archive,
    Arrival,
    AuditEntry,
    Bundle,
    Candidate,
    CheckedHead,
    Claim,
    CustodyEntry,
    DayLeaf,
    DayRoot,
    Edge,
    Enquiry,
    InformationGrade,
    Item,
    Job,
    Judgement,
    KindGiven,
    Likeness,
    Mark,
    NameKey,
    NewsKey,
    Origin,
    OriginJudgement,
    OriginLink,
    OriginUndoing,
    Report,
    SealRecord,
    Search,
    Sighting,
    Source,
    SourceAlias,
    SourceGrade,
    Timestamp,
    Undoing,
)

ORDER: tuple[type[models.Model], ...] = (
    User,
    Mark,
    Source,
    SourceAlias,
    AliasUndoing,
    KindGiven,
    SourceGrade,
    Origin,
    Archive,
    Item,
    SealRecord,
    Arrival,
    Report,
    InformationGrade,
    OriginLink,
    Edge,
    OriginJudgement,
    OriginUndoing,
    NewsKey,
    Enquiry,
    Sighting,
    NameKey,
    Claim,
    Search,
    Candidate,
    Judgement,
    Undoing,
    Likeness,
    Job,
    Bundle,
    CustodyEntry,
    AuditEntry,
    CheckedHead,
    DayRoot,
    DayLeaf,
    Timestamp,
)
"""Nothing points to what comes after it. Sessions are left out: everybody logs in anew."""


def applied_migrations() -> list[str]:
    """Return the schema's version: the migrations that were applied."""
    return sorted(f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations())


def is_empty() -> bool:
    """Tell whether the database holds nothing yet; one without tables is empty as well."""
    tables = set(connection.introspection.table_names())
    return not any(model._meta.db_table in tables and model._default_manager.exists() for model in ORDER)  # noqa: SLF001


def write_rows(file: Path) -> None:
    """Write every row, one a line, as they stand at one moment."""
    with transaction.atomic(), file.open("w", encoding="utf-8") as stream:
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        for model in ORDER:
            rows = model._default_manager.order_by("pk").iterator()  # noqa: SLF001
            serializers.serialize("jsonl", rows, stream=stream)
    file.chmod(0o600)


def read_rows(file: Path) -> None:
    """Put every row of the file into an empty database: all or none.

    Every judgement comes before any undoing, so somebody who changed their mind has two that stand for a while, and so
    does a name that was taken back and given anew: their triggers stand aside until all rows are there.
    """
    with transaction.atomic(), file.open(encoding="utf-8") as stream:
        unprotect_rows(connection, *KEPT)
        for row in serializers.deserialize("jsonl", stream):
            row.save(force_insert=True)
        connection.check_constraints()  # PostgreSQL puts no trigger on a table whose rows it still has to check
        protect_rows(connection, *KEPT)
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), list(ORDER)):
                cursor.execute(statement)
