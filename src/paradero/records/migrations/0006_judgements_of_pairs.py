"""A judgement is of any two, enquiries or sightings; what was judged of candidates is carried over, nothing is lost."""

from typing import Any

from django.db import migrations, models
from django.db.migrations.exceptions import IrreversibleError
from django.db.models.deletion import PROTECT

from paradero.records.append_only import protect_rows, unprotect_rows
from paradero.records.kept_judgements import OF_SUBJECTS


def carry_over(apps: Any, schema_editor: Any) -> None:
    """Name the two of each candidate, and make of each mark "undone" a row of its own."""
    Judgement, Undoing = apps.get_model("records", "Judgement"), apps.get_model("records", "Undoing")
    for judgement in Judgement.objects.select_related("candidate__enquiry", "candidate__sighting").iterator():
        judgement.left, judgement.right = judgement.candidate.enquiry.ref, judgement.candidate.sighting.ref
        judgement.save(update_fields=["left", "right"])
        if judgement.undone_at is not None:
            Undoing.objects.create(judgement=judgement, person=judgement.person, at=judgement.undone_at)
    schema_editor.connection.check_constraints()  # PostgreSQL alters no table whose rows are still to be checked


def require_none(apps: Any, schema_editor: Any) -> None:
    """Go back only where nothing was judged: the earlier shape holds no judgement of two sightings or two enquiries."""
    if apps.get_model("records", "Judgement").objects.exists():
        raise IrreversibleError("Judgements are held. To go back, restore a backup.")


class Migration(migrations.Migration):
    """Changes the shape of judgements, carries the old ones over, and protects them all."""

    dependencies = [("records", "0005_jobs")]

    operations = [
        migrations.AddField("judgement", "left", models.CharField(max_length=11, default=""), preserve_default=False),
        migrations.AddField("judgement", "right", models.CharField(max_length=11, default=""), preserve_default=False),
        migrations.CreateModel(
            name="Undoing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("person", models.CharField(max_length=200)),
                ("reason", models.TextField(null=True)),
                ("at", models.DateTimeField()),
                (
                    "judgement",
                    models.OneToOneField(on_delete=PROTECT, related_name="undoing", to="records.judgement"),
                ),
            ],
            options={"ordering": ["at", "pk"]},
        ),
        migrations.RunPython(carry_over, require_none),
        migrations.RemoveConstraint("judgement", "judgement_stands_once"),
        migrations.RemoveConstraint("judgement", "judgement_undone_later"),
        migrations.RemoveField("judgement", "candidate"),
        migrations.RemoveField("judgement", "undone_at"),
        migrations.AddIndex("judgement", models.Index(fields=["left", "right", "person"], name="judgement_of_a_pair")),
        migrations.AddIndex("judgement", models.Index(fields=["right"], name="judgement_of_the_right")),
        migrations.AddConstraint(
            "judgement",
            models.CheckConstraint(condition=models.Q(left__lt=models.F("right")), name="judgement_is_of_two"),
        ),
        migrations.CreateModel(
            name="Likeness",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("left", models.CharField(max_length=11)),
                ("right", models.CharField(max_length=11)),
                ("match_weight_bits", models.FloatField()),
                ("probability", models.FloatField()),
                ("explanation", models.TextField()),
                ("model", models.CharField(max_length=100)),
                ("weighed_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["-match_weight_bits", "pk"],
                "indexes": [models.Index(fields=["right"], name="likeness_of_the_right")],
                "constraints": [
                    models.UniqueConstraint(fields=["left", "right"], name="likeness_is_proposed_once"),
                    models.CheckConstraint(condition=models.Q(left__lt=models.F("right")), name="likeness_is_of_two"),
                    models.CheckConstraint(
                        condition=models.Q(left__startswith="E-", right__startswith="E-")
                        | models.Q(left__startswith="S-", right__startswith="S-"),
                        name="likeness_is_within_a_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(probability__gte=0) & models.Q(probability__lte=1),
                        name="likeness_probability_is_one",
                    ),
                ],
            },
        ),
        migrations.RunPython(
            lambda apps, schema_editor: protect_rows(schema_editor.connection, OF_SUBJECTS),
            lambda apps, schema_editor: unprotect_rows(schema_editor.connection, OF_SUBJECTS),
        ),
    ]
