"""A source has a reference, a kind, other names and grades; those held already get a reference and a folded name."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from paradero.records.append_only import protect_rows, unprotect_rows
from paradero.records.kept_sources import KEPT_SOURCES
from paradero.records.sources import source_key
from paradero.terms.refs import new_ref

KINDS = ["outlet", "channel", "account", "agency", "office", "unknown"]


def name_those_held(apps: Any, schema_editor: Any) -> None:
    """Give each source its reference and its folded name; what it is stays unknown until a person says so."""
    for source in apps.get_model("records", "Source").objects.all():
        source.ref, source.folded = new_ref("P"), source_key(source.name)
        source.save(update_fields=["ref", "folded"])
    schema_editor.connection.check_constraints()  # PostgreSQL alters no table whose rows are still to be checked


def given(name: str, *fields: tuple[str, Any], **options: Any) -> migrations.CreateModel:
    """Return the making of a table of what people said."""
    return migrations.CreateModel(
        name=name,
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("person", models.CharField(max_length=200)),
            ("reason", models.TextField(null=True)),
            ("at", models.DateTimeField()),
            *fields,
        ],
        options={"ordering": ["pk"], "abstract": False} | options,
    )


def of_source(name: str) -> tuple[str, Any]:
    """Return the field that names the source."""
    to: Any = models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name=name, to="records.source")
    return "source", to


def one_of(field: str, values: list[str], *, name: str) -> models.CheckConstraint:
    """Return the constraint that a field holds one of the values."""
    return models.CheckConstraint(condition=models.Q((f"{field}__in", values)), name=name)


class Migration(migrations.Migration):
    """Changes the shape of sources, names those held, and protects what is said of them."""

    dependencies = [("records", "0010_bundles")]

    operations = [
        migrations.AddField("source", "ref", models.CharField(max_length=11, default="", editable=False)),
        migrations.AddField("source", "folded", models.CharField(max_length=300, default="")),
        migrations.AddField("source", "kind", models.CharField(max_length=20, default="unknown")),
        migrations.RunPython(name_those_held, migrations.RunPython.noop),
        migrations.AlterField("source", "ref", models.CharField(max_length=11, unique=True, editable=False)),
        migrations.AlterField("source", "folded", models.CharField(max_length=300, db_index=True)),
        migrations.AddConstraint("source", one_of("kind", KINDS, name="source_kind_is_known")),
        given(
            "KindGiven",
            ("kind", models.CharField(max_length=20)),
            of_source("kinds_given"),
            constraints=[one_of("kind", KINDS, name="kind_given_is_known")],
        ),
        given(
            "SourceGrade",
            ("grade", models.CharField(max_length=1)),
            of_source("grades"),
            constraints=[one_of("grade", list("ABCDEF"), name="source_grade_is_known")],
        ),
        given(
            "InformationGrade",
            ("item", models.CharField(max_length=11)),
            ("position", models.PositiveIntegerField()),
            ("grade", models.CharField(max_length=1)),
            indexes=[models.Index(fields=["item", "position"], name="grade_of_a_report")],
            constraints=[one_of("grade", list("123456"), name="information_grade_is_known")],
        ),
        given(
            "SourceAlias",
            ("ref", models.CharField(max_length=11, unique=True, editable=False)),
            ("name", models.CharField(max_length=300)),
            ("folded", models.CharField(max_length=300, db_index=True)),
            of_source("aliases"),
            constraints=[
                models.CheckConstraint(condition=models.Q(("folded", ""), _negated=True), name="alias_is_not_blank")
            ],
        ),
        given(
            "AliasUndoing",
            (
                "alias",
                models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT, related_name="undoing", to="records.sourcealias"
                ),
            ),
        ),
        migrations.RunPython(
            lambda apps, schema_editor: protect_rows(schema_editor.connection, KEPT_SOURCES),
            lambda apps, schema_editor: unprotect_rows(schema_editor.connection, KEPT_SOURCES),
        ),
    ]
