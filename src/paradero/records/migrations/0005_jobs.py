"""The table of what is still to be done, and searches that stand for every open enquiry."""

from datetime import UTC, datetime
from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from paradero.terms.jobs import JobKind
from paradero.terms.refs import new_ref


def ask_once_more(apps: Any, schema_editor: Any) -> None:
    """Let every enquiry of an earlier version be searched once: a command that was killed may have left it unasked."""
    enquiries = apps.get_model("records", "Enquiry").objects.filter(is_open=True).order_by("pk")
    job, at = apps.get_model("records", "Job"), datetime.now(UTC)
    job.objects.bulk_create(
        job(ref=new_ref("J"), kind=JobKind.ENQUIRY.value, subject=subject, created_at=at, available_at=at)
        for subject in enquiries.values_list("ref", flat=True)
    )


class Migration(migrations.Migration):
    """Adds both."""

    dependencies = [
        ("records", "0004_enquiries_newest_first"),
    ]

    operations = [
        migrations.AlterField(
            model_name="search",
            name="enquiry",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="searches", to="records.enquiry"
            ),
        ),
        migrations.CreateModel(
            name="Job",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(editable=False, max_length=11, unique=True)),
                ("kind", models.CharField(max_length=40)),
                ("subject", models.CharField(max_length=11)),
                ("created_at", models.DateTimeField()),
                ("available_at", models.DateTimeField()),
                ("asked", models.PositiveIntegerField(default=1)),
                ("attempts", models.PositiveIntegerField(default=0)),
                ("lease_until", models.DateTimeField(null=True)),
                ("leased_by", models.CharField(max_length=11, null=True)),
                ("done_at", models.DateTimeField(null=True)),
                ("parked_at", models.DateTimeField(null=True)),
                ("fault", models.TextField(null=True)),
                ("proposed", models.JSONField(default=list)),
            ],
            options={
                "ordering": ["available_at", "pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("done_at__isnull", True), ("parked_at__isnull", True)),
                        fields=["available_at", "id"],
                        name="job_next",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("done_at__isnull", True)), fields=("kind", "subject"), name="job_waits_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["item against enquiries", "enquiry against sightings"])),
                        name="job_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("lease_until__isnull", True), ("leased_by__isnull", True)),
                            models.Q(("lease_until__isnull", False), ("leased_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="job_lease_has_a_holder",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("done_at__isnull", True),
                            models.Q(("lease_until__isnull", True), ("leased_by__isnull", True)),
                            _connector="OR",
                        ),
                        name="job_done_is_leased_to_nobody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("parked_at__isnull", True),
                            models.Q(
                                ("done_at__isnull", True),
                                ("lease_until__isnull", True),
                                ("leased_by__isnull", True),
                                ("fault__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="job_parked_says_why",
                    ),
                ],
            },
        ),
        migrations.RunPython(ask_once_more, migrations.RunPython.noop),
    ]
