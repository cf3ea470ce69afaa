"""The first page."""

from django.apps import AppConfig


class BerandaConfig(AppConfig):
    """The first page."""

    name = "akuntabel_web.beranda"
    label = "beranda"
