"""Seal records, the custody entries that a day covers, and what the way up from a leaf is found by."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from paradero.terms import merkle
from paradero.terms.merkle import Leaf


def keep_blocks(apps: Any, schema_editor: Any) -> None:
    """Days that were sealed before keep their root, their text and their leaves."""
    leaves = apps.get_model("records", "DayLeaf").objects.order_by("place")
    for day in apps.get_model("records", "DayRoot").objects.all():
        rows = leaves.filter(day=day).values_list("sha256", "what", "item").iterator()
        texts = (bytes(Leaf(sha256=sha256, what=what, item=item)) for sha256, what, item in rows)
        day.blocks = b"".join(merkle.block_roots(map(merkle.leaf_hash, texts)))
        day.save(update_fields=["blocks"])


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0011_sources"),
    ]

    operations = [
        migrations.CreateModel(
            name="CheckedHead",
            fields=[
                ("log", models.CharField(max_length=20, primary_key=True, serialize=False)),
                ("seq", models.PositiveBigIntegerField()),
                ("hash", models.CharField(max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="SealRecord",
            fields=[
                (
                    "item",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="seal_record",
                        serialize=False,
                        to="records.item",
                    ),
                ),
                ("sha256", models.CharField(max_length=64)),
                ("locked", models.BinaryField()),
            ],
        ),
        migrations.AddField(
            model_name="dayroot",
            name="custody_after",
            field=models.PositiveBigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="dayroot",
            name="custody_to",
            field=models.PositiveBigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="dayroot",
            name="names_custody",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="dayroot",
            name="blocks",
            field=models.BinaryField(default=bytes),
        ),
        migrations.RunPython(keep_blocks, migrations.RunPython.noop),
    ]
