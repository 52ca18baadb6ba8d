"""The desk as Django knows it."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Staff web pages: templates, a style sheet and one short script."""

    name = "paradero.desk"
    label = "desk"
    verbose_name = "Desk"
