"""Reports: builds, findings, narrative, the shelf of documents."""

from django.apps import AppConfig


class LaporanConfig(AppConfig):
    """Reports: builds, findings, narrative, the shelf of documents."""

    name = "akuntabel_web.laporan"
    label = "laporan"
