"""What people hold about the origins of two reports, and that they took it back; both only grow."""

from django.db import migrations, models
from django.db.models.deletion import PROTECT

from paradero.records.append_only import protect_rows, unprotect_rows
from paradero.records.kept_judgements import OF_ORIGINS


class Migration(migrations.Migration):
    """Adds both tables and protects them."""

    dependencies = [("records", "0013_edges")]

    operations = [
        migrations.CreateModel(
            name="OriginJudgement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("person", models.CharField(max_length=200)),
                ("verdict", models.CharField(max_length=10)),
                ("reason", models.TextField(null=True)),
                ("at", models.DateTimeField()),
                ("left", models.ForeignKey(on_delete=PROTECT, related_name="+", to="records.report")),
                ("right", models.ForeignKey(on_delete=PROTECT, related_name="+", to="records.report")),
            ],
            options={
                "ordering": ["at", "pk"],
                "indexes": [models.Index(fields=["left", "right", "person"], name="origin_judgement_of_a_pair")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(left__lt=models.F("right")), name="origin_judgement_is_of_two"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(verdict__in=["same", "different", "unsure"]),
                        name="origin_judgement_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OriginUndoing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("person", models.CharField(max_length=200)),
                ("reason", models.TextField(null=True)),
                ("at", models.DateTimeField()),
                (
                    "judgement",
                    models.OneToOneField(on_delete=PROTECT, related_name="undoing", to="records.originjudgement"),
                ),
            ],
            options={"ordering": ["at", "pk"]},
        ),
        migrations.RunPython(
            lambda apps, schema_editor: protect_rows(schema_editor.connection, OF_ORIGINS),
            lambda apps, schema_editor: unprotect_rows(schema_editor.connection, OF_ORIGINS),
        ),
    ]
