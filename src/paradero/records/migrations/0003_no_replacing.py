"""A log's entry cannot be replaced either."""

from django.db import migrations

from paradero.records.append_only import protect_logs


class Migration(migrations.Migration):
    """Sets up the triggers that a database of an earlier version lacks."""

    dependencies = [("records", "0002_append_only")]

    operations = [
        migrations.RunPython(
            lambda apps, schema_editor: protect_logs(schema_editor.connection), migrations.RunPython.noop
        )
    ]
