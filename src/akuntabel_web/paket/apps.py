"""The data package in the database."""

from django.apps import AppConfig


class PaketConfig(AppConfig):
    """The data package in the database."""

    name = "akuntabel_web.paket"
    label = "paket"
