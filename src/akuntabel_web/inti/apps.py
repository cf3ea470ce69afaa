"""The core that every part of the web stands on."""

from django.apps import AppConfig


class IntiConfig(AppConfig):
    """Context of a request, protection of tables, roles."""

    name = "akuntabel_web.inti"
    label = "inti"
    verbose_name = "Inti"
