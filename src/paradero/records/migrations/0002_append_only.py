"""The two logs can only grow."""

from django.db import migrations

from paradero.records.append_only import protect_logs, unprotect


class Migration(migrations.Migration):
    """Sets the triggers up."""

    dependencies = [("records", "0001_records")]

    operations = [
        migrations.RunPython(
            lambda apps, schema_editor: protect_logs(schema_editor.connection),
            lambda apps, schema_editor: unprotect(schema_editor.connection),
        )
    ]
