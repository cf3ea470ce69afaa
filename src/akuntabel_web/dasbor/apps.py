"""The dashboard of an agency."""

from django.apps import AppConfig


class DasborConfig(AppConfig):
    """The dashboard of an agency. It has no tables: its figures are kept in files by the state of the data."""

    name = "akuntabel_web.dasbor"
    label = "dasbor"
