"""The records as Django knows them."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """What the desk keeps: items, reports, sightings, enquiries, candidates, judgements and the two chains."""

    name = "paradero.records"
    label = "records"
    verbose_name = "Records"
