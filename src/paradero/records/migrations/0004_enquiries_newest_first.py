"""The list of enquiries is read from an index, newest first."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the index."""

    dependencies = [("records", "0003_no_replacing")]

    operations = [
        migrations.AddIndex(
            model_name="enquiry", index=models.Index(fields=["-opened_at", "-id"], name="enquiry_newest_first")
        )
    ]
