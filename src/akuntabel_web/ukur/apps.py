"""Act and measure."""

from django.apps import AppConfig


class UkurConfig(AppConfig):
    """Act and measure."""

    name = "akuntabel_web.ukur"
    label = "ukur"

    def ready(self) -> None:
        """Windows hold for the pages of tables as well; files of evidence are named in what leaves the web."""
        from akuntabel_web.paket.kunci import register_entry  # noqa: PLC0415 (when all apps are loaded)
        from akuntabel_web.paket.pelengkap import register  # noqa: PLC0415
        from akuntabel_web.ukur.isian import evidence_names  # noqa: PLC0415
        from akuntabel_web.ukur.tindakan import refuse_late  # noqa: PLC0415

        register_entry(refuse_late)
        register("realisasi", "bukti", evidence_names)
