"""What is true of the whole database."""

from django.db import models


class Mark(models.Model):
    """A standing mark, as "demonstration": everything in this database is invented."""

    name = models.CharField(max_length=40, unique=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        """Return its name."""
        return self.name
