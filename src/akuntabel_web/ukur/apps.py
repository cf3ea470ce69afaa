"""Act and measure."""

from django.apps import AppConfig


class UkurConfig(AppConfig):
    """Act and measure."""

    name = "akuntabel_web.ukur"
    label = "ukur"

    def ready(self) -> None:
        """Windows hold for the pages of tables as well."""
        from akuntabel_web.paket.kunci import register_entry  # noqa: PLC0415 (when all apps are loaded)
        from akuntabel_web.ukur.tindakan import refuse_late  # noqa: PLC0415

        register_entry(refuse_late)
