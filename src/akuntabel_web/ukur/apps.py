"""Act and measure."""

from django.apps import AppConfig


class UkurConfig(AppConfig):
    """Act and measure."""

    name = "akuntabel_web.ukur"
    label = "ukur"
