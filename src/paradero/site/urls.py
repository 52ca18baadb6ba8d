"""Where each address leads: all of them to the desk."""

from paradero.desk.addresses import urlpatterns

__all__ = ["urlpatterns"]
