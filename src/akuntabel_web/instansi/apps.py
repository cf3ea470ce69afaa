"""Agencies, their units and years."""

from django.apps import AppConfig


class InstansiConfig(AppConfig):
    """Agencies, their units and years."""

    name = "akuntabel_web.instansi"
    label = "instansi"
