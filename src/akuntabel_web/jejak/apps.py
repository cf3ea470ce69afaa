"""The audit trail."""

from django.apps import AppConfig


class JejakConfig(AppConfig):
    """The audit trail."""

    name = "akuntabel_web.jejak"
    label = "jejak"
