"""Where each address leads: all of them to the desk."""

from paradero.desk.addresses import urlpatterns

__all__ = ["handler400", "urlpatterns"]

handler400 = "paradero.desk.bodies.unreadable"
"""Django's own helps nobody, and reads the form again to look for a token, on which it fails again."""
