"""The plan."""

from django.apps import AppConfig


class RencanaConfig(AppConfig):
    """The plan."""

    name = "akuntabel_web.rencana"
    label = "rencana"
